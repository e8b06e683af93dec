public import Logistics

/// What may be promised of many products at many nodes, at one moment, on one channel: a dense table of values.
///
/// Made in one step under the inventory's lock, then free to read, copy and take from: planning a wave of orders costs no
/// further look into the inventory. Stock may move meanwhile; ``Inventory/Inventory/hold(_:against:at:)`` says so.
///
/// ```swift
/// let snapshot = try await inventory.snapshot(of: ["A", "B"], at: ["store-7", "dc"], for: .web, at: now)
/// snapshot[node: 0, sku: 1]   // units of "B" at "store-7"
/// ```
public struct StockSnapshot: Sendable {
  /// The rows, in the order asked for.
  public let nodes: [ID<Node>]
  /// The columns, in the order asked for.
  public let skus: [SKU]
  public let channel: Channel
  /// The moment it was taken.
  public let takenAt: Instant
  /// How many ledger entries it includes.
  public let sequence: Int
  /// Units by row, then column.
  private var units: [Int]
  private let rows: [ID<Node>: Int]
  private let columns: [SKU: Int]

  /// A table of units, node by node. Names that occur twice keep their first place.
  ///
  /// - Precondition: `units` has one entry for each node and product.
  public init(
    nodes: [ID<Node>], skus: [SKU], units: [Int], channel: Channel = .web, takenAt: Instant, sequence: Int = 0
  ) {
    precondition(units.count == nodes.count * skus.count, "\(units.count) cells for \(nodes.count) × \(skus.count)")
    self.nodes = nodes
    self.skus = skus
    self.units = units
    self.channel = channel
    self.takenAt = takenAt
    self.sequence = sequence
    rows = Dictionary(zip(nodes, nodes.indices), uniquingKeysWith: { first, _ in first })
    columns = Dictionary(zip(skus, skus.indices), uniquingKeysWith: { first, _ in first })
  }

  /// A table for rows that are known already; names that occur twice have their first place.
  init(
    nodes: [ID<Node>], rows: [ID<Node>: Int], skus: [SKU], units: [Int], channel: Channel, takenAt: Instant, sequence: Int
  ) {
    self.nodes = nodes
    self.rows = rows
    self.skus = skus
    self.units = units
    self.channel = channel
    self.takenAt = takenAt
    self.sequence = sequence
    columns = Dictionary(zip(skus, skus.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The row of a node, or `nil` if the snapshot does not have it.
  public func row(of node: ID<Node>) -> Int? { rows[node] }

  /// The column of a product, or `nil` if the snapshot does not have it.
  public func column(of sku: SKU) -> Int? { columns[sku] }

  /// Units that may be promised, by row and column.
  public subscript(node row: Int, sku column: Int) -> Int {
    get { units[row * skus.count + column] }
    set { units[row * skus.count + column] = newValue }
  }

  /// Lends the units, row by row, to a search that looks at many of them.
  package func withUnits<Result>(_ body: (UnsafeBufferPointer<Int>) throws -> Result) rethrows -> Result {
    try units.withUnsafeBufferPointer(body)
  }

  /// Units that may be promised, or `nil` if the snapshot does not know the node or the product.
  public func available(_ sku: SKU, at node: ID<Node>) -> Int? {
    guard let row = rows[node], let column = columns[sku] else { return nil }
    return self[node: row, sku: column]
  }

  /// Takes units out of this copy, for the next order to see what is left.
  ///
  /// - Precondition: the snapshot has the node and the product, and that many units of it.
  public mutating func take(_ allocation: Allocation) {
    guard let row = rows[allocation.node], let column = columns[allocation.sku] else {
      preconditionFailure("\(allocation) is not in the snapshot")
    }
    precondition(
      (0...max(0, self[node: row, sku: column])).contains(allocation.quantity), "\(allocation), but there are fewer")
    self[node: row, sku: column] -= allocation.quantity
  }
}
