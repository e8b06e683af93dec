/// What a search for a place knows of one window so far.
struct WindowSearch {
  /// The route is a new one.
  static let newRoute = -1

  let opens: Int
  let closes: Int
  /// What the best place costs; nothing found yet if it is the largest number.
  var cost = Int.max
  /// The route of the best place, its type, and the position behind which the stop goes.
  var route = Self.newRoute
  var type = 0
  var position = 0
  /// How far the places got that broke a rule, see ``SlotObstacle``.
  var obstacle = SlotObstacle.skills
  /// What a trip there and back costs alone; the largest number if none is possible.
  var loneCost = Int.max

  init(opens: Int, closes: Int) {
    self.opens = opens
    self.closes = closes
  }

  var isFound: Bool { cost < .max }

  @inline(__always)
  mutating func fail(at obstacle: SlotObstacle) {
    if self.obstacle < obstacle { self.obstacle = obstacle }
  }
}
