import LinearProgramming

/// Random programs with small whole numbers, hence with many ties and degenerate corners.
enum RandomPrograms {
  /// Any mixture: free and boxed and fixed columns, ranges and equalities, both senses; feasible, infeasible or unbounded.
  static func anything(_ random: inout SplitMix64, upTo size: Int = 9) -> LinearProgram {
    var program = LinearProgram(random.once(in: 2) ? .minimize : .maximize)
    let columns = (0..<Int.random(in: 1...size, using: &random)).map { index in
      program.addColumn("x\(index)", cost: random.whole(-5...5), in: bounds(&random))
    }
    for index in 0..<Int.random(in: 0...size, using: &random) {
      let entries = columns.filter { _ in random.once(in: 2) }.map { ($0, random.whole(-4...4)) }
      program.addRow("r\(index)", bounds(&random), entries)
    }
    return program
  }

  /// Every column boxed, so that the optimum, if there is one, is at a corner.
  static func boxed(_ random: inout SplitMix64, columns columnCount: Int, rows: Int, integral: Bool = false) -> LinearProgram {
    var program = LinearProgram(random.once(in: 2) ? .minimize : .maximize)
    let columns = (0..<columnCount).map { _ in
      let lower = random.whole(-3...2)
      return program.addColumn(
        cost: random.whole(-5...5), in: .between(lower, lower + random.whole(0...4)), integral: integral && !random.once(in: 4))
    }
    for _ in 0..<rows { program.addRow("", bounds(&random), columns.map { ($0, random.whole(-4...4)) }) }
    return program
  }

  /// Feasible and bounded: minimise positive costs, cover demands. The kind that column generation solves again and again.
  static func covering(_ random: inout SplitMix64, rows rowCount: Int, columns: Int) -> LinearProgram {
    var program = LinearProgram(.minimize)
    let rows = (0..<rowCount).map { _ in program.addRow("", .atLeast(random.whole(1...4))) }
    for row in rows { program.addColumn("", cost: 50, [row: 1]) }
    addCoveringColumns(&program, &random, count: columns)
    return program
  }

  /// More columns for a covering program, each over three rows on average.
  static func addCoveringColumns(_ program: inout LinearProgram, _ random: inout SplitMix64, count: Int) {
    let rows = program.rowCount
    for _ in 0..<count {
      let covered = (0..<rows).filter { _ in random.once(in: max(rows / 3, 1)) }.map { (Row($0), 1.0) }
      program.addColumn("", cost: random.whole(1...60), covered)
    }
  }

  /// Whole-numbered and hard for branch and bound (Cornuéjols and Dawande 1999): split customers so that every market is halved,
  /// or nearly; the cost is by how much it is not. Every choice is feasible; 4 markets and 40 customers outlast any test.
  static func marketSplit(_ random: inout SplitMix64, markets: Int, customers customerCount: Int) -> LinearProgram {
    var program = LinearProgram(.minimize)
    let customers = (0..<customerCount).map { _ in program.addColumn(cost: 0, in: .unit, integral: true) }
    for _ in 0..<markets {
      let demands = customers.map { ($0, random.whole(0...99)) }
      let half = demands.reduce(0) { $0 + $1.1 } / 2
      let row = program.addRow("", .equal(half.rounded(.down)), demands)
      program.addColumn(cost: 1, [row: 1])
      program.addColumn(cost: 1, [row: -1])
    }
    return program
  }

  private static func bounds(_ random: inout SplitMix64) -> Bounds {
    let value = random.whole(-6...6)
    return switch Int.random(in: 0..<10, using: &random) {
    case 0: .free
    case 1: .equal(value)
    case 2, 3: .atMost(value)
    case 4: .between(value, value + random.whole(0...5))
    case 5, 6: .atLeast(value)
    default: .nonnegative
    }
  }
}
