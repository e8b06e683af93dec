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
  private static let exceptions: [String: Set<String>] = [
    // Decreto 614/2025 let the government move a movable day off a weekend; it did so from Sunday 12 October 2025 to Friday.
    "AR": ["+2025-10-10", "-2025-10-12"],
    // The reform of December 2016 for days that follow each other, 2 and 3 November. Tuesday and Wednesday: Wednesday's rest is on
    // Monday. Friday and Saturday: Saturday's is on Thursday.
    "EC": [
      "+2021-11-02", "-2021-11-03", "+2027-11-02", "-2027-11-03", "+2032-11-02", "-2032-11-03", "+2018-11-01", "-2018-11-03",
      "+2029-11-01", "-2029-11-03", "+2035-11-01", "-2035-11-03",
    ],
    // Decreto 120/985: every fifth 1 March, when a president takes office.
    "UY": ["+2025-03-01", "+2030-03-01", "+2035-03-01"],
  ]

  /// Whether the law makes a row of the oracle a day off at all.
  private func isDayOff(_ row: Row, country: String, among rows: [Row]) -> Bool {
    switch country {
    // Decreto Legislativo 713 art. 6 does not list Easter Sunday: it is a Sunday like any other.
    case "PE": row.name != "Easter Sunday"
    // The oracle lists the day that is remembered and the one that is off work; by the law the first is a working day.
    case "EC": !rows.contains { $0.name == row.name + " (observed)" && abs($0.date.days(until: row.date)) <= 3 }
    default: true
    }
  }

  @Test(
    .enabled(if: Self.file != nil, "no datasets: set LASTMILE_DATASETS or put them at ../shared/datasets"),
    arguments: Holidays.knownCountries)
  func `the days off are those of an independent implementation, but for known exceptions`(country: String) throws {
    let holidays = try #require(Holidays(country: country))
    let years = holidays.years.clamped(to: 2016...2035)
    let rows = try #require(try oracle()[country])
    let theirs = Set(
      rows.filter { years.contains($0.date.year) && isDayOff($0, country: country, among: rows) }.map(\.date))
    let ours = Set(try years.flatMap { try holidays.days(in: $0).map(\.date) })
    let differences = ours.subtracting(theirs).map { "+\($0)" } + theirs.subtracting(ours).map { "-\($0)" }
    #expect(differences.sorted() == (Self.exceptions[country] ?? []).sorted())
  }
}
