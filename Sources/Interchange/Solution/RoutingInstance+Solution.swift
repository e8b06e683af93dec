public import Logistics
public import Routing

extension RoutingInstance {
  /// The routes of a solution as routes of the problem, in the same order; a client that the file does not have becomes job
  /// −1, which the checker names as unknown.
  public func routes(of solution: SolutionFile) -> [Route] {
    solution.routes.map { route in
      Route(vehicle: 0, jobs: route.clients.map { job(numbered: $0) ?? -1 })
    }
  }

  /// The routes of a solution that a search is to begin with.
  ///
  /// - Parameter source: What faults name as their source.
  /// - Throws: `InvalidInput` with every client that the instance does not have.
  public func startRoutes(of solution: SolutionFile, source: String) throws(InvalidInput) -> [Route] {
    var faults = FaultList()
    for route in solution.routes {
      for client in route.clients where job(numbered: client) == nil && !faults.isFull {
        faults.add(at: route.place, found: "client \(client)", expected: "a client of \(name)")
      }
    }
    try faults.throwIfAny(source, advice: "the solution belongs to another instance.")
    return routes(of: solution)
  }

  /// The clients of each route in the numbers of the file; routes without a visit are left out.
  public func clients(of routes: [Route]) -> [[Int]] {
    routes.map { $0.jobs.map { clientNumbers[$0] } }.filter { !$0.isEmpty }
  }

  /// What the checker found, in the words of the solution that it judged.
  public func violations(of verdict: Verdict, in solution: SolutionFile) -> [PlanViolation] {
    verdict.violations.map { violation in
      let route = violation.route.flatMap { solution.routes.indices.contains($0) ? solution.routes[$0] : nil }
      var client = violation.job.map { clientNumbers[$0] }
      if violation.kind == .unknown, let stop = violation.stop, let route { client = route.clients[stop] }
      return PlanViolation(
        kind: kind(violation.kind), route: route?.number, stop: violation.stop.map { $0 + 1 }, client: client,
        amount: amount(of: violation))
    }
  }

  private func kind(_ kind: Violation.Kind) -> PlanViolation.Kind {
    switch kind {
    case .capacity: .capacity
    case .timeWindow: .timeWindow
    case .shift: shiftRule
    case .maximumDuration: .duration
    case .maximumDistance: .distance
    case .skills, .reload, .breaks, .maximumStops, .deliveriesFirst, .shipment, .timeOnBoard, .sameRoute, .precedence, .begun:
      .notAllowed
    case .duplicate, .alternatives: .visitedTwice
    case .missing: .missing
    case .unknown: .unknownClient
    case .fleet: .vehicles
    }
  }

  /// Time and distance are counted by the convention, the rest is not.
  private func amount(of violation: Violation) -> FileAmount {
    switch violation.kind {
    case .timeWindow, .shift, .maximumDistance, .maximumDuration, .timeOnBoard: amount(violation.amount)
    case .unknown: FileAmount(1, .rounded)
    case .capacity, .skills, .duplicate, .missing, .fleet, .reload, .breaks, .maximumStops, .deliveriesFirst, .shipment,
      .sameRoute,
      .precedence, .begun, .alternatives:
      FileAmount(violation.amount, .rounded)
    }
  }
}
