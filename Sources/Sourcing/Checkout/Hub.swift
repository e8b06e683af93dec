public import Logistics

/// A way from a hub to the customer, or the counter of a store: one parcel with all of an order goes by it.
public struct LastLeg: Hashable, Sendable {
  /// Its rate, its lateness, and the day on which the customer has the order. Free for an order that is fetched.
  public let service: LaneService
  /// The last day on which goods may come to the hub to leave with it, or `nil` if they may come on any.
  public let feederBy: LocalDate?

  /// A last leg.
  public init(_ service: LaneService, feederBy: LocalDate? = nil) {
    self.service = service
    self.feederBy = feederBy
  }
}

/// A node at which an order can be gathered: its parts travel there and go on as one parcel, or wait there for the customer.
///
/// What the hub has itself takes part without a journey. Every amount is 0 to 10¹².
public struct Hub: Hashable, Sendable {
  public let node: ID<Node>
  /// The lanes of other nodes to the hub, at most one for each. A service that `arrives` on a day is at the hub on that day.
  public let transfers: [Lane]
  /// What picking one unit of the hub's own stock costs.
  public let pickingPerUnit: MinorUnits
  /// What packing the one parcel costs.
  public let handlingPerParcel: MinorUnits
  /// What sorting costs for each unit of the order.
  public let handlingPerUnit: MinorUnits
  /// The ways on from there; at least one.
  public let lastLegs: [LastLeg]

  /// A hub. It is checked where a problem is made of it.
  public init(
    _ node: ID<Node>, transfers: [Lane], lastLegs: [LastLeg], pickingPerUnit: MinorUnits = 0, handlingPerParcel: MinorUnits = 0,
    handlingPerUnit: MinorUnits = 0
  ) {
    self.node = node
    self.transfers = transfers
    self.lastLegs = lastLegs
    self.pickingPerUnit = pickingPerUnit
    self.handlingPerParcel = handlingPerParcel
    self.handlingPerUnit = handlingPerUnit
  }

  /// The lanes on which goods come together, the hub's own first.
  var lanes: [Lane] { [Lane(from: node, freight: .flat(0), handlingPerUnit: pickingPerUnit)] + transfers }

  /// What its work costs for an order of so many units.
  func handling(units: Int) -> MinorUnits { handlingPerParcel + handlingPerUnit * units }
}
