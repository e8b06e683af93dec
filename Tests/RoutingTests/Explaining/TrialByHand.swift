import Routing

/// All places of a demand in a plan and one search, written for the tests without a line of the library's own: stops and reloads are tokens in
/// a row, and the checker judges the plan as a whole.
struct TrialByHand {
  private enum Token {
    case job(Int)
    case reload(Int)
  }

  let problem: RoutingProblem
  let demand: Demand
  let routes: [Route]
  private let begun: Int
  private let served: [Demand]

  /// - Parameter problem: The problem as it is, by whose rules the routes are judged before any change.
  init(_ problem: RoutingProblem, _ demand: Demand, _ routes: [Route]) {
    self.problem = problem
    self.demand = demand
    self.routes = routes
    begun = problem.check(routes).violations.count { $0.kind == .begun }
    let jobs = Set(routes.flatMap(\.jobs))
    served = problem.demands.filter { Self.isServed($0, jobs, problem) }
  }

  static func isServed(_ demand: Demand, _ jobs: Set<Int>, _ problem: RoutingProblem) -> Bool {
    switch demand {
    case .job(let job): jobs.contains(job)
    case .shipment(let index):
      jobs.contains(problem.relations.shipments[index].pickup) && jobs.contains(problem.relations.shipments[index].delivery)
    case .alternatives(let index): problem.relations.alternatives[index].jobs.contains(where: jobs.contains)
    }
  }

  /// Whether a plan keeps all rules of a problem but those that routes which have begun broke before, and serves the demand and all others.
  func accepts(_ plan: [Route], in changed: RoutingProblem) -> Bool {
    let verdict = changed.check(plan)
    let jobs = Set(plan.flatMap(\.jobs))
    return verdict.violations.allSatisfy { $0.kind == .missing || $0.kind == .begun }
      && verdict.violations.count { $0.kind == .begun } <= begun
      && (served + [demand]).allSatisfy { Self.isServed($0, jobs, problem) }
  }

  /// What the cheapest plan costs more that all places and the search find under changed rules; `nil` if they find none.
  func leastExtraCost(in changed: RoutingProblem, _ replanning: Replanning) throws -> Int? {
    var plans = placements(in: changed)
    if replanning.iterations > 0 {
      let must = changed.requiring(served + [demand])
      plans.append(
        try must.solve(SearchLimit(iterations: replanning.iterations), seed: replanning.seed, threads: 1, start: routes).routes)
    }
    let before = problem.check(routes).routes.reduce(0) { $0 + $1.cost }
    return plans.filter { accepts($0, in: changed) }.map { plan in
      changed.check(plan).routes.reduce(0) { $0 + $1.cost } - before
    }.min()
  }

  private func placements(in changed: RoutingProblem) -> [[Route]] {
    var plans: [[Route]] = []
    for (index, route) in routes.enumerated() where !route.jobs.isEmpty {
      for grown in grown(route, in: changed) {
        var plan = routes
        plan[index] = grown
        plans.append(plan)
      }
    }
    for type in changed.vehicles.indices {
      // A route too many is the checker's to find.
      plans += grown(Route(vehicle: type, jobs: []), in: changed).map { routes + [$0] }
    }
    return plans
  }

  private func grown(_ route: Route, in changed: RoutingProblem) -> [Route] {
    var tokens: [Token] = []
    for position in 0...route.jobs.count {
      tokens += route.reloads.filter { $0.beforeJob == position }.map { Token.reload($0.place) }
      if position < route.jobs.count { tokens.append(.job(route.jobs[position])) }
    }
    func driven(_ tokens: [Token]) -> Route {
      var made = Route(vehicle: route.vehicle, jobs: [])
      for token in tokens {
        switch token {
        case .job(let job): made.jobs.append(job)
        case .reload(let place): made.reloads.append(ReloadStop(beforeJob: made.jobs.count, at: place))
        }
      }
      return made
    }
    func with(_ more: [Token], at index: Int) -> [Token] { tokens[..<index] + more + tokens[index...] }
    var grown: [Route] = []
    switch demand {
    case .shipment(let index):
      let shipment = problem.relations.shipments[index]
      for first in 0...tokens.count {
        for second in first...tokens.count {
          grown.append(
            driven(
              tokens[..<first] + [.job(shipment.pickup)] + tokens[first..<second] + [.job(shipment.delivery)] + tokens[second...])
          )
        }
      }
    case .job, .alternatives:
      for job in problem.jobs(of: demand) {
        for index in 0...tokens.count {
          grown.append(driven(with([.job(job)], at: index)))
          for place in changed.vehicles[route.vehicle].reload?.places ?? [] {
            grown.append(driven(with([.reload(place), .job(job)], at: index)))
            grown.append(driven(with([.job(job), .reload(place)], at: index)))
          }
        }
      }
    }
    return grown
  }
}
