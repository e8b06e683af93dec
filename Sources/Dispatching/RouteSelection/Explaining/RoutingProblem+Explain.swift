import Logistics
public import Routing

extension RoutingProblem {
  /// Plans again with a change, and compares.
  ///
  /// The routes that were met before are chosen from again, with those that a search of the changed problem meets, beginning at the plan as
  /// it is; so the answer is never worse than the plan without the change.
  ///
  /// ```swift
  /// let answer = try problem.solve(SearchLimit(iterations: 20_000))
  /// let selection = problem.selectRoutes(from: answer.pool, incumbent: answer.routes)
  /// let more = try problem.explain(.oneMore(vehicle: 0), of: selection, pool: answer.pool)
  /// print("one more would save", more.saving, "by price", more.price ?? 0)
  /// ```
  ///
  /// - Parameters:
  ///   - change: What would be different.
  ///   - selection: The plan as it is.
  ///   - pool: The routes that it was chosen from.
  ///   - searching: How long to look for routes that the change makes possible; `nil` to choose from the pool only.
  ///   - limit: When the choice stops.
  ///   - seed: Another seed, other routes.
  ///   - isCancelled: Asked now and then; the best so far is compared once it says yes.
  /// - Throws: `InvalidInput` if the change is none, see `changed(by:)`; `SearchError` if search and checker disagree.
  public func explain(
    _ change: RouteChange, of selection: RouteSelection, pool: [Route], searching: SearchLimit? = SearchLimit(iterations: 20_000),
    _ limit: SelectionLimit = SelectionLimit(), seed: UInt64 = 1, isCancelled: @Sendable () -> Bool = { false }
  ) throws -> RouteCounterfactual {
    let changed = try changed(by: change)
    let plan = selection.routes.compactMap { $0.changed(by: change) }
    var selector = RouteSelector(changed)
    selector.add(plan)
    selector.add(pool.compactMap { $0.changed(by: change) })
    var start = plan
    if let searching {
      let answer = try changed.solve(searching, seed: seed, start: plan, isCancelled: isCancelled)
      selector.add(answer.pool)
      selector.add(answer.routes)
      if Self.rank(answer.verdict) < Self.rank(changed.check(plan)) { start = answer.routes }
    }
    let again = selector.select(incumbent: start, limit: limit, isCancelled: isCancelled)
    return RouteCounterfactual(
      change: change, price: price(of: change, selection), before: selection.verdict, after: again.verdict,
      isOptimalAmongCandidates: selection.termination == .optimalAmongCandidates
        && again.termination == .optimalAmongCandidates)
  }

  private func price(of change: RouteChange, _ selection: RouteSelection) -> Int? {
    switch change {
    case .oneMore(let vehicle): selection.vehiclePrices.indices.contains(vehicle) ? selection.vehiclePrices[vehicle] : nil
    case .without(let job): selection.jobPrices.indices.contains(job) ? selection.jobPrices[job] : nil
    case .longerShift: nil
    }
  }

  /// Fewer missing jobs come before everything, then the cost.
  private static func rank(_ verdict: Verdict) -> (Int, Int) {
    (verdict.violations.count { $0.kind == .missing }, verdict.cost)
  }
}

extension Route {
  /// The route in the changed problem; `nil` if nothing is left of it.
  fileprivate func changed(by change: RouteChange) -> Route? {
    guard case .without(let gone) = change else { return self }
    return without(gone)
  }
}
