import Logistics

/// A row of a table. Asking for a field that is not what it should be notes a fault and gives `nil`.
struct CSVRow {
  let line: Int
  private let fields: [String]
  private let index: [String: Int]
  let log: FaultLog

  init(line: Int, fields: [String], index: [String: Int], log: FaultLog) {
    self.line = line
    self.fields = fields
    self.index = index
    self.log = log
  }

  /// The text of a column, maybe empty; empty if the header does not name it.
  func text(_ column: String) -> String { index[column].map { fields[$0] } ?? "" }

  /// Whether the table has a column that it may leave out.
  func has(_ column: String) -> Bool { index[column] != nil }

  func fault(_ column: String, _ expected: String) {
    let text = text(column)
    log.add(
      at: "line \(line), \(column)", found: text.isEmpty ? "nothing" : "\"\(text.prefix(40))\"", expected: expected)
  }

  func id<Subject>(_ column: String) -> ID<Subject>? {
    let text = text(column)
    guard !text.isEmpty else {
      fault(column, "a name")
      return nil
    }
    return ID(text)
  }

  /// A name that may be left out, with its column or by an empty field.
  func name<Subject>(_ column: String) -> ID<Subject>? {
    let text = text(column)
    return text.isEmpty ? nil : ID(text)
  }

  func integer(_ column: String, _ range: ClosedRange<Int>) -> Int? {
    guard let number = Int(text(column)), range.contains(number) else {
      fault(column, "a whole number, \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// A field that a type makes sense of.
  func parsed<Value>(_ column: String, _ expected: String, _ parse: (String) -> Value?) -> Value? {
    guard let value = parse(text(column)) else {
      fault(column, expected)
      return nil
    }
    return value
  }

  /// A point on the earth in two columns.
  func coordinate() -> Coordinate? {
    let latitude = parsed("latitude", "degrees, -90 to 90") { Double($0).flatMap { (-90...90).contains($0) ? $0 : nil } }
    let longitude = parsed("longitude", "degrees, -180 to 180") { Double($0).flatMap { (-180...180).contains($0) ? $0 : nil } }
    guard let latitude, let longitude else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }
}
