import Logistics

/// The day a holiday remembers, before any law moves it.
enum HolidayBasis: Sendable {
  /// The same date every year.
  case date(month: Int, day: Int)
  /// A date of every so many years, counted from `since`.
  case every(years: Int, since: Int, month: Int, day: Int)
  /// So many days after Easter Sunday; Good Friday is -2.
  case easter(Int)
  /// The nth such weekday of a month, 1 to 4.
  case weekday(Weekday, nth: Int, month: Int)
  /// The last such weekday of a month.
  case lastWeekday(Weekday, month: Int)
  /// The day of the June solstice on a clock so many seconds east of UTC.
  case solsticeOfJune(offset: Int)
  /// One day that comes only once.
  case once(year: Int, month: Int, day: Int)

  /// The day in a year of 1 to 9998, or `nil` if there is none.
  func date(in year: Int) -> LocalDate? {
    switch self {
    case .date(let month, let day):
      return LocalDate(year: year, month: month, day: day)
    case .every(let period, let first, let month, let day):
      guard year >= first, (year - first).isMultiple(of: period) else { return nil }
      return LocalDate(year: year, month: month, day: day)
    case .easter(let offset):
      return easterSunday(in: year).adding(days: offset)
    case .weekday(let weekday, let nth, let month):
      return first(weekday, from: 1 + 7 * (nth - 1), month, year)
    case .lastWeekday(let weekday, let month):
      // The last one of a month is the only one within its last seven days.
      return first(weekday, from: LocalDate.daysIn(month: month, year: year) - 6, month, year)
    case .solsticeOfJune(let offset):
      let local = juneSolstice(in: year).secondsSince1970 + offset
      return LocalDate(dayNumber: (local - (local % 86_400 + 86_400) % 86_400) / 86_400)
    case .once(let only, let month, let day):
      return year == only ? LocalDate(year: year, month: month, day: day) : nil
    }
  }

  /// The first such weekday on or after a day of a month.
  private func first(_ weekday: Weekday, from day: Int, _ month: Int, _ year: Int) -> LocalDate? {
    guard let date = LocalDate(year: year, month: month, day: day) else { return nil }
    return date.adding(days: (weekday.rawValue - date.weekday.rawValue + 7) % 7)
  }
}
