public import Logistics

/// Units as hands move them: so many of a product at a node and, where the product is tracked, of which lot or with which
/// serial numbers.
///
/// An ``Allocation`` says how many; this also says which.
public struct StockUnits: Hashable, Sendable, Codable {
  public let node: ID<Node>
  public let sku: SKU
  /// How many units; every use asks for at least one and at most 10¹².
  public let quantity: Int
  /// The lot, of a product that is tracked by lots. Units that leave may do without: the lot that expires first goes first.
  public let lot: Lot?
  /// The serial numbers, one for each unit, of a product that is tracked by them.
  public let serials: [ID<SerialNumber>]

  /// Units, judged where they are used, so that all faults of a list are told at once.
  public init(
    _ sku: SKU, at node: ID<Node>, quantity: Int, lot: Lot? = nil, serials: [ID<SerialNumber>] = []
  ) {
    self.node = node
    self.sku = sku
    self.quantity = quantity
    self.lot = lot
    self.serials = serials
  }

  /// Units of which nobody knows more than how many.
  public init(_ allocation: Allocation) {
    self.init(allocation.sku, at: allocation.node, quantity: allocation.quantity)
  }

  /// How many of what, where.
  public var allocation: Allocation { Allocation(sku, at: node, quantity: quantity) }
}
