/// The matrix of a program by columns, each row at most once in a column (compressed sparse columns).
struct SparseMatrix {
  /// Entries `starts[j] ..< starts[j + 1]` belong to column j; one longer than there are columns.
  var starts: [Int64]
  /// The row of each entry.
  var rows: [Int32]
  var values: [Double]

  /// Gathers the entries of a program, summing those of the same place.
  ///
  /// The entries of a column keep the order of their making, so that equal programs give equal matrices.
  ///
  /// - Precondition: Every entry lies inside the program.
  /// - Complexity: O(entries + rows + columns).
  init(_ program: LinearProgram) {
    let columnCount = program.columnCount
    var ends = [Int](repeating: 0, count: columnCount + 1)
    for column in program.entryColumns { ends[column + 1] += 1 }
    for column in 0..<columnCount { ends[column + 1] += ends[column] }
    // After this pass ends[j] is where column j ends, which is where j + 1 began.
    var order = [Int](repeating: 0, count: program.entryCount)
    for (entry, column) in program.entryColumns.enumerated() {
      order[ends[column]] = entry
      ends[column] += 1
    }

    starts = [0]
    starts.reserveCapacity(columnCount + 1)
    rows = []
    rows.reserveCapacity(program.entryCount)
    values = []
    values.reserveCapacity(program.entryCount)
    // Where each row stands in the current column; a place before the column's start belongs to an earlier column.
    var places = [Int](repeating: -1, count: program.rowCount)
    var next = 0
    for column in 0..<columnCount {
      let start = rows.count
      while next < ends[column] {
        let entry = order[next]
        let row = program.entryRows[entry]
        if places[row] >= start {
          values[places[row]] += program.entryValues[entry]
        } else {
          places[row] = rows.count
          rows.append(Int32(row))
          values.append(program.entryValues[entry])
        }
        next += 1
      }
      starts.append(Int64(rows.count))
    }
  }

  /// Calls `body` with the row and the value of each entry of a column.
  func forEachEntry(of column: Int, _ body: (_ row: Int, _ value: Double) -> Void) {
    for entry in Int(starts[column])..<Int(starts[column + 1]) { body(Int(rows[entry]), values[entry]) }
  }

  /// A x: for each row the sum of its coefficients times the columns' values.
  func activities(of values: [Double], rowCount: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: rowCount)
    for column in values.indices where values[column] != 0 {
      forEachEntry(of: column) { sums[$0] += $1 * values[column] }
    }
    return sums
  }
}
