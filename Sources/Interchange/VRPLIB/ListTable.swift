import Logistics

/// The rows of a section that gives each of some things a list: a vehicle the clients it may serve, a group its members.
struct ListTable {
  /// The lists by the number of the row, counted from 0.
  private(set) var lists: [[Int]]
  /// The line of each row; 0 where there is none.
  private(set) var lines: [Int]

  /// Reads the rows of a section and notes what is wrong with them: a row of a number that is not there or there twice, one missing, an
  /// entry that is no whole number of its range.
  ///
  /// - Parameters:
  ///   - count: How many rows there are; `nil` for as many as the section has.
  ///   - what: What a row is of.
  init(
    _ section: VRPLIBFile.Entry, count: Int?, of what: String, _ range: ClosedRange<Int>, _ entry: String, _ scanner: TextScanner,
    _ faults: inout FaultList
  ) {
    let before = faults.faults.count
    var rows = TextScanner(scanner.bytes, section.content)
    var found: [(line: TextRange, id: Int, list: [Int])] = []
    while let line = rows.nextLine(), !faults.isFull {
      if line.bytes.isEmpty { continue }
      var words = TextScanner(scanner.bytes, line)
      guard let word = words.nextWord(), let id = faults.whole(word, in: scanner, 1...(count ?? InstanceTables.mostNodes), what)
      else {
        continue
      }
      var list: [Int] = []
      while let word = words.nextWord(), !faults.isFull {
        if let value = faults.whole(word, in: scanner, range, entry) { list.append(value) }
      }
      found.append((line, id, list))
    }
    let size = count ?? found.count
    lists = [[Int]](repeating: [], count: size)
    lines = [Int](repeating: 0, count: size)
    for row in found where !faults.isFull {
      guard lines.indices.contains(row.id - 1) else {
        faults.add(at: row.line.place, found: "\(what) \(row.id)", expected: "1 to \(size), as many as rows")
        continue
      }
      guard lines[row.id - 1] == 0 else {
        faults.add(at: row.line.place, found: "\(what) \(row.id) again, as in line \(lines[row.id - 1])", expected: "each once")
        continue
      }
      lists[row.id - 1] = row.list
      lines[row.id - 1] = row.line.line
    }
    let missing = lines.indices.filter { lines[$0] == 0 }
    if let first = missing.first, faults.faults.count == before {
      faults.add(
        at: section.place, found: "\(section.name) without \(missing.count) of \(size) rows, the first of them \(first + 1)",
        expected: "a row for each \(what)")
    }
  }

  /// How a fault names a row.
  func place(_ row: Int) -> String { "line \(lines[row])" }
}
