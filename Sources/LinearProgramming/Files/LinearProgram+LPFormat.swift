extension LinearProgram {
  /// The program in the LP format of CPLEX, which people can read.
  ///
  /// ```swift
  /// var program = LinearProgram(.maximize)
  /// let x = program.addColumn("x", cost: 2, in: 0...3)
  /// program.addRow("half", x <= 2.5)
  /// print(try program.lpFormat())
  /// // Maximize
  /// //  obj: 2 x
  /// // Subject To
  /// //  half: x <= 2.5
  /// // Bounds
  /// //  0 <= x <= 3
  /// // End
  /// ```
  ///
  /// Numbers are written in the fewest digits that read back as the same number. The objective names every column, of no cost
  /// too, so that columns keep their order. Coefficients of the same place are summed. Read again, the program is the same, bit for
  /// bit, up to names and the order of coefficients within a column.
  ///
  /// Names are kept where they are unique, not a word of the format, and made of ASCII letters, digits and
  /// ``!"#$%&(),.;?@_`'{}|~``, not beginning with a digit, a full stop, or what looks like an exponent. Other characters become `_`,
  /// and wrong beginnings get one; unnamed columns and rows become `c1`, `r1`, ... by their places from 1; what is taken already
  /// gets `_2`, `_3`, ... at its end.
  ///
  /// - Parameters:
  ///   - name: What a comment in the first line calls the program.
  ///   - splittingRanges: Whether a row with two different bounds becomes two rows, which ends in `_lo` and `_up`. CPLEX and SCIP
  ///     read such a row as one; HiGHS and GLPK do not read it at all.
  /// - Throws: `InvalidProgram` with everything that keeps the program from being solved, and with finite bounds of 10³⁰ or more.
  /// - Complexity: O(entries + rows + columns).
  public func lpFormat(named name: String = "", splittingRanges: Bool = false) throws(InvalidProgram) -> String {
    let faults = fileFaults
    guard faults.isEmpty else { throw InvalidProgram(faults: faults) }
    return LPFormatWriter(self, name: name, splittingRanges: splittingRanges).text
  }

  /// Reads a program in the LP format of CPLEX.
  ///
  /// ```swift
  /// let program = try LinearProgram(
  ///   lpFormat: """
  ///     maximize 2 x + y
  ///     subject to 1 <= x + y <= 4
  ///     bounds x <= 3
  ///     end
  ///     """)
  /// print(try program.solve().objective)  // 7.0
  /// ```
  ///
  /// Words of the format count at the beginning of a line, in any case. Where readers differ: constants in rows move to the
  /// right; a broken bound of a whole-numbered column is tightened to a whole one; a negative upper bound without a lower one is
  /// refused; a bound of 10³⁰ or more is infinite; a column that stands under bounds or kinds only is one. Squares, indicators,
  /// semi-continuous columns and special ordered sets are refused.
  ///
  /// - Throws: `InvalidProgram` with every fault and its line from 1. A program that is read has no `faults`.
  /// - Complexity: O(bytes).
  public init(lpFormat text: String) throws(InvalidProgram) { try self.init(lpFormat: text.utf8) }

  /// Reads a program in the LP format from bytes of UTF-8; otherwise as above.
  public init(lpFormat bytes: some Sequence<UInt8>) throws(InvalidProgram) {
    var reader = LPFormatReader(bytes)
    self = try reader.read()
  }
}
