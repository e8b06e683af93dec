import Logistics

extension CountryLaw {
  /// What the law grants for goods that are not what was bought.
  func guarantee(_ purchase: Purchase, _ moment: Moment) -> Entitlement {
    guard let rule = guarantee(on: moment.contract) else {
      return Entitlement(
        .legalGuarantee, basis: "", isVerified: false, reasons: [.notKnown(country: country, contract: moment.contract)])
    }
    var answer = Entitlement(.legalGuarantee, basis: rule.basis, isVerified: true, reasons: [], notes: rule.notes)
    answer.returnFreight = answer.take(rule.freight, as: .returnFreight)
    guard let term = rule.terms.first(where: { $0.goods.fits(purchase) }) else {
      // Nobody has read all the law there is to know that it has none.
      answer.isVerified = false
      answer.reasons = [.noSuchRight(country: country)]
      return answer
    }
    answer.isVerified = term.period.isVerified
    guard moment.isBought else {
      answer.reasons = [.notYetBought]
      return answer
    }
    guard let delivered = moment.delivered ?? (purchase.traits.contains(.digital) ? moment.contract : nil) else {
      answer.reasons = [.notDelivered]
      return answer
    }
    if let period = term.period.value {
      count(&answer, rule, period, from: delivered, purchase, moment)
    } else {
      answer.isAvailable = true
      answer.reasons = [.noTerm]
    }
    if let presumption = rule.presumption {
      answer.presumedUntil = lastDay(answer.take(presumption, as: .presumedUntil), after: delivered)
    }
    if answer.isAvailable { climb(&answer, rule, from: delivered, purchase, moment) }
    return answer
  }

  /// Works out the last day and whether it is past.
  private func count(
    _ answer: inout Entitlement, _ rule: GuaranteeRule, _ period: LegalPeriod, from delivered: LocalDate,
    _ purchase: Purchase, _ moment: Moment
  ) {
    var clock = GuaranteeClock(law: self, period: period, start: delivered)
    if let defect = purchase.defect, defect.isHidden, rule.startsAtDiscovery.value, defect.discovered > delivered {
      clock.start = defect.discovered
      clock.event = .discovery
      answer.isVerified = answer.isVerified && rule.startsAtDiscovery.isVerified
    }
    if rule.replacement.value == .newClock {
      for day in purchase.replacements.sorted() where day <= clock.end && day <= moment.today {
        clock.start = day
        clock.event = .replacement
        answer.isVerified = answer.isVerified && rule.replacement.isVerified
      }
    }
    let first = clock.end
    clock.apply(rule.repair.value, purchase.repairs, today: moment.today)
    if clock.end != first { answer.isVerified = answer.isVerified && rule.repair.isVerified }
    answer.reasons = [.counted(period, from: clock.event, on: clock.start)] + clock.reasons
    answer.until = clock.end
    answer.isAvailable = moment.today <= clock.end
    if !answer.isAvailable { answer.reasons.append(.ended(clock.end)) }
  }

  /// Finds the stage of the ladder that is reached.
  private func climb(
    _ answer: inout Entitlement, _ rule: GuaranteeRule, from delivered: LocalDate, _ purchase: Purchase, _ moment: Moment
  ) {
    guard let place = rule.ladder.lastIndex(where: { $0.moment.isReached(purchase, delivered, moment.today) }) else { return }
    let stage = rule.ladder[place]
    answer.remedies = answer.take(stage.remedies, as: .remedies)
    if answer.remedies == [.repair] {
      answer.reasons.append(.repairFirst)
    } else if stage.moment.isAfterFailure {
      answer.reasons.append(.notCured)
    }
    if answer.remedies.contains(.refund) {
      answer.refundBy = refundDay(answer.take(rule.refund, as: .refundBy), from: moment.today)
    }
  }
}

extension GuaranteeRule.Term.Goods {
  func fits(_ purchase: Purchase) -> Bool {
    switch self {
    case .any: true
    case .secondHand: purchase.condition != .new
    case .digital: purchase.traits.contains(.digital)
    case .notDurable: !purchase.traits.contains(.durable)
    }
  }
}

extension GuaranteeRule.Stage.Moment {
  func isReached(_ purchase: Purchase, _ delivered: LocalDate, _ today: LocalDate) -> Bool {
    switch self {
    case .fromTheStart: true
    case .within(let days): today <= delivered.adding(days: days)
    case .afterRepair: purchase.repairs.contains { $0.to.map { $0 <= today } ?? false }
    case .uncured(let days):
      purchase.repairs.contains { $0.from.days(until: min($0.to ?? today, today)) > days }
        || (purchase.defect?.reported).map { $0.days(until: today) > days } ?? false
    case .essential: purchase.traits.contains(.essential)
    }
  }

  var isAfterFailure: Bool {
    switch self {
    case .afterRepair, .uncured: true
    case .fromTheStart, .within, .essential: false
    }
  }
}
