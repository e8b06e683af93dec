public import Logistics

/// A stretch of the wall clock on one day during which something is open: `from` included, `until` excluded.
///
/// Hours over midnight are two stretches: until 24:00, and from 00:00 on the next day.
public struct OpeningHours: Hashable, Sendable {
  /// When it opens.
  public let from: LocalTime
  /// When it closes.
  public let until: LocalTime

  /// Hours of a day, or `nil` if they would close before they open or at once.
  public init?(from: LocalTime, until: LocalTime) {
    guard from < until else { return nil }
    self.from = from
    self.until = until
  }

  /// The hours of a text like "09:00-18:00", or `nil` if it is no such text.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = LocalTime(parts[0]), let until = LocalTime(parts[1]) else { return nil }
    self.init(from: from, until: until)
  }

  /// From midnight to midnight.
  public static let wholeDay = OpeningHours(from: .midnight, until: .endOfDay)!
}

extension OpeningHours: CustomStringConvertible {
  /// "09:00-18:00".
  public var description: String { "\(from)-\(until)" }
}
