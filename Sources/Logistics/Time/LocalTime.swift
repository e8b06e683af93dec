/// A time of the day on the wall clock, 00:00:00 to 24:00:00, without a zone: a cut-off, an opening hour.
///
/// 24:00 is the end of the day, so that "open until midnight" can be said.
public struct LocalTime: Hashable, Sendable {
  /// Seconds on the clock since midnight, 0 to 86,400.
  public let secondOfDay: Int

  /// A time so many seconds after midnight, or `nil` if that is not in 0 to 86,400.
  public init?(secondOfDay: Int) {
    guard (0...86_400).contains(secondOfDay) else { return nil }
    self.secondOfDay = secondOfDay
  }

  /// A time on the clock, or `nil` if there is no such time.
  public init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    self.init(secondOfDay: hour * 3600 + minute * 60 + second)
  }

  /// The time of a text like "14:00" or "14:00:30", or `nil` if it is no such time.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: 58, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.count == 2, part.allSatisfy({ (48...57).contains($0) }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 48) })
    }
    self.init(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }

  /// The first second of the day.
  public static let midnight = LocalTime(secondOfDay: 0)!
  /// The end of the day.
  public static let endOfDay = LocalTime(secondOfDay: 86_400)!
}

extension LocalTime: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.secondOfDay < right.secondOfDay }
}

extension LocalTime: CustomStringConvertible {
  /// The time as "14:00", with seconds only if there are any.
  public var description: String {
    let clock = "\(padded(secondOfDay / 3600, 2)):\(padded(secondOfDay / 60 % 60, 2))"
    return secondOfDay % 60 == 0 ? clock : clock + ":" + padded(secondOfDay % 60, 2)
  }
}

extension LocalTime: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let time = LocalTime(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not a time of day like 14:00")
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
