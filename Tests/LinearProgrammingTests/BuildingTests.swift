import LinearProgramming
import Testing

@Suite struct BuildingTests {
  @Test func `the furniture maker's plan has the value, the plan and the prices of the textbook`() throws {
    var program = LinearProgram(.maximize)
    let chairs = program.addColumn("chairs", cost: 30, in: 0...40)
    let tables = program.addColumn("tables", cost: 80)
    let wood = program.addRow("wood", .atMost(120), [chairs: 2, tables: 6])
    let solution = try program.solve()
    #expect(solution.termination == .optimal)
    // 40 chairs use 80 of the wood, the other 40 make 6 2/3 tables; a unit of wood is a sixth of a table.
    #expect(abs(solution.objective - (1200 + 80 * 20 / 3.0)) < 1e-9)
    #expect(solution.values[chairs] == 40)
    #expect(abs(solution.prices[wood] - 80 / 6.0) < 1e-9)
    #expect(abs(solution.reducedCosts[chairs] - (30 - 2 * 80 / 6.0)) < 1e-9)
    #expect(abs(solution.activities[wood] - 120) < 1e-9)
    #expect(program.name(of: wood) == "wood" && program.name(of: chairs) == "chairs")
  }

  @Test func `coefficients of the same place are summed, wherever they come from`() throws {
    var program = LinearProgram(.minimize)
    let x = program.addColumn("x", cost: 1)
    let row = program.addRow("row", .atLeast(12), [x: 1, x: 2])
    program.add(1, to: row, x)
    #expect(try program.solve().values[x] == 3)
  }

  @Test func `coefficients that cancel leave nothing behind`() throws {
    var program = LinearProgram(.minimize)
    let x = program.addColumn("x", cost: 1, in: .atLeast(2))
    program.addRow("row", .equal(0), [x: 1, x: -1])
    #expect(try program.solve().objective == 2)
  }

  @Test func `a column may bring its coefficients for rows that exist`() throws {
    var program = LinearProgram(.minimize)
    let demand = program.addRow("demand", .atLeast(3))
    let dear = program.addColumn("dear", cost: 9, [demand: 1])
    let cheap = program.addColumn("cheap", cost: 4, in: 0...2, [demand: 1])
    let solution = try program.solve()
    #expect(solution.values[dear] == 1 && solution.values[cheap] == 2 && solution.prices[demand] == 9)
  }

  @Test func `a copy does not see later changes`() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 1, in: 0...5)
    let copy = program
    program[boundsOf: x] = Bounds(0...9)
    program[costOf: x] = 2
    #expect(try copy.solve().objective == 5)
    #expect(try program.solve().objective == 18)
    program.sense = .minimize
    #expect(try program.solve().objective == 0)
  }

  @Test func `a program without rows, without columns or without either has an answer`() throws {
    #expect(try LinearProgram(.minimize).solve().objective == 0)
    var columns = LinearProgram(.maximize)
    columns.addColumn(cost: 2, in: .between(-1, 4))
    #expect(try columns.solve().objective == 8)
    var rows = LinearProgram(.minimize)
    rows.addRow("nothing", .atMost(3))
    #expect(try rows.solve().termination == .optimal)
    rows.addRow("something", .atLeast(1))
    let proof = try #require(try rows.solve().infeasibilityProof)
    #expect(proof.rows == [Row(1)] && proof.holds(for: rows))
  }

  @Test func `relaxing forgets only the demand for whole numbers`() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn(cost: 1, in: 0...9, integral: true)
    program.addRow("half", .atMost(7), [x: 2])
    #expect(program.isMixedInteger && program.isIntegral(x))
    #expect(try program.solve().objective == 3)
    #expect(!program.relaxed.isMixedInteger)
    #expect(try program.relaxed.solve().objective == 3.5)
  }
}

extension Solution {
  var infeasibilityProof: InfeasibilityProof? {
    guard case .infeasible(let proof) = termination else { return nil }
    return proof
  }

  var isInfeasible: Bool {
    if case .infeasible = termination { return true }
    return false
  }
}
