extension FreeMPSReader {
  /// `column row number [row number ...]`, or a marker.
  mutating func readColumn() {
    if fields.count >= 3, bytes[fields[1]].elementsEqual("'MARKER'".utf8) { return readMarker() }
    guard fields.count >= 3, fields.count % 2 == 1 else {
      return refuse("\(fields.count) fields", expected: "the name of a column, then rows each with a number")
    }
    guard let column = currentColumn() else { return }
    for index in stride(from: 1, to: fields.count, by: 2) {
      let place = place(fields[index]), value = number(fields[index + 1])
      guard let (name, place) = place, let value else { continue }
      switch place {
      case .objective where lastColumnWithCost != column:
        lastColumnWithCost = column
        draft.addCost(value, of: column)
      case .row(let row) where lastColumn[row] != column:
        lastColumn[row] = column
        draft.addEntry(row: row, column: column, value)
      default:
        refuse("a second number for column \"\(draft.columns[column].name)\" in row \"\(name)\"", expected: "one")
      }
    }
  }

  /// The column of the line; nil for one that was left before.
  private mutating func currentColumn() -> Int? {
    if let column, bytes[column.name] == bytes[fields[0]] { return column.index }
    guard let name = name(fields[0]) else { return nil }
    guard draft.column(named: name) == nil else {
      refuse("column \"\(name)\" again", expected: "its lines together")
      return nil
    }
    let index = draft.columnAdded(named: name)
    if isInMarkers { draft.makeIntegral(index) }
    column = (index, fields[0])
    return index
  }

  private mutating func readMarker() {
    switch text(fields[2]).uppercased() {
    case "'INTORG'" where !isInMarkers, "'INTEND'" where isInMarkers: isInMarkers.toggle()
    default:
      refuse("marker \(text(fields[2]))", expected: isInMarkers ? "'INTEND' after 'INTORG'" : "'INTORG'")
    }
  }
}
