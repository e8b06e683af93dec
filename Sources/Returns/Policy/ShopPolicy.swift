public import Logistics

/// What a shop grants by itself, beyond the law. The customer has the better of the two.
public struct ShopPolicy: Hashable, Sendable {
  /// A grant for some purchases. What is not named does not matter: a rule without channels holds on all of them.
  public struct Rule: Hashable, Sendable {
    /// The name, which customers see.
    public var name: String
    public var channels: Set<Channel>
    public var categories: Set<String>
    public var memberships: Set<String>
    /// The days of the contract for which it holds, of a season say.
    public var contracted: Validity
    /// So many days from the delivery to change one's mind.
    public var returnDays: Int?
    /// The last day to change one's mind, whatever the delivery: gifts until the end of January.
    public var returnUntil: LocalDate?
    /// What is not taken back: an item that has one of them.
    public var excludes: Set<ItemTrait>
    public var returnFreight: FreightPayer
    /// What the customer gets once only the shop's rule holds.
    public var remedies: [Remedy]
    /// A warranty of the shop's own.
    public var warrantyMonths: Int?

    /// A rule.
    public init(
      name: String, channels: Set<Channel> = [], categories: Set<String> = [], memberships: Set<String> = [],
      contracted: Validity = Validity(), returnDays: Int? = nil, returnUntil: LocalDate? = nil,
      excludes: Set<ItemTrait> = [], returnFreight: FreightPayer = .unstated, remedies: [Remedy] = [.refund],
      warrantyMonths: Int? = nil
    ) {
      self.name = name
      self.channels = channels
      self.categories = categories
      self.memberships = memberships
      self.contracted = contracted
      self.returnDays = returnDays
      self.returnUntil = returnUntil
      self.excludes = excludes
      self.returnFreight = returnFreight
      self.remedies = remedies
      self.warrantyMonths = warrantyMonths
    }

    /// Whether it holds for a purchase.
    func holds(for purchase: Purchase, contract: LocalDate) -> Bool {
      contracted.contains(contract)
        && (channels.isEmpty || purchase.channel.map(channels.contains) ?? false)
        && (categories.isEmpty || categories.contains(purchase.category))
        && (memberships.isEmpty || purchase.membership.map(memberships.contains) ?? false)
    }

    /// The last day to change one's mind.
    func lastDay(delivered: LocalDate) -> LocalDate? {
      [returnDays.map { delivered.adding(days: $0) }, returnUntil].compactMap { $0 }.max()
    }
  }

  public var rules: [Rule]

  /// A policy; without rules the law alone holds.
  public init(_ rules: [Rule] = []) {
    self.rules = rules
  }
}

extension ShopPolicy {
  /// Gives the customer what the shop grants more than the law.
  func improve(_ answer: inout Entitlement, _ purchase: Purchase, _ moment: CountryLaw.Moment) {
    guard moment.isBought, let delivered = moment.delivered else { return }
    let granting = rules.filter {
      $0.holds(for: purchase, contract: moment.contract) && $0.excludes.isDisjoint(with: purchase.traits)
    }
    // While the law's right lasts, a shop that pays the way back pays it for that right too.
    if answer.isAvailable, granting.contains(where: { $0.returnFreight == .seller }) {
      answer.returnFreight = .seller
      answer.unverified.remove(.returnFreight)
    }
    // The law's clock has not begun yet, as pieces of the order are still to come: no day of the shop's is better than that.
    guard !answer.isAvailable || answer.until != nil else { return }
    let best = granting.compactMap { rule in rule.lastDay(delivered: delivered).map { (rule, $0) } }.max { $0.1 < $1.1 }
    guard let (rule, last) = best, answer.until.map({ last > $0 }) ?? true else { return }
    answer.shopRule = rule.name
    if answer.isAvailable {
      answer.reasons.append(.shopRule(rule.name, until: last))
    } else {
      // Only the shop's own word is left: its terms hold, and nothing of them rests on a law.
      answer.isAvailable = moment.today <= last
      answer.basis = rule.name
      answer.isVerified = true
      answer.unverified = []
      answer.returnFreight = rule.returnFreight
      answer.outboundFreight = .unstated
      answer.refundBy = nil
      answer.refundWaitsFor = []
      answer.remedies = answer.isAvailable ? rule.remedies : []
      answer.reasons.insert(.shopRule(rule.name, until: last), at: 0)
      if !answer.isAvailable { answer.reasons.append(.ended(last)) }
    }
    answer.until = last
  }

  /// The rule with the longest warranty of the shop's own.
  func warranty(for purchase: Purchase, contract: LocalDate) -> Rule? {
    rules.filter { $0.warrantyMonths != nil && $0.holds(for: purchase, contract: contract) }
      .max { $0.warrantyMonths! < $1.warrantyMonths! }
  }
}
