/// When the search for a wave's plan stops.
public struct WaveLimit: Hashable, Sendable {
  /// How many changes of the plan are tried at most. With this limit alone the same wave gives the same plan, for any number of threads.
  public var tries: Int
  /// How long it may take on the wall clock, or `nil` for no limit.
  public var time: Swift.Duration?
  /// The gap that is small enough: (cost − bound) / cost.
  public var gap: Double

  /// A limit.
  ///
  /// - Precondition: Not negative.
  public init(tries: Int = 400_000, time: Swift.Duration? = .seconds(20), gap: Double = 0) {
    precondition(tries >= 0 && gap >= 0, "a limit of \(tries) tries and a gap of \(gap)")
    self.tries = tries
    self.time = time
    self.gap = gap
  }
}
