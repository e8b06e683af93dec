import LinearProgramming
import Testing

@Suite struct ExpressionTests {
  let x = Column(0), y = Column(1), z = Column(2)

  @Test func `columns, numbers and expressions add up as in algebra`() {
    #expect("\(x + 2 * y)" == "1.0 x0 + 2.0 x1")
    #expect("\(2 * x - y + 1)" == "2.0 x0 - 1.0 x1 + 1.0")
    #expect("\(-(x - 3) * 2 + y / 4)" == "-2.0 x0 + 0.25 x1 + 6.0")
    #expect("\(5 - x + (y - (z - 1)))" == "-1.0 x0 + 1.0 x1 - 1.0 x2 + 6.0")
    #expect("\(x * 3 - y * 2 - 1.5)" == "3.0 x0 - 2.0 x1 - 1.5")
    #expect("\((x + y) / 2 - 4 + x)" == "0.5 x0 + 0.5 x1 + 1.0 x0 - 4.0")
    #expect("\(LinearExpression())" == "0.0")
  }

  @Test func `expressions grow in place`() {
    var sum = LinearExpression(constant: 1)
    sum += x
    sum += 2 * y + 1
    sum -= z - 5
    sum += 1
    sum -= 0.5
    #expect("\(sum)" == "1.0 x0 + 2.0 x1 - 1.0 x2 + 7.5")
  }

  @Test func `sums of sequences keep their order`() {
    let columns = [x, y, z], weights = [3.0, 1, 2]
    #expect("\(sum(of: columns))" == "1.0 x0 + 1.0 x1 + 1.0 x2")
    #expect("\(sum(of: zip(columns, weights)) { $1 * $0 })" == "3.0 x0 + 1.0 x1 + 2.0 x2")
    #expect("\(sum(of: columns.map { 2 * $0 + 1 }))" == "2.0 x0 + 2.0 x1 + 2.0 x2 + 3.0")
    #expect(sum(of: [Column]()).terms.isEmpty)
    // A hundred thousand sums would take minutes if each copied what was there before.
    let many = (0..<100_000).map { Column($0) }
    #expect(sum(of: many) { 2 * $0 }.terms.count == many.count)
  }

  @Test func `columns of both sides move to the left, constants to the right`() {
    expect(x + 2 * y <= 3, [(x, 1), (y, 2)], .atMost(3))
    expect(3 >= x + 2 * y, [(x, 1), (y, 2)], .atMost(3))
    expect(2 * x - y + 1 == x, [(x, 2), (y, -1), (x, -1)], .equal(-1))
    expect(x + 1 >= y - 4, [(x, 1), (y, -1)], .atLeast(-5))
    expect(x <= y, [(x, 1), (y, -1)], .atMost(0))
    expect(x >= y + z, [(x, 1), (y, -1), (z, -1)], .atLeast(0))
    expect(x == y, [(x, 1), (y, -1)], .equal(0))
    expect(2 <= x, [(x, 1)], .atLeast(2))
    expect(2 == x, [(x, 1)], .equal(2))
    expect(x == 2, [(x, 1)], .equal(2))
    expect((x + y + 1).between(1, 4), [(x, 1), (y, 1)], .between(0, 3))
    expect(z.between(1, 4), [(z, 1)], .between(1, 4))
    expect(LinearExpression(constant: 3) <= 4, [], .atMost(1))
  }

  @Test func `columns compared where no constraint is asked for are as equal as before`() {
    let same = x == Column(0)
    #expect(same && x != y && x < y && [y, x].sorted() == [x, y])
    if x == y { Issue.record("they differ") }
  }

  @Test func `a program written as algebra is the one written as a table`() throws {
    var random = SplitMix64(seed: 40)
    for _ in 0..<100 {
      let table = RandomPrograms.anything(&random)
      var algebra = LinearProgram(table.sense)
      for column in (0..<table.columnCount).map({ Column($0) }) {
        algebra.addColumn(table.name(of: column), in: table[boundsOf: column])
      }
      for row in (0..<table.rowCount).map({ Row($0) }) {
        let left = sum(of: table.entries.filter { $0.row == row }) { $0.value * $0.column }
        let bounds = table[boundsOf: row]
        algebra.addRow(table.name(of: row), (left + 7).between(bounds.lower + 7, bounds.upper + 7))
      }
      algebra.objective = table.objective + 100
      #expect(algebra.objective.terms == table.objective.terms && algebra.entries.elementsEqual(table.entries, by: ==))
      let solution = try algebra.solve(), expected = try table.solve()
      #expect("\(solution.termination)" == "\(expected.termination)" && solution.values == expected.values)
      #expect(solution.values.isEmpty || abs(solution.objective - 100 - expected.objective) < 1e-9)
    }
  }

  @Test func `the constant of the objective is in the objective, in the bound and in the proof of optimality`() throws {
    for sense in [Sense.minimize, .maximize] {
      for integral in [false, true] {
        var program = LinearProgram(sense)
        let x = program.addColumn("x", in: 0...4, integral: integral), y = program.addColumn("y", in: 0...4)
        program.addRow("sum", (x + y).between(2.5, 5.5))
        program.objective = 3 * x + y - 2
        let solution = try program.solve(), best = sense == .minimize ? 0.5 : 11.5
        let bound = try #require(solution.bound)
        #expect(abs(solution.objective - best) < 1e-9 && abs(bound - best) < 1e-9)
        #expect(try #require(program.residuals(of: solution)).proveOptimality(within: 1e-9))
        program.objectiveConstant = -3
        #expect(!(try #require(program.residuals(of: solution)).proveOptimality(within: 1e-3)))
      }
    }
  }

  @Test func `a gap is relative to an objective with its constant`() throws {
    var random = SplitMix64(seed: 77)
    var program = RandomPrograms.covering(&random, rows: 12, columns: 60).withWholeColumns()
    program.objectiveConstant = 1e6
    var options = SolveOptions()
    options.relativeGap = 0.5
    let solution = try program.solve(options)
    let gap = try #require(solution.relativeGap)
    #expect(solution.termination == .optimal && gap < 0.01)
  }

  @Test func `setting an objective sets every cost`() {
    var program = LinearProgram(.minimize)
    let x = program.addColumn("x", cost: 5), y = program.addColumn("y", cost: 7)
    program.objective = 2 * y + y + 1
    #expect(program[costOf: x] == 0 && program[costOf: y] == 3 && program.objectiveConstant == 1)
    #expect(program.objective.terms == [.init(y, 3)] && program.objective.constant == 1)
  }

  @Test func `what no program can use is kept and refused with everything else`() {
    var program = LinearProgram(.minimize)
    let x = program.addColumn("x"), y = program.addColumn("y")
    program.addRow("nan", .nan * x + y <= 1)
    program.addRow("far", x + .infinity <= 1)
    program.addRow("none", LinearExpression(constant: .nan) <= 1)
    program.addRow("stranger", x + Column(9) <= 1)
    program.objective = x / 0 + Column(4) + Column(-1) - .infinity
    #expect(
      program.faults.map(\.description) == [
        "objective: constant -inf, expected a finite number",
        "objective: a cost of column 4, expected a column that was there when the objective was set",
        "objective: a cost of column -1, expected a column that was there when the objective was set",
        "column \"x\": cost inf, expected a finite number",
        "row \"far\": bounds -inf...-inf, expected a lower bound that is not above the upper one",
        "row \"none\": bounds nan...nan, expected a lower bound that is not above the upper one",
        "row \"nan\", column \"x\": coefficient nan, expected a finite number",
        "row \"stranger\": a coefficient of column 9, expected a column from 0 to 1",
      ])
    #expect(throws: InvalidProgram.self) { try program.solve() }
    program.objective = x + y
    #expect(program.faults.count == 4)
  }

  @Test func `a row without columns holds or does not`() throws {
    var program = LinearProgram(.minimize)
    program.addColumn("x", cost: 1)
    program.addRow("holds", LinearExpression(constant: 3) <= 4)
    #expect(try program.solve().termination == .optimal)
    program.addRow("does not", LinearExpression(constant: 5) <= 4)
    #expect(try program.solve().isInfeasible)
  }

  private func expect(
    _ constraint: Constraint, _ terms: [(Column, Double)], _ bounds: Bounds, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(constraint.terms == terms.map { LinearExpression.Term($0, $1) }, sourceLocation: location)
    #expect(constraint.bounds == bounds, sourceLocation: location)
  }
}
