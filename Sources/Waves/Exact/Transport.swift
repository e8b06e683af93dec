import LinearProgramming
import Sourcing

/// How much each order ships from where, once it is decided from which lanes: a transportation program, whose corners are whole numbers
/// (A. Hoffman, J. Kruskal, "Integral boundary points of convex polyhedra", 1956).
struct Transport {
  private let model: WaveModel
  /// None whose freight depends on the parcel.
  private let orders: [Int]
  /// The lanes of each order, ascending; an order that has none ships nothing.
  private let lanes: [Int: [Int]]

  init(_ model: WaveModel, _ orders: [Int], lanes: [Int: [Int]]) {
    self.model = model
    self.orders = orders
    self.lanes = lanes
  }

  /// A plan for each order on what a state leaves, `nil` if there is none or it could not be found.
  func plans(in state: borrowing WaveState) -> [OrderPlan]? {
    let table = model.table
    var program = LinearProgram(.minimize)
    var stock: [Int: Row] = [:]
    var columns: [(order: Int, candidate: Int, item: Int, column: Column)] = []
    for order in orders {
      guard let own = lanes[order], !own.isEmpty else {
        continue
      }
      for (place, item) in table.items[table.orders[order].items].enumerated() {
        let demand = program.addRow(Bounds.equal(Double(item.quantity)))
        for candidate in own where item.column >= 0 {
          let it = table.candidates[candidate]
          let cell = table.layout.cell(Int(it.row), item.column)
          guard state.left[cell] > 0 else { continue }
          let row = stock[cell] ?? program.addRow(Bounds.atMost(Double(state.left[cell])))
          stock[cell] = row
          let column = program.addColumn(
            "", cost: Double(it.perUnit) / Double(model.scale), [demand: 1, row: 1])
          columns.append((order, candidate, place, column))
        }
        for tier in table.tiers[item.tiers] where tier.worth != LaneTable.never {
          let column = program.addColumn("", cost: Double(tier.worth) / Double(model.scale), [demand: 1])
          program[boundsOf: column] = .between(0, Double(tier.quantity))
        }
      }
    }
    guard let solution = try? program.solve(SolveOptions()), solution.termination.isOptimal else { return nil }
    var parts: [Int: [LaneSearch.Part]] = [:]
    for (order, candidate, item, column) in columns {
      let units = Int(solution.values[column].rounded())
      if units > 0 { parts[order, default: []].append(LaneSearch.Part(candidate: candidate, item: item, units: units)) }
    }
    return orders.map { order in
      let own = (parts[order] ?? []).sorted { ($0.candidate, $0.item) < ($1.candidate, $1.item) }
      return OrderPlan(parts: own, cost: model.cost(of: own, order: order))
    }
  }
}
