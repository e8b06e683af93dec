public import Routing

extension RoutingProblem {
  /// Chooses out of a pool of routes the set that serves the jobs at the least cost, once. For a pool that grows see `RouteSelector`.
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
    var selector = RouteSelector(self)
    selector.add(incumbent)
    selector.add(pool)
    return selector.select(incumbent: incumbent, limit: limit, isCancelled: isCancelled)
  }
}
