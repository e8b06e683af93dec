public import Logistics

extension RefundTerms {
  /// What the right that lets goods come back says of the money.
  ///
  /// By a law: no fee and nothing off for use, as none of the laws that are known grants the seller either without conditions
  /// (``allowsFees``, ``allowsDiminishedValue`` may be set by who has looked them up); freight on the way out as it says; the way back on
  /// the consumer only where it says so. By the shop's own rule: as that rule says of the way back, with its fees.
  ///
  /// - Parameters:
  ///   - right: the right that the customer uses.
  ///   - returnFreight: what the way back costs, if the seller advanced it.
  ///   - fees: what the shop charges where it may.
  ///   - tenderOrder: in which order payments are given back.
  public init(
    by right: Entitlement, returnFreight: Money? = nil, fees: [ReturnFee] = [], tenderOrder: TenderOrder = .creditsLast
  ) {
    let isOwnWord = right.shopRule != nil && right.shopRule == right.basis
    let outbound: OutboundFreightRule =
      switch right.outboundFreight {
      case .all: .all
      case .standard: .standardWhenWhole
      case .none, .unstated: .none
      }
    self.init(
      outboundFreight: outbound, returnFreight: returnFreight,
      returnFreightBearer: right.returnFreight == .consumer ? .consumer : .seller, fees: fees, allowsFees: isOwnWord,
      tenderOrder: tenderOrder)
  }
}
