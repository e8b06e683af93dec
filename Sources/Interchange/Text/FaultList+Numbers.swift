import Logistics

extension FaultList {
  /// From so many faults on a reader stops looking for more of the same kind: nobody reads them, and a matrix of words would
  /// make millions.
  static let enough = 100

  var isFull: Bool { faults.count >= Self.enough }

  /// The number that a word is, or `nil` and a fault.
  mutating func number(_ word: TextRange, in scanner: TextScanner, _ what: String) -> Double? {
    if let value = scanner.number(word) { return value }
    add(at: word.place, found: "\"\(scanner.text(word))\"", expected: what)
    return nil
  }

  /// The whole number that a word is, within a range, or `nil` and a fault.
  mutating func whole(_ word: TextRange, in scanner: TextScanner, _ range: ClosedRange<Int>, _ what: String) -> Int? {
    if let value = scanner.number(word).flatMap({ Int(exactly: $0) }), range.contains(value) { return value }
    add(
      at: word.place, found: "\"\(scanner.text(word))\"",
      expected: "\(what), a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }
}
