public import Logistics
public import Promising

/// What a customer wants, where, and how it shall come.
public struct Order: Hashable, Sendable {
  public let id: ID<Order>
  public let placedAt: Instant
  public let channel: Channel
  public let customer: ID<Customer>
  public let lines: [OrderLine]
  public let fulfilment: Fulfilment
  /// Whether it ships whole or not at all.
  public let shipsComplete: Bool
  /// Whether the customer takes a substitute for what is not there.
  public let allowsSubstitutes: Bool

  /// An order.
  public init(
    id: ID<Order>, placedAt: Instant, channel: Channel, customer: ID<Customer>, lines: [OrderLine], fulfilment: Fulfilment,
    shipsComplete: Bool = false, allowsSubstitutes: Bool = false
  ) {
    self.id = id
    self.placedAt = placedAt
    self.channel = channel
    self.customer = customer
    self.lines = lines
    self.fulfilment = fulfilment
    self.shipsComplete = shipsComplete
    self.allowsSubstitutes = allowsSubstitutes
  }
}

extension Order {
  /// The same order as if it had come at another moment.
  func placed(at instant: Instant) -> Order {
    Order(
      id: id, placedAt: instant, channel: channel, customer: customer, lines: lines, fulfilment: fulfilment,
      shipsComplete: shipsComplete, allowsSubstitutes: allowsSubstitutes)
  }
}

/// Somebody who buys: the subject of an `ID<Customer>`, the same on every channel.
public enum Customer {}

/// How a customer gets what was ordered.
public enum Fulfilment: Hashable, Sendable {
  /// At the door, within hours of the day that the customer chose, if any.
  case delivery(to: Coordinate, between: OpeningHours?)
  /// In a store, or at a locker.
  case pickup(at: ID<Node>)
}
