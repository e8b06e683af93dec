import Logistics

/// Freight by weight, which most files do not have.
extension SourcingReader {
  /// The brackets of the last tariff: `[{"upTo": 1000, "price": 290}, …]`.
  mutating func brackets(_ path: String) throws(JSONScanner.Break) {
    try array(at: path) { reader, place throws(JSONScanner.Break) in
      var (upTo, price): (Int?, Double?)
      let path = "\(path)[\(place)]"
      try reader.object(at: path, ["upTo", "price"], needed: 2) { reader, key throws(JSONScanner.Break) in
        if key == 0 {
          upTo = try reader.whole(1...1_000_000_000_000, "\(path).upTo")
        } else {
          price = try reader.amount("\(path).price")
        }
      }
      guard let upTo, let price else { return }
      if let last = reader.tariffs[reader.tariffs.count - 1].brackets.last {
        if upTo <= last.upTo { reader.faults.add(at: "\(path).upTo", found: "\(upTo)", expected: "more than \(last.upTo)") }
        if price < last.price { reader.faults.add(at: "\(path).price", found: "\(price)", expected: "at least \(last.price)") }
      }
      reader.tariffs[reader.tariffs.count - 1].brackets.append((upTo, price))
    }
  }

  /// What the last tariff asks beyond its brackets: `{"every": 1000, "price": 110}`, or `null` if it refuses.
  mutating func beyond(_ path: String) throws(JSONScanner.Break) {
    if scanner.take(word: "null") { return }
    var (every, price): (Int?, Double?)
    try object(at: path, ["every", "price"], needed: 2) { reader, key throws(JSONScanner.Break) in
      if key == 0 {
        every = try reader.whole(1...1_000_000_000_000, "\(path).every")
      } else {
        price = try reader.amount("\(path).price")
      }
    }
    if let every, let price { tariffs[tariffs.count - 1].beyond = (every, price) }
  }

  /// Lines of one product weigh the same.
  mutating func checkWeights(of order: Order, _ path: String) {
    guard order.lines.contains(where: { $0.weight > 0 }) else { return }
    for (place, line) in order.lines.enumerated() {
      guard let first = order.lines[..<place].first(where: { $0.sku == line.sku }), first.weight != line.weight else { continue }
      faults.add(
        at: "\(path).lines[\(place)].weight", found: "\(line.weight)", expected: "\(first.weight), as the product's first line")
    }
  }
}

extension SourcingReader.Tariff {
  /// The price of a parcel of so many grams, if it is taken.
  func price(_ grams: Int) -> Double? {
    if let bracket = brackets.first(where: { grams <= $0.upTo }) { return bracket.price }
    guard let beyond, let last = brackets.last else { return nil }
    return last.price + Double(steps(grams)) * beyond.price
  }

  /// How many steps beyond the last bracket a parcel of so many grams goes.
  func steps(_ grams: Int) -> Int {
    guard let beyond, let last = brackets.last, grams > last.upTo else { return 0 }
    return (grams - last.upTo - 1) / beyond.every + 1
  }

  /// A price that no parcel of so many grams or fewer exceeds.
  func greatest(_ grams: Int) -> Double { price(grams) ?? brackets.last?.price ?? 0 }
}
