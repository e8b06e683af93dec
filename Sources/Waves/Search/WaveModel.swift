import Inventory
import Logistics
import Sourcing

/// A wave as flat numbers: what its orders are worth, and where they meet.
struct WaveModel: Sendable {
  let table: LaneTable
  /// The orders whose freight depends on the parcel; empty if there are none.
  let tariffs: [WaveTariff?]
  /// Units in each cell.
  let stock: [Int]
  /// Parcels that each row may ship.
  let parcelLimits: [Int]
  /// How many parts a minor unit has.
  let scale: Int
  /// No plan costs more in which everything ships that must: scaled, with the orders' offsets.
  let mostCost: Int
  /// No price is higher: so that everything there is can be added up at its price, whatever a linear program or a long stride makes of it.
  let mostPrice: Int
  /// The cells that orders together could want more of than there is, ascending.
  let contestedCells: [Int]
  /// The rows that orders together could want more parcels of than there are, ascending.
  let contestedRows: [Int]
  /// The orders that meet others in a contested cell or row, ascending. All others are on their own.
  let contending: [Int]
  /// For each contested cell, by its place in the list, the orders that could take from it.
  let wanting: [[Int32]]
  /// The place of each cell in the list of contested ones, or -1.
  let place: [Int32]

  init(table: LaneTable, tariffs: [WaveTariff?], stock: [Int], parcelLimits: [Int], scale: Int, mostCost: Int) {
    self.table = table
    self.tariffs = tariffs
    self.stock = stock
    self.parcelLimits = parcelLimits
    self.scale = scale
    self.mostCost = mostCost
    var demand = [Int](repeating: 0, count: stock.count)
    var parcels = [Int](repeating: 0, count: parcelLimits.count)
    Self.visit(table, stock, parcelLimits) { _, row, cell, units in
      if let cell { demand[cell] += units } else { parcels[row] += units }
    }
    contestedCells = stock.indices.filter { demand[$0] > stock[$0] }
    contestedRows = parcelLimits.indices.filter { parcels[$0] > parcelLimits[$0] }
    let most = table.orders.reduce(0) { max($0, table.items[$1.items].reduce(0) { $0 + $1.quantity } + 1) }
    let pieces =
      contestedCells.reduce(most) { $0 + stock[$1] } + contestedRows.reduce(0) { $0 + parcelLimits[$1] }
    mostPrice = (1 << 60) / max(1, pieces)
    var place = [Int32](repeating: -1, count: stock.count)
    for (index, cell) in contestedCells.enumerated() { place[cell] = Int32(index) }
    self.place = place
    var wanting = [[Int32]](repeating: [], count: contestedCells.count)
    var contends = [Bool](repeating: false, count: table.orders.count)
    Self.visit(table, stock, parcelLimits) { order, row, cell, _ in
      if let cell {
        guard place[cell] >= 0 else { return }
        contends[order] = true
        wanting[Int(place[cell])].append(Int32(order))
      } else if parcels[row] > parcelLimits[row] {
        contends[order] = true
      }
    }
    self.wanting = wanting
    contending = table.orders.indices.filter { contends[$0] }
  }

  /// Tells all parcels and all units that some order could take.
  private static func visit(
    _ table: LaneTable, _ stock: [Int], _ parcelLimits: [Int],
    _ body: (_ order: Int, _ row: Int, _ cell: Int?, _ units: Int) -> Void
  ) {
    for (number, order) in table.orders.enumerated() where order.maximumParcels > 0 {
      for candidate in table.candidates[order.candidates] {
        let row = Int(candidate.row)
        guard parcelLimits[row] > 0 else { continue }
        var any = false
        for item in table.items[order.items] where item.column >= 0 {
          let cell = table.layout.cell(row, item.column)
          guard stock[cell] > 0, candidate.perUnit < table.tiers[item.tiers.lowerBound].worth else { continue }
          any = true
          body(number, row, cell, min(item.quantity, stock[cell]))
        }
        if any { body(number, row, nil, mostParcels(of: order, table)) }
      }
    }
  }

  /// How many parcels an order could take from one lane.
  private static func mostParcels(of order: LaneTable.Order, _ table: LaneTable) -> Int {
    order.isFlat ? 1 : min(order.maximumParcels, table.items[order.items].reduce(0) { $0 + $1.quantity })
  }

  /// How many parcels an order could take from one lane.
  func mostParcels(of order: Int) -> Int { Self.mostParcels(of: table.orders[order], table) }

  /// How an order's freight depends on the parcel; `nil` if it does not.
  @inline(__always) func tariff(of order: Int) -> WaveTariff? { tariffs.isEmpty ? nil : tariffs[order] }

  /// The cell from which a part of an order is taken.
  func cell(_ part: LaneSearch.Part, of order: Int) -> Int {
    let item = table.items[table.orders[order].items.lowerBound + part.item]
    return table.layout.cell(Int(table.candidates[part.candidate].row), item.column)
  }

  /// The row of a cell.
  func row(ofCell cell: Int) -> Int { cell % parcelLimits.count }

  /// What a plan costs, worked out from its parts: scaled, with the order's offset.
  func cost(of parts: [LaneSearch.Part], order number: Int) -> Int {
    let order = table.orders[number]
    if parts.isEmpty, let nothing = order.nothing { return nothing }
    if let tariff = tariff(of: number) { return tariff.cost(of: parts) }
    var cost = 0
    var last = -1
    for part in parts {
      let candidate = table.candidates[part.candidate]
      if part.candidate != last { cost += candidate.fixed }
      last = part.candidate
      cost += part.units * candidate.perUnit
    }
    for (place, item) in table.items[order.items].enumerated() {
      var left = item.quantity
      for part in parts where part.item == place { left -= part.units }
      // The cheapest units to leave out are left out.
      for tier in table.tiers[item.tiers].reversed() where left > 0 {
        let units = min(left, tier.quantity)
        cost += units * tier.worth
        left -= units
      }
    }
    return cost
  }

  /// The sum of offsets, to be taken off the sum of all orders' costs.
  var offset: Int { table.orders.reduce(0) { $0 + $1.offset } }
}

/// How an order ships: parts by lane, and what that costs, scaled and with the order's offset.
struct OrderPlan: Hashable {
  /// By lane, then by parcel, then by item.
  var parts: [LaneSearch.Part]
  var cost: Int

  /// Whether a part is the first of its parcel.
  @inline(__always) func opensParcel(_ place: Int) -> Bool { place == 0 || !parts[place].isWith(parts[place - 1]) }
}

/// What a unit of each cell and a parcel of each row are worth to others, scaled; never less than nothing.
struct WavePrices: Sendable {
  var cells: [Int]
  var rows: [Int]

  /// Prices of nothing.
  init(_ model: WaveModel) {
    cells = [Int](repeating: 0, count: model.stock.count)
    rows = [Int](repeating: 0, count: model.parcelLimits.count)
  }

  /// What all there is would be sold for.
  func worthOfAll(_ model: WaveModel) -> Int {
    var sum = 0
    for cell in model.contestedCells { sum += cells[cell] * model.stock[cell] }
    for row in model.contestedRows { sum += rows[row] * model.parcelLimits[row] }
    return sum
  }

  /// What a plan pays beside its cost.
  func charge(_ plan: OrderPlan, _ order: Int, _ model: WaveModel) -> Int {
    var sum = 0
    for (place, part) in plan.parts.enumerated() {
      sum += part.units * cells[model.cell(part, of: order)]
      if plan.opensParcel(place) { sum += rows[Int(model.table.candidates[part.candidate].row)] }
    }
    return sum
  }
}
