/// Why goods may not come back.
public enum RefusalGround: Hashable, Sendable, Codable {
  /// No right and no policy lets them; why, for people.
  case noRight(String)
  /// The time for it is over.
  case tooLate
  /// Goods of their kind do not come back, as sealed ones for hygiene; why, for people.
  case excluded(String)
  /// The customer returns more than the shop's limits allow. Never a ground where the request rests on a legal right.
  case limits
}
