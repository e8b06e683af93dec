public import Inventory
public import Logistics
public import Sourcing

/// Many orders over one stock: a wave that is released together.
///
/// Each order pays for its own plan as a `SourcingProblem` does; together they take no more units than there are and no node
/// ships more parcels than it may. What one order gives up, another may need more.
///
/// ```swift
/// let wave = try WaveProblem(orders, stock: snapshot, parcelsLeft: ["store-7": 40])
/// let plan = wave.solve(WaveLimit(time: .seconds(5)))
/// print(plan.cost, plan.gap)
/// ```
public struct WaveProblem: Sendable {
  public let orders: [SourcingOrder]
  public let stock: StockSnapshot
  /// How many parcels a node may still ship; a node not named has no limit.
  public let parcelsLeft: [ID<Node>: Int]
  let model: WaveModel
  private static let mostScale = 1024

  /// A wave.
  ///
  /// - Throws: `InvalidInput` with every fault of every order, as `SourcingProblem` names them; orders whose freight depends on the
  ///   parcel; a wave that could cost more than 4 × 10¹⁵.
  public init(_ orders: [SourcingOrder], stock: StockSnapshot, parcelsLeft: [ID<Node>: Int] = [:]) throws(InvalidInput) {
    var faults = FaultList()
    for (index, order) in orders.enumerated() where faults.faults.count < 100 {
      var own = FaultList()
      SourcingProblem.check(order, [], &own)
      for fault in own.faults {
        faults.add(at: "$[\(index)]\(fault.place.dropFirst())", found: fault.found, expected: fault.expected)
      }
      for (number, lane) in order.lanes.enumerated() where !lane.isFlat {
        faults.add(
          at: "$[\(index)].lanes[\(number)].services", found: "a price that depends on the parcel",
          expected: "one price for a parcel")
      }
    }
    try faults.throwIfAny("wave")
    var columns: [SKU: Int] = [:]
    var sources: [Int] = []
    for order in orders {
      for line in order.lines where columns[line.sku] == nil {
        guard let source = stock.column(of: line.sku) else { continue }
        columns[line.sku] = sources.count
        sources.append(source)
      }
    }
    let greatest = orders.reduce(0.0) { $0 + Self.greatestCost($1) }
    faults.check(greatest <= 4e15, at: "$", found: "a wave that could cost \(greatest)", expected: "at most 4 × 10^15")
    try faults.throwIfAny("wave")
    var scale = Self.mostScale
    let musts = orders.count { order in order.lines.contains { $0.unfilledCost == nil } }
    while scale > 1, greatest * Double(scale) * Double(musts + 2) > 0x1p60 { scale /= 2 }
    // An order that must ship and does not costs more than everything else, as far as so many of them can be added up.
    let mostCost = scale * Int(greatest)
    let missingCost = min(mostCost + scale, (1 << 60) / (musts + 2))
    // Column by column: an order asks many nodes for few products.
    let height = max(1, stock.nodes.count)
    let layout = LaneTable.Layout.columns(height: height)
    var units = [Int](repeating: 0, count: height * max(1, sources.count))
    for (column, source) in sources.enumerated() {
      for row in stock.nodes.indices { units[layout.cell(row, column)] = max(0, stock[node: row, sku: source]) }
    }
    var table = LaneTable(layout)
    table.reserve(orders: orders.count, lanes: orders.reduce(0) { $0 + $1.lanes.count })
    for order in orders {
      let own = order.lines.compactMap { columns[$0.sku] }
      table.add(
        order, scale: scale, column: { columns[$0] },
        // Only a node that has some of it can ever be of use.
        row: { lane in
          stock.row(of: order.lanes[lane].node).flatMap { row in
            own.contains { units[layout.cell(row, $0)] > 0 } ? row : nil
          }
        }, byPrice: true, missingCost: missingCost)
    }
    let limits = stock.nodes.isEmpty ? [0] : stock.nodes.map { parcelsLeft[$0].map { max(0, $0) } ?? .max }
    self.orders = orders
    self.stock = stock
    self.parcelsLeft = parcelsLeft
    columnNames = sources.map { stock.skus[$0] }
    model = WaveModel(table: table, stock: units, parcelLimits: limits, scale: scale, mostCost: mostCost)
  }

  /// The products in the order of the model's columns.
  let columnNames: [SKU]

  /// What an order could cost at most: a parcel from every lane at the price of the dearest, and each unit at its dearest.
  static func greatestCost(_ order: SourcingOrder) -> Double {
    var parcel = 0.0
    var unit = 0.0
    for lane in order.lanes {
      parcel = max(parcel, Double(lane.lowest?.count ?? 0))
      unit = max(unit, Double(lane.handlingPerUnit.count))
    }
    let units = order.lines.reduce(0) { $0 + $1.quantity }
    let parcels = Double(min(units, order.lanes.count)) * (parcel + Double(order.extraParcelCost.count))
    let offset = Double(order.extraParcelCost.count)
    return order.lines.reduce(parcels + offset) { $0 + Double($1.quantity) * max(unit, Double($1.unfilledCost?.count ?? 0)) }
  }
}
