/// The moments from one to another, both included: when a stop may begin, when a vehicle may drive.
public struct TimeWindow: Hashable, Sendable {
  /// The first moment.
  public let opens: Instant
  /// The last moment.
  public let closes: Instant

  /// A window, or `nil` if it would close before it opens.
  public init?(opens: Instant, closes: Instant) {
    guard opens <= closes else { return nil }
    self.opens = opens
    self.closes = closes
  }

  /// How long it is open.
  public var length: TimeSpan { closes - opens }

  /// Whether a moment lies in it.
  public func contains(_ instant: Instant) -> Bool { opens <= instant && instant <= closes }

  /// The moments in both, or `nil` if there are none.
  public func intersection(_ other: TimeWindow) -> TimeWindow? {
    TimeWindow(opens: max(opens, other.opens), closes: min(closes, other.closes))
  }
}

extension TimeWindow: Codable {
  private enum CodingKeys: String, CodingKey {
    case opens, closes
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let opens = try container.decode(Instant.self, forKey: .opens)
    let closes = try container.decode(Instant.self, forKey: .closes)
    guard let window = TimeWindow(opens: opens, closes: closes) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a window that opens \(opens) and closes before, \(closes)"))
    }
    self = window
  }
}
