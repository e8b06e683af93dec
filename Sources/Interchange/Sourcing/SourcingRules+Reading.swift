public import Foundation
public import Logistics
import Inventory
import Sourcing
public import Waves

extension SourcingRules {
  /// Reads rules for the orders of a file: `{"choice": "ranked", "maxParcels": 2, "shipComplete": true, "splitCost": 150,
  /// "closedNodes": ["store-7"], "parcelLimits": {"dc": 400}, "keepBack": 1, "stockPrices": [{"node": "dc", "sku": "A", "price": 80}],
  /// "outlook": {"orders": "past.json", "expected": 4000, "samples": 4, "every": 200, "mayRefuse": false, "seed": 1}}`. All but `choice` may be left out. The
  /// orders of an outlook are those of a problem for `lastmile source`, whose path is taken from where the rules are. Prices of nodes and products that the orders' file does not have are passed over: they may come
  /// from another day.
  ///
  /// - Throws: `InvalidInput` with everything that is wrong, each with its JSON path: nodes that the orders' file does not have too.
  public init(contentsOf url: URL, for file: SourcingFile) throws(InvalidInput) {
    let source = url.relativePath
    let document = try JSONReader.document(Data(try SourceText.read(url)), named: source)
    let words = Choice.allCases.map(\.rawValue)
    let choice = document["choice"].parsed("one of \(words.joined(separator: ", "))") { Choice(rawValue: $0) }
    self.init(choice ?? .leastCost)
    if !document["maxParcels"].isAbsent { maximumParcels = document["maxParcels"].integer(0...1_000_000) }
    if !document["shipComplete"].isAbsent { shipsComplete = document["shipComplete"].bool() }
    if !document["splitCost"].isAbsent, let cost = document["splitCost"].number() {
      let most = file.amount(1e9)
      if (0...most).contains(cost) {
        extraParcelCost = file.whole(cost)
      } else {
        document["splitCost"].fault("zero to \(most)")
      }
    }
    if !document["closedNodes"].isAbsent {
      closedNodes = Set(document["closedNodes"].elements.compactMap { Self.node($0, $0.string(), file) })
    }
    if !document["parcelLimits"].isAbsent {
      for (name, value) in document["parcelLimits"].members {
        guard let node = Self.node(value, name, file), let limit = value.integer() else { continue }
        parcelLimits[node] = limit
      }
    }
    if !document["keepBack"].isAbsent { keptBack = document["keepBack"].integer() ?? 0 }
    if !document["stockPrices"].isAbsent {
      var prices = StockPrices(for: file.stock)
      for entry in document["stockPrices"].elements {
        let node = entry["node"].string(), sku = entry["sku"].string(), price = entry["price"].number()
        entry.refuseOthers()
        guard let node, let sku, let price else { continue }
        guard abs(price) <= file.amount(1e9) else {
          entry["price"].fault("at most \(file.amount(1e9)) on either side of zero")
          continue
        }
        prices[SKU(sku), at: ID(node)] = file.whole(price)
      }
      self.prices = prices
    }
    if !document["outlook"].isAbsent { outlook = Self.outlook(document["outlook"], beside: url, for: file) }
    document.refuseOthers()
    try document.log.faults.throwIfAny(source, advice: "docs/formats.md shows an example of rules.")
  }

  private static func outlook(_ place: JSONReader, beside url: URL, for file: SourcingFile) -> Outlook? {
    let path = place["orders"].string()
    let expected = place["expected"].integer(0...1_000_000)
    let samples = place["samples"].isAbsent ? nil : place["samples"].integer(1...1000)
    let every = place["every"].isAbsent ? nil : place["every"].integer(1...1_000_000)
    let mayRefuse = place["mayRefuse"].isAbsent ? nil : place["mayRefuse"].bool()
    let seed = place["seed"].isAbsent ? nil : place["seed"].integer()
    place.refuseOthers()
    guard let path, let expected else { return nil }
    do throws(InvalidInput) {
      let other = try SourcingFile(
        AssignmentFile(contentsOf: URL(fileURLWithPath: path, relativeTo: url.deletingLastPathComponent())))
      var outlook = try Outlook(try other.orders(inUnitsOf: file), expected: expected)
      if let samples { outlook.samples = samples }
      if let every { outlook.every = every }
      if let mayRefuse { outlook.mayRefuse = mayRefuse }
      if let seed { outlook.seed = UInt64(bitPattern: Int64(seed)) }
      return outlook
    } catch {
      for fault in error.faults {
        place.log.add(at: "\(place.path) \(fault.place)", found: fault.found, expected: fault.expected)
      }
      return nil
    }
  }

  private static func node(_ place: JSONReader, _ name: String?, _ file: SourcingFile) -> ID<Node>? {
    guard let name else { return nil }
    guard file.stock.row(of: ID(name)) != nil else {
      place.log.add(at: place.path, found: "\"\(name)\"", expected: "the id of a node of the orders' file")
      return nil
    }
    return ID(name)
  }
}
