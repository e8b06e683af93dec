/// A mass in grams.
public struct Weight: Quantity {
  public let count: Int
  public static let symbol = "g"

  public init(_ count: Int) { self.count = count }

  /// The mass in grams.
  public var grams: Int { count }

  /// So many grams.
  public static func grams(_ count: Int) -> Weight { Weight(count) }

  /// So many whole kilograms.
  public static func kilograms(_ count: Int) -> Weight { Weight(count * 1000) }
}
