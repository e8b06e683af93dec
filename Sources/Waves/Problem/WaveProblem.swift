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
  /// What an order may cost whose freight depends on the parcel, scaled: the sums of its search have to fit with prices added.
  private static let mostTariffed = 1e15

  /// A wave.
  ///
  /// - Throws: `InvalidInput` with every fault of every order, as `SourcingProblem` names them; a wave that could cost more than
  ///   4 × 10¹⁵, or an order in it more than 10¹⁵ if its freight depends on the parcel.
  public init(_ orders: [SourcingOrder], stock: StockSnapshot, parcelsLeft: [ID<Node>: Int] = [:]) throws(InvalidInput) {
    var faults = FaultList()
    for (index, order) in orders.enumerated() where faults.faults.count < 100 {
      var own = FaultList()
      SourcingProblem.check(order, [], &own)
      for fault in own.faults {
        faults.add(at: "$[\(index)]\(fault.place.dropFirst())", found: fault.found, expected: fault.expected)
      }
    }
    try faults.throwIfAny("wave")
    var greatestTariffed = 0.0
    for (index, order) in orders.enumerated() where !order.lanes.allSatisfy(\.isFlat) {
      let greatest = Self.greatestCost(order)
      greatestTariffed = max(greatestTariffed, greatest)
      faults.check(
        greatest <= Self.mostTariffed, at: "$[\(index)]", found: "an order that could cost \(greatest)",
        expected: "at most 10^15 where freight depends on the parcel")
    }
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
    while scale > 1, greatestTariffed * Double(scale) > Self.mostTariffed { scale /= 2 }
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
    var tariffs: [WaveTariff?] = []
    let limits = stock.nodes.isEmpty ? [0] : stock.nodes.map { parcelsLeft[$0].map { max(0, $0) } ?? .max }
    for (number, order) in orders.enumerated() {
      let own = order.lines.compactMap { columns[$0.sku] }
      let isFlat = table.add(
        order, scale: scale, column: { columns[$0] },
        // Only a node that has some of it can ever be of use.
        row: { lane in
          stock.row(of: order.lanes[lane].node).flatMap { row in
            own.contains { units[layout.cell(row, $0)] > 0 } ? row : nil
          }
        }, byPrice: true, missingCost: missingCost, atLowestPrices: true)
      guard !isFlat else { continue }
      tariffs += [WaveTariff?](repeating: nil, count: number + 1 - tariffs.count)
      let tariffed = TariffedOrder(
        order, times: scale, nothing: table.orders[number].nothing!,
        available: { lane, line in
          guard let row = stock.row(of: order.lanes[lane].node), let column = columns[order.lines[line].sku] else { return 0 }
          return units[layout.cell(row, column)]
        }, parcelsLeft: { lane in stock.row(of: order.lanes[lane].node).map { limits[$0] } ?? 0 })
      tariffs[number] = WaveTariff(tariffed, in: table)
    }
    if !tariffs.isEmpty { tariffs += [WaveTariff?](repeating: nil, count: orders.count - tariffs.count) }
    self.orders = orders
    self.stock = stock
    self.parcelsLeft = parcelsLeft
    columnNames = sources.map { stock.skus[$0] }
    model = WaveModel(
      table: table, tariffs: tariffs, stock: units, parcelLimits: limits, scale: scale, mostCost: mostCost)
  }

  /// The products in the order of the model's columns.
  let columnNames: [SKU]

  /// What an order could cost at most: a parcel from every lane at the price of the dearest, and each unit at its dearest.
  static func greatestCost(_ order: SourcingOrder) -> Double {
    let offset = Double(order.extraParcelCost.count)
    let unfilled = order.lines.reduce(offset) { $0 + Double($1.quantity) * Double($1.unfilledCost?.count ?? 0) }
    guard order.lanes.allSatisfy(\.isFlat) else { return SourcingProblem.greatestShippingCost(order) + unfilled }
    var parcel = 0.0
    var unit = 0.0
    for lane in order.lanes {
      parcel = max(parcel, Double(lane.lowest?.count ?? 0))
      unit = max(unit, Double(lane.handlingPerUnit.count))
    }
    let units = order.lines.reduce(0) { $0 + $1.quantity }
    let parcels = Double(min(units, order.lanes.count)) * (parcel + Double(order.extraParcelCost.count))
    return order.lines.reduce(parcels + offset) { $0 + Double($1.quantity) * max(unit, Double($1.unfilledCost?.count ?? 0)) }
  }
}
