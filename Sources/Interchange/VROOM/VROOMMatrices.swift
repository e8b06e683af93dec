import Logistics
import Travel

/// The matrices of a VROOM file, by profile: seconds, and perhaps metres and costs.
struct VROOMMatrices {
  struct Tables {
    var durations: [Int32]
    var distances: [Int32]?
    var costs: [Int32]?
  }

  /// How many rows each matrix has; `nil` if the file has none.
  let rows: Int?
  private let profiles: [String: Tables]

  /// The tables of a profile; `nil` if the file has none for it.
  subscript(profile: String) -> Tables? { profiles[profile] }

  /// Reads `matrices`, or the `matrix` of seconds that files had before there were profiles.
  init(_ document: JSONReader) {
    var size: Int?
    var profiles: [String: Tables] = [:]
    let (matrices, matrix) = (document["matrices"], document["matrix"])
    if !matrix.isAbsent {
      if !matrices.isAbsent { matrix.fault("nothing beside matrices") }
      if let durations = Self.table(matrix, &size) { profiles["car"] = Tables(durations: durations) }
    }
    for (profile, reader) in matrices.isAbsent ? [] : matrices.members {
      let durations = Self.table(reader["durations"], &size)
      let distances = reader["distances"].isAbsent ? nil : Self.table(reader["distances"], &size)
      let costs = reader["costs"].isAbsent ? nil : Self.table(reader["costs"], &size)
      reader.refuseOthers()
      if let durations { profiles[profile] = Tables(durations: durations, distances: distances, costs: costs) }
    }
    rows = size ?? (matrix.isAbsent && matrices.isAbsent ? nil : 0)
    self.profiles = profiles
  }

  /// A square table of whole numbers; the first one sets the size of all.
  private static func table(_ reader: JSONReader, _ size: inout Int?) -> [Int32]? {
    guard case .array(let rows) = reader.value, (1...InstanceTables.mostTabulatedNodes).contains(rows.count),
      rows.count == size ?? rows.count
    else {
      reader.fault(size.map { "\($0) rows" } ?? "rows of numbers, 1 to \(InstanceTables.mostTabulatedNodes)")
      return nil
    }
    size = rows.count
    var table: [Int32] = []
    table.reserveCapacity(rows.count * rows.count)
    for (row, value) in rows.enumerated() where !reader.log.faults.isFull {
      guard case .array(let entries) = value, entries.count == rows.count else {
        JSONReader(value, at: "\(reader.path)[\(row)]", log: reader.log).fault("a row of \(rows.count) numbers")
        continue
      }
      for (column, entry) in entries.enumerated() {
        if case .integer(let number) = entry, (0...TravelMatrix.longest).contains(number) {
          table.append(Int32(number))
        } else if !reader.log.faults.isFull {
          JSONReader(entry, at: "\(reader.path)[\(row)][\(column)]", log: reader.log).fault(
            "a whole number, 0 to \(TravelMatrix.longest)")
        }
      }
    }
    return table.count == rows.count * rows.count ? table : nil
  }
}
