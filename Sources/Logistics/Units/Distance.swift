/// A length of road in metres.
public struct Distance: Quantity {
  public let count: Int
  public static let symbol = "m"

  public init(_ count: Int) { self.count = count }

  /// The length in metres.
  public var metres: Int { count }

  /// So many metres.
  public static func metres(_ count: Int) -> Distance { Distance(count) }

  /// So many whole kilometres.
  public static func kilometres(_ count: Int) -> Distance { Distance(count * 1000) }
}
