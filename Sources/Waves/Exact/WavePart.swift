import Sourcing

/// Orders that meet each other in contested cells and rows, directly or by others, and nobody else: a wave of their own.
struct WavePart {
  let orders: [Int]
  let cells: [Int]
  let rows: [Int]

  /// The parts of a wave, each with at least two orders or a cell that one alone could want too much of.
  static func all(of model: WaveModel) -> [WavePart] {
    var parent = Array(0..<model.table.orders.count + model.contestedCells.count + model.parcelLimits.count)
    func root(_ start: Int) -> Int {
      var place = start
      while parent[place] != place {
        parent[place] = parent[parent[place]]
        place = parent[place]
      }
      return place
    }
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    let firstCell = model.table.orders.count, firstRow = firstCell + model.contestedCells.count
    for (place, orders) in model.wanting.enumerated() {
      for order in orders { join(Int(order), firstCell + place) }
    }
    let contested = Set(model.contestedRows)
    for order in model.contending where !contested.isEmpty {
      for candidate in model.table.candidates[model.table.orders[order].candidates] where contested.contains(Int(candidate.row)) {
        join(order, firstRow + Int(candidate.row))
      }
    }
    var orders: [Int: [Int]] = [:]
    for order in model.contending { orders[root(order), default: []].append(order) }
    var cells: [Int: [Int]] = [:]
    for (place, cell) in model.contestedCells.enumerated() { cells[root(firstCell + place), default: []].append(cell) }
    var rows: [Int: [Int]] = [:]
    for row in model.contestedRows { rows[root(firstRow + row), default: []].append(row) }
    return orders.keys.sorted().map { WavePart(orders: orders[$0]!, cells: cells[$0] ?? [], rows: rows[$0] ?? []) }
  }

  /// Some orders that have no plan in a state: they meet where they could together want more than it leaves.
  init(_ orders: [Int], in state: borrowing WaveState, _ model: WaveModel) {
    var demand: [Int: Int] = [:]
    var parcels: [Int: Int] = [:]
    for order in orders {
      let it = model.table.orders[order]
      for candidate in model.table.candidates[it.candidates] {
        let row = Int(candidate.row)
        guard state.parcelsLeft[row] > 0 else { continue }
        if state.parcelsLeft[row] < .max { parcels[row, default: 0] += model.mostParcels(of: order) }
        for item in model.table.items[it.items] where item.column >= 0 {
          let cell = model.table.layout.cell(row, item.column)
          guard model.place[cell] >= 0, state.left[cell] > 0 else { continue }
          demand[cell, default: 0] += min(item.quantity, state.left[cell])
        }
      }
    }
    self.orders = orders
    cells = demand.filter { $0.value > state.left[$0.key] }.keys.sorted()
    rows = parcels.filter { $0.value > state.parcelsLeft[$0.key] }.keys.sorted()
  }

  private init(orders: [Int], cells: [Int], rows: [Int]) {
    self.orders = orders
    self.cells = cells
    self.rows = rows
  }

  /// What the part pays at least, as prices prove it.
  func bound(_ choices: [PriceSearch.Choice], _ prices: WavePrices, _ model: WaveModel) -> Int {
    var bound = 0
    for order in orders { bound += choices[order].least }
    for cell in cells { bound -= prices.cells[cell] * model.stock[cell] }
    for row in rows { bound -= prices.rows[row] * model.parcelLimits[row] }
    return bound
  }
}
