public import Inventory
public import Logistics

/// An order whose stock is committed and whose dates are promised.
public struct AcceptedOrder: Hashable, Sendable {
  /// What was accepted.
  public let offer: Offer
  /// The stock that is kept for it.
  public let hold: ID<Hold>

  public var order: Order { offer.order }
}

/// The answer to an order.
public enum Acceptance: Hashable, Sendable {
  case accepted(AcceptedOrder)
  case refused(Order, Refusal)

  /// The order as accepted, if it was.
  public var accepted: AcceptedOrder? {
    if case .accepted(let order) = self { order } else { nil }
  }
}
