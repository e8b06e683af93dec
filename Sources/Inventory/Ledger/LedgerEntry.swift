public import Logistics

/// One change of one balance. Entries are only ever added; the balances are their sum.
public struct LedgerEntry: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case delivery, customerReturn, damagedReturn
    case recount, damage, repair, disposal
    case safety
    case held, released, expired, confirmed, cancelled, shipped
  }

  /// 0 for the first entry of a ledger, then one more each.
  public let sequence: Int
  /// The moment the caller gave. An expiry is written with the moment at which the hold became void.
  public let instant: Instant
  public let node: ID<Node>
  public let sku: SKU
  public let kind: Kind
  /// What was added to each count; negative for what was taken.
  public let change: StockBalance
  /// The hold, order, delivery note or return it belongs to.
  public let reference: String

  /// An entry, as a store that keeps a ledger makes it.
  public init(
    sequence: Int, instant: Instant, node: ID<Node>, sku: SKU, kind: Kind, change: StockBalance, reference: String
  ) {
    self.sequence = sequence
    self.instant = instant
    self.node = node
    self.sku = sku
    self.kind = kind
    self.change = change
    self.reference = reference
  }
}

/// A balance that is not what the ledger or the open holds add up to.
public struct AuditDifference: Hashable, Sendable {
  /// Against what a balance was held.
  public enum Source: String, Hashable, Sendable {
    /// The sum of all ledger entries.
    case ledger
    /// The sum of all open holds; `expected` then has only `held` and `committed` of its own.
    case holds
  }

  public let node: ID<Node>
  public let sku: SKU
  public let source: Source
  /// The balance in the books.
  public let found: StockBalance
  /// What it should be.
  public let expected: StockBalance

  /// A difference.
  public init(node: ID<Node>, sku: SKU, source: Source, found: StockBalance, expected: StockBalance) {
    self.node = node
    self.sku = sku
    self.source = source
    self.found = found
    self.expected = expected
  }
}
