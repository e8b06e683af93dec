public import Logistics

/// What a wall clock and the calendar beside it show: for people to read, without a zone.
public struct WallTime: Hashable, Sendable {
  /// The day.
  public let date: LocalDate
  /// The time of the day.
  public let time: LocalTime

  /// What the clock of a zone shows at a moment.
  public init(_ instant: Instant, in zone: Zone) {
    date = zone.date(at: instant)
    time = zone.time(at: instant)
  }
}

extension WallTime: CustomStringConvertible {
  /// "Sat 2026-09-19 14:05".
  public var description: String { "\(date.spoken) \(time)" }
}

extension LocalDate {
  /// "Sat 2026-09-19".
  var spoken: String { "\(weekday.abbreviation.capitalizedASCII) \(self)" }
}

extension String {
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
