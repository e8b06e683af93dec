import LinearProgramming

/// Answers found without a solver, by trying everything.
enum Oracle {
  /// The best objective over all corners of a program whose columns are boxed; nil when it is infeasible.
  static func bestCorner(of program: LinearProgram) -> Double? {
    let count = program.columnCount
    let dense = Dense(program)
    // Each bound of a row or a column is a plane; a corner is where as many planes meet as there are columns.
    var planes: [(normal: [Double], value: Double)] = []
    for (normal, bounds) in zip(dense.rows + dense.units, dense.rowBounds + dense.columnBounds) {
      for value in Set([bounds.lower, bounds.upper]).sorted() where value.isFinite { planes.append((normal, value)) }
    }
    var best: Double?
    forEachChoice(of: count, from: planes.count) { chosen in
      guard let point = solve(chosen.map { planes[$0].normal + [planes[$0].value] }) else { return }
      guard dense.admits(point) else { return }
      best = dense.better(best, dense.objective(point))
    }
    return best
  }

  /// The best objective over all whole-numbered points of a program whose columns are all whole-numbered and boxed.
  static func bestWholePoint(of program: LinearProgram) -> Double? {
    let dense = Dense(program)
    var best: Double?
    func extend(_ point: [Double]) {
      guard point.count < program.columnCount else {
        if dense.admits(point) { best = dense.better(best, dense.objective(point)) }
        return
      }
      let bounds = dense.columnBounds[point.count]
      for value in stride(from: bounds.lower, through: bounds.upper, by: 1) { extend(point + [value]) }
    }
    extend([])
    return best
  }

  /// The least sum over all ways to give each row a column of its own.
  static func bestAssignment(_ costs: [[Double]]) -> Double {
    func best(_ row: Int, _ used: Set<Int>) -> Double {
      guard row < costs.count else { return 0 }
      return costs.indices.filter { !used.contains($0) }.map { costs[row][$0] + best(row + 1, used.union([$0])) }.min() ?? 0
    }
    return best(0, [])
  }

  private static func forEachChoice(of count: Int, from total: Int, _ body: ([Int]) -> Void) {
    func extend(_ chosen: [Int]) {
      if chosen.count == count { return body(chosen) }
      let first = (chosen.last ?? -1) + 1
      guard first < total else { return }
      for next in first..<total { extend(chosen + [next]) }
    }
    extend([])
  }

  /// Gauss with pivoting on an augmented square system; nil when it is singular.
  private static func solve(_ system: [[Double]]) -> [Double]? {
    var system = system
    let count = system.count
    for column in 0..<count {
      guard let pivot = (column..<count).max(by: { abs(system[$0][column]) < abs(system[$1][column]) }) else { return nil }
      if abs(system[pivot][column]) < 1e-9 { return nil }
      system.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = system[row][column] / system[column][column]
        for k in column...count { system[row][k] -= factor * system[column][k] }
      }
    }
    return (0..<count).map { system[$0][count] / system[$0][$0] }
  }
}

/// A program written out in full, by asking only for what a caller may ask.
struct Dense {
  let sense: Sense
  let costs: [Double]
  let rows: [[Double]]
  let units: [[Double]]
  let rowBounds: [Bounds]
  let columnBounds: [Bounds]

  init(_ program: LinearProgram) {
    let columns = program.columnCount
    sense = program.sense
    costs = (0..<columns).map { program[costOf: Column($0)] }
    rowBounds = (0..<program.rowCount).map { program[boundsOf: Row($0)] }
    columnBounds = (0..<columns).map { program[boundsOf: Column($0)] }
    units = (0..<columns).map { unit in (0..<columns).map { $0 == unit ? 1 : 0 } }
    var rows = Array(repeating: Array(repeating: 0.0, count: columns), count: program.rowCount)
    for entry in program.entries { rows[entry.row.index][entry.column.index] += entry.value }
    self.rows = rows
  }

  func objective(_ point: [Double]) -> Double { dot(costs, point) }

  func admits(_ point: [Double]) -> Bool {
    zip(columnBounds, point).allSatisfy(within) && zip(rowBounds, rows.map { dot($0, point) }).allSatisfy(within)
  }

  func better(_ a: Double?, _ b: Double) -> Double {
    guard let a else { return b }
    return sense == .minimize ? min(a, b) : max(a, b)
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  private func within(_ bounds: Bounds, _ value: Double) -> Bool { value >= bounds.lower - 1e-7 && value <= bounds.upper + 1e-7 }
}
