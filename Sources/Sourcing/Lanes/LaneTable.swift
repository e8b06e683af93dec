package import Logistics

/// Orders as flat numbers, for searches that look at millions of lanes: every lane asks one price for a parcel of anything.
/// Orders whose lanes do not can be taken in at their lowest prices, for whoever has other means to find their plans.
///
/// Amounts are whole numbers of any unit the caller likes, and so small that a thousand of an order's greatest can be added up.
package struct LaneTable: Sendable {
  /// The worth of a unit that must ship.
  package static let never = Int.max

  /// So many units of an item that cost the same to leave out.
  package struct Tier: Sendable {
    package let quantity: Int
    /// The cost of leaving a unit out, or ``LaneTable/never``.
    package let worth: Int
  }

  /// A product of an order; all its lines of that product are one item.
  package struct Item: Sendable {
    /// Its column in the table of stock, or -1 if that does not have it.
    package let column: Int
    package let quantity: Int
    /// Its tiers, the dearest to leave out first.
    package let tiers: Range<Int>
    /// Units that must ship if anything does.
    package let required: Int
  }

  /// A lane that could ship something.
  package struct Candidate: Sendable {
    /// The row of its node in the table of stock.
    package let row: Int32
    /// Which of the order's lanes it is.
    package let lane: Int32
    /// What a parcel costs.
    package let fixed: Int
    /// What a unit costs.
    package let perUnit: Int
  }

  /// Where an order's parts are, and what holds for all of it.
  package struct Order: Sendable {
    package let items: Range<Int>
    package let candidates: Range<Int>
    package let maximumParcels: Int
    /// What its units cost at least, whatever they ship from.
    package let leastForUnits: Int
    /// What it costs to ship nothing, or `nil` if something must ship.
    package let nothing: Int?
    /// Whether something of it must ship, at any cost.
    package let mustShip: Bool
    /// What every cost has too much, ``nothing`` too: the goodwill that the first parcel does not cost.
    package let offset: Int
    /// Whether every lane asks one price for a parcel of anything; if not, what a parcel costs here is only the least it can.
    package let isFlat: Bool
  }

  /// How a table of stock lies in memory: row by row, or, where orders of few products look at many nodes, column by column.
  package struct Layout: Sendable {
    package let rowStride: Int
    package let columnStride: Int

    package static func rows(width: Int) -> Layout { Layout(rowStride: width, columnStride: 1) }
    package static func columns(height: Int) -> Layout { Layout(rowStride: 1, columnStride: height) }

    /// Where the cell of a row and a column is.
    @inline(__always) package func cell(_ row: Int, _ column: Int) -> Int { row * rowStride + column * columnStride }
  }

  package private(set) var layout: Layout
  package private(set) var orders: [Order] = []
  package private(set) var items: [Item] = []
  package private(set) var tiers: [Tier] = []
  package private(set) var candidates: [Candidate] = []

  /// A table of no orders yet.
  package init(_ layout: Layout) { self.layout = layout }

  /// Empties the table but keeps its memory, for another table of stock.
  package mutating func removeAll(_ layout: Layout) {
    self.layout = layout
    orders.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    tiers.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
  }

  package mutating func reserve(orders: Int, lanes: Int) {
    self.orders.reserveCapacity(orders)
    candidates.reserveCapacity(lanes)
  }

  /// Adds an order that was checked.
  ///
  /// - Parameters:
  ///   - scale: what amounts are multiplied by.
  ///   - column: the column of a product, or `nil` if nobody has it.
  ///   - row: the row of a lane's node, or `nil` if it has nothing.
  ///   - byPrice: whether the lanes come in the order of what a parcel costs: the search then passes over most of them sooner.
  ///   - missingCost: what it costs to ship nothing of an order that must ship, or `nil` if that is no plan.
  ///   - atLowestPrices: whether lanes whose price depends on the parcel are taken in at the lowest.
  /// - Returns: `false`, with nothing added unless at lowest prices, if some lane's price depends on the parcel.
  @discardableResult
  package mutating func add(
    _ order: SourcingOrder, scale: Int, column: (SKU) -> Int?, row: (Int) -> Int?, byPrice: Bool = false,
    missingCost: Int? = nil, atLowestPrices: Bool = false
  ) -> Bool {
    let firstCandidate = candidates.count
    var isFlat = true
    for (index, lane) in order.lanes.enumerated() {
      guard let lowest = lane.lowest else { continue }
      if !lane.isFlat {
        isFlat = false
        guard atLowestPrices else {
          candidates.removeLast(candidates.count - firstCandidate)
          return false
        }
      }
      guard let row = row(index) else { continue }
      candidates.append(
        Candidate(
          row: Int32(row), lane: Int32(index), fixed: scale * (lowest + order.extraParcelCost).count,
          perUnit: scale * lane.handlingPerUnit.count))
    }
    if byPrice { candidates[firstCandidate...].sort { ($0.fixed, $0.lane) < ($1.fixed, $1.lane) } }
    let firstItem = items.count
    for item in Self.items(of: order) {
      let start = tiers.count
      tiers += item.tiers.map { Tier(quantity: $0.quantity, worth: $0.worth == Self.never ? Self.never : scale * $0.worth) }
      items.append(
        Item(column: column(item.sku) ?? -1, quantity: item.quantity, tiers: start..<tiers.count, required: item.required))
    }
    let perUnit = candidates[firstCandidate...].reduce(LaneTable.never) { min($0, $1.perUnit) }
    var leastForUnits = 0
    // Where there is no lane, nothing that must ship can.
    for item in items[firstItem...] where perUnit < LaneTable.never {
      for tier in tiers[item.tiers] { leastForUnits += tier.quantity * min(tier.worth, perUnit) }
    }
    let mustShip = order.lines.contains { $0.unfilledCost == nil }
    let extra = order.extraParcelCost.count
    orders.append(
      Order(
        items: firstItem..<items.count, candidates: firstCandidate..<candidates.count,
        maximumParcels: order.maximumParcels ?? .max, leastForUnits: leastForUnits,
        nothing: mustShip
          ? missingCost : scale * order.lines.reduce(extra) { $0 + $1.quantity * ($1.unfilledCost?.count ?? 0) },
        mustShip: mustShip, offset: scale * extra, isFlat: isFlat))
    return isFlat
  }

  private static func items(
    of order: SourcingOrder
  ) -> [(sku: SKU, quantity: Int, tiers: [(quantity: Int, worth: Int)], required: Int)] {
    var items: [(sku: SKU, quantity: Int, tiers: [(quantity: Int, worth: Int)], required: Int)] = []
    items.reserveCapacity(order.lines.count)
    for line in order.lines {
      let isRequired = line.unfilledCost == nil || order.shipsComplete
      let tier = (line.quantity, isRequired ? never : line.unfilledCost!.count)
      if let known = items.firstIndex(where: { $0.sku == line.sku }) {
        items[known].quantity += line.quantity
        items[known].tiers.append(tier)
        items[known].tiers.sort { $0.worth > $1.worth }
        items[known].required += isRequired ? line.quantity : 0
      } else {
        items.append((line.sku, line.quantity, [tier], isRequired ? line.quantity : 0))
      }
    }
    return items
  }
}
