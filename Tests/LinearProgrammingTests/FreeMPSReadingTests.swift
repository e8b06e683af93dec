import LinearProgramming
import Testing

@Suite struct FreeMPSReadingTests {
  @Test func `everything the format has is read`() throws {
    let program = try LinearProgram(
      freeMPS: """
        * a comment
        NAME          everything   FREE
        OBJSENSE
            MAX
        ROWS
         N  profit
         L  most
         g  least
         E  exact
         N  watched
        COLUMNS
            x  profit  3  most  1
            x  least   1  watched  2
            M1 'MARKER' 'INTORG'
            y  profit  -2.5e+0  exact  +1.
            z  most  .5
            M2 'MARKER' 'INTEND'
            w  profit  0
        * between
        RHS
            RHS  most  10  least  2
            RHS  exact  4
            RHS  profit  -6
        RANGES
            RNG  most  4  least  3
        BOUNDS
         UP BND  x  8
         LO BND  y  -3
         MI BND  w
        ENDATA
        whatever stands here is not read
        """)
    #expect(program.sense == .maximize && program.objectiveConstant == 6)
    #expect(program.namesOfColumns == ["x", "y", "z", "w"] && program.namesOfRows == ["most", "least", "exact", "watched"])
    #expect(bounds(of: program) == [Bounds(0...8), .atLeast(-3), .unit, .free])
    #expect((0..<4).map { program.isIntegral(Column($0)) } == [false, true, true, false])
    #expect((0..<4).map { program[boundsOf: Row($0)] } == [Bounds(6...10), Bounds(2...5), .equal(4), .free])
    #expect((0..<4).map { program[costOf: Column($0)] } == [3, -2.5, 0, 0])
    #expect(Dense(program).rows == [[1, 0, 0.5, 0], [1, 0, 0, 0], [0, 1, 0, 0], [2, 0, 0, 0]])
  }

  @Test func `a range of an equality goes the way of its sign`() throws {
    let rows = try read(
      rows: " E up\n E down\n E still", sections: "RHS\n R up 3 down 3\n R still 3\nRANGES\n R up 2 down -2\n R still 0\n")
    #expect((0..<3).map { rows[boundsOf: Row($0)] } == [Bounds(3...5), Bounds(1...3), .equal(3)])
  }

  @Test func `a range of an inequality has no sign`() throws {
    let rows = try read(rows: " L l\n G g", sections: "RHS\n R l 3 g 3\nRANGES\n R l -2 g -2\n")
    #expect((0..<2).map { rows[boundsOf: Row($0)] } == [Bounds(1...3), Bounds(3...5)])
  }

  @Test(arguments: [
    ("UP B x 4", Bounds(0...4)), ("LO B x -4", .atLeast(-4)), ("FX B x -4", .equal(-4)), ("FR B x", .free),
    ("PL B x", .nonnegative),
    ("BV B x", .unit), ("LI B x 2", .atLeast(2)), ("UI B x 2", .between(0, 2)), ("MI B x", .free),
    ("MI B x\n UP B x -4", .atMost(-4)),
    ("UP B x -4\n MI B x", .atMost(-4)), ("LO B x -9\n UP B x -4", .between(-9, -4)), ("UP x 4", Bounds(0...4)), ("FR x", .free),
    ("MI B x 0", .free), ("FR x 0", .free), ("UP B x 1e30", .nonnegative), ("UP B x inf", .nonnegative), ("LO B x -1E+31", .free),
    ("LO B x -Infinity", .free), ("UP B x +INF", .nonnegative), ("up B x 4", Bounds(0...4)),
    ("UP B x 3\n UP B x 4", Bounds(0...4)),
  ])
  func `bounds are read as they are meant`(_ lines: String, _ expected: Bounds) throws {
    let program = try read(sections: "BOUNDS\n \(lines)\n")
    #expect(program[boundsOf: Column(0)] == expected)
    #expect(program.isMixedInteger == ["BV", "LI", "UI"].contains { lines.hasPrefix($0) })
  }

  @Test(arguments: [
    ("", Bounds.unit), (" PL B n\n", .nonnegative), (" LO B n 0\n", .nonnegative), (" LO B n 1.5\n UP B n 3.5\n", .between(2, 3)),
    (" MI B n\n", .free), (" FR B n\n", .free), (" UP B n 7\n", .between(0, 7)),
  ])
  func `a whole-numbered column without a bound is 0 or 1, and no bound of it is broken`(_ lines: String, _ expected: Bounds)
    throws
  {
    let program = try LinearProgram(
      freeMPS: """
        ROWS
         N obj
        COLUMNS
         M 'MARKER' 'INTORG'
         n obj 1
         M 'MARKER' 'INTEND'
        BOUNDS
        \(lines)ENDATA
        """)
    #expect(program[boundsOf: Column(0)] == expected)
  }

  @Test(arguments: [
    ("OBJSENSE\n    MAX\n", Sense.maximize), ("OBJSENSE MAXIMIZE\n", .maximize), ("OBJSENSE\n  min\n", .minimize),
    ("", .minimize),
  ])
  func `the sense is read in every spelling`(_ text: String, _ expected: Sense) throws {
    #expect(try LinearProgram(freeMPS: "NAME\n\(text)ROWS\n N o\nCOLUMNS\n x o 1\nENDATA\n").sense == expected)
  }

  @Test func `vectors need no name, windows may end lines, a mark may begin the file, no objective is none`() throws {
    let program = try LinearProgram(
      freeMPS: "\u{FEFF}ROWS\r\n L c\r\nCOLUMNS\r\n\tx\tc\t1\r\nRHS\r\n c 4\r\nRANGES\r\n c 1\r\nBOUNDS\r\n UP x 2\r\nENDATA".utf8
    )
    #expect(program[boundsOf: Row(0)] == Bounds(3...4) && program[boundsOf: Column(0)] == Bounds(0...2))
    #expect(program[costOf: Column(0)] == 0)
  }

  @Test func `a dollar sign begins a comment, unless it begins a name`() throws {
    let program = try read(
      rows: " L $c\n L d",
      sections: " $y d 1 $ a comment\n z $c 2 d 3\nRHS\n R $c 4 $d 5\nBOUNDS\n UP B $y 3 $ another\n")
    #expect(program.namesOfColumns == ["x", "$y", "z"] && program.namesOfRows == ["$c", "d"])
    #expect(program[boundsOf: Row(0)] == .atMost(4) && program[boundsOf: Row(1)] == .atMost(0))
    #expect(program[boundsOf: Column(1)] == Bounds(0...3) && Dense(program).rows == [[0, 0, 2], [0, 1, 3]])
  }

  @Test func `every fault is found at once, with its line`() {
    let error = #expect(throws: InvalidProgram.self) {
      try LinearProgram(
        freeMPS: """
          NAME faults
           stray
          ROWS
           N obj
           L c1
           X c2
           L c1
           L
          COLUMNS
           x obj 1 c9 1
           x obj 2
           x c1
           y c1 1,5
           y c1 0x10
           y obj nan
           y obj 1e999
           x c1 1
           M 'MARKER' 'INTEND'
           M 'MARKER' 'SOSORG'
           M 'MARKER' 'INTORG'
          RHS
           R c1
           R c1 4 c7 1
           R c1 5
           S c1 5
          RANGES
           R obj 1
           R c1 1 c1 2
          BOUNDS
           UP B x -1
           SC B x 4
           UP B q 4
           UP B
           LO C x 0x1p3
          QUADOBJ
           x x 1
          BOUNDZ
          """)
    }
    #expect(
      error?.faults.map(\.description).joined(separator: "\n") == """
        line 2: "stray", expected a section, from the first column on
        line 6: row of kind "X", expected N, E, L or G
        line 7: a second row "c1", expected each name once
        line 8: 1 fields, expected a kind and the name of a row
        line 10: row "c9", expected a row that stands under ROWS
        line 11: a second number for column "x" in row "obj", expected one
        line 12: 2 fields, expected the name of a column, then rows each with a number
        line 13: "1,5", expected a finite number
        line 14: "0x10", expected a finite number
        line 15: "nan", expected a finite number
        line 16: "1e999", expected a finite number
        line 17: column "x" again, expected its lines together
        line 18: marker 'INTEND', expected 'INTORG'
        line 19: marker 'SOSORG', expected 'INTORG'
        line 21: section RHS, expected a marker 'INTEND' before it
        line 22: row "R", expected a row that stands under ROWS
        line 22: "c1", expected a number
        line 23: row "c7", expected a row that stands under ROWS
        line 24: a second right-hand side of row "c1", expected one
        line 25: a second set "S" under RHS, expected "R" only
        line 25: a second right-hand side of row "c1", expected one
        line 27: a range of row "obj", expected one of a row of kind E, L or G
        line 28: a second range of row "c1", expected one
        line 30: upper bound -1.0 of "x" without a lower one, expected both, since some solvers take 0 and others none
        line 31: bound of kind "SC", expected UP, LO, FX, FR, MI, PL, BV, LI or UI
        line 32: column "q", expected a column that stands under COLUMNS
        line 33: 2 fields, expected a kind, a set, a column and a number
        line 34: a second set "C" under BOUNDS, expected "B" only
        line 34: "0x1p3", expected a number
        line 35: section "QUADOBJ", expected one of a linear program: NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS or ENDATA
        line 37: section "BOUNDZ", expected one of a linear program: NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS or ENDATA
        line 37: end of the file, expected ENDATA
        """)
  }

  @Test func `bytes that are no text are named as such`() {
    let error = #expect(throws: InvalidProgram.self) {
      try LinearProgram(freeMPS: Array("ROWS\n N o\n L ".utf8) + [0xFF, 0xC0] + Array("\nCOLUMNS\n x o 1\nENDATA\n".utf8))
    }
    #expect(error?.faults.first?.place == "line 3" && error?.faults.first?.expected == "UTF-8")
  }

  private func bounds(of program: LinearProgram) -> [Bounds] { (0..<program.columnCount).map { program[boundsOf: Column($0)] } }

  private func read(rows: String = " L c", sections: String) throws -> LinearProgram {
    try LinearProgram(freeMPS: "NAME\nROWS\n N obj\n\(rows)\nCOLUMNS\n x obj 1\n\(sections)ENDATA\n")
  }
}
