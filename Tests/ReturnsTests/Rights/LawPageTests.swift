import Foundation
import Logistics
import Returns
import Testing

/// What docs/returns.md tells of the laws.
@Suite struct LawPageTests {
  private var page: String {
    get throws {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      return try String(contentsOf: root.appending(path: "docs/returns.md"), encoding: .utf8)
    }
  }

  private func shown<Value>(_ fact: LegalFact<Value>, _ text: String) -> String { text + (fact.isVerified ? "" : " *") }

  private func row(_ law: CountryLaw) throws -> String {
    let today = try #require(LocalDate("2026-12-01"))
    let withdrawal = try #require(law.withdrawal(on: today))
    let guarantee = try #require(law.guarantee(on: today))
    let refund =
      switch withdrawal.refund.value {
      case .atOnce: "at once"
      case .within(let period): "\(period)"
      case .unstated: "–"
      }
    let terms = guarantee.terms.map { term in
      let goods: String =
        switch term.goods {
        case .any: ""
        case .secondHand: "used "
        case .digital: "digital "
        case .notDurable: "not durable "
        }
      return shown(term.period, goods + (term.period.value.map { "\($0)" } ?? "no term"))
    }
    let first = guarantee.ladder.first.map { shown($0.remedies, $0.remedies.value.map(\.rawValue).joined(separator: ", ")) }
    let cells = [
      law.country, withdrawal.periods[.distance].map { shown($0, "\($0.value)") } ?? "none",
      withdrawal.periods.isEmpty ? "–" : shown(withdrawal.returnFreight, withdrawal.returnFreight.value.rawValue),
      withdrawal.periods.isEmpty ? "–" : shown(withdrawal.refund, refund),
      terms.isEmpty ? "none" : terms.joined(separator: "; "), first ?? "–",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  @Test func `the page tells of each law what the code knows`() throws {
    let text = try page
    for country in LawBook.known.countries {
      let row = try row(try #require(LawBook.known[country]))
      #expect(text.contains(row), "\(row)")
    }
  }
}
