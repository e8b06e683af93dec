/// When the assignment of trips stops looking for a better plan and a better proof.
public struct TripLimit: Hashable, Sendable {
  /// How many nodes of the search tree are visited at most for each group of trips that share no vehicles with others, the root
  /// always. With this
  /// limit alone the same problem gives the same answer, for any number of threads.
  public var nodes: Int
  /// How long it may take on the wall clock, or `nil` for no limit.
  public var time: Swift.Duration?

  /// A limit.
  ///
  /// - Precondition: Not negative.
  public init(nodes: Int = 10_000, time: Swift.Duration? = .seconds(30)) {
    precondition(nodes >= 0, "a search of \(nodes) nodes")
    self.nodes = nodes
    self.time = time
  }
}
