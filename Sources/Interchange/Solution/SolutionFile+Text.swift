import Logistics

extension SolutionFile {
  /// The text of a CVRPLIB `.sol`: `Route #1: 31 46 35`, a line for each route, and `Cost 27591`.
  public static func text(routes: [[Int]], cost: FileAmount) -> String {
    var lines = routes.enumerated().map { index, clients in
      "Route #\(index + 1): \(clients.map(String.init).joined(separator: " "))"
    }
    lines.append("Cost \(cost)\n")
    return lines.joined(separator: "\n")
  }

  /// Reads a `.sol`: lines `Route #1: 31 46 35` and perhaps `Cost 27591`; other lines are remarks.
  init(text bytes: [UInt8], _ source: String) throws(InvalidInput) {
    var faults = FaultList()
    var routes: [Route] = []
    var cost: Double?
    var lines = TextScanner(bytes)
    let scanner = lines
    var numbered: [Int: Int] = [:]
    while let line = lines.nextLine(), !faults.isFull {
      var words = TextScanner(bytes, line)
      guard let first = words.nextWord() else { continue }
      let name = scanner.text(first).lowercased()
      if name.hasPrefix("route") {
        guard let route = Self.route(line, scanner, &faults) else { continue }
        if let other = numbered.updateValue(line.line, forKey: route.number) {
          faults.add(at: line.place, found: "route \(route.number) again, as in line \(other)", expected: "each number once")
        }
        routes.append(route)
      } else if name == "cost" || name == "cost:" {
        var word = words.nextWord()
        if let colon = word, scanner.text(colon) == ":" { word = words.nextWord() }
        cost = faults.number(word ?? first, in: scanner, "the cost, a number")
      }
    }
    if routes.isEmpty && cost == nil && faults.isEmpty {
      faults.add(at: "line 1", found: "no routes", expected: "lines as \"Route #1: 31 46 35\", or JSON with \"routes\"")
    }
    try faults.throwIfAny(source)
    self.init(routes: routes, claimedCost: cost)
  }

  private static func route(_ line: TextRange, _ scanner: TextScanner, _ faults: inout FaultList) -> Route? {
    let bytes = scanner.bytes
    let before = faults.faults.count
    guard let colon = bytes[line.bytes].firstIndex(of: UInt8(ascii: ":")) else {
      faults.add(at: line.place, found: "\"\(scanner.text(line))\"", expected: "a colon, as in \"Route #1: 31 46 35\"")
      return nil
    }
    // "Route #1:", "Route 1 :" and "route#1:" are all in use.
    let skipped = "route".utf8.count
    let head = (line.bytes.lowerBound + skipped..<max(colon, line.bytes.lowerBound + skipped)).filter {
      bytes[$0] != UInt8(ascii: "#") && !TextScanner.isSpace(bytes[$0])
    }
    let digits = TextRange(bytes: (head.first ?? colon)..<(head.last.map { $0 + 1 } ?? colon), line: line.line)
    let number = faults.whole(digits, in: scanner, 1...1_000_000_000, "the number of a route")
    var clients: [Int] = []
    var words = TextScanner(bytes, TextRange(bytes: (colon + 1)..<line.bytes.upperBound, line: line.line))
    while let word = words.nextWord(), !faults.isFull {
      if let client = faults.whole(word, in: scanner, 0...InstanceTables.mostLoad, "a client") { clients.append(client) }
    }
    guard let number, faults.faults.count == before else { return nil }
    return Route(number: number, clients: clients, place: line.place)
  }
}
