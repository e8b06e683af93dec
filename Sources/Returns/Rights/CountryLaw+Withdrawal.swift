import Logistics

extension CountryLaw {
  /// Whether the customer may change their mind, by the law alone.
  func withdrawal(_ purchase: Purchase, _ moment: Moment) -> Entitlement {
    guard let rule = withdrawal(on: moment.contract) else {
      return Entitlement(
        .withdrawal, basis: "", isVerified: false, reasons: [.notKnown(country: country, contract: moment.contract)])
    }
    var answer = Entitlement(.withdrawal, basis: rule.basis, isVerified: true, reasons: [], notes: rule.notes)
    answer.returnFreight = answer.take(rule.returnFreight, as: .returnFreight)
    answer.outboundFreight = answer.take(rule.outboundFreight, as: .outboundFreight)
    answer.refundWaitsFor = rule.refundWaitsFor.map(\.value)
    guard let period = rule.periods[purchase.setting] else {
      // That a law grants nothing here was read together with what it grants elsewhere, or nobody read it.
      answer.isVerified = rule.start.isVerified && (rule.periods.isEmpty || rule.periods.values.contains(where: \.isVerified))
      answer.reasons = [rule.periods.isEmpty ? .noSuchRight(country: country) : .otherSetting(purchase.setting)]
      return answer
    }
    answer.isVerified = period.isVerified && rule.start.isVerified
    if let exclusion = exclusion(rule, purchase, moment) {
      answer.isVerified = exclusion.isVerified
      answer.reasons = [.excluded(exclusion.traits.sorted { $0.rawValue < $1.rawValue })]
      return answer
    }
    guard moment.isBought else {
      answer.reasons = [.notYetBought]
      return answer
    }
    count(&answer, rule, period.value, purchase, moment)
    if answer.isAvailable {
      answer.remedies = [.refund]
      answer.refundBy = refundDay(answer.take(rule.refund, as: .refundBy), from: moment.today)
      if rule.refundWaitsFor.contains(where: { !$0.isVerified }) { answer.unverified.insert(.refundBy) }
    }
    return answer
  }

  /// Works out the last day and whether it is past.
  private func count(
    _ answer: inout Entitlement, _ rule: WithdrawalRule, _ period: LegalPeriod, _ purchase: Purchase, _ moment: Moment
  ) {
    guard let start = start(rule.start.value, purchase, moment) else {
      answer.isAvailable = true
      answer.reasons = [.notDelivered]
      return
    }
    var last = lastDay(period, after: start.day)
    answer.reasons = [.counted(period, from: start.event, on: start.day)]
    if !purchase.isInformed, let uninformed = rule.uninformed {
      answer.isVerified = answer.isVerified && uninformed.isVerified
      switch uninformed.value {
      case .instead(let other): last = max(last, lastDay(other, after: start.day))
      case .further(let more): last = lastDay(more, after: last)
      }
      answer.reasons.append(.uninformed(until: last))
    }
    answer.until = last
    answer.isAvailable = moment.today <= last
    if !answer.isAvailable { answer.reasons.append(.ended(last)) }
  }

  private func start(
    _ start: ClockStart, _ purchase: Purchase, _ moment: Moment
  ) -> (event: EntitlementReason.Start, day: LocalDate)? {
    // What comes as data is there once it is bought.
    let delivered = moment.delivered ?? (purchase.traits.contains(.digital) ? moment.contract : nil)
    switch start {
    case .contract: return (.contract, moment.contract)
    case .delivery: return delivered.map { (.delivery, $0) }
    case .lastDelivery:
      guard let delivered else { return nil }
      guard purchase.orderDelivered != nil || purchase.awaitsMore else { return (.delivery, delivered) }
      return moment.orderDelivered.map { (.lastDelivery, $0) }
    case .laterOfContractAndDelivery:
      return delivered.map { $0 >= moment.contract ? (.delivery, $0) : (.contract, moment.contract) }
    }
  }

  /// The exclusion that fits, one whose text was read before any other.
  private func exclusion(_ rule: WithdrawalRule, _ purchase: Purchase, _ moment: Moment) -> WithdrawalRule.Exclusion? {
    let fitting = rule.exclusions.filter {
      $0.traits.isSubset(of: purchase.traits) && ($0.since.map { $0 <= moment.contract } ?? true)
    }
    return fitting.first(where: \.isVerified) ?? fitting.first
  }
}
