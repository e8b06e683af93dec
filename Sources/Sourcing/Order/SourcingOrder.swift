public import Logistics

/// One line of an order to source.
public struct SourcingLine: Hashable, Sendable {
  public let sku: SKU
  /// Units wanted, 1 to 10⁶.
  public let quantity: Int
  /// What one unit weighs, packed.
  public let weight: Weight
  /// The room one unit takes, packed.
  public let volume: Volume
  /// What it costs to leave a unit out, or `nil` if every unit must ship.
  public let unfilledCost: MinorUnits?

  /// A line.
  public init(
    _ sku: SKU, quantity: Int, weight: Weight = .zero, volume: Volume = .zero, unfilledCost: MinorUnits? = nil
  ) {
    self.sku = sku
    self.quantity = quantity
    self.weight = weight
    self.volume = volume
    self.unfilledCost = unfilledCost
  }
}

/// A way for parcels to get from a node to the customer of an order.
public struct LaneService: Hashable, Sendable {
  /// Its name, for whoever asks which way a parcel goes; may be empty.
  public let id: ID<LaneService>
  /// What the carrier charges for a parcel.
  public let rate: FreightRate
  /// What it costs that a parcel by this service arrives later than wanted: days late × price of a day.
  public let lateness: MinorUnits
  /// The day on which its parcels are there, if that matters: see ``SourcingProblem/front(stepLimit:)``.
  public let arrives: LocalDate?

  /// A service.
  public init(_ rate: FreightRate, id: ID<LaneService> = "", lateness: MinorUnits = 0, arrives: LocalDate? = nil) {
    self.id = id
    self.rate = rate
    self.lateness = lateness
    self.arrives = arrives
  }

  /// What a parcel costs by it, lateness included, or `nil` if the carrier refuses it.
  func price(weight: Weight, volume: Volume) -> MinorUnits? {
    rate.price(weight: weight, volume: volume).map { $0 + lateness }
  }
}

/// What it costs to ship an order from one node. Every amount is 0 to 10¹².
public struct Lane: Hashable, Sendable {
  public let node: ID<Node>
  /// The services from the node to the customer; every parcel goes by the one that is cheapest for it. None if nobody serves the
  /// address from there.
  public let services: [LaneService]
  /// What packing one parcel costs there.
  public let handlingPerParcel: MinorUnits
  /// What picking one unit costs there.
  public let handlingPerUnit: MinorUnits

  /// A lane with services to choose from.
  public init(
    from node: ID<Node>, services: [LaneService], handlingPerParcel: MinorUnits = 0, handlingPerUnit: MinorUnits = 0
  ) {
    self.node = node
    self.services = services
    self.handlingPerParcel = handlingPerParcel
    self.handlingPerUnit = handlingPerUnit
  }

  /// A lane with one service, or none.
  public init(
    from node: ID<Node>, freight: FreightRate?, handlingPerParcel: MinorUnits = 0, handlingPerUnit: MinorUnits = 0,
    lateness: MinorUnits = 0
  ) {
    self.init(
      from: node, services: freight.map { [LaneService($0, lateness: lateness)] } ?? [], handlingPerParcel: handlingPerParcel,
      handlingPerUnit: handlingPerUnit)
  }

  /// Whether no parcel's price depends on what is in it.
  package var isFlat: Bool { services.allSatisfy(\.rate.isFlat) }

  /// The lowest price of any parcel, packing and lateness included; `nil` without a service.
  package var lowest: MinorUnits? {
    var lowest: MinorUnits?
    for service in services {
      let price = service.rate.lowest + service.lateness
      lowest = min(lowest ?? price, price)
    }
    return lowest.map { $0 + handlingPerParcel }
  }

  /// The service that is cheapest for a parcel, the first of those that cost the same; `nil` if every carrier refuses it.
  func cheapest(weight: Weight, volume: Volume) -> Int? {
    var best: (service: Int, price: MinorUnits)?
    for (index, service) in services.enumerated() {
      guard let price = service.price(weight: weight, volume: volume), best.map({ price < $0.price }) ?? true else { continue }
      best = (index, price)
    }
    return best?.service
  }
}

/// An order to source: what is wanted, and over which lanes it can ship. How much is in stock comes with the
/// ``SourcingProblem``.
public struct SourcingOrder: Hashable, Sendable {
  public let lines: [SourcingLine]
  /// At most one for each node.
  public let lanes: [Lane]
  /// The most parcels the order may arrive in, or `nil` for no limit.
  public let maximumParcels: Int?
  /// Whether the order ships whole or not at all.
  public let shipsComplete: Bool
  /// What every parcel after the first costs in goodwill.
  public let extraParcelCost: MinorUnits

  /// An order. It is checked where a problem is made of it.
  public init(
    lines: [SourcingLine], lanes: [Lane], maximumParcels: Int? = nil, shipsComplete: Bool = false,
    extraParcelCost: MinorUnits = 0
  ) {
    self.lines = lines
    self.lanes = lanes
    self.maximumParcels = maximumParcels
    self.shipsComplete = shipsComplete
    self.extraParcelCost = extraParcelCost
  }
}
