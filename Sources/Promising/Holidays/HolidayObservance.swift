import Logistics

/// What a law does with a holiday according to the weekday it falls on.
///
/// Every country's rule of long weekends is a table of at most seven rows: the weekday, and by how many days the rest is moved.
/// A weekday that is not in the table stays.
enum HolidayObservance: Sendable {
  /// Always the day itself.
  case asItFalls
  /// The rest is moved, and the day itself is a working day.
  case moved([Weekday: Int])
  /// The day itself, and where the table says so a further day in its stead.
  case substituted([Weekday: Int])
  /// A day off on these weekdays alone, no holiday on others.
  case only(Set<Weekday>)

  /// The days off: none, one, or the day and its substitute.
  func daysOff(for date: LocalDate) -> [LocalDate] {
    switch self {
    case .asItFalls: [date]
    case .moved(let table): [date.adding(days: table[date.weekday] ?? 0)]
    case .substituted(let table): table[date.weekday].map { [date, date.adding(days: $0)] } ?? [date]
    case .only(let weekdays): weekdays.contains(date.weekday) ? [date] : []
    }
  }

  /// Whether a day off stands beside the holiday instead of replacing it.
  func isSubstitute(_ day: LocalDate, for date: LocalDate) -> Bool {
    if case .substituted = self { day != date } else { false }
  }
}
