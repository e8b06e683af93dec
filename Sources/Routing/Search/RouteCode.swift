/// A route as a row of numbers: a job by its own, a reload by −2 − its place. Start and end are the vehicle's and not in it.
enum RouteCode {
  @inline(__always)
  static func reload(at place: Int32) -> Int32 { -2 - place }

  @inline(__always)
  static func place(ofReload code: Int32) -> Int32 { -2 - code }

  /// The codes of a route.
  static func codes(of route: Route) -> [Int32] {
    guard !route.reloads.isEmpty else { return route.jobs.map { Int32($0) } }
    var codes: [Int32] = []
    var next = 0
    for (index, job) in route.jobs.enumerated() {
      while next < route.reloads.count && route.reloads[next].beforeJob <= index {
        codes.append(reload(at: Int32(route.reloads[next].place)))
        next += 1
      }
      codes.append(Int32(job))
    }
    for reload in route.reloads[next...] { codes.append(Self.reload(at: Int32(reload.place))) }
    return codes
  }

  /// The route of codes.
  static func route(_ codes: some Sequence<Int32>, type: Int) -> Route {
    var route = Route(vehicle: type, jobs: [])
    for code in codes {
      if code >= 0 {
        route.jobs.append(Int(code))
      } else {
        route.reloads.append(ReloadStop(beforeJob: route.jobs.count, at: Int(place(ofReload: code))))
      }
    }
    return route
  }
}
