import LinearProgramming

extension RandomPrograms {
  /// Many columns over few rows of any type, with bounds of any type: feasible, infeasible or unbounded.
  static func wide(_ random: inout SplitMix64, rows rowCount: Int, columns: Int) -> LinearProgram {
    var program = LinearProgram(random.once(in: 2) ? .minimize : .maximize)
    // Some programs have only boxed columns, so that not all of them are unbounded; some hardly any coefficient of the sign that a
    // row needs, so that the first few columns do not suffice.
    let isBoxed = !random.once(in: 3), isDear = random.once(in: 2), isOneSided = random.once(in: 2)
    let cost = isDear ? (program.sense == .minimize ? 0...9 : -9...0) : -5...5
    let rows = (0..<rowCount).map { _ in program.addRow("", rowBounds(&random)) }
    for _ in 0..<columns {
      let entries = rows.filter { _ in random.once(in: 2) }.map { row in
        (row, isOneSided && !random.once(in: 40) ? random.whole(0...3) : random.whole(-4...4))
      }
      program.addColumn(cost: random.whole(cost), in: isBoxed ? box(&random) : columnBounds(&random), entries)
    }
    return program
  }

  /// A set partitioning with one dear way out for each row, feasible and bounded, whole numbers demanded or not.
  static func partitioning(_ random: inout SplitMix64, rows rowCount: Int, columns: Int, integral: Bool) -> LinearProgram {
    var program = LinearProgram(.minimize)
    let rows = (0..<rowCount).map { _ in program.addRow("", .equal(1)) }
    for row in rows { program.addColumn(cost: 100, integral: integral, [row: 1]) }
    for _ in 0..<columns {
      let covered = rows.shuffled(using: &random).prefix(Int.random(in: 2...5, using: &random))
      let cost = covered.reduce(10) { sum, _ in sum + Int.random(in: 5...30, using: &random) }
      program.addColumn(cost: Double(cost), integral: integral, covered.map { ($0, 1.0) })
    }
    return program
  }

  private static func box(_ random: inout SplitMix64) -> Bounds {
    let lower = random.whole(-2...2)
    return .between(lower, lower + random.whole(0...2))
  }

  private static func columnBounds(_ random: inout SplitMix64) -> Bounds {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: .free
    case 1: .atMost(random.whole(-2...3))
    case 2, 3, 4: box(&random)
    default: .nonnegative
    }
  }

  private static func rowBounds(_ random: inout SplitMix64) -> Bounds {
    let value = random.whole(-20...60)
    return switch Int.random(in: 0..<8, using: &random) {
    case 0: .free
    case 1, 2, 3: .equal(value)
    case 4, 5: .atMost(value)
    case 6: .between(value, value + random.whole(0...5))
    default: .atLeast(value)
    }
  }
}
