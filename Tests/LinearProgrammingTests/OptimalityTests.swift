import LinearProgramming
import Testing

/// What the solver says is never believed: optimal, infeasible and unbounded are each proved from the program alone.
@Suite struct OptimalityTests {
  @Test(arguments: [SolveOptions.Method.automatic, .primal, .dual])
  func `whatever a random program's end, there is a proof of it`(_ method: SolveOptions.Method) throws {
    var random = SplitMix64(seed: 11)
    var options = SolveOptions()
    options.method = method
    var seen: [String: Int] = [:]
    for _ in 0..<600 {
      let program = RandomPrograms.anything(&random)
      let solution = try program.solve(options)
      switch solution.termination {
      case .optimal:
        seen["optimal", default: 0] += 1
        let residuals = try #require(program.residuals(of: solution))
        #expect(residuals.proveOptimality(within: 1e-7), "\(residuals)")
        #expect(solution.relativeGap == 0)
      case .infeasible(let proof):
        seen["infeasible", default: 0] += 1
        #expect(try #require(proof).holds(for: program))
        #expect(solution.values.isEmpty && solution.prices.isEmpty)
      case .unbounded(let ray):
        seen["unbounded", default: 0] += 1
        #expect(try #require(ray).holds(for: program))
      default:
        Issue.record("\(solution.termination)")
      }
    }
    // The mixture must be one: each end occurs often enough to be tested.
    #expect(seen.count == 3 && seen.values.allSatisfy { $0 > 50 }, "\(seen)")
  }

  @Test func `the optimum is that of the best corner`() throws {
    var random = SplitMix64(seed: 5)
    var infeasible = 0
    for round in 0..<300 {
      let program = RandomPrograms.boxed(&random, columns: 1 + round % 3, rows: round % 5)
      let solution = try program.solve()
      if let best = Oracle.bestCorner(of: program) {
        #expect(solution.termination == .optimal && abs(solution.objective - best) < 1e-6)
      } else {
        infeasible += 1
        #expect(solution.isInfeasible)
      }
    }
    #expect(infeasible > 20 && infeasible < 200)
  }

  @Test func `a price is what the objective changes by when the bound moves`() throws {
    var random = SplitMix64(seed: 8)
    let step = 1e-4
    for _ in 0..<40 {
      var program = RandomPrograms.covering(&random, rows: 8, columns: 40)
      // Costs and demands with fractions, so that no two corners tie and the price holds in both directions.
      for column in 0..<program.columnCount { program[costOf: Column(column)] += Double.random(in: 0..<1, using: &random) }
      for row in 0..<8 { program[boundsOf: Row(row)].lower += Double.random(in: 0..<1, using: &random) }
      let before = try program.solve()
      for row in (0..<8).map({ Row($0) }) {
        var moved = program
        moved[boundsOf: row].lower += step
        let change = try moved.solve().objective - before.objective
        #expect(abs(change - step * before.prices[row]) < 1e-7)
      }
    }
  }

  @Test func `a transportation problem has its known optimum`() throws {
    // Dantzig 1963, chapter 3: Seattle and San Diego supply New York, Chicago and Topeka; 153.675 thousand dollars.
    let supplies = [350.0, 600], demands = [325.0, 300, 275]
    let miles = [[2.5, 1.7, 1.8], [2.5, 1.8, 1.4]]
    var program = LinearProgram(.minimize)
    let rows = supplies.map { program.addRow("", .atMost($0)) } + demands.map { program.addRow("", .atLeast($0)) }
    for from in 0..<2 {
      for to in 0..<3 { program.addColumn(cost: 0.09 * miles[from][to], [rows[from]: 1, rows[2 + to]: 1]) }
    }
    let solution = try program.solve()
    #expect(abs(solution.objective - 153.675) < 1e-9)
    #expect(try #require(program.residuals(of: solution)).proveOptimality())
  }

  @Test(arguments: 0..<12) func `an assignment is the best of all permutations, and whole by itself`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let costs = (0..<6).map { _ in (0..<6).map { _ in random.whole(1...20) } }
    var program = LinearProgram(.minimize)
    let rows = (0..<12).map { _ in program.addRow("", .equal(1)) }
    for from in 0..<6 {
      for to in 0..<6 { program.addColumn(cost: costs[from][to], [rows[from]: 1, rows[6 + to]: 1]) }
    }
    let solution = try program.solve()
    #expect(abs(solution.objective - Oracle.bestAssignment(costs)) < 1e-9)
    #expect(solution.values.elements.allSatisfy { abs($0 - $0.rounded()) < 1e-9 })
  }

  @Test func `Beale's program, on which a careless simplex method cycles, is solved`() throws {
    var program = LinearProgram(.minimize)
    let x = [-0.75, 150, -0.02, 6].map { program.addColumn(cost: $0) }
    program.addRow("", .atMost(0), [x[0]: 0.25, x[1]: -60, x[2]: -1 / 25.0, x[3]: 9])
    program.addRow("", .atMost(0), [x[0]: 0.5, x[1]: -90, x[2]: -1 / 50.0, x[3]: 3])
    program.addRow("", .atMost(1), [x[2]: 1])
    for method in [SolveOptions.Method.primal, .dual] {
      var options = SolveOptions()
      options.method = method
      #expect(abs(try program.solve(options).objective + 0.05) < 1e-12)
    }
  }

  @Test func `numbers far apart in size are solved as well`() throws {
    var program = LinearProgram(.minimize)
    let grams = program.addColumn(cost: 1e-6), ships = program.addColumn(cost: 1e6)
    program.addRow("", .atLeast(1e9), [grams: 1, ships: 1e10])
    program.addRow("", .atMost(5e8), [grams: 1])
    let solution = try program.solve()
    #expect(try #require(program.residuals(of: solution)).proveOptimality())
    #expect(abs(solution.objective - (500 + 0.05 * 1e6)) < 1e-3)
  }
}
