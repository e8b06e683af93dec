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

/// What it costs to ship an order from one node. Every amount is 0 to 10¹².
public struct Lane: Hashable, Sendable {
  public let node: ID<Node>
  /// The carrier's rate from the node to the customer, or `nil` if no carrier serves the address from there.
  public let freight: FreightRate?
  /// What packing one parcel costs there.
  public let handlingPerParcel: MinorUnits
  /// What picking one unit costs there.
  public let handlingPerUnit: MinorUnits
  /// What it costs that goods from this node arrive later than wanted: days late × price of a day, once if anything ships
  /// from there.
  public let lateness: MinorUnits

  /// A lane.
  public init(
    from node: ID<Node>, freight: FreightRate?, handlingPerParcel: MinorUnits = 0, handlingPerUnit: MinorUnits = 0,
    lateness: MinorUnits = 0
  ) {
    self.node = node
    self.freight = freight
    self.handlingPerParcel = handlingPerParcel
    self.handlingPerUnit = handlingPerUnit
    self.lateness = lateness
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
