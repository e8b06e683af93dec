public import Logistics

/// One right to one item at one instant: whether it can be used, until when, what it gives, and why.
public struct Entitlement: Hashable, Sendable {
  /// A part of the answer that may rest on a text nobody has read.
  public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
    case until, returnFreight, outboundFreight, refundBy, remedies, presumedUntil
  }

  public let right: ConsumerRight
  public internal(set) var isAvailable: Bool
  /// The last day, on the country's calendar and itself included; `nil` if there is no such right, it has not begun, or the
  /// law sets no day.
  public internal(set) var until: LocalDate?
  /// The law, or the shop's rule.
  public internal(set) var basis: String
  /// Whether the text was read that says whether the right exists and until when.
  public internal(set) var isVerified: Bool
  /// What else of the answer nobody has looked up.
  public internal(set) var unverified: Set<Part>
  public internal(set) var returnFreight: FreightPayer
  public internal(set) var outboundFreight: OutboundRefund
  /// By when the money is back if the right is used at the instant that was asked for; `nil` if the law names no day, or the
  /// right cannot be used.
  public internal(set) var refundBy: LocalDate?
  /// What the refund may wait for.
  public internal(set) var refundWaitsFor: [RefundCondition]
  /// What can be asked for, at the customer's choice unless the law says otherwise; empty if the right cannot be used.
  public internal(set) var remedies: [Remedy]
  /// Until when a defect is taken to have been there from the start.
  public internal(set) var presumedUntil: LocalDate?
  /// Why, most important first.
  public internal(set) var reasons: [EntitlementReason]
  /// What else has to be known: doubts, duties of the shop.
  public internal(set) var notes: [String]
  /// The shop's rule that gave more than the law, if one did.
  public internal(set) var shopRule: String?

  init(
    _ right: ConsumerRight, basis: String, isVerified: Bool, until: LocalDate? = nil, isAvailable: Bool = false,
    reasons: [EntitlementReason], notes: [String] = []
  ) {
    self.right = right
    self.isAvailable = isAvailable
    self.until = until
    self.basis = basis
    self.isVerified = isVerified
    unverified = []
    returnFreight = .unstated
    outboundFreight = .unstated
    refundBy = nil
    refundWaitsFor = []
    remedies = []
    presumedUntil = nil
    self.reasons = reasons
    self.notes = notes
    shopRule = nil
  }

  /// Takes over a statement, and notes it if nobody has read its text.
  mutating func take<Value>(_ fact: LegalFact<Value>, as part: Part) -> Value {
    if !fact.isVerified { unverified.insert(part) }
    return fact.value
  }
}

/// The three rights to one item at one instant.
public struct PurchaseRights: Hashable, Sendable {
  public let withdrawal: Entitlement
  public let legalGuarantee: Entitlement
  public let commercialWarranty: Entitlement

  /// All three, in the order in which customers ask for them.
  public var all: [Entitlement] { [withdrawal, legalGuarantee, commercialWarranty] }

  /// Whether any of them can be used.
  public var isAnyAvailable: Bool { all.contains(where: \.isAvailable) }

  public subscript(_ right: ConsumerRight) -> Entitlement {
    switch right {
    case .withdrawal: withdrawal
    case .legalGuarantee: legalGuarantee
    case .commercialWarranty: commercialWarranty
    }
  }
}
