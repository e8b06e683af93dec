public import Forecasting
public import Foundation
public import Logistics

/// Orders of the past with what became of them, from a CSV file: what `lastmile backtest` replays.
///
/// The moments of the file are those of the wall clock, without a zone; they are read as if the clock were that of UTC, so that
/// dates are the file's own. ``docs/formats.md`` has the columns.
public struct OrderHistory: Sendable {
  /// The orders, in the order of the file.
  public let orders: [HistoricalOrder]

  static let columns = ["order_id", "purchase_ts", "delivered_ts", "estimated_date", "seller_state", "cust_state"]
  static let optional = [
    "approved_ts", "carrier_ts", "shipping_limit_ts", "n_items", "n_sellers", "price", "freight", "weight_g", "volume_cm3",
    "seller_zip5", "seller_city", "seller_lat", "seller_lng", "cust_zip5", "cust_city", "cust_lat", "cust_lng", "cust_tz",
    "geo_level", "dist_km",
  ]

  /// Reads a file.
  ///
  /// - Throws: `InvalidInput` with every fault, each with its line and column.
  public init(contentsOf file: URL) throws(InvalidInput) {
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw InvalidInput(file.path, [Fault(at: "file", found: "nothing that can be read", expected: "a CSV file of orders")])
    }
    try self.init(data, named: file.path)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: `InvalidInput` with every fault, each with its line and column.
  public init(_ data: Data, named name: String) throws(InvalidInput) {
    let table = try CSVTable(data, named: name, columns: Self.columns, optional: Self.optional)
    var orders: [HistoricalOrder] = []
    var lines: [ID<Consignment>: Int] = [:]
    for row in table.rows {
      guard let order = row.order() else { continue }
      if let first = lines.updateValue(row.line, forKey: order.consignment.id) {
        row.fault("order_id", "a name given once, not as in line \(first)")
        continue
      }
      orders.append(order)
    }
    if table.rows.isEmpty { table.log.add(at: "file", found: "no order", expected: "at least one row below the header") }
    try table.log.faults.throwIfAny(name)
    self.orders = orders
  }
}
