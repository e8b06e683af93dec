import Logistics

/// The rows of a section that gives each node some numbers: coordinates, a demand, a window; or each vehicle: its capacity, its cost.
struct NodeTable {
  /// Row-major: the numbers of node `id` begin at `(id - 1) * columns`.
  private(set) var values: [Double]
  /// The line of each node's row.
  private(set) var lines: [Int]
  let columns: Int
  private let what: String

  /// Reads the rows of a section and notes what is wrong: a row too short or too long, a word that is no number, a node
  /// that is not there, there twice, or has no row.
  ///
  /// - Parameters:
  ///   - columns: How many numbers follow the node's own.
  ///   - count: How many nodes there are.
  ///   - what: What a row is of, if it is not of a node.
  init(
    _ section: VRPLIBFile.Entry, columns: Int, count: Int, of what: String = "node", _ scanner: TextScanner,
    _ faults: inout FaultList
  ) {
    self.columns = columns
    self.what = what
    values = [Double](repeating: 0, count: count * columns)
    lines = [Int](repeating: 0, count: count)
    var rows = TextScanner(scanner.bytes, section.content)
    let before = faults.faults.count
    while let line = rows.nextLine() {
      if line.bytes.isEmpty { continue }
      if faults.isFull { return }
      readRow(line, count, scanner, &faults)
    }
    let missing = lines.indices.filter { lines[$0] == 0 }
    // A row that is damaged has been named already.
    if let first = missing.first, faults.faults.count == before {
      faults.add(
        at: section.place, found: "\(section.name) without \(missing.count) of \(count) \(what)s, the first of them \(first + 1)",
        expected: "a row for every \(what)")
    }
  }

  private mutating func readRow(_ line: TextRange, _ count: Int, _ scanner: TextScanner, _ faults: inout FaultList) {
    var words = TextScanner(scanner.bytes, line)
    guard let word = words.nextWord(), let id = faults.whole(word, in: scanner, 1...count, "a \(what)") else { return }
    guard lines[id - 1] == 0 else {
      faults.add(at: line.place, found: "\(what) \(id) again, as in line \(lines[id - 1])", expected: "each \(what) once")
      return
    }
    lines[id - 1] = line.line
    for column in 0..<columns {
      guard let word = words.nextWord() else {
        faults.add(at: line.place, found: "\(column) numbers for \(what) \(id)", expected: "\(columns)")
        return
      }
      values[(id - 1) * columns + column] = faults.number(word, in: scanner, "a number") ?? 0
    }
    if let word = words.nextWord() {
      faults.add(
        at: line.place, found: "\"\(scanner.text(word))\" behind the numbers of \(what) \(id)", expected: "the end of the line")
    }
  }

  subscript(node: Int, column: Int = 0) -> Double { values[node * columns + column] }

  /// How a fault names a node's row.
  func place(_ node: Int) -> String { "line \(lines[node])" }
}
