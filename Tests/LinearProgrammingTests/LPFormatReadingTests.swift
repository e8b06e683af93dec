import LinearProgramming
import Testing

@Suite struct LPFormatReadingTests {
  @Test func `everything the format has is read`() throws {
    let program = try LinearProgram(
      lpFormat: """
        \\ a comment
        MAXIMIZE
         profit: 3 x - 2.5 y + 0 z   \\ and another
         + 2 * w + 7 - 1
        Such That
         most: x + .5z <= 10
         least: 2 <= x + y +
           y <= 5
         x - - z >= -1
         exact: 3x + 1e1 y = 1.5E+1
         turned: 4 >= x
         moved: x + 3 <= y_5
        bounds
         x <= 8
         -3 <= y
         -inf <= z <= 4
         w free
         2 <= n <= 7.5
        Generals
         n y
        Binary
         b
        End
        whatever stands here is not read
        """.replacing("x + 3 <= y_5", with: "x + 3 <= 5"))
    #expect(program.sense == .maximize && program.objectiveConstant == 6)
    #expect(program.namesOfColumns == ["x", "y", "z", "w", "n", "b"])
    #expect(program.namesOfRows == ["most", "least", "", "exact", "turned", "moved"])
    #expect((0..<6).map { program[costOf: Column($0)] } == [3, -2.5, 0, 2, 0, 0])
    #expect(
      (0..<6).map { program[boundsOf: Column($0)] } == [
        Bounds(0...8), .atLeast(-3), .atMost(4), .free, .between(2, 7), .unit,
      ])
    #expect((0..<6).map { program.isIntegral(Column($0)) } == [false, true, false, false, true, true])
    #expect(
      (0..<6).map { program[boundsOf: Row($0)] } == [
        .atMost(10), Bounds(2...5), .atLeast(-1), .equal(15), .atMost(4), .atMost(2),
      ])
    #expect(
      Dense(program).rows.map { Array($0.prefix(3)) } == [
        [1, 0, 0.5], [1, 2, 0], [1, 0, 1], [3, 10, 0], [1, 0, 0], [1, 0, 0],
      ])
  }

  @Test(arguments: [
    ("x <= 4", Bounds.atMost(4)), ("x < 4", .atMost(4)), ("x =< 4", .atMost(4)), ("x >= 4", .atLeast(4)), ("x > 4", .atLeast(4)),
    ("x => 4", .atLeast(4)), ("x = 4", .equal(4)), ("4 <= x", .atLeast(4)), ("4 => x", .atMost(4)), ("4 = x", .equal(4)),
    ("1 <= x <= 4", .between(1, 4)), ("4 >= x >= 1", .between(1, 4)), ("-1 < x < 4", .between(-1, 4)), ("x >= -inf", .free),
    ("-Infinity <= x <= 1e30", .free), ("x + 2 <= 4", .atMost(2)), ("2 + x - 1 >= 4 ", .atLeast(3)), ("x >= - - 4", .atLeast(4)),
    ("-1 <= x - 1 <= 4", .between(0, 5)),
  ])
  func `rows are read in every spelling`(_ text: String, _ expected: Bounds) throws {
    let program = try LinearProgram(lpFormat: "min\n x\nst\n \(text)\n r: \(text)\nend\n")
    #expect(program.rowCount == 2 && program[boundsOf: Row(0)] == expected && program[boundsOf: Row(1)] == expected)
    #expect(Dense(program).rows == [[1], [1]])
  }

  @Test(arguments: [
    ("x <= 4", Bounds.between(0, 4)), ("x >= -4", .atLeast(-4)), ("x = -4", .equal(-4)), ("x free", .free), ("x FREE", .free),
    ("-4 <= x", .atLeast(-4)), ("4 >= x", .between(0, 4)), ("-9 <= x <= -4", .between(-9, -4)), ("-inf <= x <= -4", .atMost(-4)),
    ("x >= -infinity", .free), ("x <= +inf", .nonnegative), ("x <= 1e30", .nonnegative), ("x >= -1e+31", .free),
    ("x <= -4\n x >= -9", .between(-9, -4)), ("3 = x", .equal(3)), ("", .nonnegative),
  ])
  func `bounds are read in every spelling`(_ text: String, _ expected: Bounds) throws {
    for section in ["Bounds", "BOUND"] {
      #expect(try LinearProgram(lpFormat: "min\n x\nst\n\(section)\n \(text)\nend\n")[boundsOf: Column(0)] == expected)
    }
    #expect(try LinearProgram(lpFormat: "min\n x\nst\nFree\n x\nend\n")[boundsOf: Column(0)] == .free)
  }

  @Test func `words count at the beginning of a line only, and not before a colon`() throws {
    let program = try LinearProgram(
      lpFormat: """
        min free + 2 bin + st
        s.t.
         bounds: free + end >= 1
         c2: subject + to >= 2
         3 to + general >= 3
        Subject To
         st: x >= 1
        end
        """)
    #expect(program.namesOfColumns == ["free", "bin", "st", "end", "subject", "to", "general", "x"])
    #expect(program.namesOfRows == ["bounds", "c2", "", "st"])
  }

  @Test(arguments: [
    "min\nst\nend", "minimize\n obj:\nsubject to\nend\n", "max 3\nst\nend", "min\n\nst\n c: 0 >= 3\nend", "min x\nend",
    "min x\nsemi\nend",
  ])
  func `next to nothing is a program`(_ text: String) throws {
    #expect(try LinearProgram(lpFormat: text).columnCount <= 1)
  }

  @Test func `every fault is found at once, with its line`() {
    let error = #expect(throws: InvalidProgram.self) {
      try LinearProgram(
        lpFormat: """
          max
           obj: 3 x 4 y
          st
           c1: x + y <= z
           c1: x + >= 3
           c2: 1 <= x >= 2
           x ^ 2 >= 4
           [ x * y ] <= 4
           c3: x = 1 -> y <= 3
           c4: 1e999 x <= 3
           c5: x + y
           c6: x <= 3 4
          bounds
           x <= -3
           4 <= 5
           y >= four
          generals
           x 3
          semi-continuous
           y
          """)
    }
    #expect(
      error?.faults.map(\.description).joined(separator: "\n") == """
        line 2: "4", expected +, - or the section subject to
        line 4: "z", expected a number
        line 5: a second row "c1", expected each name once
        line 5: ">=", expected a number or the name of a column
        line 6: two limits from the same side, expected one from below and one from above
        line 7: "^", expected a linear term
        line 8: "[", expected <=, >= or =
        line 9: "->", expected the end of a linear row
        line 10: "1e999", expected a finite number
        line 12: "c6", expected <=, >= or =
        line 13: "bounds", expected <=, >= or =
        line 14: upper bound -3.0 of "x" without a lower one, expected both, since some solvers take 0 and others none
        line 15: "5", expected the name of a column
        line 16: "four", expected a number
        line 18: "3", expected the name of a column
        line 19: "semi", expected subject to, bounds, general, binary, free or end, of a linear program
        line 20: end of the file, expected end
        """)
  }

  @Test(arguments: ["", " ", "\\ nothing", "3 x", "obj: x", "max: 3 x;", "<?xml?>", "NAME\nROWS\n"])
  func `what is no LP format says so in one line`(_ text: String) {
    let error = #expect(throws: InvalidProgram.self) { try LinearProgram(lpFormat: text) }
    #expect(error?.faults.count == 1 && error?.faults.first?.expected == "minimize or maximize")
  }

  @Test func `a file that was cut off is not read`() throws {
    let text = "min\n x\nst\n c: x >= 1\n"
    #expect(throws: InvalidProgram.self) { try LinearProgram(lpFormat: text) }
    #expect(try LinearProgram(lpFormat: text + "end").rowCount == 1)
  }
}
