/// The right to goods that are what was bought, as a country's law grants it to contracts of some time.
public struct GuaranteeRule: Hashable, Sendable {
  /// How long it lasts for some goods.
  public struct Term: Hashable, Sendable {
    /// The goods.
    public enum Goods: String, Hashable, Sendable, Codable, CaseIterable {
      case any
      /// Second-hand.
      case secondHand
      case digital
      case notDurable
    }

    public let goods: Goods
    /// How long; `nil` where the law grants the right and sets no term.
    public let period: LegalFact<LegalPeriod?>

    /// A term.
    public init(_ goods: Goods, _ period: LegalFact<LegalPeriod?>) {
      self.goods = goods
      self.period = period
    }
  }

  /// What can be asked for at a point of the ladder.
  public struct Stage: Hashable, Sendable {
    /// When it is reached.
    public enum Moment: Hashable, Sendable {
      case fromTheStart
      /// For so many days after the delivery.
      case within(days: Int)
      /// A repair did not cure it.
      case afterRepair
      /// So many days have gone by since the defect was reported, or a repair took longer.
      case uncured(days: Int)
      /// The item is essential.
      case essential
    }

    public let moment: Moment
    public let remedies: LegalFact<[Remedy]>

    /// A stage.
    public init(_ moment: Moment, _ remedies: LegalFact<[Remedy]>) {
      self.moment = moment
      self.remedies = remedies
    }
  }

  /// The contracts it holds for.
  public let validity: Validity
  /// The law, for people.
  public let basis: String
  /// The first that fits the goods holds. None fitting, the law grants no such right.
  public let terms: [Term]
  /// Whether a hidden defect starts the clock when it shows.
  public let startsAtDiscovery: LegalFact<Bool>
  /// How long after the delivery a defect is taken to have been there from the start.
  public let presumption: LegalFact<LegalPeriod>?
  /// The ladder: the last stage that is reached holds.
  public let ladder: [Stage]
  public let repair: LegalFact<RepairEffect>
  public let replacement: LegalFact<ReplacementEffect>
  public let freight: LegalFact<FreightPayer>
  public let refund: LegalFact<RefundDeadline>
  /// What else has to be known: doubts, duties of the shop.
  public let notes: [String]

  /// A rule.
  public init(
    _ validity: Validity = Validity(), basis: String, terms: [Term], startsAtDiscovery: LegalFact<Bool> = .unread(false),
    presumption: LegalFact<LegalPeriod>? = nil, ladder: [Stage], repair: LegalFact<RepairEffect> = .unread(.none),
    replacement: LegalFact<ReplacementEffect> = .unread(.none), freight: LegalFact<FreightPayer> = .unread(.unstated),
    refund: LegalFact<RefundDeadline> = .unread(.unstated), notes: [String] = []
  ) {
    self.validity = validity
    self.basis = basis
    self.terms = terms
    self.startsAtDiscovery = startsAtDiscovery
    self.presumption = presumption
    self.ladder = ladder
    self.repair = repair
    self.replacement = replacement
    self.freight = freight
    self.refund = refund
    self.notes = notes
  }
}
