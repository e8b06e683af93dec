public import Logistics

/// Money beyond the price: it stands beside the refunds and is never one of them.
public struct Compensation: Hashable, Sendable, Codable {
  /// What it is for.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The price brought to the money of today, as some laws ask of late refunds.
    case indexation
    /// A sum that a law gives on top.
    case statutoryBonus
    case goodwill
  }

  /// The caller's name for it, unique within the order.
  public let id: ID<Compensation>
  public let instant: Instant
  public let kind: Kind
  /// Not negative, at most 10¹² minor units.
  public let amount: Money

  /// Money beyond the price, judged by the ledger.
  public init(_ id: ID<Compensation>, at instant: Instant, _ kind: Kind, _ amount: Money) {
    self.id = id
    self.instant = instant
    self.kind = kind
    self.amount = amount
  }
}
