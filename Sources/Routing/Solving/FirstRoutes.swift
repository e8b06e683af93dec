/// The routes of a start that keep every rule, alone and together and with those that have begun; and those that have begun and are not among
/// them.
struct FirstRoutes {
  /// What have begun and keep every rule by themselves.
  let begun: [Route]
  private(set) var routes: [Route] = []

  init(_ problem: RoutingProblem, _ start: [Route], _ units: FlatUnits) {
    let checker = RouteChecker(problem)
    func keepsRules(_ route: Route) -> Bool {
      guard problem.vehicles.indices.contains(route.vehicle), route.jobs.allSatisfy(problem.jobs.indices.contains) else {
        return false
      }
      var served: [Int: Int] = [:]
      for job in route.jobs { served[units.unitOfJob[job], default: 0] += 1 }
      return Set(route.jobs).count == route.jobs.count && served.allSatisfy { $0.value <= units.needed[$0.key] }
        && checker.judge(route).violations.isEmpty
    }
    begun = problem.begun.filter(keepsRules)
    var lists = [Int](repeating: -1, count: problem.jobs.count)
    for (index, jobs) in problem.relations.sameRoute.enumerated() { for job in jobs { lists[job] = index } }
    var served = Set<Int>()
    var together = Set<Int>()
    var waiting = begun
    var free = problem.vehicles.map(\.count)
    for begun in waiting { free[begun.vehicle] -= 1 }
    for route in start where !route.jobs.isEmpty {
      guard keepsRules(route) else { continue }
      // Reloads that load nothing are no fault, but the search has room for one before each job.
      guard route.reloads.count <= route.jobs.count else { continue }
      let codes = RouteCode.codes(of: route)
      let begun = waiting.firstIndex { $0.vehicle == route.vehicle && codes.starts(with: RouteCode.codes(of: $0)) }
      let others = waiting.enumerated().filter { $0.offset != begun }.flatMap(\.element.jobs)
      let own = Set(route.jobs.map { units.unitOfJob[$0] })
      let lists = { (jobs: [Int]) in Set(jobs.map { lists[$0] }.filter { $0 >= 0 }) }
      let bound = lists(route.jobs)
      guard own.isDisjoint(with: served), bound.isDisjoint(with: together),
        own.isDisjoint(with: others.map { units.unitOfJob[$0] }), bound.isDisjoint(with: lists(others)),
        begun != nil || free[route.vehicle] > 0
      else { continue }
      if let begun { waiting.remove(at: begun) } else { free[route.vehicle] -= 1 }
      served.formUnion(own)
      together.formUnion(bound)
      routes.append(route)
    }
    routes += waiting
  }
}
