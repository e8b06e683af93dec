public import Inventory
public import Logistics

/// What a seller did to a unit in the service of its guarantee: what a warranty clock stops for, goes on after or restarts at.
public enum ServiceEvent: Hashable, Sendable, Codable {
  /// It was out of the customer's hands to be repaired, from the handover until it was back.
  case repaired(from: Instant, to: Instant)
  /// Another unit of the same product took its place, with its serial number where the product is tracked by them.
  case replaced(at: Instant, serial: ID<SerialNumber>?)
}

/// The services of units of one order line that share their history.
public struct ServiceRecord: Hashable, Sendable, Codable {
  /// How many units.
  public let quantity: Int
  /// The serial number of the unit that was bought, of a product that is tracked by them; the quantity is 1 then.
  public let serial: ID<SerialNumber>?
  /// What was done, oldest first; at least one.
  public let events: [ServiceEvent]

  /// A record.
  public init(quantity: Int, serial: ID<SerialNumber>?, events: [ServiceEvent]) {
    self.quantity = quantity
    self.serial = serial
    self.events = events
  }
}
