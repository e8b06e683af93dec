import Logistics

extension PlanState {
  /// The plan, and perhaps what is asked for, as a problem in which all must be served.
  func part(with ask: FitAsk?, _ windows: [TimeWindow]) -> (part: PlanPart, start: [Route]) {
    let served = routes.flatMap(\.codes).filter { $0 >= 0 }.map(Int.init)
    let asked = ask.map { Dictionary(uniqueKeysWithValues: zip($0.slots, $0.jobs(in: windows))) } ?? [:]
    let part = PlanPart(
      of: self, served + (ask?.slots ?? []), types: Array(problem.vehicles.indices), asked, whole: true)
    return (part, routes.map { part.inward($0.codes, type: $0.type) })
  }

  /// Takes other routes through the same jobs.
  ///
  /// - Returns: Whether they keep every rule; nothing has changed if not.
  mutating func adopt(_ routes: [ScheduledRoute], _ codes: [[Int32]]) -> Bool {
    var adopted: [FitRoute] = []
    for (drive, codes) in zip(routes, codes) where !codes.isEmpty {
      let fixed = fixedCount(of: RouteCode.route(codes, type: drive.route.vehicle))
      var route = FitRoute(type: drive.route.vehicle, codes: codes, fixed: fixed)
      guard route.refresh(tables) else { return false }
      route.duration = drive.duration.seconds
      adopted.append(route)
    }
    self.routes = adopted
    freeVehicles = problem.vehicles.map(\.count)
    for route in adopted { freeVehicles[route.type] -= 1 }
    noteRoutes()
    version += 1
    return true
  }

  var cost: Int { routes.reduce(0) { $0 + $1.cost } }
}
