public import Logistics

/// What a customer gets for goods that come back, or that they keep.
public enum ReturnRemedy: Hashable, Sendable, Codable {
  /// Where a refund goes.
  public enum Means: String, Hashable, Sendable, Codable, CaseIterable {
    /// The way it was paid.
    case original
    /// A credit at the shop.
    case storeCredit
  }

  /// A remedy without its details.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case refund, replacement, advanceReplacement, exchange, repair, priceReduction
  }

  /// The price, of goods that come back, or that the customer keeps (``GoodsState/kept``).
  case refund(Means)
  /// The same product; `inAdvance`, before the old unit is back (cross-ship), which is charged if that never comes.
  case replacement(inAdvance: Bool)
  /// Another product; the difference in price is paid either way.
  case exchange(for: SKU)
  /// The same unit, repaired.
  case repair
  /// A part of the price; the customer keeps the goods.
  case priceReduction(Means)

  /// Whether it is nothing but money.
  var isPayment: Bool { kind == .refund || kind == .priceReduction }

  /// What it is without its details.
  public var kind: Kind {
    switch self {
    case .refund: .refund
    case .replacement(let inAdvance): inAdvance ? .advanceReplacement : .replacement
    case .exchange: .exchange
    case .repair: .repair
    case .priceReduction: .priceReduction
    }
  }
}
