import Foundation
import Logistics
import Promising
import Testing

/// The holidays of an independent implementation, 2016 to 2035, from a file that is not part of this repository.
@Suite struct HolidayOracleTests {
  static let file: URL? = {
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let places =
      [ProcessInfo.processInfo.environment["LASTMILE_DATASETS"].map { URL(filePath: $0) }].compactMap(\.self)
      + [repository.deletingLastPathComponent().appending(path: "shared/datasets")]
    return places.map { $0.appending(path: "holidays/holidays_2016_2035.csv") }
      .first { FileManager.default.isReadableFile(atPath: $0.path) }
  }()

  struct Row: Hashable {
    let date: LocalDate
    let name: String
  }

  /// The national days of each country.
  private func oracle() throws -> [String: [Row]] {
    var rows: [String: [Row]] = [:]
    for line in try String(contentsOf: try #require(Self.file), encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
      let columns = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      guard columns.count == 4, columns[1].isEmpty else { continue }
      rows[String(columns[0]), default: []].append(Row(date: try #require(LocalDate(columns[2])), name: String(columns[3])))
    }
    return rows
  }

  /// Where the law and the oracle part, with the reason; "+" is a day of the law that the oracle lacks, "-" one that it has.
  private static let exceptions: [String: Set<String>] = [:]

  @Test(
    .enabled(if: Self.file != nil, "no datasets: set LASTMILE_DATASETS or put them at ../shared/datasets"),
    arguments: Holidays.knownCountries)
  func `the days off are those of an independent implementation, but for known exceptions`(country: String) throws {
    let holidays = try #require(Holidays(country: country))
    let rows = try #require(try oracle()[country])
    let theirs = Set(rows.map(\.date))
    let ours = Set(try (2016...2035).flatMap { try holidays.days(in: $0).map(\.date) })
    let differences = ours.subtracting(theirs).map { "+\($0)" } + theirs.subtracting(ours).map { "-\($0)" }
    #expect(differences.sorted() == (Self.exceptions[country] ?? []).sorted())
  }
}
