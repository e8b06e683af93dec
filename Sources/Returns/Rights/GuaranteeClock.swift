import Logistics

/// The clock of a guarantee or a warranty.
struct GuaranteeClock {
  let law: CountryLaw
  let period: LegalPeriod
  var start: LocalDate
  var event = EntitlementReason.Start.delivery
  private(set) var reasons: [EntitlementReason] = []
  private var days = 0
  private var more: LegalPeriod?

  init(law: CountryLaw, period: LegalPeriod, start: LocalDate) {
    self.law = law
    self.period = period
    self.start = start
  }

  /// The last day.
  var end: LocalDate {
    var end = law.lastDay(period, after: start)
    if let more {
      // Months are added at once: the 31st of January and 24 and 12 months are 36.
      switch (period, more) {
      case (.months(let first), .months(let second)): end = law.lastDay(.months(first + second), after: start)
      default: end = law.lastDay(more, after: end)
      }
    }
    return end.adding(days: days)
  }

  /// What repairs do. One that began when the guarantee was over, or before its clock began, does nothing.
  ///
  /// - Parameter today: the last day that counts of a repair that goes on.
  mutating func apply(_ effect: RepairEffect, _ repairs: [Purchase.Repair], today: LocalDate) {
    switch effect {
    case .none: return
    case .prolongOnce(let longer):
      // Only what was repaired, not what is still there.
      guard repairs.contains(where: { $0.from >= start && $0.from <= end && ($0.to.map { $0 <= today } ?? false) }) else {
        return
      }
      more = longer
      reasons.append(.prolonged(longer))
    case .pause:
      // Stays that overlap stand still once.
      var counted = start
      for repair in repairs.sorted(by: { ($0.from, $0.to ?? today) < ($1.from, $1.to ?? today) }) where repair.from <= end {
        let from = max(repair.from, counted)
        let to = min(repair.to ?? today, today)
        guard to > from else { continue }
        days += from.days(until: to)
        counted = to
      }
      if days > 0 { reasons.append(.paused(days: days)) }
    }
  }
}
