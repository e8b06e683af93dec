import LinearProgramming
import Testing

/// One way to ask for trouble, and the ends that are right.
struct Trouble: CustomTestStringConvertible, Sendable {
  /// The ends of a solve without what comes with them.
  enum End { case optimal, infeasible, unbounded, timeLimit, iterationLimit, memoryLimit, cancelled, trouble, refused }

  let testDescription: String
  let ends: [End]
  let program: LinearProgram
  var options = SolveOptions()

  init(_ description: String, _ ends: End..., build: (inout LinearProgram, inout SolveOptions) -> Void) {
    testDescription = description
    self.ends = ends
    var program = LinearProgram(.minimize)
    var options = SolveOptions()
    build(&program, &options)
    self.program = program
    self.options = options
  }

  /// How it ended, and whether the evidence holds.
  func run(cancellation: Cancellation? = nil) -> (end: End, holds: Bool) {
    let solution: Solution
    do {
      solution = try program.solve(options, cancellation: cancellation)
    } catch {
      return (.refused, !error.faults.isEmpty)
    }
    switch solution.termination {
    case .optimal: return (.optimal, program.residuals(of: solution)?.isFeasible(within: 1e-5) == true)
    case .infeasible(let proof): return (.infeasible, proof?.holds(for: program) ?? true)
    case .unbounded(let ray): return (.unbounded, ray?.holds(for: program) ?? true)
    case .timeLimit: return (.timeLimit, true)
    case .iterationLimit: return (.iterationLimit, true)
    case .memoryLimit: return (.memoryLimit, true)
    case .cancelled: return (.cancelled, true)
    case .numericalTrouble(let text): return (.trouble, !text.isEmpty)
    }
  }

  /// A program of one column x of cost 1 and one row.
  private static func one(
    _ program: inout LinearProgram, in bounds: Bounds = .nonnegative, row: Bounds, _ coefficient: Double = 1
  ) {
    let x = program.addColumn("x", cost: 1, in: bounds)
    program.addRow("row", row, [x: coefficient])
  }

  static let all: [Trouble] = [
    Trouble("nothing", .optimal) { _, _ in },
    Trouble("a row of nothing that holds", .optimal) { program, _ in program.addRow("", .between(-1, 1)) },
    Trouble("a row of nothing that does not hold", .infeasible) { program, _ in program.addRow("", .atLeast(1)) },
    Trouble("NaN as a cost", .refused) { program, _ in program.addColumn(cost: .nan) },
    Trouble("infinity as a cost", .refused) { program, _ in program.addColumn(cost: -.infinity) },
    Trouble("NaN as the constant", .refused) { program, _ in program.objectiveConstant = .nan },
    Trouble("NaN as a coefficient", .refused) { program, _ in one(&program, row: .atLeast(1), .nan) },
    Trouble("infinity as a coefficient", .refused) { program, _ in one(&program, row: .atLeast(1), .infinity) },
    Trouble("NaN as a bound", .refused) { program, _ in one(&program, in: .atLeast(.nan), row: .atLeast(1)) },
    Trouble("NaN as the bound of a row", .refused) { program, _ in one(&program, row: .atMost(.nan)) },
    Trouble("bounds that cross", .refused) { program, _ in one(&program, in: .between(2, 1), row: .atLeast(1)) },
    Trouble("a lower bound of infinity", .refused) { program, _ in one(&program, in: .atLeast(.infinity), row: .atLeast(1)) },
    Trouble("an upper bound of minus infinity", .refused) { program, _ in one(&program, row: .atMost(-.infinity)) },
    Trouble("the column of another program", .refused) { program, _ in program.addRow("", .atLeast(1), [Column(5): 1]) },
    Trouble("the row of another program", .refused) { program, _ in program.addColumn(cost: 1, [Row(5): 1]) },
    Trouble("a column before the first", .refused) { program, _ in program.addRow("", .atLeast(1), [Column(-1): 1]) },
    Trouble("the least row there is", .refused) { program, _ in program.add(1, to: Row(.min), program.addColumn()) },
    Trouble("an objective of strangers", .refused) { program, _ in program.objective = 3 * Column(2) + 1 },
    Trouble("a whole number between broken bounds", .refused) { program, _ in
      program.addColumn(cost: 1, in: 0.2...0.8, integral: true)
    },
    Trouble("a name of 300 bytes", .refused) { program, _ in program.addColumn(String(repeating: "x", count: 300)) },
    Trouble("a name with a control character", .refused) { program, _ in program.addRow("a\u{1B}[31m", .free) },
    Trouble("a name with a null", .refused) { program, _ in program.addColumn("a\0b") },
    Trouble("a name of 255 bytes of smoke", .optimal) { program, _ in program.addColumn(String(repeating: "🔥", count: 63)) },
    Trouble("coefficients that sum to infinity", .refused) { program, _ in
      let x = program.addColumn()
      program.addRow("", .atLeast(0), [x: .greatestFiniteMagnitude, x: .greatestFiniteMagnitude])
    },
    Trouble("ten thousand coefficients of one place", .optimal) { program, _ in
      let x = program.addColumn(cost: 1)
      program.addRow("", .atLeast(10_000), (0..<10_000).map { _ in (x, 1.0) })
    },
    Trouble("coefficients that cancel", .infeasible) { program, _ in
      let x = program.addColumn(cost: 1)
      program.addRow("", x - x >= 1)
    },
    Trouble("bounds of 1e9", .optimal) { program, _ in one(&program, in: .between(-1e9, 1e9), row: .atLeast(-1e9)) },
    Trouble("bounds of 1e300", .optimal, .infeasible, .trouble) { program, _ in one(&program, row: .atLeast(1e300)) },
    Trouble("a cost of 1e308", .optimal) { program, _ in program.addColumn(cost: 1e308, in: 0...1) },
    Trouble("an objective beyond all numbers", .trouble) { program, _ in
      program.addColumn(cost: -1e308, in: 0...10)
      program.addColumn(cost: -1e308, in: 0...10)
    },
    Trouble("a coefficient of 1e308", .optimal, .infeasible, .trouble) { program, _ in one(&program, row: .atLeast(1), 1e308) },
    Trouble("a denormal coefficient", .optimal, .infeasible, .trouble) { program, _ in
      one(&program, row: .atLeast(1), .leastNonzeroMagnitude)
    },
    Trouble("coefficients from 1e-15 to 1e15", .optimal, .infeasible, .trouble) { program, _ in
      var random = SplitMix64(seed: 5)
      let columns = (0..<12).map { _ in program.addColumn(cost: 1) }
      for _ in 0..<12 {
        let size = Double(sign: .plus, exponent: Int.random(in: -50...50, using: &random), significand: 1)
        program.addRow("", .atLeast(size), columns.map { ($0, random.whole(0...3) * size) })
      }
    },
    Trouble("a Hilbert matrix", .optimal, .infeasible, .trouble) { program, _ in
      let columns = (0..<15).map { _ in program.addColumn(cost: 1, in: .free) }
      for row in 0..<15 { program.addRow("", .equal(1), columns.map { ($0, 1.0 / Double(row + $0.index + 1)) }) }
    },
    Trouble("Beale's cycle (1955)", .optimal) { program, options in
      let x = [-0.75, 150, -0.02, 6].map { program.addColumn(cost: $0) }
      program.addRow(0.25 * x[0] - 60 * x[1] - 0.04 * x[2] + 9 * x[3] <= 0)
      program.addRow(0.5 * x[0] - 90 * x[1] - 0.02 * x[2] + 3 * x[3] <= 0)
      program.addRow(1 * x[2] <= 1)
      options.method = .primal
    },
    Trouble("the cube of Klee and Minty (1972)", .optimal) { program, options in
      program.sense = .maximize
      let x = (0..<12).map { program.addColumn(cost: Double(1 << (11 - $0))) }
      var limit = 1.0
      for row in 0..<12 {
        limit *= 5
        program.addRow("", .atMost(limit), (0...row).map { (x[$0], $0 == row ? 1 : Double(2 << (row - $0))) })
      }
      options.method = .primal
    },
    Trouble("an assignment of equal costs", .optimal) { program, _ in
      let rows = (0..<40).map { _ in program.addRow("", .equal(1)) }
      for i in 0..<20 { for j in 0..<20 { program.addColumn(cost: 1, [rows[i]: 1, rows[20 + j]: 1]) } }
    },
    Trouble("whole numbers with a relaxation without end", .unbounded) { program, _ in
      program.sense = .maximize
      program.addColumn(cost: 1, integral: true)
    },
    Trouble("whole numbers up to 1e15", .optimal) { program, _ in
      let x = program.addColumn(cost: 1, in: 0...1e15, integral: true)
      program.addRow("", 2 * x >= 1e12 + 1)
    },
    Trouble("whole numbers up to 1e300", .optimal, .infeasible, .trouble) { program, _ in
      let x = program.addColumn(cost: 1, in: 0...1e300, integral: true)
      program.addRow("", 3 * x >= 1e299)
    },
    Trouble("whole numbers that are none", .infeasible, .iterationLimit) { program, options in
      let x = program.addColumn(cost: 1, integral: true), y = program.addColumn(cost: 1, integral: true)
      program.addRow("", 2 * x - 2 * y == 1)
      options.iterationLimit = 2000
    },
    Trouble("no time", .timeLimit) { program, options in
      program = LimitTests.long
      options.timeLimit = .zero
    },
    Trouble("a nanosecond", .timeLimit) { program, options in
      program = LimitTests.long
      options.timeLimit = .nanoseconds(1)
    },
    Trouble("fifty milliseconds", .timeLimit) { program, options in
      program = LimitTests.long
      options.timeLimit = .milliseconds(50)
    },
    Trouble("a time before all time", .timeLimit) { program, options in
      program = LimitTests.long
      options.timeLimit = .seconds(Int64.min / 2)
    },
    Trouble("no iterations", .iterationLimit) { program, options in
      program = LimitTests.large
      options.iterationLimit = 0
    },
    Trouble("fewer than no iterations", .refused) { _, options in options.iterationLimit = .min },
    Trouble("all iterations there are", .optimal) { _, options in options.iterationLimit = .max },
    Trouble("a megabyte", .memoryLimit) { program, options in
      program = LimitTests.large
      options.memoryLimit = 1
    },
    Trouble("no megabyte", .refused) { _, options in options.memoryLimit = 0 },
    Trouble("all megabytes there are", .optimal) { _, options in options.memoryLimit = .max },
    Trouble("a gap of NaN", .refused) { _, options in options.relativeGap = .nan },
    Trouble("a gap without end", .optimal) { program, options in
      program.addColumn(cost: 1, in: 0...5, integral: true)
      options.relativeGap = .infinity
    },
    Trouble("whole numbers with an objective beyond all numbers", .trouble) { program, _ in
      for _ in 0..<2 { program.addColumn(cost: -1e308, in: 0...10, integral: true) }
    },
    Trouble("the basis of a greater program", .refused) { _, options in
      options.start = Basis(columns: [.basic], rows: [.basic])
    },
    Trouble("a basis with everything basic", .optimal) { program, options in
      one(&program, row: .atLeast(1))
      options.start = Basis(columns: [.basic], rows: [.basic])
    },
    Trouble("a basis with nothing basic", .optimal) { program, options in
      one(&program, row: .atLeast(1))
      options.start = Basis(columns: [.free], rows: [.fixed])
    },
    Trouble("a basis of half the program", .optimal) { program, options in
      one(&program, row: .atLeast(1))
      options.start = Basis(columns: [], rows: [.atUpper])
    },
    Trouble("cuts without whole numbers", .optimal) { program, options in
      one(&program, row: .atLeast(1))
      options.cuts = true
    },
  ]
}

@Suite struct AbuseTests {
  @Test(arguments: Trouble.all) func `trouble is a value or an error, with evidence that holds, and the next solve works`(
    _ trouble: Trouble
  ) throws {
    let (end, holds) = trouble.run()
    #expect(trouble.ends.contains(end) && holds, "\(end)")
    var program = LinearProgram(.maximize)
    program.addColumn(cost: 1, in: 0...2)
    #expect(try program.solve().objective == 2)
  }

  @Test(arguments: Trouble.all) func `cancelled trouble does not begin`(_ trouble: Trouble) {
    let cancellation = Cancellation()
    cancellation.cancel()
    let (end, _) = trouble.run(cancellation: cancellation)
    #expect(end == .cancelled || (end == .refused && trouble.ends == [.refused]))
  }

  @Test func `64 tasks in all kinds of trouble at a time end as they would alone`() async {
    let alone = Trouble.all.map { $0.run().end }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<64 {
        group.addTask {
          Trouble.all.indices.count { index in
            let place = (index + task * 7) % Trouble.all.count
            // With a wall clock in the game another end may be right; it is one of those that are named.
            let end = Trouble.all[place].run().end
            return end != alone[place] && !Trouble.all[place].ends.contains(end)
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func `tasks that are cancelled in the middle leave the others alone`() async throws {
    var random = SplitMix64(seed: 31)
    let small = RandomPrograms.covering(&random, rows: 20, columns: 60)
    let expected = try await small.solve().objective
    let results = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<24 {
        group.addTask {
          if index % 2 == 0 { return (try? await small.solve().objective) == expected }
          let long = Task { try await LimitTests.long.solve().termination }
          try? await Task.sleep(for: .milliseconds(20 + index * 10))
          long.cancel()
          return (try? await long.value) == .cancelled
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 24 && !results.contains(false))
  }
}
