import Logistics

/// When the day is, and how moments of it are written.
enum Calendar {
  /// The day that is planned: the Wednesday after a holiday (8 December, Inmaculada Concepción) on a Tuesday.
  static let planDate = LocalDate(year: 2026, month: 12, day: 9)!
  /// Seconds east of UTC of the clock in Santiago in December.
  static let offset = -3 * 3600

  /// A moment as many days before the planned day, so many seconds after midnight, as "2026-12-07T09:00:00-03:00".
  static func text(daysBefore days: Int, second: Int) -> String {
    Instant(secondsSince1970: planDate.adding(days: -days).dayNumber * 86_400 + second - offset).iso8601(offset: offset)
  }
}
