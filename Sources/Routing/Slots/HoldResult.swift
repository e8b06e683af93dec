/// What came of the wish to hold a stop.
public enum HoldResult: Hashable, Sendable {
  /// It is held from now on, at this place.
  case held(SlotPlace)
  /// It is held from now on, and other stops were moved for it, all within their windows. The whole plan costs so much more, in
  /// the unit of the objective; less than nothing if moving them saved more.
  case heldByImproving(extraCost: Int)
  /// The same stop in the same window was held under that name already. Nothing has changed.
  case alreadyHeld
  /// Another stop or another window is held under that name: remove it first. Nothing has changed.
  case nameTaken(HeldStop)
  /// There is no place for it. Nothing has changed.
  case refused(SlotObstacle)
}
