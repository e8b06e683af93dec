public import Logistics

/// The national public holidays of a country, by the rules of its laws.
///
/// A holiday is computed, not listed: each rule says which day, from which year until which, what happens on which weekday, and
/// which law says so. Days of a region, a town or a trade are not among them, and neither are elections: they fall on Sundays by
/// rule, and their dates are not the law's but the calendar's of the electoral authority.
///
/// ```swift
/// let chile = Holidays(country: "CL")!
/// for day in try chile.days(in: 2026) { print(day) }   // 2026-01-01 New Year's Day …
/// ```
///
/// A value shares the table of its country, which is computed when it is first asked for, in a millisecond or two.
public struct Holidays: Sendable {
  private let table: HolidayTable

  /// The holidays of a country by its ISO 3166-1 code, as "CL"; `nil` if the country is not known.
  public init?(country: String) {
    guard let table = HolidayTable.of(country) else { return nil }
    self.table = table
  }

  /// The codes of all countries that are known, ascending.
  public static let knownCountries: [String] = CountryRules.all.map(\.country).sorted()

  /// The country's ISO 3166-1 code.
  public var country: String { table.country }

  /// The years whose holidays are known.
  public var years: ClosedRange<Int> { table.years }

  /// The last year whose holidays by yearly decree are known, where a government adds some each year; `nil` if none depends on
  /// that. Later years hold what the standing law gives.
  public var announcedThrough: Int? { table.announcedThrough }

  /// The holidays of a year by date. Two of them may fall on one day.
  ///
  /// - Throws: `InvalidInput` if the year is not in ``years``.
  /// - Complexity: O(log n + k) for k days.
  public func days(in year: Int) throws(InvalidInput) -> [Holiday] {
    guard years.contains(year) else {
      throw InvalidInput(
        "holidays of \(country)",
        [Fault(at: "year", found: "\(year)", expected: "a year of \(years.lowerBound) to \(years.upperBound)")])
    }
    // Both exist: `years` is within 1 to 9998.
    let first = LocalDate(year: year, month: 1, day: 1)!
    let next = LocalDate(year: year + 1, month: 1, day: 1)!
    return Array(table.days[table.index(onOrAfter: first)..<table.index(onOrAfter: next)])
  }

  /// Whether a day is a holiday; `false` outside ``years``. A few nanoseconds.
  public func contains(_ date: LocalDate) -> Bool { table.contains(date) }

  /// The first holiday of a day, or `nil` if it is none or outside ``years``. O(log n).
  public func holiday(on date: LocalDate) -> Holiday? {
    guard contains(date) else { return nil }
    return table.days[table.index(onOrAfter: date)]
  }
}

extension Holidays: Hashable {
  public static func == (left: Holidays, right: Holidays) -> Bool { left.country == right.country }
  public func hash(into hasher: inout Hasher) { hasher.combine(country) }
}
