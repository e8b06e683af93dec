/// A moment, as whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
public struct Instant: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSince1970: Int

  /// The moment so many seconds after 1970-01-01T00:00:00Z.
  public init(secondsSince1970: Int) {
    self.secondsSince1970 = secondsSince1970
  }

  /// The moment of an ISO 8601 text with a zone offset, as "2026-11-22T13:05:00-03:00" or "2026-11-22T16:05:00Z"; the
  /// seconds may be left out, a fraction of a second is cut off. `nil` if it is no such text.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, bytes[10] == 84 || bytes[10] == 116, let date = LocalDate(Self.string(bytes[0..<10])) else {
      return nil
    }
    guard let zoneStart = bytes[11...].firstIndex(where: { $0 == 90 || $0 == 122 || $0 == 43 || $0 == 45 }) else { return nil }
    var clock = bytes[11..<zoneStart]
    if let dot = clock.firstIndex(of: 46) {
      guard dot + 1 < zoneStart, clock[(dot + 1)...].allSatisfy({ (48...57).contains($0) }) else { return nil }
      clock = clock[..<dot]
    }
    guard let time = LocalTime(Self.string(clock)), let offset = Self.offset(bytes[zoneStart...]) else { return nil }
    secondsSince1970 = date.dayNumber * 86_400 + time.secondOfDay - offset
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Seconds east of UTC of "Z", "+hh:mm" or "-hh:mm".
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.count == 1, let zulu = bytes.first { return zulu == 90 || zulu == 122 ? 0 : nil }
    guard bytes.count == 6, let sign = bytes.first, sign == 43 || sign == 45, let time = LocalTime(string(bytes.dropFirst())),
      time.secondOfDay <= 18 * 3600
    else { return nil }
    return sign == 43 ? time.secondOfDay : -time.secondOfDay
  }

  /// The moment a time span later.
  public static func + (left: Instant, right: TimeSpan) -> Instant {
    Instant(secondsSince1970: left.secondsSince1970 + right.seconds)
  }

  /// The moment a time span earlier.
  public static func - (left: Instant, right: TimeSpan) -> Instant {
    Instant(secondsSince1970: left.secondsSince1970 - right.seconds)
  }

  /// The time span from `right` to `left`: negative if `left` is earlier.
  public static func - (left: Instant, right: Instant) -> TimeSpan {
    TimeSpan(left.secondsSince1970 - right.secondsSince1970)
  }
}

extension Instant: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}

extension Instant: CustomStringConvertible {
  /// The moment in UTC as "2026-11-22T16:05:00Z".
  public var description: String { iso8601(offset: 0) }

  /// The moment on a clock `offset` seconds east of UTC, as "2026-11-22T13:05:00-03:00", or with "Z" if that is zero.
  public func iso8601(offset: Int) -> String {
    let local = secondsSince1970 + offset
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let second = local - day * 86_400
    let clock = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    let minutes = Int(offset.magnitude) / 60
    let zone = offset == 0 ? "Z" : "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    return "\(LocalDate(dayNumber: day))T\(clock)\(zone)"
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not a moment like 2026-11-22T13:05:00-03:00")
    }
    self = instant
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
