/// Why a stop has no place in a window.
///
/// Every place in every route, and a route of its own for each type with a vehicle left, is tested against the rules in the order
/// of the cases, to the first that it breaks. The obstacle is the last rule in that order that any place broke: all places fail
/// at it or before.
public enum SlotObstacle: Int, Hashable, Sendable, CaseIterable {
  /// No vehicle has all the skills, or there is no vehicle.
  case skills
  /// Whoever has the skills has the most stops already.
  case stops
  /// It is too large for what is left in the vehicles.
  case load
  /// No vehicle can begin in the window and keep its shift and the windows promised to others.
  case time
  /// Some could in time, but would drive beyond the longest distance of their vehicle.
  case distance
  /// Some could, but would be out longer than the longest duration of their vehicle with its overtime.
  case duration
}

extension SlotObstacle: Comparable {
  /// Orders by how far the places got before they failed.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
