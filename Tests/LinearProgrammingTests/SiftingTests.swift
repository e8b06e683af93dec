import LinearProgramming
import Testing

@Suite struct SiftingTests {
  static var sifting: SolveOptions {
    var options = SolveOptions()
    options.method = .sifting
    return options
  }

  @Test func `whatever a wide program's end, sifting comes to the same and there is a proof of it`() throws {
    var random = SplitMix64(seed: 41)
    var seen: [String: Int] = [:]
    for round in 0..<500 {
      let program = RandomPrograms.wide(&random, rows: 1 + round % 12, columns: 70 + round % 130)
      let plain = try program.solve(), sifted = try program.solve(Self.sifting)
      switch sifted.termination {
      case .optimal:
        seen["optimal", default: 0] += 1
        #expect(plain.termination == .optimal)
        #expect(abs(sifted.objective - plain.objective) < 1e-6 * max(1, abs(plain.objective)))
        let residuals = try #require(program.residuals(of: sifted))
        #expect(residuals.proveOptimality(within: 1e-6), "\(residuals)")
      case .infeasible(let proof):
        seen["infeasible", default: 0] += 1
        #expect(try #require(proof).holds(for: program))
        #expect(plain.isInfeasible)
      case .unbounded(let ray):
        seen["unbounded", default: 0] += 1
        #expect(try #require(ray).holds(for: program))
      default:
        Issue.record("\(sifted.termination)")
      }
    }
    #expect(seen.count == 3 && seen.values.allSatisfy { $0 > 40 }, "\(seen)")
  }

  @Test func `the basis it ends with is one of the whole program, and optimal`() throws {
    var random = SplitMix64(seed: 42)
    var solved = 0
    for round in 0..<120 {
      let program = RandomPrograms.wide(&random, rows: 2 + round % 10, columns: 100)
      let sifted = try program.solve(Self.sifting)
      guard sifted.termination == .optimal else { continue }
      solved += 1
      var options = SolveOptions()
      options.start = sifted.basis
      let plain = try program.solve(options)
      #expect(plain.startWasUsed && plain.iterations == 0)
      #expect(abs(plain.objective - sifted.objective) < 1e-6 * max(1, abs(plain.objective)))
    }
    #expect(solved > 20)
  }

  @Test func `from its own basis one small program is enough, and columns added since are priced`() throws {
    var random = SplitMix64(seed: 43)
    var program = RandomPrograms.partitioning(&random, rows: 40, columns: 3000, integral: false)
    var options = Self.sifting
    let cold = try program.solve(options)
    options.start = cold.basis
    let again = try program.solve(options)
    #expect(again.termination == .optimal && again.iterations == 0 && again.programs == 1 && again.startWasUsed)
    let cheap = program.addColumn(cost: 1, (0..<5).map { (Row($0), 1.0) })
    let warm = try program.solve(options)
    #expect(warm.termination == .optimal && warm.startWasUsed && warm.values[cheap] > 0)
    let plain = try program.solve()
    #expect(warm.iterations < cold.iterations && abs(warm.objective - plain.objective) < 1e-6)
  }

  @Test func `from a basis that other costs made optimal, columns at either bound are priced`() throws {
    var random = SplitMix64(seed: 46)
    var solved = 0
    for round in 0..<80 {
      var program = RandomPrograms.boxed(&random, columns: 90 + round, rows: 2 + round % 8)
      var options = Self.sifting
      options.start = try program.solve().basis
      for column in 0..<program.columnCount { program[costOf: Column(column)] = random.whole(-5...5) }
      let sifted = try program.solve(options), plain = try program.solve()
      guard plain.termination == .optimal else { continue }
      solved += 1
      #expect(sifted.termination == .optimal && sifted.startWasUsed)
      #expect(abs(sifted.objective - plain.objective) < 1e-6 * max(1, abs(plain.objective)))
      #expect(try #require(program.residuals(of: sifted)).proveOptimality())
    }
    #expect(solved > 20)
  }

  @Test func `a program that few columns make feasible is made so by pricing the proof`() throws {
    // The second row needs sixteen columns, more than sifting begins with.
    var program = LinearProgram(.minimize)
    let rows = (0..<3).map { program.addRow("", .atLeast($0 == 1 ? 4 : 2)) }
    for index in 0..<200 { program.addColumn(cost: 1, in: .unit, [rows[0]: 1, rows[2]: index.isMultiple(of: 2) ? 1 : 0.5]) }
    for _ in 0..<20 { program.addColumn(cost: 50, in: .unit, [rows[1]: 0.25, rows[0]: -0.125]) }
    let sifted = try program.solve(Self.sifting), plain = try program.solve()
    #expect(sifted.termination == .optimal && sifted.programs > 1)
    #expect(abs(sifted.objective - plain.objective) < 1e-9)
  }

  @Test func `limits and cancellation end it, with a feasible point or none`() throws {
    var random = SplitMix64(seed: 44)
    let program = RandomPrograms.partitioning(&random, rows: 60, columns: 4000, integral: false)
    let best = try program.solve(Self.sifting)
    var points = 0
    for limit in stride(from: 0, to: best.iterations, by: max(1, best.iterations / 20)) {
      var options = Self.sifting
      options.iterationLimit = limit
      let solution = try program.solve(options)
      #expect(solution.termination == .iterationLimit && solution.iterations <= limit && solution.prices.isEmpty)
      guard let residuals = program.residuals(of: solution) else { continue }
      points += 1
      #expect(residuals.isFeasible() && solution.objective >= best.objective - 1e-6)
    }
    #expect(points > 0)
    var options = Self.sifting
    options.timeLimit = .zero
    #expect(try program.solve(options).termination == .timeLimit)
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(try program.solve(Self.sifting, cancellation: cancellation).termination == .cancelled)
  }

  @Test func `whole numbers are found after sifting too`() throws {
    var random = SplitMix64(seed: 45)
    let program = RandomPrograms.partitioning(&random, rows: 12, columns: 120, integral: true)
    let plain = try program.solve(), sifted = try program.solve(Self.sifting)
    #expect(plain.termination == .optimal && sifted.termination == .optimal && plain.objective == sifted.objective)
  }
}
