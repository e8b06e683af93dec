/// When the search for a lower bound stops. What is proved by then is handed out: more rounds raise the bound, none is needed for
/// it to be valid.
public struct BoundLimit: Hashable, Sendable {
  /// How many rounds of column generation are made at most for each group of jobs. Without a limit of time the same input gives
  /// the same bound.
  public var rounds: Int
  /// How many spanning trees are built at most for each group of jobs, before the rounds.
  public var trees: Int
  /// How long it may take on the wall clock, or `nil` for no limit. A pricing that is under way is finished. Where
  /// column generation follows, the trees take a third of it at most.
  public var time: Swift.Duration?

  /// How many threads may search for routes, two at most; it changes nothing of what they find.
  public var threads: Int

  /// A limit.
  ///
  /// - Precondition: Not negative; a thread at least.
  public init(rounds: Int = 100, trees: Int = 2000, time: Swift.Duration? = nil, threads: Int = 2) {
    precondition(rounds >= 0 && trees >= 0 && threads >= 1, "a bound of \(rounds) rounds, \(trees) trees and \(threads) threads")
    self.rounds = rounds
    self.trees = trees
    self.time = time
    self.threads = threads
  }
}
