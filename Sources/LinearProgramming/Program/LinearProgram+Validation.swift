extension LinearProgram {
  /// Everything that keeps the program from being solved; empty when it can be.
  ///
  /// - Complexity: O(entries + rows + columns + bytes of names).
  public var faults: [InvalidProgram.Fault] {
    var faults = shapeFaults
    // Summing needs every entry in its place, so sums are looked at only when nothing else is wrong.
    if faults.isEmpty { faults = sumFaults(of: SparseMatrix(self)) }
    return faults
  }

  /// What is wrong with the numbers as they were given.
  var shapeFaults: [InvalidProgram.Fault] {
    var faults: [InvalidProgram.Fault] = []
    func add(_ place: String, _ found: String, _ expected: String) {
      faults.append(.init(place: place, found: found, expected: expected))
    }
    func check(_ name: String, _ place: @autoclosure () -> String) {
      if let found = Self.fault(inName: name) {
        add(place(), found, "at most 255 bytes without control characters")
      }
    }
    func check(_ bounds: Bounds, _ place: @autoclosure () -> String) {
      if !bounds.admitsSomething { add(place(), "bounds \(bounds)", "a lower bound that is not above the upper one") }
    }
    if !objectiveConstant.isFinite { add("objective", "constant \(objectiveConstant)", "a finite number") }
    for term in strayCosts {
      add("objective", "a cost of column \(term.column.index)", "a column that was there when the objective was set")
    }
    for index in costs.indices {
      check(columnNames[index], place(ofColumn: index))
      check(columnBounds[index], place(ofColumn: index))
      if !costs[index].isFinite { add(place(ofColumn: index), "cost \(costs[index])", "a finite number") }
      let bounds = columnBounds[index]
      if isIntegral[index], bounds.admitsSomething,
        bounds.lower != bounds.lower.rounded() || bounds.upper != bounds.upper.rounded()
      {
        add(place(ofColumn: index), "bounds \(bounds)", "whole numbers, as the column must be one")
      }
    }
    for index in rowBounds.indices {
      check(rowNames[index], place(ofRow: index))
      check(rowBounds[index], place(ofRow: index))
    }
    for index in entryValues.indices {
      let (row, column) = (entryRows[index], entryColumns[index])
      let hasRow = rowBounds.indices.contains(row), hasColumn = costs.indices.contains(column)
      if hasRow, hasColumn, entryValues[index].isFinite { continue }
      if !hasRow { add(place(ofColumn: column), "a coefficient in row \(row)", "a row from 0 to \(rowCount - 1)") }
      if !hasColumn { add(place(ofRow: row), "a coefficient of column \(column)", "a column from 0 to \(columnCount - 1)") }
      if !entryValues[index].isFinite {
        add("\(place(ofRow: row)), \(place(ofColumn: column))", "coefficient \(entryValues[index])", "a finite number")
      }
    }
    return faults
  }

  /// What is wrong with sums of coefficients of the same place.
  func sumFaults(of matrix: SparseMatrix) -> [InvalidProgram.Fault] {
    var faults: [InvalidProgram.Fault] = []
    for column in costs.indices {
      matrix.forEachEntry(of: column) { row, value in
        if !value.isFinite {
          faults.append(
            .init(
              place: "\(place(ofRow: row)), \(place(ofColumn: column))", found: "coefficients that sum to \(value)",
              expected: "a finite sum"))
        }
      }
    }
    return faults
  }

  /// A column as messages call it.
  func place(ofColumn index: Int) -> String { Self.place("column", columnNames, index) }

  /// A row as messages call it.
  func place(ofRow index: Int) -> String { Self.place("row", rowNames, index) }

  private static func place(_ kind: String, _ names: [String], _ index: Int) -> String {
    guard names.indices.contains(index), !names[index].isEmpty, fault(inName: names[index]) == nil else {
      return "\(kind) \(index)"
    }
    return "\(kind) \"\(names[index])\""
  }

  /// What no file format for linear programs, and no terminal, can show.
  private static func fault(inName name: String) -> String? {
    if name.utf8.count > 255 { return "a name of \(name.utf8.count) bytes" }
    return name.utf8.contains { $0 < 0x20 || $0 == 0x7F } ? "a name with a control character" : nil
  }
}
