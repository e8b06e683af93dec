public import Logistics

/// A balance that is not what the ledger, the open holds or its parts add up to.
public struct AuditDifference: Hashable, Sendable {
  /// Against what a balance was held.
  public enum Source: String, Hashable, Sendable {
    /// The sum of all ledger entries, or of those that name the part.
    case ledger
    /// The sum of all open holds: `held`, `committed` and `awaited`.
    case holds
    /// The sum of all lots, serial numbers, open inbounds and allotments there.
    case parts
  }

  /// The node, or `nil` for what is kept of a product wherever it lies.
  public let node: ID<Node>?
  public let sku: SKU
  /// The lot, serial number, inbound or allotment that differs, or `nil` for the whole.
  public let part: LedgerEntry.Part?
  public let source: Source
  /// What stands in the books.
  public let found: StockBalance
  /// What should.
  public let expected: StockBalance

  /// A difference.
  public init(
    node: ID<Node>?, sku: SKU, part: LedgerEntry.Part? = nil, source: Source, found: StockBalance, expected: StockBalance
  ) {
    self.node = node
    self.sku = sku
    self.part = part
    self.source = source
    self.found = found
    self.expected = expected
  }
}
