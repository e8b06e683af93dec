import Logistics
import Travel

/// Reads the files of M. Solomon (1987) and of H. Gehring and J. Homberger (1999): a name, a fleet under `VEHICLE`, and
/// under `CUSTOMER` a row of seven numbers for the depot and for each customer.
struct SolomonReader {
  private static let columns = ["number", "x", "y", "demand", "ready time", "due date", "service time"]

  private let scanner: TextScanner
  private let source: String
  let convention: Convention
  private var faults = FaultList()

  /// - Parameter convention: `nil` for `dimacs`.
  init(_ bytes: [UInt8], _ source: String, convention: Convention?) {
    scanner = TextScanner(bytes)
    self.source = source
    self.convention = convention ?? .dimacs
  }

  /// - Throws: `InvalidInput` with everything that is wrong with the file.
  mutating func read() throws(InvalidInput) -> InstanceTables {
    var lines = scanner
    skip(to: "VEHICLE", &lines)
    let fleet = readFleet(&lines)
    skip(to: "CUSTOMER", &lines)
    let rows = readRows(&lines)
    let points = rows.map { (x: $0.values[1], y: $0.values[2]) }
    let travel = faults.isEmpty ? faults.travel(points, .euclidean, convention, at: rows.first?.place ?? "line 1") : nil
    let numbers = faults.numbers(of: rows)
    let demand = rows.map { faults.load($0.values[3], at: $0.place, "demand") ?? 0 }
    if let depot = rows.first, depot.values[3] != 0 {
      faults.add(at: depot.place, found: "demand \(FaultList.text(depot.values[3])) of the depot", expected: "0")
    }
    let windows = rows.map { faults.window($0.values[4], $0.values[5], at: $0.place, convention).map { [$0] } ?? [] }
    let service = rows.map { faults.time($0.values[6], at: $0.place, "service", convention) ?? 0 }
    try faults.throwIfAny(source)
    guard let fleet, let travel else { preconditionFailure("a part of \(source) is missing without a fault") }
    return InstanceTables(
      numbers: numbers, travel: travel, delivery: demand, service: service, windows: windows,
      fleet: FileFleet(fleet.count, of: FileVehicle(capacity: fleet.capacity)))
  }

  private mutating func skip(to heading: String, _ lines: inout TextScanner) {
    while let line = lines.nextLine() {
      if scanner.wholeText(line).uppercased() == heading { return }
    }
    faults.add(at: "line \(lines.line)", found: "the end of the file", expected: "a line \(heading)")
  }

  /// The two numbers below `NUMBER CAPACITY`.
  private mutating func readFleet(_ lines: inout TextScanner) -> (count: Int, capacity: Int)? {
    guard let line = nextRow(&lines) else {
      faults.add(at: "line \(lines.line)", found: "no fleet", expected: "the number of vehicles and their capacity")
      return nil
    }
    var words = TextScanner(scanner.bytes, line)
    guard let first = words.nextWord(), let second = words.nextWord(), words.nextWord() == nil else {
      faults.add(at: line.place, found: "\"\(scanner.text(line))\"", expected: "the number of vehicles and their capacity")
      return nil
    }
    let count = faults.whole(first, in: scanner, 1...1_000_000, "the number of vehicles")
    let capacity = faults.whole(second, in: scanner, 1...InstanceTables.mostLoad, "the capacity")
    guard let count, let capacity else { return nil }
    return (count, capacity)
  }

  private mutating func readRows(_ lines: inout TextScanner) -> [NumberRow] {
    var rows: [NumberRow] = []
    while let line = nextRow(&lines), !faults.isFull {
      var words = TextScanner(scanner.bytes, line)
      var values: [Double] = []
      var isSound = true
      while let word = words.nextWord(), values.count <= Self.columns.count {
        let name = Self.columns[min(values.count, Self.columns.count - 1)]
        let value = faults.number(word, in: scanner, "a number, the \(name)")
        isSound = isSound && value != nil
        values.append(value ?? 0)
      }
      if values.count != Self.columns.count {
        isSound = false
        let found = values.count > Self.columns.count ? "more than \(Self.columns.count)" : "\(values.count)"
        faults.add(
          at: line.place, found: "\(found) numbers",
          expected: "\(Self.columns.count): \(Self.columns.joined(separator: ", "))")
      }
      if isSound { rows.append(NumberRow(line: line.line, values: values)) }
      if rows.count > InstanceTables.mostNodes {
        faults.add(at: line.place, found: "one more row", expected: "at most \(InstanceTables.mostNodes)")
        return rows
      }
    }
    if rows.isEmpty && faults.isEmpty {
      faults.add(at: "line \(lines.line)", found: "no rows below CUSTOMER", expected: "the depot and the customers")
    }
    return rows
  }

  /// The next line with anything on it but the headings of the columns.
  private func nextRow(_ lines: inout TextScanner) -> TextRange? {
    while let line = lines.nextLine() {
      guard !line.bytes.isEmpty else { continue }
      let text = scanner.text(line).uppercased()
      if !text.hasPrefix("CUST") && !text.hasPrefix("NUMBER") { return line }
    }
    return nil
  }
}
