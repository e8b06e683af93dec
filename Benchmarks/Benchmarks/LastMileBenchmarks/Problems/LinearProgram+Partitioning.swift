import LinearProgramming

extension LinearProgram {
  /// The relaxation of a set partitioning: each row is covered once by columns of 3 to 8 rows that cost some 100 a row. A dear
  /// column for each row alone keeps it feasible.
  static func partitioning(rows: Int, columns: Int, seed: UInt64) -> LinearProgram {
    var random = SeededRandom(seed: seed)
    var program = LinearProgram(.minimize)
    let handles = (0..<rows).map { _ in program.addRow("", .equal(1)) }
    for row in handles { program.addColumn(cost: 1000, [row: 1]) }
    for _ in rows..<columns {
      let covered = handles.someOfThem(using: &random)
      let cost = covered.reduce(100) { sum, _ in sum + Int.random(in: 50...150, using: &random) }
      program.addColumn(cost: Double(cost), covered.map { ($0, 1) })
    }
    return program
  }

  /// Adds columns as a round of column generation does: each costs a tenth less than the prices of the rows it covers.
  mutating func addPromisingColumns(_ count: Int, prices: Vector<Row>, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let handles = (0..<rowCount).map { Row($0) }
    for _ in 0..<count {
      let covered = handles.someOfThem(using: &random)
      let worth = covered.reduce(0) { $0 + prices[$1] }
      addColumn(cost: max(1, (0.9 * worth).rounded()), covered.map { ($0, 1) })
    }
  }
}

extension [Row] {
  /// Three to eight different rows.
  fileprivate func someOfThem(using random: inout SeededRandom) -> [Row] {
    Array(shuffled(using: &random).prefix(Int.random(in: 3...8, using: &random)))
  }
}
