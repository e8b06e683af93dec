/// The ways between a new place and all places that a running plan knows already, by one travel matrix.
public struct PlaceWays: Hashable, Sendable {
  /// Metres from each known place, in the order of the rows, to the new one.
  public let metresTo: [Int]
  /// Metres from the new place to each known one.
  public let metresFrom: [Int]
  /// Seconds from each known place to the new one.
  public let secondsTo: [Int]
  /// Seconds from the new place to each known one.
  public let secondsFrom: [Int]

  /// Ways there and back. Seconds left out are as many as metres.
  public init(metresTo: [Int], metresFrom: [Int], secondsTo: [Int]? = nil, secondsFrom: [Int]? = nil) {
    self.metresTo = metresTo
    self.metresFrom = metresFrom
    self.secondsTo = secondsTo ?? metresTo
    self.secondsFrom = secondsFrom ?? metresFrom
  }
}
