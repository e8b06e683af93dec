public import Logistics

/// That goods may come back, and by when what has to happen (an RMA).
public struct ReturnAuthorisation: Hashable, Sendable, Codable {
  /// The law or the rule of the shop that it rests on, for people.
  public let basis: String
  /// The last moment to hand the goods over; after it the authorisation may expire.
  public let handOverBy: Instant?
  /// When the goods should have come; after it an advance replacement may be charged.
  public let goodsBy: Instant?
  /// When the customer should have the remedy, or as soon as it may be carried out if that is later.
  public let remedyBy: Instant?

  /// An authorisation, judged where it is used: `goodsBy` must not be before `handOverBy`.
  public init(
    basis: String, handOverBy: Instant? = nil, goodsBy: Instant? = nil, remedyBy: Instant? = nil
  ) {
    self.basis = basis
    self.handOverBy = handOverBy
    self.goodsBy = goodsBy
    self.remedyBy = remedyBy
  }
}
