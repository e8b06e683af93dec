import Logistics

extension SolutionFile {
  /// Whether a text is one of Cordeau's: the cost alone on the first line, and lines of numbers below it.
  static func isCordeau(_ bytes: [UInt8]) -> Bool {
    var lines = TextScanner(bytes)
    let scanner = lines
    var filled: [TextRange] = []
    while filled.count < 2, let line = lines.nextLine() {
      if !line.bytes.isEmpty { filled.append(line) }
    }
    guard filled.count == 2 else { return false }
    var words = TextScanner(bytes, filled[0])
    guard let cost = words.nextWord(), scanner.number(cost) != nil, words.nextWord() == nil else { return false }
    words = TextScanner(bytes, filled[1])
    return words.nextWord().flatMap(scanner.number) != nil
  }

  /// Reads a `.res`: the cost, then a line for each route: depot, vehicle of that depot, length, load, and the stops between two zeros.
  init(cordeau bytes: [UInt8], _ source: String) throws(InvalidInput) {
    var faults = FaultList()
    let rows = NumberRow.rows(of: TextScanner(bytes), most: 1_000_000, &faults)
    var routes: [Route] = []
    var lines: [[Int]: Int] = [:]
    for row in rows.dropFirst() where !faults.isFull {
      let values = row.values
      guard values.count >= 6, values[4] == 0, values[values.count - 1] == 0 else {
        faults.add(
          at: row.place, found: "\(values.count) numbers",
          expected: "depot, vehicle, length and load, then the customers between two zeros")
        continue
      }
      let depot = faults.whole(values[0], at: row.place, "depot", 1...1_000_000)
      let number = faults.whole(values[1], at: row.place, "vehicle", 1...1_000_000)
      let clients = values[5..<values.count - 1].compactMap {
        faults.isFull ? nil : faults.whole($0, at: row.place, "a client", 0...InstanceTables.mostLoad)
      }
      guard let depot, let number else { continue }
      if let other = lines.updateValue(row.line, forKey: [depot, number]) {
        faults.add(at: row.place, found: "vehicle \(number) of depot \(depot) again, as in line \(other)", expected: "each once")
      }
      routes.append(Route(number: number, depot: depot, clients: clients, place: row.place))
    }
    try faults.throwIfAny(source)
    self.init(routes: routes, claimedCost: rows.first?.values.first)
  }
}
