public import Logistics

/// Units of one product that were made together and expire together.
public struct Lot: Hashable, Sendable, Codable {
  /// Its name, unique within the product.
  public let id: ID<Lot>
  /// The moment from which its units are no longer good, or `nil` if they keep.
  public let expires: Instant?

  /// A lot.
  public init(_ id: ID<Lot>, expires: Instant?) {
    self.id = id
    self.expires = expires
  }
}

/// How many units of a lot lie at a node.
public struct LotBalance: Hashable, Sendable, Codable {
  public let lot: Lot
  /// The moment from which its units are not sold any more: its expiry less the least life a customer is to have. `nil` if
  /// they keep.
  public let sellBy: Instant?
  /// Sellable units.
  public let onHand: Int
  /// Units that cannot be sold: damaged, or past their sell-by.
  public let damaged: Int

  /// A balance.
  public init(lot: Lot, sellBy: Instant?, onHand: Int, damaged: Int) {
    self.lot = lot
    self.sellBy = sellBy
    self.onHand = onHand
    self.damaged = damaged
  }
}
