import LastMile
import Logistics

extension JSONReader {
  /// A moment with its offset from UTC.
  func moment() -> Instant? { parsed("a moment like 2026-11-22T13:05:00-03:00", Instant.init) }

  /// A day of the calendar.
  func date() -> LocalDate? { parsed("a date like 2026-11-22") { LocalDate($0) } }

  /// A day of the calendar, or a moment of it on a zone's clock.
  func day(_ zone: Zone) -> LocalDate? {
    parsed("a date like 2026-11-22") { text in LocalDate(text) ?? Instant(text).map(zone.date(at:)) }
  }

  /// A word of an enumeration.
  func oneOf<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> Word? {
    parsed("one of \(Scenario.names(type))", Word.init(rawValue:))
  }
}

extension JSONValue {
  /// Whether it is the value true.
  var isTrue: Bool {
    if case .bool(true) = self { true } else { false }
  }
}
