extension LinearProgram {
  /// The program in free MPS, the format that every solver reads.
  ///
  /// ```swift
  /// var program = LinearProgram(.maximize)
  /// let x = program.addColumn("x", cost: 2, in: 0...3, integral: true)
  /// program.addRow("half", x <= 2.5)
  /// let copy = try LinearProgram(freeMPS: program.freeMPS(named: "example"))
  /// print(try copy.solve().objective)  // 4.0
  /// ```
  ///
  /// Numbers are written in the fewest digits that read back as the same number, the sense as `OBJSENSE` where it is not to
  /// minimise, the constant of the objective as its negative right-hand side, and the bounds of whole-numbered columns always,
  /// for readers do not agree on what they are without. Coefficients of the same place are summed. Read again, the program is
  /// the same, bit for bit, up to names, with one exception: of a row with two bounds the format holds one and the width, from
  /// which the other may come back one unit in the last place off if the bounds use every digit.
  ///
  /// Names are kept where they are unique and without spaces. Of others a space becomes `_`; unnamed columns and rows become
  /// `c1`, `r1`, ... by their places from 1; what is taken already gets `_2`, `_3`, ... at its end.
  ///
  /// - Parameter name: What the file calls the program; spaces become `_`.
  /// - Throws: `InvalidProgram` with everything that keeps the program from being solved, and with finite bounds of 10³⁰ or more.
  /// - Complexity: O(entries + rows + columns).
  public func freeMPS(named name: String = "") throws(InvalidProgram) -> String {
    let faults = fileFaults
    guard faults.isEmpty else { throw InvalidProgram(faults: faults) }
    return FreeMPSWriter(self, name: name).text
  }

  /// Reads a program in MPS, free or fixed, so long as names have no spaces.
  ///
  /// ```swift
  /// let program = try LinearProgram(freeMPS: String(contentsOf: url, encoding: .utf8))
  /// ```
  ///
  /// Where readers differ: the right-hand side of the objective is its constant with the sign changed; a whole-numbered column
  /// without any bound is 0 or 1; a broken bound of a whole-numbered column is tightened to a whole one; a negative upper
  /// bound without a lower one is refused; a bound of 10³⁰ or more is infinite. The first `N` row is the objective, others are rows
  /// without bounds. What is not linear is refused.
  ///
  /// - Throws: `InvalidProgram` with every fault and its line from 1. A program that is read has no `faults`.
  /// - Complexity: O(bytes).
  public init(freeMPS text: String) throws(InvalidProgram) { try self.init(freeMPS: text.utf8) }

  /// Reads a program in MPS from bytes of UTF-8; otherwise as above.
  public init(freeMPS bytes: some Sequence<UInt8>) throws(InvalidProgram) {
    var reader = FreeMPSReader(bytes)
    self = try reader.read()
  }
}
