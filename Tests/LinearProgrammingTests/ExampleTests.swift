import LinearProgramming
import Testing

/// The examples of the documentation, with the numbers that stand there.
@Suite struct ExampleTests {
  @Test func `a column's value`() throws {
    var program = LinearProgram(.minimize)
    let x = program.addColumn("x", cost: 3)
    program.addRow("demand", .atLeast(2), [x: 1])
    #expect(try program.solve().values[x] == 2.0)
  }

  @Test func `a row's price`() throws {
    var program = LinearProgram(.minimize)
    let x = program.addColumn("x", cost: 3)
    let demand = program.addRow("demand", .atLeast(2), [x: 1])
    #expect(try program.solve().prices[demand] == 3.0)
  }

  @Test func `one program, both senses`() throws {
    var program = LinearProgram(.maximize)
    program.addColumn("x", cost: 2, in: 0...3)
    #expect(try program.solve().objective == 6.0)
    program.sense = .minimize
    #expect(try program.solve().objective == 0.0)
  }

  @Test func `a sum of at most four`() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 2, in: 0...3)
    let y = program.addColumn("y", cost: 1)
    program.addRow("sum", .atMost(4), [x: 1, y: 1])
    let solution = try program.solve()
    #expect("\(solution.termination)" == "optimal" && solution.objective == 7.0)
  }

  @Test func `many columns over few rows`() throws {
    var program = LinearProgram(.minimize)
    let stops = (0..<20).map { program.addRow("stop \($0)", .equal(1)) }
    for first in 0..<20 {
      for length in 1...5 where first + length <= 20 {
        program.addColumn(cost: Double(10 + 3 * length), integral: true, stops[first..<first + length].map { ($0, 1.0) })
      }
    }
    var options = SolveOptions()
    options.method = .sifting
    options.search = .dive
    let solution = try program.solve(options)
    #expect(solution.objective == 100.0 && solution.bound == 100.0)
    #expect(try #require(solution.relaxation).objective <= 100.0)
    let whole = try program.relaxed.solve(options)
    #expect(try #require(program.relaxed.residuals(of: whole)).proveOptimality())
  }

  @Test func `vans and bikes`() throws {
    var program = LinearProgram(.minimize)
    let van = program.addColumn("van", cost: 80, in: 0...3)
    let bike = program.addColumn("bike", cost: 25)
    let parcels = program.addRow("parcels", .atLeast(130), [van: 60, bike: 15])
    let solution = try program.solve()
    #expect(abs(solution.values[van] - 130 / 60.0) < 1e-9 && solution.values[bike] == 0)
    #expect(abs(solution.prices[parcels] - 80 / 60.0) < 1e-9)
  }

  @Test func `the rows that clash`() throws {
    var program = LinearProgram(.minimize)
    let vans = program.addColumn("vans", cost: 1, in: 0...3)
    program.addRow("parcels", .atLeast(500), [vans: 100])
    program.addRow("drivers", .atMost(9), [vans: 1])
    guard case .infeasible(let proof?) = try program.solve().termination else {
      Issue.record("no proof")
      return
    }
    #expect(proof.rows.map { program.name(of: $0) } == ["parcels"])
    #expect(proof.holds(for: program))
  }

  @Test func `what has no end`() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 1), y = program.addColumn("y", cost: -2, in: 0...4)
    program.addRow("difference", .atLeast(1), [x: 1, y: -1])
    guard case .unbounded(let ray?) = try program.solve().termination else {
      Issue.record("no ray")
      return
    }
    #expect(ray.columns.map { program.name(of: $0) } == ["x"] && ray.holds(for: program))
  }

  @Test func `an unusable number by its name`() {
    var program = LinearProgram(.minimize)
    program.addColumn("vans", cost: .nan)
    let error = #expect(throws: InvalidProgram.self) { try program.solve() }
    #expect(error?.description == "error: column \"vans\": cost nan, expected a finite number")
  }

  @Test func `wood, glue and paint`() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x"), y = program.addColumn("y", in: 0...3)
    program.addRow("wood", x + 2 * y <= 8)
    program.addRow("glue", 2 * x - y + 1 >= x)
    program.addRow("paint", (x + y).between(1, 5))
    program.objective = 3 * x + 2 * y - 4
    #expect(try program.solve().objective == 11.0)
  }

  @Test func `a knapsack`() throws {
    let weights = [30.0, 20, 40], values = [5.0, 3, 6]
    var program = LinearProgram(.maximize)
    let taken = values.map { program.addColumn(cost: $0, in: 0...1, integral: true) }
    program.addRow("room", sum(of: zip(weights, taken)) { $0 * $1 } <= 60)
    #expect(try program.solve().objective == 9.0)
  }

  @Test func `chairs and tables from a file`() throws {
    let program = try LinearProgram(
      lpFormat: """
        Maximize
         profit: 30 chairs + 80 tables
        Subject To
         wood: 2 chairs + 6 tables <= 120
        Bounds
         chairs <= 40
        End
        """)
    let solution = try program.solve()
    let file = try program.freeMPS(named: "furniture")
    #expect(abs(solution.objective - (1200 + 80 * 20 / 3.0)) < 1e-9 && file.hasPrefix("NAME furniture\n"))
  }

  @Test func `there and back in MPS`() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 2, in: 0...3, integral: true)
    program.addRow("half", x <= 2.5)
    let copy = try LinearProgram(freeMPS: program.freeMPS(named: "example"))
    #expect(try copy.solve().objective == 4.0)
  }

  @Test func `half of x in LP format`() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 2, in: 0...3)
    program.addRow("half", x <= 2.5)
    #expect(
      try program.lpFormat() == """
        Maximize
         obj: 2 x
        Subject To
         half: x <= 2.5
        Bounds
         0 <= x <= 3
        End

        """)
  }

  @Test func `a program of five lines`() throws {
    let program = try LinearProgram(
      lpFormat: """
        maximize 2 x + y
        subject to 1 <= x + y <= 4
        bounds x <= 3
        end
        """)
    #expect(try program.solve().objective == 7.0)
  }

  @Test func `algebra in the reference`() throws {
    var program = LinearProgram(.maximize)
    let chairs = program.addColumn("chairs"), tables = program.addColumn("tables")
    let load = 2 * chairs + 6 * tables - 1
    program.addRow("wood", load <= 120)
    program.addRow("wood", (2 * chairs + 6 * tables).between(20, 120))
    program.objective = 30 * chairs + 80 * tables - 250
    let solution = try program.solve()
    #expect(abs(solution.objective - 1550) < 1e-9)
  }
}
