public import Logistics

/// One payment of an order.
public struct Tender: Hashable, Sendable, Codable {
  /// A way to pay.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case card, cash, transfer, giftCard, points, storeCredit

    /// Whether it is a claim on the shop and not money.
    public var isCredit: Bool { self == .giftCard || self == .points || self == .storeCredit }
  }

  /// The payment, unique within its order.
  public let id: ID<Tender>
  public let kind: Kind
  /// What it paid, as money.
  public let amount: Money
  /// How many points that were, if it was paid with points.
  public let points: Int?

  /// A payment, judged by the order that it stands in.
  public init(_ id: ID<Tender>, _ kind: Kind, _ amount: Money, points: Int? = nil) {
    self.id = id
    self.kind = kind
    self.amount = amount
    self.points = points
  }
}
