public import Inventory
public import Logistics

/// One order and the stock it may ship from, checked and ready to solve.
///
/// A plan is a list of parcels. A parcel ships from one node and pays that lane's freight by its weight and volume, its packing
/// and the picking of its units; each node used pays its lateness once; each parcel after the first pays the order's
/// `extraParcelCost`; each unit left out pays its `unfilledCost`. Several parcels may ship from one node, which is cheaper
/// where a carrier's brackets are steep.
///
/// ```swift
/// let order = SourcingOrder(
///   lines: [SourcingLine("shoe", quantity: 2, weight: .grams(900))],
///   lanes: [Lane(from: "store-7", freight: .flat(290)), Lane(from: "dc", freight: .flat(420))])
/// let problem = try SourcingProblem(order, available: [[1], [9]])
/// let plan = problem.solve().plan!   // one parcel from "dc" for 420: cheaper than two for 710
/// ```
public struct SourcingProblem: Sendable {
  /// The order.
  public let order: SourcingOrder
  /// Units of each line (second index) that each lane's node can ship (first index).
  let available: [Int]
  let parcelsLeft: [Int?]
  let instance: Instance

  /// An order with the units of each line that the node of each lane can ship. Lines of one product share their units: each
  /// is given all of them.
  ///
  /// - Parameters:
  ///   - available: for each lane, in order, the units of each line, in order; less than zero counts as zero.
  ///   - parcelsLeft: for each lane how many parcels its node may still ship, `nil` for no limit; empty for no limits.
  /// - Throws: `InvalidInput` with every fault: a table of another shape, a quantity that is not 1 to 10⁶, an amount,
  ///   weight or volume that is not 0 to 10¹², two lines of one product that disagree about its weight, volume or stock,
  ///   two lanes of one node, no line at all, an order of more than 10¹² g or cm³ or one that could cost more than 4 × 10¹⁵.
  public init(_ order: SourcingOrder, available: [[Int]], parcelsLeft: [Int?] = []) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(
      available.count == order.lanes.count, at: "$.available", found: "\(available.count) rows",
      expected: "\(order.lanes.count), one a lane")
    for (lane, row) in available.enumerated() {
      faults.check(
        row.count == order.lines.count, at: "$.available[\(lane)]", found: "\(row.count) numbers",
        expected: "\(order.lines.count), one a line")
    }
    faults.check(
      parcelsLeft.isEmpty || parcelsLeft.count == order.lanes.count, at: "$.parcelsLeft", found: "\(parcelsLeft.count) numbers",
      expected: "\(order.lanes.count), one a lane, or none")
    let table = faults.isEmpty ? available.flatMap { $0 } : []
    try self.init(order, table, parcelsLeft, faults)
  }

  /// An order on the stock of a snapshot. What the snapshot does not know is not in stock.
  ///
  /// - Parameter parcelsLeft: how many parcels a node may still ship; a node not named has no limit.
  /// - Throws: `InvalidInput` as ``init(_:available:parcelsLeft:)``.
  public init(
    _ order: SourcingOrder, stock: StockSnapshot, parcelsLeft: [ID<Node>: Int] = [:]
  ) throws(InvalidInput) {
    let columns = order.lines.map { stock.column(of: $0.sku) }
    var table: [Int] = []
    table.reserveCapacity(order.lanes.count * columns.count)
    for lane in order.lanes {
      let row = stock.row(of: lane.node)
      for column in columns {
        if let row, let column { table.append(stock[node: row, sku: column]) } else { table.append(0) }
      }
    }
    let limits = parcelsLeft.isEmpty ? [] : order.lanes.map { parcelsLeft[$0.node] }
    try self.init(order, table, limits, FaultList())
  }

  private init(
    _ order: SourcingOrder, _ table: [Int], _ parcelsLeft: [Int?], _ faults: FaultList
  ) throws(InvalidInput) {
    var faults = faults
    Self.check(order, table, &faults)
    try faults.throwIfAny("order")
    let width = order.lines.count
    self.order = order
    available = table
    self.parcelsLeft = parcelsLeft
    instance = Instance(
      order, available: { table[$0 * width + $1] }, parcelsLeft: { parcelsLeft.isEmpty ? nil : parcelsLeft[$0] })
  }
}
