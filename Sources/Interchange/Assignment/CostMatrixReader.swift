import Dispatching
import Logistics

/// Reads a matrix of costs number by number: as a tree of values, nine million of them would take gigabytes.
struct CostMatrixReader {
  private(set) var costs: [Double] = []
  private(set) var rows = 0
  /// The length of the first row.
  private(set) var columns: Int?
  private(set) var faults = FaultList()
  private(set) var advice =
    "a pair that must not be is written null, all rows have a cost for each vehicle, and \"costs\" is the only key."

  private var scanner: JSONScanner
  private let byteCount: Int
  /// The costs of a row, until it is known to be one.
  private var row: [Double] = []

  /// - Precondition: The bytes outlive the reading.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    scanner = JSONScanner(bytes)
    byteCount = bytes.count
  }

  /// Reads the document; what is wrong is in ``faults`` afterwards.
  mutating func read() {
    do {
      try document()
    } catch {
      faults.add(
        at: "line \(scanner.line(of: error.at))", found: scanner.shown(from: error.at), expected: error.expected)
      advice = "the file was cut short, or is no JSON: \(#"{"costs": [[4, null, 3], [2, 0, 5]]}"#) is a problem."
    }
    if faults.isEmpty { checkGreatest() }
  }

  private mutating func document() throws(JSONScanner.Break) {
    guard scanner.next() == UInt8(ascii: "{") else {
      let at = scanner.at
      try scanner.skipValue()
      faults.add(at: "$", found: scanner.shownValue(from: at), expected: "an object with the key \"costs\"")
      return try end()
    }
    try scanner.expect(UInt8(ascii: "{"), "an object")
    var hasCosts = false
    if scanner.next() != UInt8(ascii: "}") {
      repeat {
        let key = try scanner.key()
        if key == "costs" {
          if hasCosts {
            faults.add(at: "$.costs", found: "the key a second time", expected: "it once")
            try scanner.skipValue()
          } else {
            hasCosts = true
            try matrix()
          }
        } else {
          faults.add(at: "$.\(key.prefix(40))", found: "an unknown key", expected: "only costs")
          try scanner.skipValue()
        }
        // Nobody reads more of them, and a wrong file could make millions.
        if faults.isFull { return }
      } while scanner.take(UInt8(ascii: ","))
    }
    try scanner.expect(UInt8(ascii: "}"), "a comma or }")
    if !hasCosts { faults.add(at: "$.costs", found: "nothing", expected: "an array of rows") }
    try end()
  }

  private mutating func end() throws(JSONScanner.Break) {
    if scanner.next() != 0 || scanner.at < byteCount { throw .init(at: scanner.at, expected: "the end of the file") }
  }

  private mutating func matrix() throws(JSONScanner.Break) {
    guard scanner.next() == UInt8(ascii: "[") else { return try refuse("$.costs", "an array of rows") }
    try scanner.expect(UInt8(ascii: "["), "an array")
    if scanner.take(UInt8(ascii: "]")) { return }
    repeat {
      let start = scanner.at
      try nextRow()
      if rows == 1 {
        // Rows are about as long as the first; a few too many cost nothing as long as nobody writes to them.
        costs.reserveCapacity((byteCount / max(1, scanner.at - start) + 2) * row.count)
      }
      costs.append(contentsOf: row)
      if faults.isFull { return }
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"), "a comma or ]")
  }

  private mutating func nextRow() throws(JSONScanner.Break) {
    row.removeAll(keepingCapacity: true)
    let place = rows
    rows += 1
    guard scanner.next() == UInt8(ascii: "[") else {
      if columns == nil { columns = 0 }
      return try refuse("$.costs[\(place)]", "an array of costs")
    }
    try scanner.expect(UInt8(ascii: "["), "an array")
    if !scanner.take(UInt8(ascii: "]")) {
      repeat {
        _ = scanner.next()
        let at = scanner.at
        if let number = scanner.number() {
          if !(abs(number) < .infinity) {
            faults.add(at: "$.costs[\(place)][\(row.count)]", found: scanner.shown(from: at), expected: "a finite number")
          }
          row.append(number)
        } else if scanner.take(word: "null") {
          row.append(.infinity)
        } else {
          try refuse("$.costs[\(place)][\(row.count)]", "a finite number or null")
          row.append(.infinity)
        }
        if faults.isFull { return }
      } while scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "]"), "a comma or ]")
    }
    if let columns, row.count != columns {
      faults.add(at: "$.costs[\(place)]", found: "\(row.count) costs", expected: "\(columns) as in the first row")
    }
    if columns == nil { columns = row.count }
  }

  /// Notes that something else was expected here, and steps behind what there is: a value, or a word like NaN.
  private mutating func refuse(_ place: String, _ expected: String) throws(JSONScanner.Break) {
    let at = scanner.at
    let found = scanner.shownValue(from: at)
    if scanner.isWord { scanner.skipWord() } else { try scanner.skipValue() }
    faults.add(at: place, found: found, expected: expected)
  }

  /// Costs whose sum could be no number.
  private mutating func checkGreatest() {
    let greatest = Self.greatestCost(rows, columns ?? 0)
    for (index, cost) in costs.enumerated() where abs(cost) > greatest && cost < .infinity {
      let columns = columns ?? 1
      faults.add(
        at: "$.costs[\(index / columns)][\(index % columns)]", found: "\(cost)",
        expected: "at most \(greatest), so that costs can be added up")
      if faults.isFull { return }
    }
  }

  private static func greatestCost(_ rows: Int, _ columns: Int) -> Double {
    CostMatrix.greatestCost(tasks: rows, vehicles: columns)
  }
}
