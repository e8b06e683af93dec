public import Logistics
public import Routing

extension RoutingInstance {
  /// The routes of a solution as routes of the problem, in the same order.
  ///
  /// Where vehicles differ, route `k` is driven by vehicle `k` of the file. A depot on the way is where the vehicle loads anew. A client
  /// that the file does not have becomes job −1, which the checker names as unknown.
  public func routes(of solution: SolutionFile) -> [Route] {
    solution.routes.map { route in
      var jobs: [Int] = []
      var reloads: [ReloadStop] = []
      let stops = stops(of: route)
      for (number, job) in zip(route.clients, stops) {
        if job == nil, let place = depot(numbered: number) {
          reloads.append(ReloadStop(beforeJob: jobs.count, at: place))
        } else {
          jobs.append(job ?? -1)
        }
      }
      return Route(vehicle: order.type(of: vehicle(of: route)), jobs: jobs, reloads: reloads)
    }
  }

  /// The routes of a solution that a search is to begin with.
  ///
  /// - Parameter source: What faults name as their source.
  /// - Throws: `InvalidInput` with every client and every vehicle that the instance does not have.
  public func startRoutes(of solution: SolutionFile, source: String) throws(InvalidInput) -> [Route] {
    var faults = FaultList()
    for route in solution.routes {
      for client in route.clients where job(numbered: client) == nil && depot(numbered: client) == nil && !faults.isFull {
        faults.add(at: route.place, found: "client \(client)", expected: "a client of \(name)")
      }
      if order.isMixed, !route.clients.isEmpty, vehicle(of: route) >= order.count, !faults.isFull {
        faults.add(at: route.place, found: "route \(route.number)", expected: "one of the \(order.count) vehicles of \(name)")
      }
    }
    try faults.throwIfAny(source, advice: "the solution belongs to another instance.")
    return routes(of: solution)
  }

  /// The clients of each route in the numbers of the file, with the depots where it loads anew between them.
  ///
  /// Where the vehicles differ there is a list for each of the file's vehicles, in its order, empty for those that are not used. Where they
  /// are alike there are only the routes with a visit.
  public func clients(of routes: [Route]) -> [[Int]] {
    seats(of: routes).map { $0.map { numbers(of: routes[$0]) } ?? [] }
  }

  /// Which of the routes stands where in ``clients(of:)``; `nil` where a vehicle is not used.
  public func seats(of routes: [Route]) -> [Int?] { order.seats(of: routes) }

  private func numbers(of route: Route) -> [Int] {
    route.trips.enumerated().flatMap { index, trip in
      let reload =
        index == 0 ? [] : [route.reloads[index - 1].place].map { depotNumbers.indices.contains($0) ? depotNumbers[$0] : 0 }
      return reload + trip.map { clientNumbers[$0] }
    }
  }

  /// The jobs that are left out, by their numbers; of alternatives of which none is served, the first.
  public func unassigned(in verdict: Verdict) -> [Int] { verdict.unassigned.map { clientNumbers[$0] } }

  /// The vehicle of the file, from 0, that drives a route of a solution.
  func vehicle(of route: SolutionFile.Route) -> Int {
    guard let depot = route.depot, order.isMixed else { return route.number - 1 }
    let first = order.types.firstIndex { problem.vehicles[$0].start == depot - 1 } ?? order.count
    let vehicle = first + route.number - 1
    // Beyond the depot's own vehicles come those of the next, which are not meant.
    let isOwn = order.types.indices.contains(vehicle) && problem.vehicles[order.types[vehicle]].start == depot - 1
    return isOwn ? vehicle : order.count + vehicle - first
  }

  /// The job that each stop of a route means; `nil` for a depot or an unknown number.
  ///
  /// Of VROOM's jobs and ends of shipments several may share a number. On one route their visits are dealt out: two to the ends of a
  /// shipment, the pickup first, and otherwise in the order job, pickup, delivery.
  func stops(of route: SolutionFile.Route) -> [Int?] {
    var waiting: [Int: ArraySlice<Int>] = [:]
    for (number, count) in Dictionary(grouping: route.clients, by: \.self).mapValues(\.count)
    where jobs(numbered: number).count > 1 {
      let bearers = jobs(numbered: number)
      waiting[number] = bearers.count == 3 && count == 2 ? bearers[1...] : bearers[...]
    }
    return route.clients.map { number in waiting[number]?.popFirst() ?? job(numbered: number) }
  }
}
