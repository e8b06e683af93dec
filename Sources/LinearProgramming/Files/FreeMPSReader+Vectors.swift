extension FreeMPSReader {
  /// `[set] row number [row number ...]` under RHS.
  mutating func readRightHandSides() {
    readVector(.rightHandSides) { reader, name, place, value in
      guard reader.rowsWithRightHandSide.insert(name).inserted else {
        return reader.refuse("a second right-hand side of row \"\(name)\"", expected: "one")
      }
      switch place {
      case .objective: reader.draft.constant = -value
      case .row(let row): reader.rows[row].rightHandSide = value
      }
    }
  }

  /// `[set] row number [row number ...]` under RANGES.
  mutating func readRanges() {
    readVector(.ranges) { reader, name, place, value in
      guard reader.rowsWithRange.insert(name).inserted else {
        return reader.refuse("a second range of row \"\(name)\"", expected: "one")
      }
      guard case .row(let row) = place, reader.rows[row].kind != "N" else {
        return reader.refuse("a range of row \"\(name)\"", expected: "one of a row of kind E, L or G")
      }
      reader.rows[row].range = value
    }
  }

  /// `kind [set] column [number]` under BOUNDS.
  mutating func readBound() {
    let kind = text(fields[0]).uppercased()
    let hasNumber = ["UP", "LO", "FX", "UI", "LI"].contains(kind)
    guard hasNumber || ["FR", "MI", "PL", "BV"].contains(kind) else {
      return refuse("bound of kind \"\(kind)\"", expected: "UP, LO, FX, FR, MI, PL, BV, LI or UI")
    }
    // The set may be left out, and the number, where it says nothing, left in.
    let place: Int? =
      switch fields.count {
      case 2 where !hasNumber: 1
      case 3 where hasNumber: 1
      case 3: isColumn(fields[2]) || !isColumn(fields[1]) ? 2 : 1
      case 4: 2
      default: nil
      }
    guard let place else {
      return refuse("\(fields.count) fields", expected: "a kind, a set, a column" + (hasNumber ? " and a number" : ""))
    }
    if place == 2 { checkVector(fields[1], of: .bounds) }
    guard let name = name(fields[place]) else { return }
    let column = draft.column(named: name)
    if column == nil { refuse("column \"\(name)\"", expected: "a column that stands under COLUMNS") }
    let value = hasNumber ? number(fields[place + 1], orInfinite: true) : 0
    guard let column, let value else { return }
    setBound(kind, value, of: column)
  }

  private mutating func setBound(_ kind: String, _ value: Double, of column: Int) {
    switch kind {
    case "UP", "UI": draft.setUpper(value, of: column, line: line)
    case "LO", "LI": draft.setLower(value, of: column)
    case "FX": draft.setBounds(value, value, of: column, line: line)
    case "FR": draft.setBounds(-.infinity, .infinity, of: column, line: line)
    case "MI": draft.setLower(-.infinity, of: column)
    case "PL": draft.setUpper(.infinity, of: column, line: line)
    default: draft.setBounds(0, 1, of: column, line: line)
    }
    if ["UI", "LI", "BV"].contains(kind) { draft.makeIntegral(column) }
  }

  private func isColumn(_ field: Range<Int>) -> Bool { draft.column(named: text(field)) != nil }

  private mutating func readVector(_ section: Section, _ take: (inout Self, String, Place, Double) -> Void) {
    guard fields.count >= 2 else { return refuse("1 field", expected: "a set, then rows each with a number") }
    // With the set left out the fields are pairs.
    let start = fields.count % 2
    if start == 1 { checkVector(fields[0], of: section) }
    for index in stride(from: start, to: fields.count, by: 2) {
      let place = place(fields[index]), value = number(fields[index + 1], orInfinite: true)
      if let (name, place) = place, let value { take(&self, name, place, value) }
    }
  }

  /// Files may hold several right-hand sides, ranges and bounds to choose from. None is chosen in silence.
  private mutating func checkVector(_ field: Range<Int>, of section: Section) {
    let name = text(field)
    guard let first = vectors[section] else {
      vectors[section] = name
      return
    }
    if name != first { refuse("a second set \"\(name)\" under \(section.rawValue)", expected: "\"\(first)\" only") }
  }
}
