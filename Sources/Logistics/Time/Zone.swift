private import Foundation

/// A time zone of the IANA database, as a table of its offsets from 1970 to 2070.
///
/// Foundation is asked once, when the zone is made; from then on a conversion looks into a table.
/// Before and after that century the first and the last offset hold.
public struct Zone: Hashable, Sendable {
  /// What is the same for all copies: one reference to count where a zone is handed on, not one for each list.
  private final class Table: Sendable {
    let identifier: String
    /// The first second of each stretch of a constant offset, ascending.
    let starts: [Int]
    /// Seconds east of UTC in each stretch.
    let offsets: [Int]
    /// For each stretch of 2²² seconds, 48 days, the number of the first stretch that reaches into it.
    let first: [Int]

    init(identifier: String, starts: [Int], offsets: [Int]) {
      self.identifier = identifier
      self.starts = starts
      self.offsets = offsets
      var number = 0
      first = (0...Self.last >> 22).map { month in
        while number + 1 < starts.count, starts[number + 1] <= month << 22 { number += 1 }
        return number
      }
    }

    /// The last second of the century that is looked at.
    static var last: Int { 36_525 * 86_400 }
  }

  private let table: Table

  /// The zone's name in the IANA database, as "America/Santiago".
  public var identifier: String { table.identifier }

  /// The zone of an IANA name, or `nil` if this machine's time zone data does not know it. Some milliseconds.
  public init?(_ identifier: String) {
    // Foundation also accepts abbreviations, "GMT+3" and the like, of which no rule for summer time is known.
    guard identifier == "UTC" || TimeZone.knownTimeZoneIdentifiers.contains(identifier),
      let zone = TimeZone(identifier: identifier)
    else { return nil }
    func offset(at second: Int) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))) }
    let day = 86_400
    var starts = [0]
    var offsets = [offset(at: 0)]
    // Every day is sampled, not only the announced summer-time changes: zones have also moved for good.
    for second in stride(from: day, through: Table.last, by: day) where offset(at: second) != offsets.last! {
      var before = second - day
      var after = second
      while after - before > 1 {
        let middle = (before + after) / 2
        if offset(at: middle) == offsets.last! { before = middle } else { after = middle }
      }
      starts.append(after)
      offsets.append(offset(at: second))
    }
    table = Table(identifier: identifier, starts: starts, offsets: offsets)
  }

  /// Coordinated Universal Time.
  public static let utc = Zone("UTC")!

  /// Seconds east of UTC at a moment. O(1).
  public func offset(at instant: Instant) -> Int {
    let table = table
    let second = min(max(instant.secondsSince1970, 0), Table.last)
    var number = table.first[second >> 22]
    while number + 1 < table.starts.count, table.starts[number + 1] <= second { number += 1 }
    return table.offsets[number]
  }

  /// The day on the wall calendar at a moment.
  public func date(at instant: Instant) -> LocalDate {
    let local = instant.secondsSince1970 + offset(at: instant)
    return LocalDate(dayNumber: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// The time on the wall clock at a moment.
  public func time(at instant: Instant) -> LocalTime {
    let local = instant.secondsSince1970 + offset(at: instant)
    return LocalTime(secondOfDay: local - date(at: instant).dayNumber * 86_400)!
  }

  /// The moment at which the wall clock shows a time of a day.
  ///
  /// If the clock shows it twice, because it was turned back, the first; if never, because it was turned forward, the moment
  /// that the clock would have shown it had it not been turned, as `java.time` and Foundation do.
  public func instant(_ date: LocalDate, _ time: LocalTime) -> Instant {
    let local = date.dayNumber * 86_400 + time.secondOfDay
    // No offset is longer than a day: the offsets a day before and after bracket the change, if there is one.
    let early = offset(at: Instant(secondsSince1970: local - 86_400))
    let late = offset(at: Instant(secondsSince1970: local + 86_400))
    for candidate in [early, late] where offset(at: Instant(secondsSince1970: local - candidate)) == candidate {
      return Instant(secondsSince1970: local - candidate)
    }
    return Instant(secondsSince1970: local - early)
  }

  /// The moment as ISO 8601 on this zone's clock, as "2026-11-22T13:05:00-03:00".
  public func iso8601(_ instant: Instant) -> String { instant.iso8601(offset: offset(at: instant)) }

  public static func == (left: Zone, right: Zone) -> Bool {
    left.table === right.table || left.identifier == right.identifier
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

extension Zone: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let identifier = try container.decode(String.self)
    guard let zone = Zone(identifier) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(identifier)\" is not a zone of the IANA database")
    }
    self = zone
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(identifier)
  }
}
