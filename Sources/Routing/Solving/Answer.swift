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

  /// The routes.
  public var routes: [Route] { verdict.routes.map(\.route) }
}
