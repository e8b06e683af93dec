/// Looks for an irreducible conflict among the demands that must be served.
struct ConflictSearch {
  /// What is known of serving some demands and nothing else.
  enum Finding {
    case plan([Route])
    case impossible(DemandConflict.Grounds)
    /// The limit came first.
    case unknown
  }

  private let problem: RoutingProblem
  private let plan: KnownPlan
  private let limit: ExplanationLimit
  private let isCancelled: () -> Bool
  /// What routes that have begun serve: that is always there.
  private let begun: [Demand]
  /// Plans that were found, the last first.
  private var plans: [[Route]]
  private var known: [Set<Demand>: Finding] = [:]
  private var searches = 0

  init(_ plan: KnownPlan, _ limit: ExplanationLimit, _ isCancelled: @escaping () -> Bool) {
    problem = plan.problem
    self.plan = plan
    self.limit = limit
    self.isCancelled = isCancelled
    let jobs = Set(plan.problem.begun.flatMap(\.jobs))
    begun = plan.problem.demands.filter { demand in plan.problem.jobs(of: demand).contains(where: jobs.contains) }
    plans = [plan.routes]
  }

  mutating func run() throws(SearchError) -> DemandConflict? {
    let must = { [problem, begun] (demand: Demand) in problem.dropCost(of: demand) == nil && !begun.contains(demand) }
    let missing = plan.leftOut.filter(must)
    for demand in missing {
      if case .impossible(let grounds) = try serve([demand]) { return try settled([demand], grounds) }
    }
    let all = missing + plan.served.filter(must)
    guard case .impossible = try serve(all) else { return nil }
    let found = try conflict([], hasNew: false, among: all)
    // Where a visit more can help others, as a delivery before pickups, what holds for all need not hold for fewer: then all are asked again.
    guard case .impossible = try serve(found) else { return try irreducible(all) }
    return try irreducible(found)
  }

  /// QuickXplain: those of some demands that are in conflict with each other and a background.
  private mutating func conflict(
    _ background: [Demand], hasNew: Bool, among demands: [Demand]
  ) throws(SearchError) -> [Demand] {
    if hasNew, case .impossible = try serve(background) { return [] }
    if demands.count <= 1 { return demands }
    let half = demands.count / 2
    let (first, second) = (Array(demands[..<half]), Array(demands[half...]))
    let inSecond = try conflict(background + first, hasNew: true, among: second)
    let inFirst = try conflict(background + inSecond, hasNew: !inSecond.isEmpty, among: first)
    return inFirst + inSecond
  }

  /// Takes out what is not needed, until a plan of the others is known for each.
  ///
  /// A search may miss a plan of fewer demands that it found with more; so what QuickXplain found is not taken for granted.
  private mutating func irreducible(_ found: [Demand]) throws(SearchError) -> DemandConflict? {
    var demands = found
    guard case .impossible(var grounds) = try serve(demands) else { return nil }
    search: while true {
      var witnesses: [[Route]] = []
      for index in demands.indices {
        var others = demands
        others.remove(at: index)
        switch try serve(others) {
        case .impossible(let still):
          (demands, grounds) = (others, still)
          continue search
        case .plan(let routes): witnesses.append(routes)
        case .unknown: break
        }
      }
      return settled(demands, grounds, witnesses)
    }
  }

  private mutating func settled(_ demands: [Demand], _ grounds: DemandConflict.Grounds) throws(SearchError) -> DemandConflict {
    // Nothing but what has begun: the routes as far as they are.
    guard case .plan(let routes) = try serve([]) else { return settled(demands, grounds, []) }
    return settled(demands, grounds, [routes])
  }

  private func settled(_ demands: [Demand], _ grounds: DemandConflict.Grounds, _ witnesses: [[Route]]) -> DemandConflict {
    let order = Dictionary(uniqueKeysWithValues: problem.demands.enumerated().map { ($0.element, $0.offset) })
    let sorted = demands.indices.sorted { order[demands[$0]]! < order[demands[$1]]! }
    return DemandConflict(
      demands: sorted.map { demands[$0] }, grounds: grounds,
      witnesses: witnesses.count == demands.count ? sorted.map { witnesses[$0] } : [])
  }

  /// Whether some demands can be served, with what has begun and nothing else.
  private mutating func serve(_ demands: [Demand]) throws(SearchError) -> Finding {
    let set = Set(demands)
    if let finding = known[set] { return finding }
    let finding = try work(out: demands)
    if case .unknown = finding { return finding }
    known[set] = finding
    if case .plan(let routes) = finding { plans.insert(routes, at: 0) }
    return finding
  }

  private mutating func work(out demands: [Demand]) throws(SearchError) -> Finding {
    let jobs = Set((demands + begun).flatMap { problem.jobs(of: $0) })
    for routes in plans {
      let rest = routes.compactMap { $0.restricted(to: jobs) }
      if serves(rest, demands) { return .plan(rest) }
    }
    if let grounds = problem.shortage(of: demands) { return .impossible(grounds) }
    let ordered = jobs.sorted()
    let part = ProblemPart(
      of: problem, jobs: ordered, fleet: problem.vehicles.map(\.count),
      begun: problem.begun.filter { $0.jobs.allSatisfy(jobs.contains) })
    if let trial = CompleteTrial(part.problem.requiring(part.problem.demands)) {
      guard let routes = trial.routes else { return .impossible(.everyPlan) }
      let outward = routes.map(part.outward)
      if serves(outward, demands) { return .plan(outward) }
    }
    if let vehicles = problem.vehiclesForEachAlone(demands) { return .impossible(.oneEach(vehicles: vehicles)) }
    if searches >= limit.mostSearches || isCancelled() { return .unknown }
    searches += 1
    let iterations = limit.replanning.iterations
    let must = part.problem.requiring(part.problem.demands)
    let answer = try must.solve(SearchLimit(iterations: iterations), seed: limit.replanning.seed, threads: 1)
    let outward = answer.routes.map(part.outward)
    return serves(outward, demands) ? .plan(outward) : .impossible(.search(iterations: iterations))
  }

  /// Whether routes serve demands, what has begun and nothing else, and keep every rule.
  private func serves(_ routes: [Route], _ demands: [Demand]) -> Bool {
    let jobs = Set(routes.flatMap(\.jobs))
    let wanted = Set(demands + begun)
    guard wanted.allSatisfy({ problem.isServed($0, by: jobs) }) else { return false }
    let mine = Set(wanted.flatMap { problem.jobs(of: $0) })
    guard jobs.isSubset(of: mine) else { return false }
    return problem.requiring(Array(wanted)).check(routes).violations.allSatisfy { violation in
      violation.kind == .begun && plan.verdict.violations.contains(violation)
    }
  }
}

extension Route {
  /// The route with some of its jobs only, and the reloads that still load something; `nil` if nothing is left.
  fileprivate func restricted(to wanted: Set<Int>) -> Route? {
    var jobs: [Int] = []
    var kept: [ReloadStop] = []
    for (index, trip) in trips.enumerated() {
      let rest = trip.filter(wanted.contains)
      if rest.isEmpty { continue }
      if index > 0, !jobs.isEmpty { kept.append(ReloadStop(beforeJob: jobs.count, at: reloads[index - 1].place)) }
      jobs += rest
    }
    return jobs.isEmpty ? nil : Route(vehicle: vehicle, jobs: jobs, reloads: kept)
  }
}
