import Inventory
import LinearProgramming
import Logistics
import Sourcing

extension RebalancingProblem {
  /// The moves that gain most.
  ///
  /// One linear program over all products. Where no lane has a limit its corners are whole numbers (A. Hoffman, J. Kruskal, "Integral
  /// boundary points of convex polyhedra", 1956); where products share a lane's capacity they are asked to be.
  ///
  /// - Parameter time: How long it may take; `nil` for as long as it does. Without an answer in time nothing moves.
  /// - Complexity: A linear program with a column for each product and lane on which it could move, and for each demand.
  public func solve(within time: Swift.Duration? = nil) -> RebalancingPlan {
    var program = LinearProgram(.maximize)
    let isShared = lanes.contains { $0.capacity != nil }
    let laneRows = lanes.map { lane in lane.capacity.map { program.addRow(Bounds.atMost(Double($0))) } }
    var moves: [(lane: Int, sku: Int, column: Column)] = []
    var met: [(demand: Int, column: Column)] = []
    let wanted = Dictionary(grouping: demand.indices.filter { demand[$0].units > 0 && demand[$0].worth > 0 }) { demand[$0].sku }
    for (sku, name) in stock.skus.enumerated() {
      guard let own = wanted[name] else { continue }
      // What leaves a node is there; what is sold there is there by then.
      let leaving = stock.nodes.indices.map { program.addRow(Bounds.atMost(Double(units($0, sku)))) }
      let sold = stock.nodes.indices.map { program.addRow(Bounds.atMost(Double(units($0, sku)))) }
      for (index, lane) in lanes.enumerated() {
        guard let from = stock.row(of: lane.from), let to = stock.row(of: lane.to), units(from, sku) > 0,
          own.contains(where: { demand[$0].node == lane.to })
        else { continue }
        var coefficients: [(Row, Double)] = [(leaving[from], 1), (sold[from], 1), (sold[to], -1)]
        if let row = laneRows[index] { coefficients.append((row, 1)) }
        moves.append(
          (index, sku, program.addColumn(cost: -Double(lane.unitCost.count), integral: isShared, coefficients)))
      }
      for place in own {
        guard let row = stock.row(of: demand[place].node) else { continue }
        let column = program.addColumn(
          cost: Double(demand[place].worth.count), in: 0...Double(demand[place].units), integral: isShared, [sold[row]: 1])
        met.append((place, column))
      }
    }
    var options = SolveOptions()
    options.timeLimit = time
    options.search = .dive
    let solution = try? program.solve(options)
    let values = solution.flatMap { $0.values.isEmpty ? nil : $0.values }
    let found = moves.compactMap { lane, sku, column -> (lane: Int, move: RebalancingPlan.Move)? in
      let units = values.map { Int($0[column].rounded()) } ?? 0
      guard units > 0 else { return nil }
      return (lane, RebalancingPlan.Move(sku: stock.skus[sku], from: lanes[lane].from, to: lanes[lane].to, units: units))
    }
    let ordered = found.enumerated().sorted { ($0.element.lane, $0.offset) < ($1.element.lane, $1.offset) }.map(\.element)
    var after = stock
    var cost = MinorUnits.zero
    for (lane, move) in ordered {
      cost += lanes[lane].unitCost * move.units
      guard let from = after.row(of: move.from), let to = after.row(of: move.to), let sku = after.column(of: move.sku) else {
        continue
      }
      after[node: from, sku: sku] -= move.units
      after[node: to, sku: sku] += move.units
    }
    return RebalancingPlan(
      moves: ordered.map(\.move), worthBefore: worth(of: stock), worthAfter: worth(of: after), cost: cost,
      isOptimal: solution?.termination.isOptimal ?? false)
  }

  private func units(_ row: Int, _ sku: Int) -> Int { max(0, stock[node: row, sku: sku]) }

  /// The worth of the demand that stock meets where it lies, the worthiest first.
  private func worth(of stock: StockSnapshot) -> MinorUnits {
    var left = stock
    var sum = MinorUnits.zero
    for it in demand.sorted(by: { $0.worth > $1.worth }) {
      guard let row = left.row(of: it.node), let sku = left.column(of: it.sku) else { continue }
      let units = min(it.units, max(0, left[node: row, sku: sku]))
      left[node: row, sku: sku] -= units
      sum += it.worth * units
    }
    return sum
  }
}
