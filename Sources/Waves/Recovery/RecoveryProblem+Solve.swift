import LinearProgramming
import Logistics
public import Returns

extension RecoveryProblem {
  /// Sends all lots together: of the plans that find a place for most units, one that gains most.
  ///
  /// Two linear programs. The first finds how many units can be placed at all, the second the best way to place as many. A unit counts
  /// in its lot, and a lot in all; a unit counts on its shelf, a shelf on its bench, a bench in its site: two nested families of rows,
  /// whose corners are whole numbers (A. Hoffman, J. Kruskal, "Integral boundary points of convex polyhedra", 1956; J. Edmonds,
  /// "Submodular functions, matroids, and certain polyhedra", 1970).
  ///
  /// - Parameter time: how long both may take together; `nil` for as long as they do. Out of time, the plan is that of ``plan()``.
  /// - Complexity: linear programs with a column for each of ``options()``.
  public func solve(within time: Swift.Duration? = nil) -> RecoveryPlan {
    let options = options()
    guard !options.isEmpty else { return RecoveryPlan(self, [], isOptimal: true) }
    let start = ContinuousClock.now
    func left() -> Swift.Duration? { time.map { max(.zero, $0 - (ContinuousClock.now - start)) } }

    var most = program(options, gain: { _ in 1 })
    guard let placed = most.solve(within: left()) else { return plan() }
    let total = placed.objective.rounded()
    var best = program(options, gain: { Double($0.net.count) })
    _ = best.program.addRow("", Bounds.equal(total), best.columns.map { ($0, 1.0) })
    guard let solution = best.solve(within: left()) else { return plan() }

    let chosen = zip(options, best.columns).compactMap { option, column -> (option: Option, units: Int)? in
      let units = Int(solution.values[column].rounded())
      return units > 0 ? (option, units) : nil
    }
    var prices: [ID<Node>: MinorUnits] = [:]
    for (site, row) in best.siteRows {
      let price = Int(solution.prices[row].rounded())
      if price > 0 { prices[sites[site].node] = MinorUnits(price) }
    }
    return RecoveryPlan(self, chosen, isOptimal: true, roomPrices: prices)
  }

  private struct Model {
    var program: LinearProgram
    var columns: [Column]
    var siteRows: [(site: Int, row: Row)]

    mutating func solve(within time: Swift.Duration?) -> Solution? {
      var options = SolveOptions()
      options.timeLimit = time
      guard let solution = try? program.solve(options), solution.termination.isOptimal else { return nil }
      return solution
    }
  }

  private func program(_ options: [Option], gain: (Option) -> Double) -> Model {
    var program = LinearProgram(.maximize)
    let lots = units.map { program.addRow(Bounds.atMost(Double($0.quantity))) }
    let places = sites.map { site in site.capacity.map { program.addRow(Bounds.atMost(Double($0))) } }
    let benches = sites.map { site in
      site.benches.map { bench in bench.capacity.map { program.addRow(Bounds.atMost(Double($0))) } }
    }
    let shelves = worths.map { worth in worth.units.map { program.addRow(Bounds.atMost(Double($0))) } }
    let columns = options.map { option in
      let rows = [lots[option.lot], places[option.site], benches[option.site][option.bench], shelves[option.worth]]
      return program.addColumn(cost: gain(option), rows.compactMap { row in row.map { ($0, 1.0) } })
    }
    return Model(
      program: program, columns: columns, siteRows: places.enumerated().compactMap { site, row in row.map { (site, $0) } })
  }
}
