/// What a change would bring, found by solving again.
///
/// A price of the linear program says what a small change is worth at most. Whole vehicles and whole trips are not small: this is
/// what really comes of it.
public struct TripCounterfactual: Sendable {
  /// What would be different.
  public let change: TripChange
  /// What the linear program of the answer that is explained says at most of the saving, in the unit of the objective; `nil` where it has no
  /// price for such a change.
  public let price: Double?
  /// The cost of the part of the plan that the change has to do with, as it is: the trips that share vehicles with what changes.
  public let before: Int
  /// Its cost with the change.
  public let after: Int
  /// Trips of that part that must be driven and are not, as it is.
  public let missingBefore: [Int]
  /// Trips that must be driven and are not with the change.
  public let missingAfter: [Int]
  /// Whether both are proved optimal, so that the saving is exact.
  public let isProved: Bool

  /// What the change saves, in the unit of the objective: that much less a plan costs that was found. Says nothing while trips
  /// are missing.
  public var saving: Int { before - after }
}
