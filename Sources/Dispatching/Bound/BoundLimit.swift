/// When the search for a lower bound stops. What is proved by then is handed out: more rounds raise the bound, none is needed for it
/// to be valid.
public struct BoundLimit: Hashable, Sendable {
  /// How many rounds of column generation are made at most for each group of jobs. With this limit alone the same input gives the
  /// same bound.
  public var rounds: Int
  /// How long it may take on the wall clock, or `nil` for no limit. A pricing that is under way is finished.
  public var time: Swift.Duration?

  /// A limit.
  ///
  /// - Precondition: Not negative.
  public init(rounds: Int = 100, time: Swift.Duration? = nil) {
    precondition(rounds >= 0, "a bound of \(rounds) rounds")
    self.rounds = rounds
    self.time = time
  }
}
