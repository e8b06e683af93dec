public import Logistics

/// An order of the past with what became of it, and what its customer was told then.
public struct HistoricalOrder: Hashable, Sendable {
  /// What was known when it was placed.
  public var consignment: Consignment
  /// When the carrier had it, if it ever did.
  public var handedOverAt: Instant?
  /// When it was delivered, if it ever was.
  public var deliveredAt: Instant?
  /// The date that its customer was promised then: only to compare with.
  public var estimate: LocalDate?

  /// An order of the past.
  public init(
    _ consignment: Consignment, handedOverAt: Instant? = nil, deliveredAt: Instant? = nil, estimate: LocalDate? = nil
  ) {
    self.consignment = consignment
    self.handedOverAt = handedOverAt
    self.deliveredAt = deliveredAt
    self.estimate = estimate
  }
}
