public import Logistics

extension RoutingProblem {
  /// Plans the rest of a day anew after something has happened, with as little as that is worth changed of what customers were told.
  ///
  /// What is driven, and what vehicles are on their way to, stays as it is (see ``RunningDay``). The search begins with the plan that runs;
  /// a second by which a stop begins sooner or later, and a stop that another vehicle serves, have a price, so that customers and drivers
  /// who have nothing to do with it hear of nothing.
  ///
  /// ```swift
  /// let replan = try problem.replanned(from: answer.routes, at: now, events: [.vehicleDown(route: 2)], prices: .usual(for: problem))
  /// for change in replan.changes { print(change.job, change.outcome, change.before?.begin, change.after?.begin) }
  /// ```
  ///
  /// - Parameters:
  ///   - plan: The routes that run, by the numbers of this problem; what the checker says of them is what customers were told.
  ///   - now: When it is.
  ///   - events: What has happened, in any order.
  ///   - prices: What it costs to do otherwise than was told.
  ///   - leeway: What the day may take beyond the rules.
  ///   - limit: When to stop; with a number of iterations the answer is the same on every machine.
  ///   - seed: Another seed, another plan.
  ///   - threads: At most so many threads work; more than two are not used.
  ///   - isCancelled: Asked between stretches of some milliseconds; the best plan so far is returned once it says yes.
  /// - Throws: `InvalidInput` as ``RunningDay/init(of:plan:at:events:prices:leeway:)``; `SearchError` if the checker does not agree with the
  ///   search. What cannot be served any more is no error: the verdict and ``Replan/stops`` name it.
  public func replanned(
    from plan: [Route], at now: Instant, events: [DayEvent], prices: StabilityPrices, leeway: Leeway = Leeway(),
    limit: SearchLimit = SearchLimit(time: .milliseconds(800)), seed: UInt64 = 1, threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Replan {
    try RunningDay(of: self, plan: plan, at: now, events: events, prices: prices, leeway: leeway)
      .replanned(limit, seed: seed, threads: threads, isCancelled: isCancelled)
  }
}

extension RunningDay {
  /// Looks for the best rest of the day, from the plan that runs.
  ///
  /// - Throws: `SearchError` if the checker does not agree with the search.
  public func replanned(
    _ limit: SearchLimit = SearchLimit(time: .milliseconds(800)), seed: UInt64 = 1, threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws(SearchError) -> Replan {
    // Routes are driven through for what was told, so that steps are short, for a second to be a second.
    let shape = SearchShape(stretchWork: 5_000)
    let answer = try Solver(problem, limit, seed: seed, threads: threads, start: start, shape: shape).run(isCancelled) { _ in }
    return Replan(self, answer)
  }
}
