public import Routing

extension RoutingInstance {
  /// What the checker found, in the words of the solution that it judged, and routes of vehicles that the file does not have.
  public func violations(of verdict: Verdict, in solution: SolutionFile) -> [PlanViolation] {
    let routes = routes(of: solution)
    let found = verdict.violations.map { violation in
      let index = violation.route.flatMap { solution.routes.indices.contains($0) ? $0 : nil }
      let stop = index.flatMap { self.stop(of: violation, on: routes[$0]) }
      var client = violation.job.map { clientNumbers[$0] }
      if violation.kind == .unknown, let index, let stop { client = solution.routes[index].clients[stop] }
      return PlanViolation(
        kind: kind(violation, on: index.map { routes[$0] }), route: index.map { number(of: solution.routes[$0]) },
        stop: stop.map { $0 + 1 }, client: client, amount: amount(of: violation))
    }
    return found + strangers(in: solution, besides: found)
  }

  /// Where a violation stands among the stops of a solution's route, which count reloads too.
  private func stop(of violation: Violation, on route: Route) -> Int? {
    violation.stop.map { stop in stop + route.reloads.count { $0.beforeJob <= stop } }
  }

  private func number(of route: SolutionFile.Route) -> Int { route.depot == nil ? route.number : vehicle(of: route) + 1 }

  /// A route beyond the last vehicle is driven by nobody; the checker, which knows types only, may have seen a vehicle for it.
  private func strangers(in solution: SolutionFile, besides found: [PlanViolation]) -> [PlanViolation] {
    guard order.isMixed, !found.contains(where: { $0.kind == .vehicles }) else { return [] }
    let last = solution.routes.filter { !$0.clients.isEmpty }.map(vehicle).max() ?? 0
    guard last >= order.count else { return [] }
    return [
      PlanViolation(kind: .vehicles, route: nil, stop: nil, client: nil, amount: FileAmount(last + 1 - order.count, .rounded))
    ]
  }

  /// A rule in the way of a client, in the words of the files.
  public func kind(of breach: VehicleObstacle.Breach, on vehicle: Int) -> PlanViolation.Kind {
    kind(Violation(breach.rule, amount: breach.amount), on: Route(vehicle: vehicle, jobs: []))
  }

  /// By how much it would be broken, in the file's unit.
  public func amount(of breach: VehicleObstacle.Breach) -> FileAmount {
    amount(of: Violation(breach.rule, amount: breach.amount))
  }

  private func kind(_ violation: Violation, on route: Route?) -> PlanViolation.Kind {
    switch violation.kind {
    case .capacity: .capacity
    case .timeWindow: .timeWindow
    case .shift: shiftRule
    case .maximumDistance: route.map { typesTimedByDistance.contains($0.vehicle) } == true ? .duration : .distance
    case .skills: .notAllowed
    case .duplicate: .visitedTwice
    case .missing: .missing
    case .unknown: .unknownClient
    case .fleet: .vehicles
    case .reload: violation.stop == nil && reloadsTooOften(route) ? .reloads : .reload
    case .breaks: .breaks
    case .maximumDuration: .duration
    case .maximumStops: .stops
    case .alternatives: .group
    case .shipment: .pair
    case .timeOnBoard: .timeOnBoard
    case .sameRoute: .sameRoute
    case .precedence: .precedence
    case .deliveriesFirst: .backhaul
    case .begun: .begun
    }
  }

  private func reloadsTooOften(_ route: Route?) -> Bool {
    guard let route, let most = problem.vehicles[route.vehicle].reload?.most else { return false }
    return route.reloads.count > most
  }

  /// Time and distance are counted by the convention, the rest is not.
  private func amount(of violation: Violation) -> FileAmount {
    switch violation.kind {
    case .timeWindow, .shift, .maximumDistance, .maximumDuration, .timeOnBoard: amount(violation.amount)
    case .unknown: FileAmount(1, .rounded)
    case .capacity, .skills, .duplicate, .missing, .fleet, .reload, .breaks, .maximumStops, .alternatives, .shipment, .sameRoute,
      .precedence, .deliveriesFirst, .begun:
      FileAmount(violation.amount, .rounded)
    }
  }
}
