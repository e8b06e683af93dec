public import Logistics

extension CountryLaw {
  /// What the law and the shop let a customer do with an item at an instant.
  ///
  /// Days are counted on the country's calendar, whatever zone the instants were written in. Where the shop's own rules give more
  /// than the law, the customer has the better of the two.
  ///
  /// - Parameters:
  ///   - purchase: what was bought, when, how; its `country` is not looked at.
  ///   - now: when the customer would use the rights.
  ///   - policy: what the shop grants by itself.
  /// - Complexity: O(rules + repairs + days of a period of business days).
  public func rights(to purchase: Purchase, at now: Instant, policy: ShopPolicy = ShopPolicy()) -> PurchaseRights {
    let moment = Moment(purchase, now, in: zone)
    var withdrawal = withdrawal(purchase, moment)
    policy.improve(&withdrawal, purchase, moment)
    return PurchaseRights(
      withdrawal: withdrawal, legalGuarantee: guarantee(purchase, moment),
      commercialWarranty: warranty(purchase, moment, policy))
  }

  /// The days of a purchase on the country's calendar.
  struct Moment {
    let today: LocalDate
    let contract: LocalDate
    let delivered: LocalDate?
    let orderDelivered: LocalDate?
    /// Whether the contract lies in the past.
    let isBought: Bool

    init(_ purchase: Purchase, _ now: Instant, in zone: Zone) {
      today = zone.date(at: now)
      contract = zone.date(at: purchase.contract)
      isBought = now >= purchase.contract
      // What comes later than now has not come yet, whoever knows of it.
      let delivery = purchase.delivered.flatMap { $0 <= now ? $0 : nil }
      delivered = delivery.map(zone.date(at:))
      orderDelivered =
        purchase.awaitsMore
        ? nil : (purchase.orderDelivered ?? purchase.delivered).flatMap { $0 <= now ? zone.date(at: $0) : nil }
    }
  }

  /// The last day of a period.
  func lastDay(_ period: LegalPeriod, after day: LocalDate) -> LocalDate {
    period.lastDay(after: day, weekend: weekend, holidays: holidays)
  }

  /// The day by which money is back that is asked for today.
  func refundDay(_ deadline: RefundDeadline, from today: LocalDate) -> LocalDate? {
    switch deadline {
    case .atOnce: today
    case .within(let period): lastDay(period, after: today)
    case .unstated: nil
    }
  }
}
