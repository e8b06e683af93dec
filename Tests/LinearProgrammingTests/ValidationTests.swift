import LinearProgramming
import Testing

@Suite struct ValidationTests {
  @Test func `every fault is found at once, with its place and its value`() {
    var program = LinearProgram(.minimize)
    let vans = program.addColumn("vans", cost: .nan, in: .between(3, 1))
    let line = program.addColumn("two\nlines", cost: .infinity)
    program.addColumn(String(repeating: "x", count: 256), cost: 1, in: .between(0.5, 2), integral: true)
    program.addRow("capacity", Bounds(lower: .infinity, upper: .infinity), [vans: .infinity, Column(7): 1])
    program.addRow("", .between(.nan, 1), [line: .nan])
    program.add(1, to: Row(-1), vans)
    var options = SolveOptions()
    options.relativeGap = -.infinity
    options.iterationLimit = -3
    options.memoryLimit = 0
    options.start = Basis(columns: Array(repeating: .atLower, count: 9), rows: [])
    let error = #expect(throws: InvalidProgram.self) { try program.solve(options) }
    let text = error.map { $0.faults.map(\.description).joined(separator: "\n") }
    #expect(
      text == """
        column "vans": bounds 3.0...1.0, expected a lower bound that is not above the upper one
        column "vans": cost nan, expected a finite number
        column 1: a name with a control character, expected at most 255 bytes without control characters
        column 1: cost inf, expected a finite number
        column 2: a name of 256 bytes, expected at most 255 bytes without control characters
        column 2: bounds 0.5...2.0, expected whole numbers, as the column must be one
        row "capacity": bounds inf...inf, expected a lower bound that is not above the upper one
        row 1: bounds nan...1.0, expected a lower bound that is not above the upper one
        row "capacity", column "vans": coefficient inf, expected a finite number
        row "capacity": a coefficient of column 7, expected a column from 0 to 2
        row 1, column 1: coefficient nan, expected a finite number
        column "vans": a coefficient in row -1, expected a row from 0 to 1
        relativeGap: -inf, expected zero or more
        iterationLimit: -3, expected zero or more
        memoryLimit: 0 megabytes, expected at least one
        start: a basis of 9 columns and 0 rows, expected no more than the 3 columns and 2 rows of the program
        """)
    #expect(error?.description.hasPrefix("error: column \"vans\"") == true)
  }

  @Test func `finite coefficients whose sum is not are refused`() {
    var program = LinearProgram(.minimize)
    let x = program.addColumn("x", cost: 1)
    program.addRow("row", .atLeast(1), [x: 1e308, x: 1e308])
    #expect(program.faults.map(\.found) == ["coefficients that sum to inf"])
    #expect(throws: InvalidProgram.self) { try program.solve() }
  }

  @Test func `a long list of faults is cut for reading, not for code`() {
    var program = LinearProgram(.minimize)
    for _ in 0..<30 { program.addColumn(cost: .nan) }
    let error = #expect(throws: InvalidProgram.self) { try program.solve() }
    #expect(error?.faults.count == 30)
    #expect(error?.description.split(separator: "\n").count == 21)
  }

  @Test func `a name of 255 bytes in any script is fine`() throws {
    var program = LinearProgram(.minimize)
    program.addColumn(String(repeating: "é", count: 127) + "x", cost: 1)
    #expect(program.faults.isEmpty)
    #expect(try program.solve().termination == .optimal)
  }
}
