/// Whether all demands of a small problem can be served, by judging every route that they can make.
struct CompleteTrial {
  /// The most jobs that are tried.
  private static let mostJobs = 7
  /// The most routes that are judged.
  private static let mostJudged = 60_000

  /// Routes that serve all, or `nil` if no routes do.
  let routes: [Route]?

  /// - Returns: `nil` if the problem is too large to try, or has routes that have begun.
  init?(_ problem: RoutingProblem) {
    guard problem.jobs.count <= Self.mostJobs, problem.begun.isEmpty else { return nil }
    let checker = RouteChecker(problem)
    var judged = 0
    var best: [[Int: Route]] = []
    for type in problem.vehicles.indices {
      var found: [Int: Route] = [:]
      guard Self.extend(Route(vehicle: type, jobs: []), 0, problem, checker, &found, &judged) else { return nil }
      best.append(found)
    }
    routes = Self.combine(best, problem)
  }

  /// Judges a route and all that begin with it.
  ///
  /// - Returns: `false` if they are too many.
  private static func extend(
    _ route: Route, _ set: Int, _ problem: RoutingProblem, _ checker: RouteChecker, _ found: inout [Int: Route],
    _ judged: inout Int
  ) -> Bool {
    let vehicle = problem.vehicles[route.vehicle]
    let places = Set(vehicle.reload?.places ?? []).sorted()
    for job in problem.jobs.indices where set & 1 << job == 0 {
      let next = Route(vehicle: route.vehicle, jobs: route.jobs + [job], reloads: route.reloads)
      let reloaded = places.map { place in
        Route(
          vehicle: route.vehicle, jobs: next.jobs, reloads: route.reloads + [ReloadStop(beforeJob: route.jobs.count, at: place)])
      }
      for route in [next] + reloaded {
        judged += 1
        if judged > mostJudged { return false }
        let violations = checker.judge(route).violations
        if violations.isEmpty, found[set | 1 << job] == nil { found[set | 1 << job] = route }
        // What more stops cannot mend: whoever is late stays late, and what is on board stays on board.
        if violations.contains(where: { Self.stays($0.kind) }) { continue }
        guard extend(route, set | 1 << job, problem, checker, &found, &judged) else { return false }
      }
    }
    return true
  }

  private static func stays(_ kind: Violation.Kind) -> Bool {
    switch kind {
    case .capacity, .timeWindow, .skills, .maximumStops, .reload, .deliveriesFirst, .precedence: true
    default: false
    }
  }

  /// Sets of jobs that are reached vehicle by vehicle, until one serves all.
  private static func combine(_ best: [[Int: Route]], _ problem: RoutingProblem) -> [Route]? {
    let groups = problem.relations.alternatives.map { $0.jobs.reduce(0) { $0 | 1 << $1 } }
    let lists = problem.relations.sameRoute.map { $0.reduce(0) { $0 | 1 << $1 } }
    func agree(_ set: Int, _ part: Int) -> Bool {
      groups.allSatisfy { ((set | part) & $0).nonzeroBitCount <= 1 }
        && lists.allSatisfy { set & $0 == 0 || part & $0 == 0 }
    }
    func isWhole(_ set: Int) -> Bool {
      let jobs = Set(problem.jobs.indices.filter { set & 1 << $0 != 0 })
      return problem.demands.allSatisfy { problem.isServed($0, by: jobs) }
    }
    var reached: [Int: [Route]] = [0: []]
    for (type, found) in best.enumerated() {
      let parts = found.sorted { $0.key < $1.key }
      for _ in 0..<min(problem.vehicles[type].count, problem.jobs.count) {
        for (set, routes) in reached.sorted(by: { $0.key < $1.key }) {
          for (part, route) in parts where set & part == 0 && agree(set, part) && reached[set | part] == nil {
            reached[set | part] = routes + [route]
          }
        }
      }
    }
    // The smallest number among them, so that the answer is always the same.
    return reached.keys.filter(isWhole).min().flatMap { reached[$0] }
  }
}
