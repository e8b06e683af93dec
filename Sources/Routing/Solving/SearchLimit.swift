/// When a search stops.
public struct SearchLimit: Hashable, Sendable {
  /// How many iterations all searchers together make, or `nil` for no limit.
  ///
  /// With a number of iterations the answer is the same, byte for byte, on every machine and for every number of threads.
  public var iterations: Int?
  /// How long the search may take on the wall clock, or `nil` for no limit. With a number of iterations given as well, the
  /// clock only cuts the search off; alone, it also sets the pace at which the search cools down.
  public var time: Swift.Duration?

  /// A limit.
  ///
  /// - Precondition: At least one of the two is given, and neither is negative.
  public init(iterations: Int? = nil, time: Swift.Duration? = nil) {
    precondition(iterations != nil || time != nil, "a search without a limit")
    precondition((iterations ?? 0) >= 0 && (time ?? .zero) >= .zero, "a negative limit")
    self.iterations = iterations
    self.time = time
  }
}
