public import Logistics

/// When a place or a service works: hours for each weekday, the public holidays of a country, and days of its own.
///
/// What is said of a single day wins over what is said of many: an extra open day over everything, an extra closed day over the
/// holidays, a holiday over the weekday. All arithmetic is on integers and ends: it looks no further than ``knownDays``, and
/// answers `nil` if there is no such day or moment within.
public struct WorkingCalendar: Hashable, Sendable {
  /// What is the same for all copies: one reference to count where a calendar is handed on, not one for each of its parts.
  private final class Table: Hashable, Sendable {
    /// The hours of each weekday, ascending and apart; Monday first, an empty list is a closed day.
    let weekdayHours: [[OpeningHours]]
    let holidays: Holidays?
    let closedDays: Set<LocalDate>
    let openDays: [LocalDate: [OpeningHours]]
    let knownDays: ClosedRange<LocalDate>
    /// Spares the looks into the sets and the dictionary for most days.
    let hasOwnDays: Bool

    init(
      _ weekdayHours: [[OpeningHours]], _ holidays: Holidays?, _ closedDays: Set<LocalDate>,
      _ openDays: [LocalDate: [OpeningHours]]
    ) {
      self.weekdayHours = weekdayHours
      self.holidays = holidays
      self.closedDays = closedDays
      self.openDays = openDays
      hasOwnDays = !closedDays.isEmpty || !openDays.isEmpty
      let years = holidays?.years ?? 1970...2100
      knownDays = LocalDate(year: years.lowerBound, month: 1, day: 1)!...LocalDate(year: years.upperBound, month: 12, day: 31)!
    }

    // What is known follows from the holidays.
    static func == (left: Table, right: Table) -> Bool {
      left === right
        || left.weekdayHours == right.weekdayHours && left.holidays == right.holidays && left.closedDays == right.closedDays
          && left.openDays == right.openDays
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(weekdayHours)
      hasher.combine(holidays)
      hasher.combine(closedDays)
      hasher.combine(openDays)
    }
  }

  private let table: Table

  /// The public holidays on which it is closed, if any country's.
  public var holidays: Holidays? { table.holidays }
  /// Days on which it is closed besides.
  public var closedDays: Set<LocalDate> { table.closedDays }
  /// Days on which it is open for these hours, whatever else is said of them.
  public var openDays: [LocalDate: [OpeningHours]] { table.openDays }
  /// The days it can speak of: the years of its holidays, or 1970 to 2100 if it keeps none.
  public var knownDays: ClosedRange<LocalDate> { table.knownDays }

  /// A calendar.
  ///
  /// - Parameters:
  ///   - hours: the hours of each weekday; a weekday that is missing is closed. Stretches that touch are one.
  ///   - holidays: closes it on the holidays of a country.
  ///   - closedDays: closes it on further days.
  ///   - openDays: opens it on certain days, for these hours.
  /// - Throws: `InvalidInput` with every stretch that overlaps another, every extra open day without hours, and every day that is
  ///   extra open and extra closed. A calendar that is never open is none: it answers `nil` to every question for a next day.
  public init(
    hours: [Weekday: [OpeningHours]], holidays: Holidays? = nil, closedDays: Set<LocalDate> = [],
    openDays: [LocalDate: [OpeningHours]] = [:]
  ) throws(InvalidInput) {
    var faults = FaultList()
    var weekdayHours: [[OpeningHours]] = []
    for weekday in Weekday.allCases {
      weekdayHours.append(Self.inOrder(hours[weekday] ?? [], at: "hours.\(weekday.abbreviation)", &faults))
    }
    var extra: [LocalDate: [OpeningHours]] = [:]
    for (date, stretches) in openDays.sorted(by: { $0.key < $1.key }) {
      let place = "openDays.\(date)"
      faults.check(!stretches.isEmpty, at: place, found: "no hours", expected: "at least one stretch of hours")
      faults.check(!closedDays.contains(date), at: place, found: "a day that is also closed", expected: "one or the other")
      extra[date] = Self.inOrder(stretches, at: place, &faults)
    }
    try faults.throwIfAny("calendar")
    self.init(checked: weekdayHours, holidays, closedDays, extra)
  }

  /// A calendar of whole days: what a carrier's delivery days are.
  public init(wholeDays: Set<Weekday>, holidays: Holidays? = nil) {
    self.init(checked: Weekday.allCases.map { wholeDays.contains($0) ? [.wholeDay] : [] }, holidays, [], [:])
  }

  private init(
    checked weekdayHours: [[OpeningHours]], _ holidays: Holidays?, _ closedDays: Set<LocalDate>,
    _ openDays: [LocalDate: [OpeningHours]]
  ) {
    table = Table(weekdayHours, holidays, closedDays, openDays)
  }

  /// Sorts the stretches of one day, joins those that touch and notes those that overlap.
  private static func inOrder(_ hours: [OpeningHours], at place: String, _ faults: inout FaultList) -> [OpeningHours] {
    var joined: [OpeningHours] = []
    for stretch in hours.sorted(by: { ($0.from, $0.until) < ($1.from, $1.until) }) {
      guard let last = joined.last else {
        joined.append(stretch)
        continue
      }
      faults.check(
        last.until <= stretch.from, at: place, found: "\(stretch) and \(last)", expected: "hours that do not overlap")
      if last.until < stretch.from {
        joined.append(stretch)
      } else if last.until == stretch.from {
        joined[joined.count - 1] = OpeningHours(from: last.from, until: stretch.until)!
      }
    }
    return joined
  }

  /// The hours of a day, ascending and apart; none if it is closed or outside ``knownDays``. Some nanoseconds.
  public func hours(on date: LocalDate) -> [OpeningHours] {
    let table = table
    guard table.knownDays.contains(date) else { return [] }
    if table.hasOwnDays {
      if let own = table.openDays[date] { return own }
      if table.closedDays.contains(date) { return [] }
    }
    if let holidays = table.holidays, holidays.contains(date) { return [] }
    return table.weekdayHours[date.weekday.rawValue - 1]
  }

  /// Whether it is open at any time of a day.
  public func isWorkingDay(_ date: LocalDate) -> Bool { !hours(on: date).isEmpty }

  /// Why it is closed all day, or `nil` if it is open.
  ///
  /// A day that would be closed for more than one reason is closed for the weekday first, then for the day of its own: what
  /// recurs explains more than what does not.
  public func closure(on date: LocalDate) -> Closure? {
    guard !isWorkingDay(date) else { return nil }
    if table.weekdayHours[date.weekday.rawValue - 1].isEmpty { return .weekday }
    if closedDays.contains(date) { return .closedDay }
    return holidays?.holiday(on: date).map { .holiday($0.name) } ?? .weekday
  }
}
