public import Logistics

extension TravelMatrix {
  /// A matrix of rows as a user writes them: `rows[i][j]` leads from `i` to `j`.
  ///
  /// - Parameters:
  ///   - metres: A square table.
  ///   - seconds: A table of the same size, or `nil` if time is measured as distance.
  /// - Throws: `InvalidInput` with every row of a wrong length and every entry that is negative or beyond ``longest``.
  public init(metres: [[Int]], seconds: [[Int]]? = nil) throws(InvalidInput) {
    var faults = FaultList()
    let count = metres.count
    let flatMetres = Self.flatten(metres, named: "metres", count: count, &faults)
    let flatSeconds = seconds.map { Self.flatten($0, named: "seconds", count: count, &faults) }
    try faults.throwIfAny("travel matrix")
    self.init(count: count, metres: flatMetres, seconds: flatSeconds)
  }

  private static func flatten(_ rows: [[Int]], named name: String, count: Int, _ faults: inout FaultList) -> [Int32] {
    var flat: [Int32] = []
    faults.check(rows.count == count, at: "$.\(name)", found: "\(rows.count) rows", expected: "\(count), as many as metres")
    flat.reserveCapacity(count * count)
    for (index, row) in rows.enumerated() {
      faults.check(
        row.count == count, at: "$.\(name)[\(index)]", found: "\(row.count) entries", expected: "\(count), as many as rows")
      for (column, value) in row.enumerated() {
        let fits = faults.check(
          (0...longest).contains(value), at: "$.\(name)[\(index)][\(column)]", found: "\(value)", expected: "0 to \(longest)")
        flat.append(fits ? Int32(value) : 0)
      }
    }
    return flat
  }
}
