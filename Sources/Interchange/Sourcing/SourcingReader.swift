import Logistics

/// Reads a sourcing problem while it walks over the bytes: as a tree of values, three million lanes would take gigabytes.
struct SourcingReader {
  struct Node {
    var id = ""
    var stock: [(sku: Int32, units: Int)] = []
    var parcelLimit: Int?
  }

  struct Line {
    var sku: Int32 = -1
    var quantity = 0
    /// `nil` where every unit must be filled.
    var unfilledCost: Double?
    /// What a unit counts for in a tariff, in grams.
    var weight = 0
  }

  /// Prices of a parcel by its weight.
  struct Tariff {
    /// Up to so many grams, ascending.
    var brackets: [(upTo: Int, price: Double)] = []
    /// What every so many grams more cost; without it a heavier parcel is refused.
    var beyond: (every: Int, price: Double)?
  }

  struct Lane {
    var node: Int32 = -1
    /// Its place in ``SourcingReader/tariffs``, or -1 if every parcel costs the same.
    var tariff: Int32 = -1
    var parcelCost = 0.0
    var unitCost = 0.0
  }

  struct Order {
    var id = ""
    var lines: [Line] = []
    /// Where its lanes are in the list of all.
    var lanes = 0..<0
    var mostParcels: Int?
    var shipsComplete = false
  }

  private(set) var nodes: [Node] = []
  private(set) var orders: [Order] = []
  private(set) var lanes: [Lane] = []
  var tariffs: [Tariff] = []
  /// Every name of a node or a product that was met, by its number.
  private(set) var nodeNames = NameTable()
  private(set) var skuNames = NameTable()
  var faults = FaultList()
  private(set) var advice = "docs/formats.md shows an example of `source`."

  var scanner: JSONScanner
  private let byteCount: Int

  /// - Precondition: The bytes outlive the reading.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    scanner = JSONScanner(bytes)
    byteCount = bytes.count
  }

  /// Reads the document; what is wrong is in ``faults`` afterwards.
  mutating func read() {
    do throws(JSONScanner.Break) {
      try object(at: "$", ["nodes", "orders"], needed: 2) { reader, key throws(JSONScanner.Break) in
        if key == 0 {
          try reader.array(at: "$.nodes") { reader, place throws(JSONScanner.Break) in try reader.node("$.nodes[\(place)]") }
        } else {
          try reader.array(at: "$.orders") { reader, place throws(JSONScanner.Break) in try reader.order(place) }
        }
      }
      if !faults.isFull, scanner.next() != 0 || scanner.at < byteCount {
        throw JSONScanner.Break(at: scanner.at, expected: "the end of the file")
      }
    } catch {
      faults.add(
        at: "line \(scanner.line(of: error.at))", found: scanner.shown(from: error.at), expected: error.expected)
      advice = "the file was cut short, or is no JSON; docs/formats.md shows an example of `source`."
      return
    }
    checkNames()
  }

  // MARK: Parts of the document

  private mutating func node(_ path: String) throws(JSONScanner.Break) {
    var node = Node()
    try object(at: path, ["id", "stock", "parcelLimit"], needed: 2) { reader, key throws(JSONScanner.Break) in
      switch key {
      case 0: node.id = try reader.name("\(path).id")
      case 1: node.stock = try reader.stock("\(path).stock")
      default: node.parcelLimit = try reader.wholeOrNull("\(path).parcelLimit")
      }
    }
    nodes.append(node)
  }

  private mutating func stock(_ path: String) throws(JSONScanner.Break) -> [(sku: Int32, units: Int)] {
    var stock: [(sku: Int32, units: Int)] = []
    guard scanner.take(UInt8(ascii: "{")) else {
      try refuse(path, "an object of units by product")
      return []
    }
    if scanner.take(UInt8(ascii: "}")) { return [] }
    var seen: Set<Int32> = []
    repeat {
      let name = try scanner.key()
      let sku = skuNames.number(of: name)
      if !seen.insert(sku).inserted {
        faults.add(at: "\(path).\(name)", found: "the product a second time", expected: "each product once")
      }
      if let units = try whole(0...Self.most, "\(path).\(name)") { stock.append((sku, units)) }
      if faults.isFull { return stock }
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"), "a comma or }")
    return stock
  }

  private mutating func order(_ place: Int) throws(JSONScanner.Break) {
    var order = Order()
    let first = lanes.count
    let path = "$.orders[\(place)]"
    try object(at: path, ["id", "lines", "lanes", "maxParcels", "shipComplete"], needed: 3) {
      reader, key throws(JSONScanner.Break) in
      switch key {
      case 0: order.id = try reader.name("\(path).id")
      case 1:
        try reader.array(at: "\(path).lines") { reader, place throws(JSONScanner.Break) in
          order.lines.append(try reader.line(path, place))
        }
      case 2: try reader.array(at: "\(path).lanes") { reader, place throws(JSONScanner.Break) in try reader.lane(path, place) }
      case 3: order.mostParcels = try reader.wholeOrNull("\(path).maxParcels")
      default: order.shipsComplete = try reader.flag("\(path).shipComplete")
      }
    }
    order.lanes = first..<lanes.count
    checkWeights(of: order, path)
    orders.append(order)
  }

  private mutating func line(_ order: String, _ place: Int) throws(JSONScanner.Break) -> Line {
    var line = Line()
    let path = "\(order).lines[\(place)]"
    try object(at: path, ["sku", "quantity", "unfilledCost", "weight"], needed: 3) { reader, key throws(JSONScanner.Break) in
      switch key {
      case 0: line.sku = reader.skuNames.number(of: try reader.name("\(path).sku"))
      case 1: line.quantity = try reader.whole(0...1_000_000, "\(path).quantity") ?? 0
      case 3: line.weight = try reader.whole(0...1_000_000, "\(path).weight") ?? 0
      default:
        if !reader.scanner.take(word: "null") { line.unfilledCost = try reader.amount("\(path).unfilledCost", "or null") ?? 0 }
      }
    }
    return line
  }

  private mutating func lane(_ order: String, _ place: Int) throws(JSONScanner.Break) {
    var lane = Lane()
    // Written out rather than by `object`: there are millions of them, and a path of each would take longer than all the rest.
    var found = 0
    func path(_ key: String = "") -> String { "\(order).lanes[\(place)]\(key)" }
    guard scanner.take(UInt8(ascii: "{")) else { return try refuse(path(), "an object") }
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        let key = try scanner.key()
        switch key {
        case "node":
          found |= 1
          if scanner.next() == UInt8(ascii: "\"") {
            lane.node = nodeNames.number(of: try scanner.string())
          } else {
            try refuse(path(".node"), "a text")
          }
        case "parcelCost", "unitCost":
          found |= key == "unitCost" ? 4 : 2
          _ = scanner.next()
          let at = scanner.at
          if let number = scanner.number(), number >= 0, number < .infinity {
            if key == "unitCost" { lane.unitCost = number } else { lane.parcelCost = number }
          } else {
            try refuseNumber(path(".\(key)"), from: at, "a finite number of zero or more")
          }
        case "brackets", "beyond":
          if lane.tariff < 0 {
            lane.tariff = Int32(tariffs.count)
            tariffs.append(Tariff())
          }
          if key == "beyond" { try beyond(path(".beyond")) } else { try brackets(path(".brackets")) }
        default:
          faults.add(
            at: path(".\(key.prefix(40))"), found: "an unknown key",
            expected: "one of node, parcelCost, unitCost, brackets, beyond")
          try scanner.skipValue()
        }
        if faults.isFull { return }
      } while scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "}"), "a comma or }")
    }
    if lane.tariff >= 0, tariffs[Int(lane.tariff)].brackets.isEmpty {
      faults.add(at: path(".brackets"), found: "no bracket", expected: "at least one")
    }
    for (bit, key) in [(1, "node"), (2, "parcelCost"), (4, "unitCost")] where found & bit == 0 {
      faults.add(at: path(".\(key)"), found: "nothing", expected: "a value")
    }
    lanes.append(lane)
  }

  /// What only the whole document can tell.
  private mutating func checkNames() {
    var places: [String: Int] = [:]
    for (place, node) in nodes.enumerated() where !node.id.isEmpty {
      if let first = places[node.id] {
        faults.add(
          at: "$.nodes[\(place)].id", found: "\"\(node.id)\" again", expected: "another id than that of $.nodes[\(first)]")
      } else {
        places[node.id] = place
      }
    }
    var orderPlaces: [String: Int] = [:]
    let isKnown = nodeNames.names.map { places[$0] != nil }
    var lastOrder = [Int32](repeating: -1, count: nodeNames.names.count)
    for (place, order) in orders.enumerated() where !faults.isFull {
      if let first = orderPlaces[order.id], !order.id.isEmpty {
        faults.add(
          at: "$.orders[\(place)].id", found: "\"\(order.id)\" again", expected: "another id than that of $.orders[\(first)]")
      } else {
        orderPlaces[order.id] = place
      }
      for index in order.lanes where lanes[index].node >= 0 {
        let node = Int(lanes[index].node)
        let name = nodeNames.names[node]
        let path = "$.orders[\(place)].lanes[\(index - order.lanes.lowerBound)].node"
        if !isKnown[node] { faults.add(at: path, found: "\"\(name)\"", expected: "the id of a node") }
        if lastOrder[node] == place { faults.add(at: path, found: "\"\(name)\" again", expected: "one lane to a node") }
        lastOrder[node] = Int32(place)
      }
    }
  }

  // MARK: Values

  /// So much fits everywhere.
  private static let most = 1_000_000_000_000

  private mutating func name(_ path: String) throws(JSONScanner.Break) -> String {
    guard scanner.next() == UInt8(ascii: "\"") else {
      try refuse(path, "a text")
      return ""
    }
    let name = try scanner.string()
    if name.isEmpty { faults.add(at: path, found: "an empty text", expected: "a text") }
    return name
  }

  mutating func amount(_ path: String, _ other: String = "") throws(JSONScanner.Break) -> Double? {
    _ = scanner.next()
    let at = scanner.at
    if let number = scanner.number(), number >= 0, number < .infinity { return number }
    try refuseNumber(path, from: at, "a finite number of zero or more\(other.isEmpty ? "" : ", \(other)")")
    return nil
  }

  mutating func whole(_ range: ClosedRange<Int>, _ path: String, _ other: String = "") throws(JSONScanner.Break) -> Int? {
    _ = scanner.next()
    let at = scanner.at
    if let number = scanner.number(), let whole = Int(exactly: number), range.contains(whole) { return whole }
    try refuseNumber(
      path, from: at, "a whole number, \(range.lowerBound) to \(range.upperBound)\(other.isEmpty ? "" : ", \(other)")")
    return nil
  }

  private mutating func wholeOrNull(_ path: String) throws(JSONScanner.Break) -> Int? {
    scanner.take(word: "null") ? nil : try whole(0...Self.most, path, "or null")
  }

  private mutating func flag(_ path: String) throws(JSONScanner.Break) -> Bool {
    if scanner.take(word: "true") { return true }
    if scanner.take(word: "false") || scanner.take(word: "null") { return false }
    try refuse(path, "true or false")
    return false
  }

  // MARK: Structure

  /// Walks over an object whose keys are known, each of which may stand once; the first `needed` of them must.
  mutating func object(
    at path: String, _ keys: [String], needed: Int,
    _ body: (inout Self, _ key: Int) throws(JSONScanner.Break) -> Void
  ) throws(JSONScanner.Break) {
    guard scanner.take(UInt8(ascii: "{")) else { return try refuse(path, "an object") }
    var found: Set<Int> = []
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        let key = try scanner.key()
        guard let number = keys.firstIndex(of: key) else {
          faults.add(at: "\(path).\(key.prefix(40))", found: "an unknown key", expected: "one of \(keys.joined(separator: ", "))")
          try scanner.skipValue()
          if faults.isFull { return }
          continue
        }
        if !found.insert(number).inserted {
          faults.add(at: "\(path).\(key)", found: "the key a second time", expected: "it once")
          try scanner.skipValue()
        } else {
          try body(&self, number)
        }
        if faults.isFull { return }
      } while scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "}"), "a comma or }")
    }
    for number in 0..<needed where !found.contains(number) {
      faults.add(at: "\(path).\(keys[number])", found: "nothing", expected: "a value")
    }
  }

  mutating func array(
    at path: String, _ body: (inout Self, _ place: Int) throws(JSONScanner.Break) -> Void
  ) throws(JSONScanner.Break) {
    guard scanner.take(UInt8(ascii: "[")) else { return try refuse(path, "an array") }
    if scanner.take(UInt8(ascii: "]")) { return }
    var place = 0
    repeat {
      try body(&self, place)
      place += 1
      if faults.isFull { return }
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"), "a comma or ]")
  }

  /// Notes that something else was expected here, and steps behind what there is: a value, or a word like NaN.
  private mutating func refuse(_ path: String, _ expected: String) throws(JSONScanner.Break) {
    _ = scanner.next()
    try refuseNumber(path, from: scanner.at, expected)
  }

  /// The same, where a number may have been stepped over already.
  private mutating func refuseNumber(_ path: String, from at: Int, _ expected: String) throws(JSONScanner.Break) {
    let found = scanner.shownValue(from: at)
    if scanner.at == at {
      if scanner.isWord { scanner.skipWord() } else { try scanner.skipValue() }
    }
    faults.add(at: path, found: found, expected: expected)
  }
}

/// Numbers for names, in the order in which they are met.
struct NameTable {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }
}
