/// Makes a better plan out of routes that a search met in different plans.
///
/// A search hands it the routes it met since the last time, at fixed points of its later part, and goes on from what it returns. Each
/// search works on a copy, so that two searches with the same recombiner do not meet.
///
/// ```swift
/// let answer = try problem.solve(SearchLimit(time: .seconds(10)), recombiner: PartitioningRecombiner(problem))
/// ```
///
/// `Routing` itself has none, and so needs no solver of linear programs; `Dispatching` has one on GLPK.
public protocol RouteRecombiner: Sendable {
  /// Looks for a better plan among all routes seen so far.
  ///
  /// What it returns is judged by the checker before the search takes it: routes that break a rule, or are no better than the
  /// incumbent, are passed over. For an answer that depends on nothing but the input it must not look at the clock when
  /// ``RecombinationRound/time`` is `nil`.
  ///
  /// - Returns: The routes of a whole plan, or `nil` if there is none better.
  mutating func recombine(_ round: RecombinationRound, isCancelled: () -> Bool) -> [Route]?
}

/// What a search hands to a recombiner at a time.
public struct RecombinationRound: Sendable {
  /// Routes that the search met since the last round, most recent last; each keeps every rule by itself.
  public let routes: [Route]
  /// The best plan so far.
  public let incumbent: [Route]
  /// How long it may take on the wall clock; `nil` where only the number of iterations ends the search.
  public let time: Swift.Duration?

  /// A round.
  public init(routes: [Route], incumbent: [Route], time: Swift.Duration?) {
    self.routes = routes
    self.incumbent = incumbent
    self.time = time
  }
}
