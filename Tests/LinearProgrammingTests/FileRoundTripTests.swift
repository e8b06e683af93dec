import LinearProgramming
import Testing

/// The two formats, for tests that hold for both.
enum FileFormat: String, CaseIterable {
  case freeMPS, lpFormat

  func write(_ program: LinearProgram) throws(InvalidProgram) -> String {
    switch self {
    case .freeMPS: try program.freeMPS(named: "test")
    case .lpFormat: try program.lpFormat(named: "test")
    }
  }

  func read(_ bytes: some Sequence<UInt8>) throws(InvalidProgram) -> LinearProgram {
    switch self {
    case .freeMPS: try LinearProgram(freeMPS: bytes)
    case .lpFormat: try LinearProgram(lpFormat: bytes)
    }
  }
}

@Suite struct FileRoundTripTests {
  @Test(arguments: FileFormat.allCases)
  func `what is written reads back as the same numbers, bit for bit`(_ format: FileFormat) throws {
    var random = SplitMix64(seed: 1966)
    for _ in 0..<500 {
      let program = FilePrograms.anything(&random)
      let text = try format.write(program)
      let copy = try format.read(text.utf8)
      #expect(Gist(copy) == Gist(program), "\(text)")
      #expect(Set(copy.namesOfColumns).count == program.columnCount && Set(copy.namesOfRows).count == program.rowCount)
      // What was legal is kept, so writing again changes nothing.
      #expect(try format.write(copy) == text)
    }
  }

  @Test(arguments: FileFormat.allCases) func `what is read solves to the same bytes`(_ format: FileFormat) throws {
    var random = SplitMix64(seed: 1967)
    var optimal = 0
    for round in 0..<150 {
      let program =
        round % 2 == 0
        ? RandomPrograms.anything(&random)
        : RandomPrograms.boxed(&random, columns: 2 + round % 4, rows: 1 + round % 3, integral: round % 4 == 1)
      let solution = try program.solve()
      #expect("\(try format.read(format.write(program).utf8).solve())" == "\(solution)")
      if solution.termination.isOptimal { optimal += 1 }
    }
    #expect(optimal > 40)
  }

  @Test(arguments: FileFormat.allCases) func `names that are legal and unique stay`(_ format: FileFormat) throws {
    var program = LinearProgram(.minimize)
    for name in ["van", "bike_2", "x.y", "a(1,2)", "van", "", "c6", "c9"] { program.addColumn(name, cost: 1) }
    for name in ["", "r1", "obj", "van", "van", "van_2"] { program.addRow(name, .atLeast(0), [Column(0): 1]) }
    let copy = try format.read(format.write(program).utf8)
    #expect(copy.namesOfColumns == ["van", "bike_2", "x.y", "a(1,2)", "van_2", "c6_2", "c6", "c9"])
    #expect(copy.namesOfRows == ["r1_2", "r1", "obj", "van", "van_3", "van_2"])
  }

  @Test func `names that a format has no room for are changed as little as may be`() throws {
    var program = LinearProgram(.minimize)
    let names = ["a b", "größe", "free", "End", "e1", "7up", "x-y", "*x", "$x", "'MARKER'", "inf", "a_b"]
    for name in names { program.addColumn(name, cost: 1) }
    #expect(
      try LinearProgram(freeMPS: program.freeMPS()).namesOfColumns
        == ["a_b_2", "größe", "free", "End", "e1", "7up", "x-y", "_*x", "_$x", "_MARKER_", "inf", "a_b"])
    #expect(
      try LinearProgram(lpFormat: program.lpFormat()).namesOfColumns
        == ["a_b_2", "gr__e", "_free", "_End", "_e1", "_7up", "x_y", "_x", "$x", "'MARKER'", "_inf", "a_b"])
  }

  @Test(arguments: FileFormat.allCases)
  func `a thousand equal names of 255 bytes become a thousand names`(_ format: FileFormat) throws {
    var program = LinearProgram(.minimize)
    for _ in 0..<1000 { program.addColumn(String(repeating: "é", count: 127) + "x", cost: 1) }
    let names = try format.read(format.write(program).utf8).namesOfColumns
    #expect(Set(names).count == 1000 && names.allSatisfy { $0.utf8.count <= 255 })
  }

  @Test(arguments: FileFormat.allCases) func `a program with faults is not written, and all are named`(_ format: FileFormat) {
    var program = LinearProgram(.minimize)
    program.addColumn("x", cost: .nan, in: .atMost(1e30))
    program.addRow("r", .between(-1e300, .infinity), [Column(0): 1])
    let error = #expect(throws: InvalidProgram.self) { try format.write(program) }
    #expect(
      error?.faults.map(\.description) == [
        "column \"x\": cost nan, expected a finite number",
        "column \"x\": bound 1e+30, expected less than 1e30 in size, which files take for infinite",
        "row \"r\": bound -1e+300, expected less than 1e30 in size, which files take for infinite",
      ])
  }

  @Test func `a range whose width cannot be written is one unit in the last place off in MPS and exact in LP format`() throws {
    var program = LinearProgram(.minimize)
    let upper = 1.5.nextUp
    program.addRow("r", .between(-1.5, upper))
    let row = try LinearProgram(freeMPS: program.freeMPS())[boundsOf: Row(0)]
    #expect(row.lower == -1.5 && abs(row.upper - upper) <= upper.ulp)
    #expect(try LinearProgram(lpFormat: program.lpFormat())[boundsOf: Row(0)] == .between(-1.5, upper))
  }

  @Test func `ranges come back in MPS exactly but for ties in rounding`() throws {
    var random = SplitMix64(seed: 1968)
    var inexact = 0
    for _ in 0..<2000 {
      let a = FilePrograms.number(&random, true), b = FilePrograms.number(&random, true)
      let bounds = Bounds.between(min(abs(a), abs(b)), max(abs(a), abs(b)))
      var program = LinearProgram(.minimize)
      program.addRow("", bounds)
      let row = try LinearProgram(freeMPS: program.freeMPS())[boundsOf: Row(0)]
      if row != bounds { inexact += 1 }
      #expect(row.lower == bounds.lower && abs(row.upper - bounds.upper) <= bounds.upper.ulp)
    }
    #expect(inexact < 10)
  }

  @Test func `lines of LP format stay short`() throws {
    var program = LinearProgram(.minimize)
    let columns = (0..<300).map { program.addColumn("column_with_a_name_\($0)", cost: Double($0) / 7) }
    program.addRow("row", sum(of: columns) >= 1)
    let text = try program.lpFormat()
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 200 })
    #expect(Gist(try LinearProgram(lpFormat: text)) == Gist(program))
  }

  @Test func `ranges are split for readers that know none`() throws {
    var program = LinearProgram(.minimize)
    let x = program.addColumn("x", cost: 1)
    program.addRow("r_lo", x >= 1)
    program.addRow("r", x.between(2, 5))
    let copy = try LinearProgram(lpFormat: program.lpFormat(splittingRanges: true))
    #expect(copy.namesOfRows == ["r_lo", "r_lo_2", "r_up"])
    #expect((1...2).map { copy[boundsOf: Row($0)] } == [.atLeast(2), .atMost(5)])
  }

  @Test func `both formats look as the documentation says`() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 2, in: 0...3)
    let y = program.addColumn("y", cost: -1, in: .free, integral: true)
    program.addColumn("z", in: .unit, integral: true)
    program.addRow("half", x - y <= 2.5)
    program.addRow("between", (x + 2 * y).between(-1, 4))
    program.objectiveConstant = 7
    #expect(
      try program.lpFormat(named: "example") == """
        \\ example
        Maximize
         obj: 2 x - y + 0 z + 7
        Subject To
         half: x - y <= 2.5
         between: -1 <= x + 2 y <= 4
        Bounds
         0 <= x <= 3
         y free
        Generals
         y
        Binaries
         z
        End

        """)
    #expect(
      try program.freeMPS(named: "an example") == """
        NAME an_example
        OBJSENSE
            MAX
        ROWS
         N  obj
         L  half
         G  between
        COLUMNS
            x obj 2
            x half 1
            x between 1
            MARKER 'MARKER' 'INTORG'
            y obj -1
            y half -1
            y between 2
            z obj 0
            MARKER 'MARKER' 'INTEND'
        RHS
            RHS obj -7
            RHS half 2.5
            RHS between -1
        RANGES
            RNG between 5
        BOUNDS
         UP BND x 3
         FR BND y
         BV BND z
        ENDATA

        """)
  }
}
