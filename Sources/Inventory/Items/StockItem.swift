public import Logistics

/// What is known of the units of a product beside how many there are. A product of which nothing is said is only counted.
public struct StockItem: Hashable, Sendable, Codable {
  /// What tells the units of a product apart.
  public enum Tracking: Hashable, Sendable, Codable {
    /// Nothing: they are only counted.
    case count
    /// Lots, which a node ships first expired, first out. A lot is no longer sold when it has less than `minimumLife` to
    /// its expiry.
    case lots(minimumLife: TimeSpan)
    /// A serial number on every unit.
    case serials
  }

  public let sku: SKU
  public let tracking: Tracking

  /// What a product is tracked by.
  public init(_ sku: SKU, tracking: Tracking) {
    self.sku = sku
    self.tracking = tracking
  }
}
