import Logistics
import Synchronization

/// The holidays of a country in all its years, with a bit for each day.
struct HolidayTable: Sendable {
  let country: String
  let years: ClosedRange<Int>
  let announcedThrough: Int?
  /// All holidays by date.
  let days: [Holiday]
  private let firstDay: Int
  private let bits: [UInt64]

  private static let computed = Mutex<[String: HolidayTable]>([:])

  /// The table of a country, computed when it is asked for first; `nil` if the country is not known.
  static func of(_ country: String) -> HolidayTable? {
    computed.withLock { tables in
      if let table = tables[country] { return table }
      guard let law = CountryRules.all.first(where: { $0.country == country }) else { return nil }
      let table = HolidayTable(law)
      tables[country] = table
      return table
    }
  }

  init(_ law: CountryRules) {
    country = law.country
    years = law.years
    announcedThrough = law.announcedThrough
    let first = LocalDate(year: law.years.lowerBound, month: 1, day: 1)!
    let last = LocalDate(year: law.years.upperBound, month: 12, day: 31)!
    // A day may be moved over New Year, hence a year more on either side.
    let computed = (law.years.lowerBound - 1...law.years.upperBound + 1).flatMap { year in
      law.rules.flatMap { $0.days(of: year) }
    }
    // The order of the rules decides between two holidays of one day; `sort` is stable only by this second key.
    days = computed.enumerated()
      .filter { (first...last).contains($0.element.date) }
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)
    var bits = [UInt64](repeating: 0, count: (last.dayNumber - first.dayNumber) / 64 + 1)
    for day in days {
      let index = day.date.dayNumber - first.dayNumber
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
    firstDay = first.dayNumber
    self.bits = bits
  }

  func contains(_ date: LocalDate) -> Bool {
    // Wrapping, because a day number from outside may be anything: a wrapped index is out of range too.
    let index = date.dayNumber &- firstDay
    guard index >= 0, index / 64 < bits.count else { return false }
    return bits[index / 64] >> UInt64(index % 64) & 1 == 1
  }

  /// The place of the first holiday on or after a day, or the number of holidays.
  func index(onOrAfter date: LocalDate) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle].date < date { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
