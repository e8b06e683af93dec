import LinearProgramming
public import Routing

extension RoutingProblem {
  /// Chooses out of a pool of routes the set that serves the jobs at the least cost: set partitioning on GLPK.
  ///
  /// Each job is on one chosen route or left out, at its drop cost or, if it must be served, as missing; of each vehicle type no more are
  /// used than there are. Fewer missing jobs come before everything, then the cost. Jobs that no candidate and no vehicle
  /// type ties together are solved apart.
  ///
  /// - Parameters:
  ///   - pool: Routes to choose from, as `Answer.pool`. Those that break a rule by themselves, or name what the problem does
  ///     not have, are left out.
  ///   - incumbent: A plan to begin with; its routes join the pool. If it keeps every rule (jobs missing aside) the selection
  ///     is never worse.
  ///   - limit: When to stop.
  ///   - isCancelled: Asked between linear programs.
  /// - Returns: The selection; why it ended is said by its `termination`.
  /// - Complexity: A linear program of as many columns as candidates, then up to `limit.steps` steps on smaller ones.
  public func selectRoutes(
    from pool: [Route], incumbent: [Route] = [], limit: SelectionLimit = SelectionLimit(),
    isCancelled: () -> Bool = { false }
  ) -> RouteSelection {
    let candidates = Candidates(incumbent + pool, of: self)
    let isSound = check(incumbent).violations.allSatisfy { $0.kind == .missing }
    let start = Set(isSound ? incumbent.filter { !$0.jobs.isEmpty }.compactMap(candidates.place) : [])
    let missingPrice = candidates.priceAboveAll(of: self)
    let leavingOut = jobs.map { $0.dropCost ?? missingPrice }
    let groups = Group.parts(
      jobs: jobs.count, types: vehicles.count,
      edges: candidates.all.lazy.flatMap { candidate in candidate.route.jobs.map { ($0, candidate.route.vehicle) } })
    return withoutActuallyEscaping(isCancelled) { isCancelled in
      var budget = GroupSelector.Budget(
        steps: limit.steps, deadline: limit.time.map { ContinuousClock.now + $0 }, isCancelled: isCancelled)
      let selectors = groups.map { group in
        let types = Set(group.types)
        let members = candidates.all.indices.filter { types.contains(candidates.all[$0].route.vehicle) }
        var selector = GroupSelector(
          self, group, candidates.all, members: members, incumbent: start.intersection(members), leavingOut: leavingOut)
        selector.run(&budget)
        return selector
      }
      return selection(groups, selectors, candidates, budget, missingPrice)
    }
  }

  /// Puts what was found for the groups together.
  private func selection(
    _ groups: [Group], _ selectors: [GroupSelector], _ candidates: Candidates, _ budget: GroupSelector.Budget, _ missingPrice: Int
  ) -> RouteSelection {
    let chosen = selectors.reduce(into: Set<Int>()) { $0.formUnion($1.best) }
    let bounds = selectors.compactMap(\.bound)
    let isSolved = bounds.count == groups.count
    var jobPrices = [Int](repeating: 0, count: isSolved ? jobs.count : 0)
    var vehiclePrices = [Int](repeating: 0, count: isSolved ? vehicles.count : 0)
    for (group, selector) in zip(groups, selectors) where isSolved {
      guard let prices = selector.root?.prices.elements else { continue }
      for (row, job) in group.jobs.enumerated() { jobPrices[job] = Int(clamping: prices[row].rounded()) }
      for (row, type) in group.types.enumerated() {
        vehiclePrices[type] = max(0, Int(clamping: (-prices[group.jobs.count + row]).rounded()))
      }
    }
    return RouteSelection(
      verdict: check(chosen.sorted().map { candidates.all[$0].route }), termination: budget.termination,
      boundAmongCandidates: isSolved ? bounds.reduce(0) { $0.addingClamped($1) } : nil, jobPrices: jobPrices,
      vehiclePrices: vehiclePrices, missingPrice: missingPrice, candidates: candidates.all.count, programs: budget.programs)
  }
}
