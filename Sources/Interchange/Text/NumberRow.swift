import Logistics
import Travel

/// A line of numbers.
struct NumberRow {
  let line: Int
  let values: [Double]

  /// How a fault names it.
  var place: String { "line \(line)" }

  /// The lines of a text that hold anything, each as its numbers; those with a word among them are noted and left out.
  ///
  /// - Parameter most: So many lines at most; one more is noted.
  static func rows(of scanner: TextScanner, most: Int, _ faults: inout FaultList) -> [NumberRow] {
    var rows: [NumberRow] = []
    var lines = scanner
    while let line = lines.nextLine(), !faults.isFull {
      if line.bytes.isEmpty { continue }
      guard rows.count < most else {
        faults.add(at: line.place, found: "one more row", expected: "at most \(most)")
        return rows
      }
      var words = TextScanner(scanner.bytes, line)
      var values: [Double] = []
      var isSound = true
      while let word = words.nextWord(), !faults.isFull {
        let value = faults.number(word, in: scanner, "a number")
        isSound = isSound && value != nil
        values.append(value ?? 0)
      }
      if isSound { rows.append(NumberRow(line: line.line, values: values)) }
    }
    return rows
  }
}

extension FaultList {
  /// A whole number of a row, or `nil` and a fault.
  mutating func whole(_ value: Double, at place: String, _ what: String, _ range: ClosedRange<Int>) -> Int? {
    if let whole = Int(exactly: value), range.contains(whole) { return whole }
    add(
      at: place, found: "\(what) \(Self.text(value))", expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// Notes every row whose first number is none that a client can have, or that another row has.
  ///
  /// - Returns: The numbers.
  mutating func numbers(of rows: some Sequence<NumberRow>) -> [Int] {
    var lines: [Int: Int] = [:]
    return rows.map { row in
      guard let number = whole(row.values.first ?? -1, at: row.place, "customer", 0...InstanceTables.mostLoad) else { return 0 }
      if let first = lines.updateValue(row.line, forKey: number) {
        add(at: row.place, found: "customer \(number) again, as in line \(first)", expected: "each number once")
      }
      return number
    }
  }

  /// The distances between points of the plane, or `nil` and a fault.
  mutating func travel(
    _ points: [(x: Double, y: Double)], _ metric: PlaneMetric, _ convention: Convention, at place: String
  ) -> TravelMatrix? {
    if let travel = TravelMatrix(points, metric, convention) { return travel }
    add(
      at: place, found: "coordinates \(TravelMatrix.extent(of: points)) apart",
      expected: "less than \(FileAmount(TravelMatrix.longest, convention))")
    return nil
  }
}
