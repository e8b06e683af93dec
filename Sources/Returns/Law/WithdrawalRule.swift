public import Logistics

/// The right to change one's mind, as a country's law grants it to contracts of some time.
public struct WithdrawalRule: Hashable, Sendable {
  /// What takes the right away: an item that has all of some traits.
  public struct Exclusion: Hashable, Sendable {
    public let traits: Set<ItemTrait>
    public let isVerified: Bool
    /// The first day of the contract for which it holds; `nil` for always.
    public let since: LocalDate?

    /// An exclusion.
    public init(_ traits: Set<ItemTrait>, since: LocalDate? = nil, isVerified: Bool) {
      self.traits = traits
      self.since = since
      self.isVerified = isVerified
    }

    static func read(_ traits: ItemTrait..., since: LocalDate? = nil) -> Exclusion {
      Exclusion(Set(traits), since: since, isVerified: true)
    }

    static func unread(_ traits: ItemTrait..., since: LocalDate? = nil) -> Exclusion {
      Exclusion(Set(traits), since: since, isVerified: false)
    }
  }

  /// The contracts it holds for.
  public let validity: Validity
  /// The law, for people.
  public let basis: String
  /// How long the right lasts in each setting; in a setting that is missing there is none.
  public let periods: [SalesSetting: LegalFact<LegalPeriod>]
  public let start: LegalFact<ClockStart>
  /// What follows if the customer was not told.
  public let uninformed: LegalFact<UninformedEffect>?
  public let exclusions: [Exclusion]
  public let returnFreight: LegalFact<FreightPayer>
  public let outboundFreight: LegalFact<OutboundRefund>
  public let refund: LegalFact<RefundDeadline>
  public let refundWaitsFor: [LegalFact<RefundCondition>]
  /// What else has to be known: doubts, duties of the shop.
  public let notes: [String]

  /// A rule.
  public init(
    _ validity: Validity = Validity(), basis: String, periods: [SalesSetting: LegalFact<LegalPeriod>],
    start: LegalFact<ClockStart>, uninformed: LegalFact<UninformedEffect>? = nil, exclusions: [Exclusion] = [],
    returnFreight: LegalFact<FreightPayer>, outboundFreight: LegalFact<OutboundRefund>, refund: LegalFact<RefundDeadline>,
    refundWaitsFor: [LegalFact<RefundCondition>] = [], notes: [String] = []
  ) {
    self.validity = validity
    self.basis = basis
    self.periods = periods
    self.start = start
    self.uninformed = uninformed
    self.exclusions = exclusions
    self.returnFreight = returnFreight
    self.outboundFreight = outboundFreight
    self.refund = refund
    self.refundWaitsFor = refundWaitsFor
    self.notes = notes
  }
}

/// The days of the contract for which a rule holds.
public struct Validity: Hashable, Sendable {
  /// The first day; `nil` for as long as anyone remembers.
  public let since: LocalDate?
  /// The last day; `nil` while nothing newer holds.
  public let through: LocalDate?

  /// Days.
  public init(since: LocalDate? = nil, through: LocalDate? = nil) {
    self.since = since
    self.through = through
  }

  /// Whether it holds for a contract of a day.
  public func contains(_ date: LocalDate) -> Bool {
    (since.map { $0 <= date } ?? true) && (through.map { date <= $0 } ?? true)
  }

  static func since(_ date: String) -> Validity { Validity(since: LocalDate(date)!) }

  static func through(_ date: String, since: String? = nil) -> Validity {
    Validity(since: since.map { LocalDate($0)! }, through: LocalDate(date)!)
  }
}
