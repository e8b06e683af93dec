import LinearProgramming

extension LinearProgram {
  /// The transportation problem: every source has 15 units for each 10 of the demand it would have to meet on average; what a
  /// unit costs is the distance in a plane of 1000 × 1000.
  static func transportation(sources: Int, sinks: Int, seed: UInt64) -> LinearProgram {
    var random = SeededRandom(seed: seed)
    func point() -> (x: Double, y: Double) {
      (Double(Int.random(in: 0...1000, using: &random)), Double(Int.random(in: 0...1000, using: &random)))
    }
    let origins = (0..<sources).map { _ in point() }
    let destinations = (0..<sinks).map { _ in point() }
    let demands = destinations.map { _ in Double(Int.random(in: 1...20, using: &random)) }
    let supply = (1.5 * demands.reduce(0, +) / Double(sources)).rounded(.up)
    var program = LinearProgram(.minimize)
    let supplies = origins.map { _ in program.addRow("", .atMost(supply)) }
    let needs = demands.map { program.addRow("", .equal($0)) }
    for (origin, supply) in zip(origins, supplies) {
      for (destination, need) in zip(destinations, needs) {
        let dx = origin.x - destination.x
        let dy = origin.y - destination.y
        let distance: Double = (dx * dx + dy * dy).squareRoot()
        program.addColumn(cost: distance.rounded(), [supply: 1, need: 1])
      }
    }
    return program
  }

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
