/// Why a calendar is closed all day.
public enum Closure: Hashable, Sendable {
  /// There are no hours on that weekday.
  case weekday
  /// A public holiday, by its English name.
  case holiday(String)
  /// One of the calendar's own closed days.
  case closedDay
}
