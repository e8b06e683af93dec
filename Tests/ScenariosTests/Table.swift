import Scenarios
import Testing

/// The days that several tests look at, made once.
private let made = Dictionary(uniqueKeysWithValues: DemandTests.days.map { ($0, $0.files()) })

extension SantiagoDay {
  /// The text of one of its files.
  func file(_ name: String) throws -> String {
    try #require((made[self] ?? files()).first { $0.name == name }).text
  }
}

/// A file of a day, read without the library's help. None of the files needs quoted fields.
struct Table {
  let rows: [[String: String]]

  init(_ day: SantiagoDay, _ name: String) throws {
    let lines = try day.file(name).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    rows = try lines.dropFirst().map { fields in
      try #require(fields.count == header.count)
      return Dictionary(uniqueKeysWithValues: zip(header, fields))
    }
  }

  /// The values of a column.
  subscript(column: String) -> [String] { rows.map { $0[column] ?? "no column \(column)" } }

  /// The numbers of a column.
  func numbers(_ column: String) throws -> [Int] { try self[column].map { try #require(Int($0)) } }
}
