/// Writes a program without faults in the LP format.
struct LPFormatWriter {
  /// Some readers stop at lines of 255 bytes, others at 510; a name alone may have 255.
  private static let longestLine = 200

  private(set) var text = ""
  private let program: LinearProgram
  private let names: FileNames
  private var rowNames: UniqueNames
  private var lineLength = 0

  init(_ program: LinearProgram, name: String, splittingRanges: Bool) {
    self.program = program
    names = FileNames(program, LPFormatWord.Rule())
    rowNames = UniqueNames()
    for name in names.rows + [names.objective] { _ = rowNames.add(name) }
    if !name.isEmpty { text += "\\ \(FreeMPSWriter.Rule().repaired(name))\n" }
    writeObjective()
    writeRows(splittingRanges)
    writeBounds()
    writeKinds()
    text += "End\n"
  }

  private mutating func writeObjective() {
    text += program.sense == .minimize ? "Minimize\n" : "Maximize\n"
    begin(" \(names.objective):")
    for (column, cost) in program.costs.enumerated() { write(cost, of: column, isFirst: column == 0) }
    let constant = program.objectiveConstant
    if constant != 0 || program.columnCount == 0 { write(constant, "", isFirst: program.columnCount == 0) }
    text += "\n"
  }

  private mutating func writeRows(_ splittingRanges: Bool) {
    text += "Subject To\n"
    let rows = program.entriesByRow
    for (row, bounds) in program.rowBounds.enumerated() {
      let (lower, upper) = (FileNumber.text(bounds.lower), FileNumber.text(bounds.upper)), name = names.rows[row]
      switch (bounds.lower, bounds.upper) {
      case (let low, let high) where low == high: write(name, rows[row], after: " = \(lower)")
      case (_, .infinity): write(name, rows[row], after: " >= \(lower)")
      case (-.infinity, _): write(name, rows[row], after: " <= \(upper)")
      case _ where splittingRanges:
        write(rowNames.add(name + "_lo"), rows[row], after: " >= \(lower)")
        write(rowNames.add(name + "_up"), rows[row], after: " <= \(upper)")
      default: write(name, before: " \(lower) <=", rows[row], after: " <= \(upper)")
      }
    }
  }

  private mutating func write(_ name: String, before: String = "", _ entries: [(column: Int, value: Double)], after: String) {
    begin(" \(name):\(before)")
    for (index, entry) in entries.enumerated() { write(entry.value, of: entry.column, isFirst: index == 0) }
    // No reader expects a row of nothing; most accept one of nothing times something.
    if entries.isEmpty { write(0, program.columnCount > 0 ? " \(names.columns[0])" : "", isFirst: true) }
    text += after + "\n"
  }

  private mutating func writeBounds() {
    text += "Bounds\n"
    for (column, bounds) in program.columnBounds.enumerated() where bounds != .nonnegative && !isBinary(column) {
      let name = names.columns[column], (lower, upper) = (FileNumber.text(bounds.lower), FileNumber.text(bounds.upper))
      switch (bounds.lower, bounds.upper) {
      case (-.infinity, .infinity): text += " \(name) free\n"
      case (let low, let high) where low == high: text += " \(name) = \(lower)\n"
      case (_, .infinity): text += " \(name) >= \(lower)\n"
      default: text += " \(lower) <= \(name) <= \(upper)\n"
      }
    }
  }

  private mutating func writeKinds() {
    guard program.isMixedInteger else { return }
    let integral = program.costs.indices.filter { program.isIntegral[$0] }
    for (title, columns) in [("Generals", integral.filter { !isBinary($0) }), ("Binaries", integral.filter(isBinary))] {
      if columns.isEmpty { continue }
      text += "\(title)\n"
      for column in columns { text += " \(names.columns[column])\n" }
    }
  }

  private func isBinary(_ column: Int) -> Bool { program.isIntegral[column] && program.columnBounds[column] == .unit }

  // MARK: - Terms

  private mutating func begin(_ text: String) {
    self.text += text
    lineLength = text.utf8.count
  }

  private mutating func write(_ coefficient: Double, of column: Int, isFirst: Bool) {
    write(coefficient, " \(names.columns[column])", isFirst: isFirst)
  }

  /// A term; a line that is full goes on in the next, which begins with a sign and hence with no word.
  private mutating func write(_ coefficient: Double, _ name: String, isFirst: Bool) {
    let isNegative = coefficient.sign == .minus
    var term = isFirst ? (isNegative ? " -" : "") : isNegative ? " -" : " +"
    if abs(coefficient) != 1 || name.isEmpty { term += " \(FileNumber.text(abs(coefficient)))" }
    term += name
    if !isFirst, lineLength + term.utf8.count > Self.longestLine {
      text += "\n "
      lineLength = 1
    }
    text += term
    lineLength += term.utf8.count
  }
}

extension LinearProgram {
  /// For each row its summed coefficients other than 0, in the order of the columns.
  ///
  /// - Precondition: The program has no faults.
  /// - Complexity: O(entries + rows + columns).
  fileprivate var entriesByRow: [[(column: Int, value: Double)]] {
    let matrix = SparseMatrix(self)
    var rows: [[(column: Int, value: Double)]] = Array(repeating: [], count: rowCount)
    for column in costs.indices {
      matrix.forEachEntry(of: column) { row, value in if value != 0 { rows[row].append((column, value)) } }
    }
    return rows
  }
}
