public import Logistics

/// What a customer is about to buy, before it is said how it shall come.
public struct Cart: Hashable, Sendable {
  /// The name under which it becomes an order.
  public let id: ID<Order>
  public let customer: ID<Customer>
  public let channel: Channel
  public let lines: [OrderLine]
  /// The door to which it could come; `nil` if it is only to be fetched.
  public let address: Coordinate?
  /// The stores and lockers at which it could be fetched.
  public let pickups: Pickups
  /// The slots in which the house's vehicles could come.
  public let slots: Slots
  /// Whether it ships whole or not at all.
  public let shipsComplete: Bool
  /// Whether the customer takes a substitute for what is not there.
  public let allowsSubstitutes: Bool

  /// At which stores and lockers a customer would fetch it.
  public enum Pickups: Hashable, Sendable {
    case none
    /// So many stores and lockers nearest to the address.
    case nearest(Int)
    case at([ID<Node>])
  }

  /// Which slots are quoted, and kept until the quote ends. What is kept for one cart others cannot have meanwhile, so few are better.
  public enum Slots: Hashable, Sendable {
    case none
    /// So many of those that can be had, the soonest.
    case soonest(Int)
    /// Those of these windows that can be had, as ``Planner/slots(for:days:at:)`` told them.
    case at([TimeWindow])
  }

  /// A cart.
  public init(
    id: ID<Order>, customer: ID<Customer>, channel: Channel, lines: [OrderLine], address: Coordinate?,
    pickups: Pickups = .none, slots: Slots = .none, shipsComplete: Bool = true, allowsSubstitutes: Bool = false
  ) {
    self.id = id
    self.customer = customer
    self.channel = channel
    self.lines = lines
    self.address = address
    self.pickups = pickups
    self.slots = slots
    self.shipsComplete = shipsComplete
    self.allowsSubstitutes = allowsSubstitutes
  }
}

extension Cart {
  /// The cart as an order that comes in one way.
  func order(_ fulfilment: Fulfilment, at now: Instant) -> Order {
    Order(
      id: id, placedAt: now, channel: channel, customer: customer, lines: lines, fulfilment: fulfilment,
      shipsComplete: shipsComplete, allowsSubstitutes: allowsSubstitutes)
  }

  /// Whether another cart is this one, on whatever channel and in whatever order its lines stand.
  func isSame(as other: Cart) -> Bool {
    id == other.id && customer == other.customer && address == other.address && pickups == other.pickups
      && slots == other.slots && shipsComplete == other.shipsComplete && allowsSubstitutes == other.allowsSubstitutes
      && units == other.units
  }

  private var units: [SKU: Int] {
    lines.reduce(into: [:]) { $0[$1.sku, default: 0] += $1.quantity }
  }
}
