public import Inventory
public import Logistics

/// What units in stock are worth where they lie, beside what it costs to ship them: a table of the shape of a snapshot.
///
/// Above zero for what others will want from there and could not get as cheaply elsewhere: the opportunity cost of scarce stock, as
/// the prices of a wave tell it (J. Acimovic and S. Graves, "Making better fulfillment decisions on the fly in an online retail
/// environment", Manufacturing & Service Operations Management 17, 2015). Below zero for what should go, as the markdown that a sale
/// elsewhere saves.
///
/// ```swift
/// var prices = StockPrices(for: snapshot)
/// prices["shoe", at: "store-7"] = 120     // the last pair in that town
/// prices["shoe", at: "outlet"] = -300     // else marked down on Monday
/// let problem = try SourcingProblem(order, stock: snapshot, prices: prices)
/// ```
public struct StockPrices: Sendable {
  private let stock: StockSnapshot
  private var values: [Int]
  /// No price is further from nothing.
  private(set) var greatest = 0

  /// Prices of nothing for everything in a snapshot.
  public init(for stock: StockSnapshot) {
    self.stock = stock
    values = [Int](repeating: 0, count: stock.nodes.count * stock.skus.count)
  }

  /// The price of a unit; nothing for what the snapshot does not know, which cannot be given one either.
  public subscript(sku: SKU, at node: ID<Node>) -> MinorUnits {
    get {
      guard let row = stock.row(of: node), let column = stock.column(of: sku) else { return 0 }
      return self[node: row, sku: column]
    }
    set {
      guard let row = stock.row(of: node), let column = stock.column(of: sku) else { return }
      self[node: row, sku: column] = newValue
    }
  }

  /// The price of a unit, by row and column of the snapshot.
  public subscript(node row: Int, sku column: Int) -> MinorUnits {
    get { MinorUnits(values[row * stock.skus.count + column]) }
    set {
      values[row * stock.skus.count + column] = newValue.count
      greatest = max(greatest, Int(clamping: newValue.count.magnitude))
    }
  }

  /// Whether these are prices for what another snapshot has: the same nodes and products in the same order.
  func fits(_ other: StockSnapshot) -> Bool { other.nodes == stock.nodes && other.skus == stock.skus }

  /// Lends the prices, row by row.
  func withValues<Result>(_ body: (UnsafePointer<Int>?) -> Result) -> Result {
    values.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
