/// A program as a reader puts it together, by names and in the order in which they come up, with the faults found on the way.
struct ProgramDraft {
  struct Column {
    var name: String
    var cost = 0.0
    var bounds = Bounds.nonnegative
    var isIntegral = false
    /// Whether the file said anything of its lower bound, and of any.
    var hasLower = false, hasBound = false
    /// Where it gave the upper bound.
    var line = 0
  }

  struct Row {
    var name: String
    var bounds: Bounds
  }

  var sense = Sense.minimize
  var constant = 0.0
  private(set) var columns: [Column] = []
  var rows: [Row] = []
  private var entries: [(row: Int, column: Int, value: Double)] = []
  private var columnPlaces: [String: Int] = [:]
  private var faults: [(line: Int, fault: InvalidProgram.Fault)] = []

  /// Notes what is wrong with a line, from 1.
  mutating func refuse(line: Int, _ found: String, expected: String) {
    faults.append((line, .init(place: "line \(line)", found: found, expected: expected)))
  }

  /// The place of a column, nil when no column has the name.
  func column(named name: String) -> Int? { columnPlaces[name] }

  /// The place of a column that is new if none has the name.
  mutating func columnAdded(named name: String) -> Int {
    if let place = columnPlaces[name] { return place }
    columnPlaces[name] = columns.count
    columns.append(Column(name: name))
    return columns.count - 1
  }

  mutating func addEntry(row: Int, column: Int, _ value: Double) { entries.append((row, column, value)) }

  mutating func addCost(_ cost: Double, of column: Int) { columns[column].cost += cost }

  mutating func makeIntegral(_ column: Int) { columns[column].isIntegral = true }

  mutating func setLower(_ value: Double, of column: Int) {
    columns[column].bounds.lower = FileNumber.bound(value)
    columns[column].hasLower = true
    columns[column].hasBound = true
  }

  mutating func setUpper(_ value: Double, of column: Int, line: Int) {
    columns[column].bounds.upper = FileNumber.bound(value)
    columns[column].hasBound = true
    columns[column].line = line
  }

  mutating func setBounds(_ lower: Double, _ upper: Double, of column: Int, line: Int) {
    setLower(lower, of: column)
    setUpper(upper, of: column, line: line)
  }

  /// The program, in which nothing is wrong.
  ///
  /// - Parameter wholeWithoutBounds: The upper bound of a whole-numbered column of which the file gives no bound.
  consuming func program(wholeWithoutBounds: Double = .infinity) throws(InvalidProgram) -> LinearProgram {
    for index in columns.indices {
      if columns[index].isIntegral { makeWhole(index, wholeWithoutBounds) }
      let column = columns[index]
      if !column.hasLower, column.bounds.upper < 0 {
        refuse(
          line: column.line, "upper bound \(column.bounds.upper) of \"\(column.name)\" without a lower one",
          expected: "both, since some solvers take 0 and others none")
      }
    }
    guard faults.isEmpty else {
      // Sorting keeps the order within a line.
      throw InvalidProgram(faults: faults.sorted { $0.line < $1.line }.map(\.fault))
    }
    var program = LinearProgram(sense)
    program.objectiveConstant = constant
    for column in columns {
      program.addColumn(column.name, cost: column.cost, in: column.bounds, integral: column.isIntegral)
    }
    for row in rows { program.addRow(row.name, row.bounds) }
    for entry in entries { program.add(entry.value, to: .init(entry.row), .init(entry.column)) }
    let remaining = program.faults
    guard remaining.isEmpty else { throw InvalidProgram(faults: remaining) }
    return program
  }

  /// Files may bound a whole number by a broken one; the whole numbers in between are the same.
  private mutating func makeWhole(_ index: Int, _ upper: Double) {
    if !columns[index].hasBound { columns[index].bounds.upper = upper }
    columns[index].bounds.lower.round(.up)
    columns[index].bounds.upper.round(.down)
  }
}
