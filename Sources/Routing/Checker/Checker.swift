import Logistics

extension RoutingProblem {
  /// Judges routes by the rules of this problem, from nothing but the problem.
  ///
  /// Written without a line in common with the search, and slowly on purpose: it drives each route stop by stop as the
  /// vehicle would, see ``ScheduledRoute`` for when. Never traps, whatever the routes say.
  ///
  /// - Returns: Times, loads and costs, and every rule that is broken. A route without jobs costs nothing and uses no
  ///   vehicle. A job that is visited more than once is judged by its first visit in what binds jobs together.
  /// - Complexity: O(stops × breaks) for each route, times the logarithm of what it waits in seconds.
  public func check(_ routes: [Route]) -> Verdict { RouteChecker(self).check(routes) }
}

/// The judge of routes and plans, with an index of what binds jobs together.
package struct RouteChecker: Sendable {
  /// The first visit of a job.
  struct Visit {
    let route: Int
    /// The position among the jobs of the route.
    let stop: Int
    let times: ScheduledRoute.Stop
  }

  let problem: RoutingProblem
  /// For each end of a shipment its shipment.
  let shipments: [Int: Int]
  /// For each job of which there are alternatives, which ones.
  let alternatives: [Int: Int]
  /// For each job those precedences in which it comes second.
  let precedences: [Int: [Int]]

  /// A judge for a problem. O(relations).
  package init(_ problem: RoutingProblem) {
    self.problem = problem
    var shipments: [Int: Int] = [:]
    for (index, shipment) in problem.relations.shipments.enumerated() {
      shipments[shipment.pickup] = index
      shipments[shipment.delivery] = index
    }
    self.shipments = shipments
    var alternatives: [Int: Int] = [:]
    for (index, choice) in problem.relations.alternatives.enumerated() {
      for job in choice.jobs { alternatives[job] = index }
    }
    self.alternatives = alternatives
    precedences = Dictionary(grouping: problem.relations.precedences.indices) { problem.relations.precedences[$0].second }
  }

  /// Judges one route by itself: its times, load and cost, and the rules it breaks, all under route 0. Who else serves its jobs, how
  /// many vehicles there are and what has begun is not asked; that no other route can mend it is, as of half a shipment.
  ///
  /// - Precondition: The problem has its vehicle type and its jobs.
  /// - Complexity: As for `check`, whatever the number of jobs of the problem.
  package func judge(_ route: Route) -> (route: ScheduledRoute, violations: [Violation]) {
    let trip = drive(route)
    var visits: [Int: Visit] = [:]
    for (stop, times) in trip.stops.enumerated() where visits[times.job] == nil {
      visits[times.job] = Visit(route: 0, stop: stop, times: times)
    }
    return (trip, faults(of: trip, route: 0) + relationFaults(of: route, visits))
  }

  /// Judges a plan.
  func check(_ routes: [Route]) -> Verdict {
    var violations: [Violation] = []
    var scheduled: [ScheduledRoute] = []
    var visits: [Int: Visit] = [:]
    var used = [Int](repeating: 0, count: problem.vehicles.count)
    for (index, route) in routes.enumerated() {
      guard problem.vehicles.indices.contains(route.vehicle) else {
        violations.append(Violation(.unknown, route: index, amount: route.vehicle))
        continue
      }
      let strangers = route.jobs.enumerated().filter { !problem.jobs.indices.contains($0.element) }
      for (stop, job) in strangers { violations.append(Violation(.unknown, route: index, stop: stop, amount: job)) }
      guard strangers.isEmpty else { continue }
      if !route.jobs.isEmpty { used[route.vehicle] += 1 }
      let trip = drive(route)
      for (stop, times) in trip.stops.enumerated() {
        if visits[times.job] == nil {
          visits[times.job] = Visit(route: index, stop: stop, times: times)
        } else {
          violations.append(Violation(.duplicate, route: index, stop: stop, job: times.job, amount: 1))
        }
      }
      violations += faults(of: trip, route: index)
      scheduled.append(trip)
    }
    for (type, vehicle) in problem.vehicles.enumerated() where used[type] > vehicle.count {
      violations.append(Violation(.fleet, amount: used[type] - vehicle.count))
    }
    let unassigned = unassigned(visits)
    for job in unassigned where dropCost(of: job) == nil { violations.append(Violation(.missing, job: job, amount: 1)) }
    violations += relationFaults(visits)
    violations += begunFaults(scheduled.map(\.route))
    var cost = ClampedSum()
    for trip in scheduled { cost.add(trip.cost) }
    for job in unassigned { cost.add(dropCost(of: job) ?? 0) }
    return Verdict(routes: scheduled, unassigned: unassigned, cost: cost.total, violations: violations)
  }

  /// The jobs left out, of alternatives the first if none is served.
  private func unassigned(_ visits: [Int: Visit]) -> [Int] {
    let single = problem.jobs.indices.filter { visits[$0] == nil && alternatives[$0] == nil }
    let choices = problem.relations.alternatives.filter { $0.jobs.allSatisfy { visits[$0] == nil } }.compactMap(\.jobs.first)
    return (single + choices).sorted()
  }

  /// What leaving a job out costs, or its alternatives; `nil` if it must be served.
  private func dropCost(of job: Int) -> Int? {
    if let choice = alternatives[job] { return problem.relations.alternatives[choice].dropCost }
    return problem.jobs[job].dropCost
  }
}
