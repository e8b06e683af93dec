import LinearProgramming
import Testing

@Suite struct WarmStartTests {
  @Test func `from its own optimal basis nothing is left to do`() throws {
    var random = SplitMix64(seed: 31)
    var solved = 0
    for _ in 0..<600 {
      let program = RandomPrograms.anything(&random)
      let cold = try program.solve()
      guard cold.termination == .optimal else { continue }
      solved += 1
      var options = SolveOptions()
      options.start = cold.basis
      let warm = try program.solve(options)
      #expect(warm.termination == .optimal && warm.iterations == 0 && warm.startWasUsed)
      #expect(abs(warm.objective - cold.objective) < 1e-7)
    }
    #expect(solved > 50)
  }

  @Test(arguments: [SolveOptions.Method.automatic, .primal, .dual])
  func `after adding columns a warm solve finds what a cold one finds, in fewer iterations`(_ method: SolveOptions.Method) throws
  {
    var random = SplitMix64(seed: 9)
    var program = RandomPrograms.covering(&random, rows: 40, columns: 100)
    var options = SolveOptions()
    options.method = method
    var warmIterations = 0, coldIterations = 0
    for _ in 0..<8 {
      options.start = try program.solve(options).basis
      RandomPrograms.addCoveringColumns(&program, &random, count: 15)
      let warm = try program.solve(options)
      options.start = nil
      let cold = try program.solve(options)
      #expect(warm.termination == .optimal && warm.startWasUsed && !cold.startWasUsed)
      #expect(abs(warm.objective - cold.objective) < 1e-7)
      #expect(try #require(program.residuals(of: warm)).proveOptimality())
      warmIterations += warm.iterations
      coldIterations += cold.iterations
      options.start = warm.basis
    }
    #expect(warmIterations < coldIterations)
  }

  @Test func `after adding rows and moving bounds a warm solve finds what a cold one finds`() throws {
    var random = SplitMix64(seed: 10)
    var program = RandomPrograms.covering(&random, rows: 30, columns: 150)
    var basis = try program.solve().basis
    for _ in 0..<10 {
      let columns = (0..<program.columnCount).filter { _ in random.once(in: 10) }.map { (Column($0), 1.0) }
      program.addRow("", .atLeast(1), columns)
      program[boundsOf: Row(Int.random(in: 0..<30, using: &random))].lower += 1
      var options = SolveOptions()
      options.start = basis
      let warm = try program.solve(options), cold = try program.solve()
      #expect(warm.termination == cold.termination && warm.startWasUsed)
      #expect(abs(warm.objective - cold.objective) < 1e-7)
      basis = warm.basis
    }
  }

  @Test func `a basis that is none is passed over`() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn(cost: 1, in: 0...2)
    let y = program.addColumn(cost: 1, in: 0...2)
    program.addRow("", .atMost(3), [x: 1, y: 1])
    program.addRow("", .atMost(6), [x: 2, y: 2])
    let singular = Basis(columns: [.basic, .basic], rows: [.atUpper, .atUpper])
    let tooFew = Basis(columns: [.atLower, .atUpper], rows: [.atUpper, .atUpper])
    let contradicting = Basis(columns: [.free, .fixed], rows: [.basic, .basic])
    for (start, used) in [(singular, false), (tooFew, false), (contradicting, true)] {
      var options = SolveOptions()
      options.start = start
      let solution = try program.solve(options)
      #expect(solution.termination == .optimal && solution.objective == 3 && solution.startWasUsed == used)
    }
  }

  @Test func `the basis of an interrupted solve is a place to go on from`() throws {
    var random = SplitMix64(seed: 15)
    let program = RandomPrograms.covering(&random, rows: 60, columns: 400)
    let whole = try program.solve()
    var options = SolveOptions()
    options.iterationLimit = 10
    var rounds = 0
    var solution = try program.solve(options)
    while solution.termination == .iterationLimit, rounds < 200 {
      rounds += 1
      options.start = solution.basis
      solution = try program.solve(options)
    }
    #expect(rounds > 2 && solution.termination == .optimal)
    #expect(abs(solution.objective - whole.objective) < 1e-7)
  }
}
