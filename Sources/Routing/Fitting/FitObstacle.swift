/// Why something has no place in a running plan.
///
/// Every place in every route, and a route of its own for each type with a vehicle left, is tested against the rules in the order
/// of the cases, to the first that it breaks. The obstacle is the last rule in that order that any place broke: all places fail
/// at it or before.
public enum FitObstacle: Int, Hashable, Sendable, CaseIterable {
  /// Another of its alternatives is served.
  case alternatives
  /// No vehicle has all the skills, or there is no vehicle.
  case skills
  /// Jobs that it must share a route with are on another.
  case sameRoute
  /// Whoever could take it has the most stops already.
  case stops
  /// The vehicle would drive farther than it may.
  case distance
  /// It would come before a job that must come first, or a delivery after a pickup where deliveries come first.
  case order
  /// It is too large for what is left in the vehicles.
  case load
  /// No vehicle can be there in its windows and keep its shift, its breaks and what is promised to others.
  case time
  /// Goods would be on board for too long.
  case timeOnBoard
  /// The vehicle would be out longer than its longest duration with its overtime.
  case duration
}

extension FitObstacle: Comparable {
  /// Orders by how far the places got before they failed.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
