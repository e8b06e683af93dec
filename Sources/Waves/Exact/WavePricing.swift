import LinearProgramming
import Sourcing

/// Asks every order of a part for its best plan under the prices of a master program: the columns of its rows, and what they prove.
final class WavePricing {
  private let model: WaveModel
  private let part: WavePart
  private let search: OrderSearch
  /// What one of the master's objective is worth in the model's.
  let unit: Double
  private var orderRows: [Int: Row] = [:]
  private var cellRows: [(cell: Int, row: Row)] = []
  private var parcelRows: [(place: Int, row: Row)] = []
  private var rowOfCell: [Int: Row] = [:]
  private var rowOfPlace: [Int: Row] = [:]
  private var orderOfCandidate: [Int: Int] = [:]

  private let scratch: WaveScratch

  /// Of the node that is looked at: what its branches say, and what is proved of it.
  private var branches: [Int: [WaveBranch]] = [:]
  private(set) var bound = Int.min
  /// Whether every order's search came to its end under the last prices: if not, better columns may be missing.
  private(set) var isExact = true

  /// What each cell and row of the part may give.
  private let stock: [Int]
  private let parcels: [Int]

  init(
    _ model: WaveModel, _ part: WavePart, in state: borrowing WaveState, _ search: OrderSearch, _ scratch: WaveScratch,
    unit: Double,
    rowsIn master: inout LinearProgram
  ) {
    self.scratch = scratch
    stock = part.cells.map { state.left[$0] }
    parcels = part.rows.map { state.parcelsLeft[$0] }
    self.model = model
    self.part = part
    self.search = search
    self.unit = unit
    for order in part.orders {
      orderRows[order] = master.addRow(Bounds.equal(1))
      for candidate in model.table.orders[order].candidates { orderOfCandidate[candidate] = order }
    }
    for (cell, units) in zip(part.cells, stock) { cellRows.append((cell, master.addRow(Bounds.atMost(Double(units))))) }
    for (row, most) in zip(part.rows, parcels) { parcelRows.append((row, master.addRow(Bounds.atMost(Double(most))))) }
    rowOfCell = Dictionary(uniqueKeysWithValues: cellRows.map { ($0.cell, $0.row) })
    rowOfPlace = Dictionary(uniqueKeysWithValues: parcelRows.map { ($0.place, $0.row) })
  }

  /// The master's row of an order.
  func row(of order: Int) -> Row { orderRows[order]! }

  /// Turns to a node.
  func begin(_ branches: [WaveBranch], bound: Int) {
    for list in self.branches.values {
      for branch in list { scratch.marks[branch.candidate] = LaneSearch.Mark.free.rawValue }
    }
    for branch in branches { scratch.marks[branch.candidate] = branch.mark.rawValue }
    self.branches = Dictionary(grouping: branches, by: { orderOfCandidate[$0.candidate]! })
    self.bound = bound
  }

  /// Whether the node leaves it open whether a lane is used.
  func isFree(_ candidate: Int) -> Bool { scratch.marks[candidate] == LaneSearch.Mark.free.rawValue }

  /// Whether a column keeps to the branches of the node.
  func isAllowed(_ column: WaveColumn) -> Bool { branches[column.order].map { column.obeys($0) } ?? true }

  /// A plan as a column of the master.
  func column(_ order: Int, _ plan: OrderPlan, under branches: [WaveBranch] = []) -> GeneratedColumn<WaveColumn> {
    let meaning = WaveColumn(order: order, parts: plan.parts, under: branches)
    var coefficients: [(Row, Double)] = [(orderRows[order]!, 1)]
    var units: [Int: Double] = [:]
    var parcels: [Int: Double] = [:]
    for part in plan.parts { units[model.cell(part, of: order), default: 0] += Double(part.units) }
    for candidate in meaning.paid {
      parcels[Int(model.table.candidates[candidate].row), default: 0] +=
        model.tariffs.isEmpty ? 1 : Double(max(1, meaning.count(candidate, nil)))
    }
    for waste in meaning.waste {
      if let item = waste.item {
        let part = LaneSearch.Part(candidate: waste.candidate, item: item, units: waste.count)
        units[model.cell(part, of: order), default: 0] += Double(waste.count)
      } else if !plan.parts.contains(where: { $0.candidate == waste.candidate }) {
        parcels[Int(model.table.candidates[waste.candidate].row), default: 0] += Double(waste.count)
      }
    }
    for (cell, amount) in units.sorted(by: { $0.key < $1.key }) {
      if let row = rowOfCell[cell] { coefficients.append((row, amount)) }
    }
    var cost = plan.cost
    for candidate in meaning.empty { cost += model.table.candidates[candidate].fixed }
    for (place, amount) in parcels.sorted(by: { $0.key < $1.key }) {
      if let row = rowOfPlace[place] { coefficients.append((row, amount)) }
    }
    return GeneratedColumn(cost: Double(cost) / unit, coefficients, meaning: meaning)
  }

  /// What an order could take of an item of a lane, or of its parcels, if the master has a row for that; `nil` if it has none.
  func most(_ order: Int, _ candidate: Int, _ item: Int?, in state: borrowing WaveState) -> Int? {
    let branch = branches[order]?.last { $0.candidate == candidate && $0.item == item }
    let row = Int(model.table.candidates[candidate].row)
    guard let item else {
      guard rowOfPlace[row] != nil else { return nil }
      return min(model.mostParcels(of: order), state.parcelsLeft[row], branch?.most ?? .max)
    }
    let cell = model.cell(LaneSearch.Part(candidate: candidate, item: item, units: 0), of: order)
    guard rowOfCell[cell] != nil else { return nil }
    let quantity = model.table.items[model.table.orders[order].items.lowerBound + item].quantity
    return min(quantity, state.left[cell], branch?.most ?? .max)
  }

  /// What an order pays for what its branches have it take.
  private func charge(_ branches: [WaveBranch], _ order: Int) -> Int {
    var sum = 0
    for (place, branch) in branches.enumerated() where branch.isFixed {
      guard !branches[(place + 1)...].contains(where: { $0.candidate == branch.candidate && $0.item == branch.item }) else {
        continue
      }
      if let item = branch.item {
        let part = LaneSearch.Part(candidate: branch.candidate, item: item, units: branch.most)
        sum += branch.most * scratch.prices.cells[model.cell(part, of: order)]
      } else {
        sum += branch.most * scratch.prices.rows[Int(model.table.candidates[branch.candidate].row)]
      }
    }
    return sum
  }

  /// The price of a unit as the orders pay it, for the master's price of a row.
  private func whole(_ price: Double) -> Int { Int(min(max(0, -price * unit), Double(model.mostPrice)).rounded(.down)) }

  /// New columns under prices. What they prove is worked out in whole numbers: the prices are rounded before they are used.
  func price(_ prices: Vector<Row>, in state: borrowing WaveState) -> PricedColumns<WaveColumn> {
    var value = 0
    for (place, (cell, row)) in cellRows.enumerated() {
      scratch.prices.cells[cell] = whole(prices[row])
      value -= scratch.prices.cells[cell] * stock[place]
    }
    for (place, (number, row)) in parcelRows.enumerated() {
      scratch.prices.rows[number] = whole(prices[row])
      value -= scratch.prices.rows[number] * parcels[place]
    }
    defer {
      for (cell, _) in cellRows { scratch.prices.cells[cell] = 0 }
      for (row, _) in parcelRows { scratch.prices.rows[row] = 0 }
    }
    var columns: [GeneratedColumn<WaveColumn>] = []
    isExact = true
    for order in part.orders {
      let found = scratch.marks.withUnsafeBufferPointer {
        search.priced(order, in: state, under: scratch.prices, marks: $0.baseAddress, holds: branches[order] ?? [])
      }
      guard let found else {
        // The branches leave this order no way.
        bound = .max
        return PricedColumns([], bound: .infinity)
      }
      let own = branches[order] ?? []
      value += found.bound + charge(own, order)
      if !found.isExact { isExact = false }
      columns.append(column(order, found.plan, under: own))
    }
    bound = max(bound, value)
    return PricedColumns(columns, bound: (Double(value) / unit).nextDown)
  }
}

/// Prices and marks of nothing, large enough for all of a wave: written to and cleaned by whoever needs some of it.
final class WaveScratch {
  var prices: WavePrices
  var marks: [UInt8]

  init(_ model: WaveModel) {
    prices = WavePrices(model)
    marks = [UInt8](repeating: LaneSearch.Mark.free.rawValue, count: model.table.candidates.count)
  }
}
