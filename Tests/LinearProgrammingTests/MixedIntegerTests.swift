import LinearProgramming
import Testing

@Suite struct MixedIntegerTests {
  @Test(arguments: [true, false]) func `the optimum is the best of all whole points`(_ cuts: Bool) throws {
    var random = SplitMix64(seed: 21)
    var options = SolveOptions()
    options.cuts = cuts
    var infeasible = 0
    for round in 0..<150 {
      var program = RandomPrograms.boxed(&random, columns: 2 + round % 4, rows: 1 + round % 3)
      program = program.withWholeColumns()
      let solution = try program.solve(options)
      if let best = Oracle.bestWholePoint(of: program) {
        #expect(solution.termination == .optimal && abs(solution.objective - best) < 1e-6)
        #expect(try #require(program.residuals(of: solution)).proveOptimality())
        #expect(solution.prices.isEmpty && solution.basis != nil)
      } else {
        infeasible += 1
        #expect(solution.isInfeasible && solution.bound == nil)
      }
    }
    #expect(infeasible > 10 && infeasible < 120)
  }

  @Test func `a knapsack is packed as a table says`() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<10 {
      let items = (0..<30).map { _ in (value: Int(random.whole(5...60)), weight: Int(random.whole(5...40))) }
      var table = [Int](repeating: 0, count: 201)
      for item in items {
        for room in stride(from: 200, through: item.weight, by: -1) {
          table[room] = max(table[room], table[room - item.weight] + item.value)
        }
      }
      var program = LinearProgram(.maximize)
      let columns = items.map { program.addColumn(cost: Double($0.value), in: .unit, integral: true) }
      program.addRow("room", .atMost(200), zip(columns, items).map { ($0, Double($1.weight)) })
      #expect(abs(try program.solve().objective - Double(table[200])) < 1e-6)
    }
  }

  @Test func `whole and broken columns live together`() throws {
    var program = LinearProgram(.minimize)
    let vans = program.addColumn("vans", cost: 10, in: 0...9, integral: true)
    let taxi = program.addColumn("taxi", cost: 6)
    program.addRow("parcels", .atLeast(7), [vans: 3, taxi: 1])
    let solution = try program.solve()
    #expect(solution.values[vans] == 2 && abs(solution.values[taxi] - 1) < 1e-9 && abs(solution.objective - 26) < 1e-9)
  }

  @Test func `within a wide gap the search may end early, and the gap it names is true`() throws {
    var random = SplitMix64(seed: 77)
    var options = SolveOptions()
    options.relativeGap = 0.2
    for _ in 0..<5 {
      let program = RandomPrograms.covering(&random, rows: 12, columns: 60).withWholeColumns()
      let best = try program.solve().objective
      let solution = try program.solve(options)
      #expect(solution.termination == .optimal)
      let gap = try #require(solution.relativeGap), bound = try #require(solution.bound)
      #expect(gap <= 0.2 + 1e-9 && bound <= best + 1e-6 && solution.objective >= best - 1e-6)
    }
  }

  @Test func `a search that is cut short before it found anything names no point`() throws {
    // Twice a whole number is never odd, but branch and bound has to try nearly all choices to notice.
    var program = LinearProgram(.minimize)
    let columns = (0..<30).map { _ in program.addColumn(cost: 1, in: .unit, integral: true) }
    program.addRow("odd", .equal(31), columns.map { ($0, 2.0) })
    var options = SolveOptions()
    options.iterationLimit = 100
    let solution = try program.solve(options)
    #expect(solution.termination == .iterationLimit && solution.values.isEmpty && solution.objective.isNaN)
    #expect(abs(try #require(solution.bound) - 15.5) <= 0.5 + 1e-6)
  }

  @Test func `a search that is cut short has a true bound and a feasible point or none`() throws {
    var random = SplitMix64(seed: 13)
    let program = RandomPrograms.marketSplit(&random, markets: 2, customers: 14)
    let best = try program.solve()
    #expect(best.termination == .optimal)
    var points = 0, bounds = 0
    for limit in stride(from: 0, through: best.iterations, by: max(best.iterations / 25, 1)) {
      var options = SolveOptions()
      options.iterationLimit = limit
      let solution = try program.solve(options)
      guard solution.termination == .iterationLimit else {
        #expect(abs(solution.objective - best.objective) < 1e-6)
        continue
      }
      if let bound = solution.bound {
        bounds += 1
        #expect(bound <= best.objective + 1e-6)
      }
      if let residuals = program.residuals(of: solution) {
        points += 1
        #expect(residuals.isFeasible() && solution.objective >= best.objective - 1e-6)
      }
    }
    #expect(points > 10 && bounds > 10)
  }
}

extension LinearProgram {
  /// The same program with every column a whole number.
  func withWholeColumns() -> LinearProgram {
    var copy = LinearProgram(sense)
    for column in 0..<columnCount {
      copy.addColumn(cost: self[costOf: Column(column)], in: self[boundsOf: Column(column)], integral: true)
    }
    for row in 0..<rowCount { copy.addRow("", self[boundsOf: Row(row)]) }
    for entry in entries { copy.add(entry.value, to: entry.row, entry.column) }
    return copy
  }
}
