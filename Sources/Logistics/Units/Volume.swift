/// A volume in cubic centimetres.
public struct Volume: Quantity {
  public let count: Int
  public static let symbol = "cm³"

  public init(_ count: Int) { self.count = count }

  /// The volume in cubic centimetres.
  public var cubicCentimetres: Int { count }

  /// So many cubic centimetres.
  public static func cubicCentimetres(_ count: Int) -> Volume { Volume(count) }

  /// So many whole litres.
  public static func litres(_ count: Int) -> Volume { Volume(count * 1000) }
}
