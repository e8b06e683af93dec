import Logistics

extension CountryLaw {
  /// What the seller or the maker promised besides, and the shop gives by its own rules.
  func warranty(_ purchase: Purchase, _ moment: Moment, _ policy: ShopPolicy) -> Entitlement {
    let rule = policy.warranty(for: purchase, contract: moment.contract)
    let months = max(purchase.warrantyMonths ?? 0, rule?.warrantyMonths ?? 0)
    var answer = Entitlement(.commercialWarranty, basis: "the warranty that came with it", isVerified: true, reasons: [])
    if let rule, rule.warrantyMonths == months, months > purchase.warrantyMonths ?? 0 {
      answer.basis = rule.name
      answer.shopRule = rule.name
    }
    guard months > 0 else {
      answer.basis = "none"
      answer.reasons = [.noWarranty]
      return answer
    }
    guard moment.isBought, let delivered = moment.delivered ?? (purchase.traits.contains(.digital) ? moment.contract : nil)
    else {
      answer.reasons = [moment.isBought ? .notDelivered : .notYetBought]
      return answer
    }
    var clock = GuaranteeClock(law: self, period: .months(months), start: delivered)
    // A law that stops the clock of its guarantee in repair stops the warranty's too; one that prolongs speaks of its own only.
    if let effect = guarantee(on: moment.contract)?.repair, effect.value == .pause {
      clock.apply(.pause, purchase.repairs, today: moment.today)
      if !clock.reasons.isEmpty { answer.isVerified = effect.isVerified }
    }
    answer.until = clock.end
    answer.reasons = [.counted(.months(months), from: .delivery, on: delivered)] + clock.reasons
    answer.isAvailable = moment.today <= clock.end
    if answer.isAvailable { answer.remedies = purchase.warrantyRemedies } else { answer.reasons.append(.ended(clock.end)) }
    return answer
  }
}
