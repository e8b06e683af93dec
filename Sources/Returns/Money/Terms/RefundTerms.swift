public import Logistics

/// Which freight to the customer goes back.
public enum OutboundFreightRule: String, Hashable, Sendable, Codable, CaseIterable {
  case none
  /// What standard delivery costs, with the refund with which the last unit of the order has come back
  /// (Directive 2011/83/EU, article 13, and the like).
  case standardWhenWhole
  /// What was paid on top for a better delivery, as when that was late.
  case extra
  /// All of it, whatever comes back.
  case all
}

/// In which order the payments of an order are given back.
public enum TenderOrder: String, Hashable, Sendable, Codable, CaseIterable {
  /// Gift cards, points and store credit first, each group in the order of the payments.
  case creditsFirst
  /// Gift cards, points and store credit last, each group in the order of the payments.
  case creditsLast
  /// In proportion to what is left of each, by largest remainder.
  case proportional
}

/// A fee for taking goods back.
public struct ReturnFee: Hashable, Sendable, Codable {
  /// How much.
  public enum Rate: Hashable, Sendable, Codable {
    case fixed(Money)
    /// Of the goods' refund, in hundredths of a percent, rounded down to the minor unit.
    case percent(hundredths: Int)
  }

  /// What it is for, for people.
  public let name: String
  public let rate: Rate
  /// The most it may be.
  public let cap: Money?

  /// A fee, judged where it is used.
  public init(_ name: String, _ rate: Rate, cap: Money? = nil) {
    self.name = name
    self.rate = rate
    self.cap = cap
  }
}

/// On which terms a refund is made. What the law forbids is waived and the refund says so.
public struct RefundTerms: Hashable, Sendable, Codable {
  /// Who bears the way back.
  public enum Bearer: String, Hashable, Sendable, Codable, CaseIterable {
    case consumer, seller
  }

  public var outboundFreight: OutboundFreightRule
  /// What the way back cost the seller, and who bears it.
  public var returnFreight: Money?
  public var returnFreightBearer: Bearer
  public var fees: [ReturnFee]
  public var allowsFees: Bool
  /// By how much use beyond trying made the goods worth less.
  public var diminishedValue: Money?
  public var allowsDiminishedValue: Bool
  public var tenderOrder: TenderOrder

  /// Terms; as they stand here, the goods' price and nothing else, and the seller bears the way back.
  public init(
    outboundFreight: OutboundFreightRule = .none, returnFreight: Money? = nil, returnFreightBearer: Bearer = .seller,
    fees: [ReturnFee] = [], allowsFees: Bool = false, diminishedValue: Money? = nil, allowsDiminishedValue: Bool = false,
    tenderOrder: TenderOrder = .creditsLast
  ) {
    self.outboundFreight = outboundFreight
    self.returnFreight = returnFreight
    self.returnFreightBearer = returnFreightBearer
    self.fees = fees
    self.allowsFees = allowsFees
    self.diminishedValue = diminishedValue
    self.allowsDiminishedValue = allowsDiminishedValue
    self.tenderOrder = tenderOrder
  }
}
