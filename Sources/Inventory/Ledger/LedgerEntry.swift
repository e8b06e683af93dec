public import Logistics

/// One change of one balance. Entries are only ever added; the balances are their sum.
///
/// So are the counts below them: the units of a lot or with a serial number are the sum of `onHand` and `damaged` over the
/// entries that name it, what is still to come of an inbound and awaited the sum of `inbound`, `inTransit` and `awaited`,
/// what is left of a channel's allotment the sum of `allotted`.
public struct LedgerEntry: Hashable, Sendable, Codable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case delivery, customerReturn, damagedReturn
    case recount, damage, repair, disposal
    /// A lot is past its sell-by.
    case outdated
    case safety, allotment
    case held, released, expired, confirmed, cancelled, shipped
    /// Given back for the other content or channel of a hold, whose `held` entries follow.
    case amended
    /// An inbound was announced; units left for another node; units came; units do not come any more; units were turned back.
    case expected, dispatched, received, missing, returned
    /// Units that a hold waited for lie there now; or do not come from where it waited for them.
    case arrived, unsupplied
  }

  /// What within the node and product an entry is about.
  public enum Part: Hashable, Sendable, Codable {
    case lot(ID<Lot>)
    /// As many as the units that came or left.
    case serials([ID<SerialNumber>])
    case inbound(ID<Inbound>)
    /// The allotment of a channel.
    case channel(Channel)
  }

  /// 0 for the first entry of a ledger, then one more each.
  public let sequence: Int
  /// The moment the caller gave. An expiry is written with the moment at which the hold became void.
  public let instant: Instant
  /// The node, or `nil` for what is kept of a product wherever it lies.
  public let node: ID<Node>?
  public let sku: SKU
  public let kind: Kind
  /// What was added to each count; negative for what was taken.
  public let change: StockBalance
  /// The hold, order, delivery note or return it belongs to.
  public let reference: String
  /// What within the node and product it is about; mostly nothing more.
  public let parts: [Part]

  /// An entry, as a store that keeps a ledger makes it.
  public init(
    sequence: Int, instant: Instant, node: ID<Node>?, sku: SKU, kind: Kind, change: StockBalance, reference: String,
    parts: [Part] = []
  ) {
    self.sequence = sequence
    self.instant = instant
    self.node = node
    self.sku = sku
    self.kind = kind
    self.change = change
    self.reference = reference
    self.parts = parts
  }
}
