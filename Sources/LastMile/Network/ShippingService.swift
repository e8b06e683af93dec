public import Logistics
public import Promising
public import Sourcing

/// A way to get parcels to customers: who drives, from which nodes, when, and for how much.
public struct ShippingService: Hashable, Sendable {
  /// What a service does with a parcel.
  public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// The house's own vehicles bring it to the door; their routes are planned.
    case ownVan
    /// Somebody else brings it to the door.
    case carrier
    /// The customer fetches it where it lies.
    case storePickup
    /// A truck brings it to the store or the locker where the customer fetches it.
    case transfer
    /// Somebody else brings it to the locker where the customer fetches it, and to no door and no store.
    case lockerCarrier
  }

  public let id: ID<DeliveryService>
  public let role: Role
  /// The nodes it serves.
  public let nodes: Set<ID<Node>>
  /// When it leaves, drives and delivers; not used for a pickup, where the store's own hours hold.
  public let delivery: DeliveryService?
  /// What a parcel costs, by the name of the band; a band that is missing is not served. Empty for a pickup, which is free.
  public let tariff: FreightTariff
  /// The hours among which a customer may choose when the house's own vehicles come; empty if only the day is promised, or the
  /// hours of ``delivery``.
  public let slots: [OpeningHours]

  /// A service.
  public init(
    id: ID<DeliveryService>, role: Role, nodes: Set<ID<Node>>, delivery: DeliveryService?, tariff: FreightTariff,
    slots: [OpeningHours] = []
  ) {
    self.id = id
    self.role = role
    self.nodes = nodes
    self.delivery = delivery
    self.tariff = tariff
    self.slots = slots
  }
}
