public import Inventory
public import Logistics

/// An order whose stock is committed and whose dates are promised.
public struct AcceptedOrder: Hashable, Sendable {
  /// What was accepted. It does not change, whatever becomes of the order.
  public let offer: Offer
  /// The stock that is kept for it.
  public let hold: ID<Hold>
  /// What ships, as it stands now.
  public internal(set) var parcels: [OfferedParcel]
  /// How what is gathered at hubs goes on from there, as it stands now.
  public internal(set) var lastLegs: [OfferedLeg]
  /// Units that do not ship, as it stands now.
  public internal(set) var unfilled: [OrderLine]
  /// The day on which the last parcel is there, as it stands now; of an order that ships nothing any more, the last one promised.
  public internal(set) var promisedDate: LocalDate
  /// What changed since it was accepted because a node could not ship its part, oldest first.
  public internal(set) var resourcings: [Resourcing] = []
  /// What news of delays did to it since it was accepted, oldest first: see ``Planner/report(_:)``.
  public internal(set) var disruptions: [Disruption.Impact] = []

  public var order: Order { offer.order }

  /// An order as it was offered.
  init(_ offer: Offer, hold: ID<Hold>) {
    self.offer = offer
    self.hold = hold
    parcels = offer.parcels
    lastLegs = offer.lastLeg.map { [$0] } ?? []
    unfilled = offer.unfilled
    promisedDate = offer.promisedDate
  }
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
