/// Writes a program without faults in free MPS.
struct FreeMPSWriter {
  private(set) var text = ""
  private let program: LinearProgram
  private let names: FileNames

  init(_ program: LinearProgram, name: String) {
    self.program = program
    names = FileNames(program, Rule())
    text += name.isEmpty ? "NAME\n" : "NAME \(Rule().repaired(name))\n"
    if program.sense == .maximize { text += "OBJSENSE\n    MAX\n" }
    let rows = program.rowBounds.map { FreeMPSRow($0) }
    text += "ROWS\n N  \(names.objective)\n"
    for (row, name) in zip(rows, names.rows) { text += " \(row.kind)  \(name)\n" }
    writeColumns()
    writeRightHandSides(rows)
    writeBounds()
    text += "ENDATA\n"
  }

  private mutating func writeColumns() {
    text += "COLUMNS\n"
    let matrix = SparseMatrix(program)
    var isIntegral = false
    for column in program.costs.indices {
      if program.isIntegral[column] != isIntegral { writeMarker(&isIntegral) }
      let name = names.columns[column]
      var lines = ""
      matrix.forEachEntry(of: column) { row, value in
        if value != 0 { lines += "    \(name) \(names.rows[row]) \(FileNumber.text(value))\n" }
      }
      // A column that stands nowhere else is made known by a cost of zero.
      if program.costs[column] != 0 || lines.isEmpty {
        text += "    \(name) \(names.objective) \(FileNumber.text(program.costs[column]))\n"
      }
      text += lines
    }
    if isIntegral { writeMarker(&isIntegral) }
  }

  private mutating func writeMarker(_ isIntegral: inout Bool) {
    isIntegral.toggle()
    text += "    MARKER 'MARKER' '\(isIntegral ? "INTORG" : "INTEND")'\n"
  }

  private mutating func writeRightHandSides(_ rows: [FreeMPSRow]) {
    text += "RHS\n"
    if program.objectiveConstant != 0 {
      text += "    RHS \(names.objective) \(FileNumber.text(-program.objectiveConstant))\n"
    }
    for (row, name) in zip(rows, names.rows) where row.rightHandSide != 0 {
      text += "    RHS \(name) \(FileNumber.text(row.rightHandSide))\n"
    }
    guard rows.contains(where: { $0.range != nil }) else { return }
    text += "RANGES\n"
    for (row, name) in zip(rows, names.rows) {
      if let range = row.range { text += "    RNG \(name) \(FileNumber.text(range))\n" }
    }
  }

  private mutating func writeBounds() {
    text += "BOUNDS\n"
    for (column, bounds) in program.columnBounds.enumerated() {
      let name = names.columns[column]
      func write(_ kind: String, _ value: Double? = nil) {
        text += " \(kind) BND \(name)" + (value.map { " " + FileNumber.text($0) } ?? "") + "\n"
      }
      switch (bounds.lower, bounds.upper) {
      case (-.infinity, .infinity): write("FR")
      case (let lower, let upper) where lower == upper: write("FX", lower)
      case (0, 1) where program.isIntegral[column]: write("BV")
      case (let lower, let upper):
        if lower == -.infinity { write("MI") } else if lower != 0 { write("LO", lower) }
        if upper < .infinity { write("UP", upper) } else if program.isIntegral[column] { write("PL") }
      }
    }
  }

  /// Fields end at a space; a few beginnings are taken for comments, and one name for a marker.
  struct Rule: NameRule {
    func repaired(_ name: String) -> String {
      if name == "'MARKER'" { return "_MARKER_" }
      let start = name.hasPrefix("*") || name.hasPrefix("$") ? "_" : ""
      guard !start.isEmpty || name.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return name }
      var scalars = String.UnicodeScalarView()
      for scalar in name.unicodeScalars { scalars.append(scalar.value <= 0x20 || scalar.value == 0x7F ? "_" : scalar) }
      return start + String(scalars)
    }
  }
}
