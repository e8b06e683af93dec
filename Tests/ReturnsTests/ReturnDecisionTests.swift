import Logistics
import Returns
import Testing

@Suite struct ReturnDecisionTests {
  @Test(arguments: [
    (ReturnReason.changedMind, "2026-11-28", true, "2026-12-08"), (.changedMind, "2026-11-27", false, "2026-12-07"),
    (.faulty, "2026-06-08", true, "2026-12-08"), (.faulty, "2026-06-07", false, "2026-12-07"),
    (.wrongItem, "2026-12-08", true, "2027-06-08"),
  ])
  func `the last day is still in time, the day after is not`(reason: ReturnReason, delivered: String, isIn: Bool, last: String) {
    let decision = ReturnDecision(
      for: reason, deliveredOn: LocalDate(delivered)!, requestedOn: LocalDate("2026-12-08")!, in: "CL")
    #expect(decision.isAuthorized == isIn)
    switch decision {
    case .authorized(_, let until), .tooLate(_, let until): #expect(until == LocalDate(last))
    case .noKnownRule: Issue.record("Chile has rules")
    }
  }

  @Test func `a country or a time without a known rule is not judged`() {
    let day = LocalDate("2026-12-01")!
    #expect(
      ReturnDecision(for: .faulty, deliveredOn: day, requestedOn: day, in: "XX")
        == .noKnownRule(country: "XX", right: .legalGuarantee))
    let before = LocalDate("2021-12-23")!
    #expect(!ReturnDecision(for: .changedMind, deliveredOn: before, requestedOn: before, in: "CL").isAuthorized)
  }

  @Test func `of two rules the later one holds from its day on`() {
    func rule(_ days: Int, since: String) -> LegalRule {
      LegalRule(
        country: "XX", right: .withdrawal, period: .days(days), since: LocalDate(since)!, basis: "law", verified: false)
    }
    let rules = [rule(14, since: "2026-01-01"), rule(7, since: "2020-01-01")]
    for (delivered, last) in [("2025-12-31", "2026-01-07"), ("2026-01-01", "2026-01-15")] {
      let day = LocalDate(delivered)!
      let decision = ReturnDecision(for: .changedMind, deliveredOn: day, requestedOn: day, in: "XX", by: rules)
      guard case .authorized(_, let until) = decision else {
        Issue.record("not authorised")
        continue
      }
      #expect(until == LocalDate(last))
    }
  }
}
