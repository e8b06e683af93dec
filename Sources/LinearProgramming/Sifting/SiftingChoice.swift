/// Which columns sifting takes into its small programs.
struct SiftingChoice {
  /// How many columns over each row the first program has.
  private static let startPerRow = 8
  /// How many columns over a row come in at a time before others have their turn.
  private static let perRow = 6

  private let program: FlatProgram

  init(_ program: FlatProgram) { self.program = program }

  /// For each row the columns that cost least for each row they are in, and the cheapest that are in no other, upwards and downwards:
  /// as slacks do, they often make the program feasible.
  ///
  /// - Parameter sign: 1 to minimise, -1 to maximise.
  /// - Complexity: O(entries + columns · log columns).
  func cheapest(sign: Double) -> [Int] {
    let matrix = program.matrix
    let share = program.costs.indices.map { column in
      sign * program.costs[column] / Double(max(1, matrix.starts[column + 1] - matrix.starts[column]))
    }
    let order = program.costs.indices.sorted { (share[$0], $0) < (share[$1], $1) }
    var over = [Int](repeating: 0, count: program.rowCount)
    var alone = [[Bool]](repeating: [false, false], count: program.rowCount)
    var chosen: [Int] = []
    for column in order {
      let entries = Int(matrix.starts[column])..<Int(matrix.starts[column + 1])
      var takes = entries.contains { over[Int(matrix.rows[$0])] < Self.startPerRow }
      if entries.count == 1 {
        let row = Int(matrix.rows[entries.lowerBound]), side = matrix.values[entries.lowerBound] > 0 ? 1 : 0
        takes = takes || !alone[row][side]
        alone[row][side] = true
      }
      guard takes else { continue }
      for entry in entries { over[Int(matrix.rows[entry])] += 1 }
      chosen.append(column)
    }
    return chosen
  }

  /// Those of the greatest gain for each row they are in, spread over the rows: of columns that are all over the same few rows only
  /// the first would come to anything.
  ///
  /// - Complexity: O(entries + n · log n) for n columns.
  func mostPromising(_ violated: [(column: Int, gain: Double)]) -> [Int] {
    let matrix = program.matrix
    let order = violated.map { entry in
      (column: entry.column, gain: entry.gain / Double(1 + matrix.starts[entry.column + 1] - matrix.starts[entry.column]))
    }.sorted { ($0.gain, $1.column) > ($1.gain, $0.column) }
    let limit = max(200, 2 * program.rowCount)
    var over = [Int](repeating: 0, count: program.rowCount)
    var chosen: [Int] = []
    for (column, _) in order where chosen.count < limit {
      let entries = Int(matrix.starts[column])..<Int(matrix.starts[column + 1])
      guard entries.isEmpty || entries.contains(where: { over[Int(matrix.rows[$0])] < Self.perRow }) else { continue }
      for entry in entries { over[Int(matrix.rows[entry])] += 1 }
      chosen.append(column)
    }
    return chosen
  }
}
