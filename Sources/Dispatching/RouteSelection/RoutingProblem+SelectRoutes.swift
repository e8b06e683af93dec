public import Routing

extension RoutingProblem {
  /// Chooses out of a pool of routes the set that serves the jobs at the least cost: set partitioning on GLPK.
  ///
  /// Each job is on one chosen route or left out, at its drop cost or, if it must be served, as missing; of each vehicle type no more are
  /// used than there are. Fewer missing jobs come before everything, then the cost.
  ///
  /// - Parameters:
  ///   - pool: Routes to choose from, as `Answer.pool`. Those that break a rule by themselves, or name what the problem does
  ///     not have, are left out.
  ///   - incumbent: A plan to begin with; its routes join the pool. If it keeps every rule (jobs missing aside) the selection
  ///     is never worse.
  ///   - limit: When to stop.
  ///   - isCancelled: Asked between linear programs.
  /// - Returns: The selection; why it ended is said by its `termination`.
  /// - Complexity: One linear program of as many columns as candidates, then small ones. Measured on one core: see the guide of this module.
  public func selectRoutes(
    from pool: [Route], incumbent: [Route] = [], limit: SelectionLimit = SelectionLimit(),
    isCancelled: () -> Bool = { false }
  ) -> RouteSelection {
    let candidates = Candidates(incumbent + pool, of: self)
    let isSound = check(incumbent).violations.allSatisfy { $0.kind == .missing }
    let start = isSound ? incumbent.filter { !$0.jobs.isEmpty }.compactMap(candidates.place) : []
    return withoutActuallyEscaping(isCancelled) { isCancelled in
      var selector = Selector(self, candidates, incumbent: start, limit: limit, isCancelled: isCancelled)
      return selector.run()
    }
  }
}
