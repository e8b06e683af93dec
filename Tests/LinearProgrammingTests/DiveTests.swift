import LinearProgramming
import Testing

@Suite struct DiveTests {
  static var dive: SolveOptions {
    var options = SolveOptions()
    options.search = .dive
    return options
  }

  @Test func `the optimum is the best of all whole points`() throws {
    var random = SplitMix64(seed: 51)
    var infeasible = 0
    for round in 0..<300 {
      var program = RandomPrograms.boxed(&random, columns: 2 + round % 4, rows: 1 + round % 3)
      program = program.withWholeColumns()
      let solution = try program.solve(Self.dive)
      if let best = Oracle.bestWholePoint(of: program) {
        #expect(solution.termination == .optimal && abs(solution.objective - best) < 1e-6)
        #expect(try #require(program.residuals(of: solution)).proveOptimality())
        #expect(solution.prices.isEmpty && solution.basis != nil && solution.relaxation != nil)
      } else {
        infeasible += 1
        #expect(solution.isInfeasible && solution.bound == nil)
      }
    }
    #expect(infeasible > 20 && infeasible < 240)
  }

  @Test func `whole and broken columns together come to what GLPK's branch and bound comes to`() throws {
    var random = SplitMix64(seed: 52)
    var optimal = 0
    for round in 0..<200 {
      let program = RandomPrograms.boxed(&random, columns: 4 + round % 9, rows: 1 + round % 5, integral: true)
      let dived = try program.solve(Self.dive), plain = try program.solve()
      #expect(dived.termination.isOptimal == plain.termination.isOptimal, "round \(round): \(dived.termination)")
      guard plain.termination.isOptimal, dived.termination.isOptimal else { continue }
      optimal += 1
      #expect(abs(dived.objective - plain.objective) < 1e-6, "round \(round)")
      #expect(try #require(program.residuals(of: dived)).proveOptimality(), "round \(round)")
    }
    #expect(optimal > 60)
  }

  @Test(arguments: [SolveOptions.Method.automatic, .sifting])
  func `a set partitioning is solved as GLPK solves it`(_ method: SolveOptions.Method) throws {
    var random = SplitMix64(seed: 53)
    for round in 0..<25 {
      let program = RandomPrograms.partitioning(&random, rows: 10 + round % 8, columns: 60 + 30 * (round % 5), integral: true)
      var options = Self.dive
      options.method = method
      let dived = try program.solve(options), plain = try program.solve()
      #expect(dived.termination == .optimal && abs(dived.objective - plain.objective) < 1e-6 && dived.bound == dived.objective)
      #expect(try #require(program.residuals(of: dived)).proveOptimality())
      let relaxation = try #require(dived.relaxation)
      #expect(relaxation.objective <= dived.objective + 1e-6)
      let relaxed = try program.relaxed.solve()
      #expect(abs(relaxation.objective - relaxed.objective) < 1e-6)
    }
  }

  @Test func `a constant of the objective moves objective and bound, and nothing else`() throws {
    var random = SplitMix64(seed: 59)
    for method in [SolveOptions.Method.automatic, .sifting] {
      var program = RandomPrograms.partitioning(&random, rows: 12, columns: 150, integral: true)
      var options = Self.dive
      options.method = method
      let plain = try program.solve(options)
      program.objectiveConstant = -1234.5
      let moved = try program.solve(options)
      options.incumbent = moved.values
      #expect(moved.values == plain.values && moved.objective == plain.objective - 1234.5)
      #expect(moved.termination == .optimal && moved.bound == moved.objective)
      #expect(try program.solve(options).objective == moved.objective)
      #expect(try #require(program.residuals(of: moved)).proveOptimality())
      let relaxed = program.relaxed
      #expect(try #require(relaxed.residuals(of: relaxed.solve(options))).proveOptimality())
    }
  }

  @Test func `a knapsack is packed as a table says, with copies too`() throws {
    var random = SplitMix64(seed: 54)
    for copies in [1.0, 3.0] {
      for _ in 0..<6 {
        let items = (0..<25).map { _ in (value: Int(random.whole(5...60)), weight: Int(random.whole(5...40))) }
        var table = [Int](repeating: 0, count: 201)
        for item in items {
          for _ in 0..<Int(copies) {
            for room in stride(from: 200, through: item.weight, by: -1) {
              table[room] = max(table[room], table[room - item.weight] + item.value)
            }
          }
        }
        var program = LinearProgram(.maximize)
        let columns = items.map { program.addColumn(cost: Double($0.value), in: .between(0, copies), integral: true) }
        program.addRow("room", .atMost(200), zip(columns, items).map { ($0, Double($1.weight)) })
        let solution = try program.solve(Self.dive)
        #expect(solution.termination == .optimal && abs(solution.objective - Double(table[200])) < 1e-6)
      }
    }
  }

  @Test func `an incumbent is never made worse, and one that is none is passed over`() throws {
    var random = SplitMix64(seed: 55)
    for round in 0..<10 {
      let program = RandomPrograms.partitioning(&random, rows: 30, columns: 800, integral: true)
      let best = try program.solve(Self.dive)
      #expect(best.termination == .optimal)
      var options = Self.dive
      options.incumbent = best.values
      let again = try program.solve(options)
      #expect(again.objective == best.objective && again.termination == .optimal && again.iterations <= best.iterations)
      options.iterationLimit = 0
      let stopped = try program.solve(options)
      #expect(stopped.termination == .iterationLimit && stopped.values == best.values, "round \(round)")
      options = Self.dive
      options.incumbent = Vector(Array(repeating: 1, count: program.columnCount))
      #expect(try program.solve(options).objective == best.objective)
    }
  }

  @Test func `a search that is cut short has a true bound and a feasible point or none`() throws {
    var random = SplitMix64(seed: 56)
    var program = RandomPrograms.marketSplit(&random, markets: 2, customers: 14)
    for index in 0..<14 { program[costOf: Column(index)] = 0.001 * Double(index % 3) }
    let best = try program.solve(Self.dive)
    let plain = try program.solve()
    #expect(best.termination == .optimal && abs(best.objective - plain.objective) < 1e-6)
    var points = 0, bounds = 0
    for limit in stride(from: 0, through: best.iterations, by: max(best.iterations / 25, 1)) {
      var options = Self.dive
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
    #expect(points > 5 && bounds > 10)
  }

  @Test func `the bound of a stopped search over many columns is never above the optimum`() throws {
    var random = SplitMix64(seed: 57)
    let program = RandomPrograms.partitioning(&random, rows: 40, columns: 2500, integral: true)
    var options = Self.dive
    options.method = .sifting
    let best = try program.solve(options)
    #expect(best.termination == .optimal && best.relativeGap == 0)
    var last = Double.infinity
    for part in 1...12 {
      options.iterationLimit = best.iterations * part / 12 - 1
      let solution = try program.solve(options)
      if let bound = solution.bound { #expect(bound <= best.objective) }
      if !solution.objective.isNaN {
        #expect(solution.objective >= best.objective && solution.objective <= last, "more steps, no worse point")
        last = solution.objective
      }
      let again = try program.solve(options)
      #expect(again.values == solution.values && again.bound == solution.bound, "the same steps, the same answer")
    }
  }

  @Test func `within a wide gap the search may end early, and the gap it names is true`() throws {
    var random = SplitMix64(seed: 58)
    var options = Self.dive
    options.relativeGap = 0.1
    var saved = 0
    for _ in 0..<8 {
      let program = RandomPrograms.covering(&random, rows: 15, columns: 90).withWholeColumns()
      let best = try program.solve(Self.dive), solution = try program.solve(options)
      #expect(solution.termination == .optimal)
      let gap = try #require(solution.relativeGap), bound = try #require(solution.bound)
      #expect(gap <= 0.1 + 1e-9 && bound <= best.objective + 1e-6 && solution.objective >= best.objective - 1e-6)
      saved += best.iterations - solution.iterations
    }
    #expect(saved > 0)
  }

  @Test func `unbounded, infeasible and called off are said as they are`() throws {
    var unbounded = LinearProgram(.maximize)
    unbounded.addColumn(cost: 1, integral: true)
    guard case .unbounded(let ray) = try unbounded.solve(Self.dive).termination else { throw Unexpected() }
    #expect(try #require(ray).holds(for: unbounded))
    var impossible = LinearProgram(.minimize)
    let x = impossible.addColumn(cost: 1, in: 0...5, integral: true)
    impossible.addRow("", .equal(3), [x: 2])
    #expect(try impossible.solve(Self.dive).termination == .infeasible(nil))
    impossible.addRow("", .atLeast(9), [x: 1])
    guard case .infeasible(let proof) = try impossible.solve(Self.dive).termination else { throw Unexpected() }
    #expect(try #require(proof).holds(for: impossible))
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(try unbounded.solve(Self.dive, cancellation: cancellation).termination == .cancelled)
  }

  struct Unexpected: Error {}
}
