/// When the selection of routes stops looking for a better set.
public struct SelectionLimit: Hashable, Sendable {
  /// How many steps of the simplex method are made to find whole numbers, over all groups of jobs; the first linear program of each group,
  /// which gives bound and prices, is always finished. With this limit alone the same pool gives the same selection.
  public var steps: Int
  /// How long it may take on the wall clock, or `nil` for no limit.
  public var time: Swift.Duration?

  /// A limit.
  ///
  /// - Precondition: Not negative.
  public init(steps: Int = 5_000, time: Swift.Duration? = nil) {
    precondition(steps >= 0, "a selection of \(steps) steps")
    self.steps = steps
    self.time = time
  }
}
