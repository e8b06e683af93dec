import Logistics

extension RoutingProblem {
  /// Why a plan leaves out what it leaves out, and the smallest changes that would have it served.
  ///
  /// Each remedy was planned with, and so was one unit less of it, by the same means: every place among the routes as they are, and a search of
  /// a given number of iterations that begins at the plan (``Replanning``). So it is true for this planner; a longer search may do with less.
  ///
  /// ```swift
  /// let answer = try problem.solve(SearchLimit(iterations: 20_000))
  /// for left in try problem.explainLeftOut(of: answer.routes) {
  ///   print(left.jobs, left.obstacles, left.remedies.first?.change ?? "can be served")
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - routes: The plan. Jobs may be missing.
  ///   - demands: Those to explain; all that are left out, if `nil`. Those that are served are passed over.
  ///   - limit: How far to look. With no more than that the answer depends on nothing but the input.
  ///   - isCancelled: Asked between searches; what was found so far is returned once it says yes.
  /// - Returns: One for each demand left out, in the order asked for.
  /// - Throws: `InvalidInput` with every rule that the plan breaks, and every demand that the problem does not have; `SearchError`
  ///   if search and checker disagree.
  /// - Complexity: For each demand and kind of change O(places × length of a route × log of the amount), and two searches or more.
  public func explainLeftOut(
    of routes: [Route], _ demands: [Demand]? = nil, limit: ExplanationLimit = ExplanationLimit(),
    isCancelled: () -> Bool = { false }
  ) throws -> [LeftOutDemand] {
    let plan = try knownPlan(routes)
    var faults = FaultList()
    for demand in demands ?? [] {
      faults.check(has(demand), at: "demands", found: "\(demand)", expected: "one that the problem has")
    }
    try faults.throwIfAny("demands to explain")
    let leftOut = Set(plan.leftOut)
    let asked = demands?.filter(leftOut.contains) ?? plan.leftOut
    return try withoutActuallyEscaping(isCancelled) { isCancelled in
      try asked.enumerated().map { index, demand in
        try explain(demand, plan, limit, isInDepth: index < limit.mostInDepth, isCancelled)
      }
    }
  }

  /// A plan that keeps every rule, jobs missing and begun routes that nobody can go on with aside.
  func knownPlan(_ routes: [Route]) throws(InvalidInput) -> KnownPlan {
    let verdict = check(routes)
    var faults = FaultList()
    for violation in verdict.violations where violation.kind != .missing && violation.kind != .begun {
      let place = [violation.route.map { "route \($0)" }, violation.stop.map { "stop \($0)" }].compactMap(\.self)
      faults.add(
        at: place.isEmpty ? "plan" : place.joined(separator: " "),
        found: "\(violation.kind.rawValue) broken by \(violation.amount)",
        expected: "a plan that keeps every rule")
    }
    try faults.throwIfAny("plan")
    return KnownPlan(self, routes, verdict)
  }

  private func explain(
    _ demand: Demand, _ plan: KnownPlan, _ limit: ExplanationLimit, isInDepth: Bool, _ isCancelled: @escaping () -> Bool
  ) throws(SearchError) -> LeftOutDemand {
    let judge = PlaceJudge(self, plan.routes)
    let places = places(of: demand, in: plan.routes).map { (place: $0, violations: judge.violations(at: $0)) }
    var remedies: [LeftOutRemedy] = []
    var depth = LeftOutDemand.Depth.obstaclesOnly
    var searches = 0
    if isInDepth {
      var search = RemedySearch(plan, demand, limit, places: places, isCancelled: isCancelled)
      remedies = try search.run()
      (depth, searches) = (search.depth, search.searches)
    }
    return LeftOutDemand(
      demand: demand, jobs: jobs(of: demand), dropCost: dropCost(of: demand), obstacles: obstacles(to: demand, plan, places),
      remedies: remedies, depth: depth, searches: searches)
  }

  private func obstacles(
    to demand: Demand, _ plan: KnownPlan, _ places: [(place: Place, violations: [Violation])]
  ) -> [VehicleObstacle] {
    let own = jobs(of: demand)
    let judge = PlaceJudge(self, plan.routes)
    let used = plan.routes.reduce(into: [Int: Int]()) { $0[$1.vehicle, default: 0] += $1.jobs.isEmpty ? 0 : 1 }
    let byRoute = Dictionary(grouping: places, by: \.place.route)
    return vehicles.indices.flatMap { type -> [VehicleObstacle] in
      let isBusy = used[type, default: 0] >= vehicles[type].count
      let lone = lonePlaces(of: demand, on: type).map { place in
        judge.violations(at: place) + (isBusy ? [Violation(.fleet, amount: 1)] : [])
      }
      let alone = VehicleObstacle(vehicle: type, route: nil, places: lone, own: own)
      // Where a skill is lacking, that is all there is to say, whatever the vehicle does.
      let unskilled = lone.allSatisfy { $0.contains { $0.kind == .skills } }
      if unskilled {
        let skills = lone.compactMap { $0.first { $0.kind == .skills } }.map { [$0] }
        return [VehicleObstacle(vehicle: type, route: nil, places: skills, own: own)]
      }
      let routes = plan.routes.indices.filter { plan.routes[$0].vehicle == type && !plan.routes[$0].jobs.isEmpty }
      return [alone]
        + routes.map { route in
          VehicleObstacle(vehicle: type, route: route, places: (byRoute[route] ?? []).map(\.violations), own: own)
        }
    }
  }
}
