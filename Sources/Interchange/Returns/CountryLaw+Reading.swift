public import Foundation
import LastMile
public import Logistics
import Promising
public import Returns

extension CountryLaw {
  /// Reads the law of a country from a JSON file of the form that ``json`` writes; docs/returns.md describes it.
  ///
  /// - Throws: `InvalidInput` with everything that is wrong, each with its JSON path.
  public init(contentsOf file: URL) throws(InvalidInput) {
    try self.init(data: Data(try SourceText.read(file)), named: file.relativePath)
  }

  /// The same from the bytes of a file that is called so.
  public init(data: Data, named name: String) throws(InvalidInput) {
    let reader = try JSONReader.document(data, named: name)
    let law = reader.countryLaw()
    try reader.log.faults.throwIfAny(name, advice: "`lastmile law CL --json` prints a law in the form that is expected.")
    guard let law else { preconditionFailure("a part of the law is missing, but no fault was noted") }
    self = law
  }
}

extension JSONReader {
  fileprivate func countryLaw() -> CountryLaw? {
    let country = self["country"].parsed("a code of two capital letters") { text in
      text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) } ? text : nil
    }
    let zone = self["zone"].parsed("a zone of the IANA database") { Zone($0) == nil ? nil : $0 }
    let holidays =
      self["holidays"].isAbsent
      ? nil
      : self["holidays"].parsed("one of \(Holidays.knownCountries.joined(separator: ", ")), or null") {
        Holidays.knownCountries.contains($0) ? $0 : nil
      }
    let weekend =
      self["weekend"].isAbsent
      ? [Weekday.saturday, .sunday]
      : self["weekend"].elements.compactMap {
        $0.parsed("one of mon, tue, wed, thu, fri, sat, sun") { Weekday(abbreviation: $0) }
      }
    let withdrawal = self["withdrawal"].elements.compactMap { $0.withdrawalRule() }
    let guarantee = self["guarantee"].elements.compactMap { $0.guaranteeRule() }
    refuseOthers()
    guard let country, let zone else { return nil }
    return CountryLaw(
      country: country, zoneName: zone, holidayCountry: holidays, weekend: Set(weekend), withdrawal: withdrawal,
      guarantee: guarantee)
  }

  private func withdrawalRule() -> WithdrawalRule? {
    let (validity, basis, notes) = (validity(), self["basis"].string(), notes())
    var periods: [SalesSetting: LegalFact<LegalPeriod>] = [:]
    for (key, value) in self["periods"].members {
      guard let setting = SalesSetting(rawValue: key) else {
        value.fault("a key that is one of \(Scenario.names(SalesSetting.self))")
        continue
      }
      if let fact = value.fact({ $0.period() }) { periods[setting] = fact }
    }
    let start = self["start"].fact { $0.oneOf(ClockStart.self) }
    let uninformed = self["uninformed"].isAbsent ? nil : self["uninformed"].fact { $0.uninformedEffect() }
    let exclusions = self["exclusions"].isAbsent ? [] : self["exclusions"].elements.compactMap { $0.exclusion() }
    let returnFreight = self["returnFreight"].fact { $0.oneOf(FreightPayer.self) }
    let outboundFreight = self["outboundFreight"].fact { $0.oneOf(OutboundRefund.self) }
    let refund = self["refund"].fact { $0.refundDeadline() }
    let waits =
      self["refundWaitsFor"].isAbsent
      ? [] : self["refundWaitsFor"].elements.compactMap { element in element.fact { $0.oneOf(RefundCondition.self) } }
    refuseOthers()
    guard let basis, let start, let returnFreight, let outboundFreight, let refund else { return nil }
    return WithdrawalRule(
      validity, basis: basis, periods: periods, start: start, uninformed: uninformed, exclusions: exclusions,
      returnFreight: returnFreight, outboundFreight: outboundFreight, refund: refund, refundWaitsFor: waits, notes: notes)
  }

  private func guaranteeRule() -> GuaranteeRule? {
    let (validity, basis, notes) = (validity(), self["basis"].string(), notes())
    let terms = self["terms"].elements.compactMap { reader -> GuaranteeRule.Term? in
      let goods = reader["goods"].oneOf(GuaranteeRule.Term.Goods.self)
      let period = reader["period"].fact { $0.optionalPeriod() }
      reader.refuseOthers()
      guard let goods, let period else { return nil }
      return GuaranteeRule.Term(goods, period)
    }
    let ladder = self["ladder"].elements.compactMap { reader -> GuaranteeRule.Stage? in
      let moment = reader["moment"].stageMoment()
      let remedies = reader["remedies"].fact { $0.elements.compactMap { $0.oneOf(Remedy.self) } }
      reader.refuseOthers()
      guard let moment, let remedies else { return nil }
      return GuaranteeRule.Stage(moment, remedies)
    }
    let discovery = self["startsAtDiscovery"].isAbsent ? .unread(false) : self["startsAtDiscovery"].fact { $0.bool() }
    let presumption = self["presumption"].isAbsent ? nil : self["presumption"].fact { $0.period() }
    let repair = self["repair"].isAbsent ? .unread(.none) : self["repair"].fact { $0.repairEffect() }
    let replacement =
      self["replacement"].isAbsent ? .unread(.none) : self["replacement"].fact { $0.oneOf(ReplacementEffect.self) }
    let freight = self["freight"].isAbsent ? .unread(.unstated) : self["freight"].fact { $0.oneOf(FreightPayer.self) }
    let refund = self["refund"].isAbsent ? .unread(.unstated) : self["refund"].fact { $0.refundDeadline() }
    refuseOthers()
    guard let basis, let discovery, let repair, let replacement, let freight, let refund else { return nil }
    return GuaranteeRule(
      validity, basis: basis, terms: terms, startsAtDiscovery: discovery, presumption: presumption, ladder: ladder,
      repair: repair, replacement: replacement, freight: freight, refund: refund, notes: notes)
  }

  // MARK: Parts

  private func validity() -> Validity {
    let since = self["since"].isAbsent ? nil : self["since"].date()
    let through = self["through"].isAbsent ? nil : self["through"].date()
    if let since, let through, through < since { self["through"].fault("a day that is not before \(since)") }
    return Validity(since: since, through: through)
  }

  private func notes() -> [String] { self["notes"].isAbsent ? [] : self["notes"].elements.compactMap { $0.string() } }

  private func fact<Value: Hashable & Sendable>(_ value: (JSONReader) -> Value?) -> LegalFact<Value>? {
    let statement = value(self["value"])
    let verified = self["verified"].bool()
    refuseOthers()
    guard let statement, let verified else { return nil }
    return LegalFact(statement, isVerified: verified)
  }

  private func exclusion() -> WithdrawalRule.Exclusion? {
    let traits = self["traits"].elements.compactMap { $0.oneOf(ItemTrait.self) }
    if case .array(let all) = self["traits"].value, all.isEmpty { self["traits"].fault("at least one trait") }
    let since = self["since"].isAbsent ? nil : self["since"].date()
    let verified = self["verified"].bool()
    refuseOthers()
    return verified.map { WithdrawalRule.Exclusion(Set(traits), since: since, isVerified: $0) }
  }

  private func period() -> LegalPeriod? {
    guard case .object(let members) = value, members.count == 1, let key = members.keys.first else {
      fault("{\"days\": 10}, {\"businessDays\": 5} or {\"months\": 6}")
      return nil
    }
    let count = self[key].integer(0...36_500)
    switch key {
    case "days": return count.map(LegalPeriod.days)
    case "businessDays": return count.map(LegalPeriod.businessDays)
    case "months": return count.map(LegalPeriod.months)
    default:
      fault("{\"days\": 10}, {\"businessDays\": 5} or {\"months\": 6}")
      return nil
    }
  }

  /// A period, or null for none; `nil` if it is neither.
  private func optionalPeriod() -> LegalPeriod?? {
    if isAbsent { return .some(nil) }
    guard let period = period() else { return nil }
    return .some(period)
  }

  private func uninformedEffect() -> UninformedEffect? {
    if !self["instead"].isAbsent { return self["instead"].period().map(UninformedEffect.instead) }
    if !self["further"].isAbsent { return self["further"].period().map(UninformedEffect.further) }
    fault("{\"instead\": …} or {\"further\": …}, with a period")
    return nil
  }

  private func refundDeadline() -> RefundDeadline? {
    switch value {
    case .string("atOnce"): return .atOnce
    case .string("unstated"): return .unstated
    case .object: return period().map(RefundDeadline.within)
    default:
      fault("\"atOnce\", \"unstated\" or a period like {\"days\": 14}")
      return nil
    }
  }

  private func repairEffect() -> RepairEffect? {
    switch value {
    case .string("none"): return RepairEffect.none
    case .string("pause"): return .pause
    case .object: return self["prolongOnce"].period().map(RepairEffect.prolongOnce)
    default:
      fault("\"none\", \"pause\" or {\"prolongOnce\": {\"months\": 12}}")
      return nil
    }
  }

  private func stageMoment() -> GuaranteeRule.Stage.Moment? {
    switch value {
    case .string("fromTheStart"): return .fromTheStart
    case .string("afterRepair"): return .afterRepair
    case .string("essential"): return .essential
    case .object where !self["within"].isAbsent: return self["within"].integer(0...36_500).map { .within(days: $0) }
    case .object where !self["uncured"].isAbsent: return self["uncured"].integer(0...36_500).map { .uncured(days: $0) }
    default:
      fault("\"fromTheStart\", \"afterRepair\", \"essential\", {\"within\": 30} or {\"uncured\": 30}")
      return nil
    }
  }
}
