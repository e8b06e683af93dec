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
  let supply: Supply
  /// What rules took from the stock; `nil` if nothing, as it is for most.
  let screen: Screen?

  /// Where it is said how much each lane's node can ship.
  enum Supply: Sendable {
    /// Units of each line (second index) on each lane (first index), and parcels of each lane; none for no limits.
    case table([[Int]], parcelsLeft: [Int?])
    case snapshot(StockSnapshot, parcelsLeft: [ID<Node>: Int], prices: StockPrices?)
  }

  /// An order that was checked.
  init(_ order: SourcingOrder, _ supply: Supply, screen: Screen? = nil) {
    self.order = order
    self.supply = supply
    self.screen = screen
  }

  /// Units of a line that the node of a lane can ship; below zero as for none.
  func available(_ lane: Int, _ line: Int) -> Int {
    switch supply {
    case .table(let units, _): units[lane][line]
    case .snapshot(let stock, _, _): stock.available(order.lines[line].sku, at: order.lanes[lane].node) ?? 0
    }
  }

  /// How many parcels the node of a lane may still ship; `nil` for no limit.
  func parcelsLeft(_ lane: Int) -> Int? {
    switch supply {
    case .table(_, let parcelsLeft): parcelsLeft.isEmpty ? nil : parcelsLeft[lane]
    case .snapshot(_, let parcelsLeft, _): parcelsLeft.isEmpty ? nil : parcelsLeft[order.lanes[lane].node]
    }
  }

  /// What a unit of a line is worth at the node of a lane.
  func price(_ lane: Int, _ line: Int) -> Int {
    guard case .snapshot(_, _, let prices?) = supply else { return 0 }
    return prices[order.lines[line].sku, at: order.lanes[lane].node].count
  }

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
    Self.check(order, faults.isEmpty ? available : [], &faults)
    try faults.throwIfAny("order")
    self.order = order
    supply = .table(available, parcelsLeft: parcelsLeft)
    screen = nil
  }

  /// An order on the stock of a snapshot. What the snapshot does not know is not in stock.
  ///
  /// - Parameters:
  ///   - parcelsLeft: how many parcels a node may still ship; a node not named has no limit.
  ///   - prices: what units are worth where they lie; every unit that ships pays its price, and a plan's total counts it.
  /// - Throws: `InvalidInput` as ``init(_:available:parcelsLeft:)``, and if the prices are for another snapshot.
  public init(
    _ order: SourcingOrder, stock: StockSnapshot, parcelsLeft: [ID<Node>: Int] = [:], prices: StockPrices? = nil
  ) throws(InvalidInput) {
    var faults = FaultList()
    Self.check(order, [], greatestPrice: prices?.greatest ?? 0, &faults)
    if let prices {
      faults.check(
        prices.fits(stock), at: "$.prices", found: "prices for other stock", expected: "the nodes and products of the snapshot")
    }
    try faults.throwIfAny("order")
    self.order = order
    supply = .snapshot(stock, parcelsLeft: parcelsLeft, prices: prices)
    screen = nil
  }
}
