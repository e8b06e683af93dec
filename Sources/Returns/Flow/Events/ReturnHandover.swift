public import Logistics

/// How the customer hands goods over.
public enum ReturnHandover: Hashable, Sendable, Codable {
  /// With a label, at any office of the carrier.
  case label(carrier: String, tracking: String)
  /// A vehicle fetches them at the door.
  case pickup(TimeWindow)
  /// At a locker or a partner's counter.
  case dropOff(at: ID<Node>)
  /// At a counter of the shop.
  case store(ID<Node>)
}
