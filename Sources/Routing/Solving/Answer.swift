/// The best plan that a search found, as the checker judged it.
public struct Answer: Sendable {
  /// The plan's routes, times, loads, cost, and what it breaks, if anything. The checker shares no code with the search.
  public let verdict: Verdict
  /// How many iterations all searchers made together.
  public let iterations: Int
  /// How long it took on the wall clock.
  public let time: Swift.Duration
  /// The seed of the random numbers.
  public let seed: UInt64
  /// Each improvement: when, and the cost from then on. Only plans that serve every job that must be served.
  public let trace: [(time: Swift.Duration, cost: Int)]
  /// Different routes that the search met, most recent first: those of its best plans, and in its later part those it was at
  /// now and then. Each is feasible by itself.
  public let pool: [Route]

  /// The same with a plan in place of the best that was found by other means, a proof say: if the checker finds it sound and better.
  ///
  /// - Parameters:
  ///   - problem: The one that was solved.
  ///   - elapsed: When it was found, on the wall clock since the search began.
  /// - Complexity: O(stops).
  public func improved(by routes: [Route], of problem: RoutingProblem, after elapsed: Swift.Duration) -> Answer {
    let better = problem.check(routes)
    let isSound = better.violations.allSatisfy { $0.kind == .missing && verdict.violations.contains($0) }
    guard isSound, better.cost < verdict.cost || better.violations.count < verdict.violations.count else { return self }
    return Answer(
      verdict: better, iterations: iterations, time: max(time, elapsed), seed: seed,
      trace: better.isFeasible ? trace + [(elapsed, better.cost)] : trace, pool: routes + pool)
  }

  /// The routes.
  public var routes: [Route] { verdict.routes.map(\.route) }
}
