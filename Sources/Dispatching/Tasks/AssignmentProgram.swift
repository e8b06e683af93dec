import LinearProgramming

/// The linear program of an assignment that is known to be optimal, for a solver that knows nothing of how it was found.
///
/// A column for a pair, a row for each task (exactly one) and each vehicle (at most one). All pairs would take GLPK minutes; it is given
/// those chosen, those that tie the prices together, and for each task the nearest others. The chosen pairs, the tying ones and
/// the slack of every vehicle without such a pair are as many as there are rows, and are a basis: going from a vehicle over its tying pair
/// to a task and on to that task's vehicle ends, without coming back, at a vehicle of price 0. So GLPK begins at the optimum, and
/// has to find that it is one.
struct AssignmentProgram {
  private var program = LinearProgram(.minimize)
  private var basis = Basis(columns: [], rows: [])
  private var cost = 0.0
  /// What amounts are multiplied by: a power of two that brings them to where the tolerances of solvers are meant for.
  private let factor: Double
  /// The greatest amount after that.
  private let scale: Double

  /// How many pairs of a task there are beside those of the basis.
  private static let nearest = 4

  init(_ search: borrowing PathSearch, _ prices: GreatestPrices, _ vehicles: [Int]) {
    let rows = search.rowCount
    var greatest = 0.0
    for row in 0..<rows { greatest = max(greatest, abs(search.chosen[row])) }
    for price in prices.ofColumns + prices.ofRows { greatest = max(greatest, abs(price)) }
    let exponent = greatest > 0 ? min(1000, max(-1000, 10 - Int(greatest.exponent))) : 0
    factor = Double(sign: .plus, exponent: exponent, significand: 1)
    scale = greatest * factor
    for _ in 0..<rows { program.addRow("", .equal(1), []) }
    for _ in 0..<search.columnCount { program.addRow("", .atMost(1), []) }
    for (task, vehicle) in vehicles.enumerated() {
      add(task, vehicle, search.chosen[task], rows, .basic)
      cost += search.chosen[task] * factor
    }
    var slacks = [Basis.Status](repeating: .basic, count: search.columnCount)
    for (vehicle, successor) in prices.successors.enumerated() where successor >= 0 {
      add(Int(successor), vehicle, search.cost(Int(successor), vehicle), rows, .basic)
      slacks[vehicle] = .atUpper
    }
    for (task, chosen) in vehicles.enumerated() {
      for vehicle in Self.nearest(search, task, prices.ofColumns)
      where vehicle != chosen && prices.successors[vehicle] != Int32(truncatingIfNeeded: task) {
        add(task, vehicle, search.cost(task, vehicle), rows, .atLower)
      }
    }
    basis.rows = [Basis.Status](repeating: .fixed, count: rows) + slacks
  }

  private mutating func add(_ task: Int, _ vehicle: Int, _ cost: Double, _ rows: Int, _ status: Basis.Status) {
    program.addColumn(cost: cost * factor, [(Row(task), 1), (Row(rows + vehicle), 1)])
    basis.columns.append(status)
  }

  /// The vehicles of least reduced cost for a task.
  private static func nearest(_ search: borrowing PathSearch, _ task: Int, _ prices: [Double]) -> [Int] {
    prices.withUnsafeBufferPointer { prices in
      var best: [(reduced: Double, vehicle: Int)] = []
      var limit = Double.infinity
      for vehicle in prices.indices {
        let reduced = search.cost(task, vehicle) - prices[vehicle]
        guard reduced < limit else { continue }
        if best.count == Self.nearest { best.removeLast() }
        best.insert((reduced, vehicle), at: best.firstIndex { reduced < $0.reduced } ?? best.count)
        if best.count == Self.nearest { limit = best[best.count - 1].reduced }
      }
      return best.map(\.vehicle)
    }
  }

  /// What GLPK says.
  var confirmation: GLPKConfirmation {
    var options = SolveOptions()
    options.start = basis
    guard let solution = try? program.solve(options) else {
      return GLPKConfirmation(agrees: false, iterations: 0, pairs: program.columnCount, termination: "refused")
    }
    let tolerance = 1e-9 * scale * Double(max(1, program.rowCount))
    return GLPKConfirmation(
      agrees: solution.termination.isOptimal && abs(solution.objective - cost) <= tolerance,
      iterations: solution.iterations, pairs: program.columnCount, termination: "\(solution.termination)")
  }
}
