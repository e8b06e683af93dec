import Testing

@testable import LastMile

/// Rights and returns as a customer reads them, as a whole, by people who know the languages.
@Suite struct ReturnMessageStoryTests {
  private let friday = "2026-12-04T10:00:00-03:00"

  private func planner(delivered: Bool = true, terms: ReturnTerms = ReturnTerms()) async throws -> Planner {
    let inventory = InMemoryInventory()
    let opening = SmallTown.instant("2026-12-01T00:00:00-03:00")
    let units = [Allocation("shirt", at: "dc", quantity: 2), Allocation("shoes", at: "dc", quantity: 1)]
    _ = try await inventory.receive(units, as: .delivery, reference: "opening", requestID: "opening", at: opening)
    let planner = Planner(network: try SmallTown.network(), inventory: inventory, returns: terms)
    let order = SmallTown.order([OrderLine("shirt", quantity: 2), OrderLine("shoes", quantity: 1)], SmallTown.door(1))
    _ = try #require(try await planner.place(order).accepted)
    if delivered { planner.noteDelivery(of: "o-1", from: "dc", on: LocalDate("2026-12-03")!) }
    return planner
  }

  private func spaced(_ text: String) -> String { text.map { $0 == "\u{a0}" ? " " : String($0) }.joined() }

  private func lines(_ messages: [DatedMessage], _ language: Language) -> [String] {
    messages.map { message in (message.dayText(in: language).map { "\($0): " } ?? "") + spaced(message.text(in: language)) }
  }

  private func returned() async throws -> Planner {
    let planner = try await planner()
    let window = TimeWindow(
      opens: SmallTown.instant("2026-12-09T15:00:00-03:00"), closes: SmallTown.instant("2026-12-09T17:00:00-03:00"))!
    _ = try await planner.requestReturn(
      ReturnOrder(
        id: "rma-1", order: "o-1", lines: [.init("shirt", quantity: 2, because: .changedMind)], handover: .pickup(window),
        channel: .app, at: SmallTown.instant(friday)))
    let parts = [ReturnPart(0)]
    let steps: [(String, ReturnAction)] = [
      ("2026-12-09T15:20:00-03:00", .handOver(parts)), ("2026-12-09T19:05:00-03:00", .receive(parts)),
      (
        "2026-12-10T09:30:00-03:00",
        .inspect([ReturnPart(0, quantity: 1)], ReturnInspection(.d, .reject, findings: [.damagedByUse("mancha de vino")]))
      ),
      ("2026-12-10T09:31:00-03:00", .inspect(parts, ReturnInspection(.a, .accept))),
      ("2026-12-10T09:40:00-03:00", .dispose(parts, .restock)), ("2026-12-10T10:00:00-03:00", .process(parts)),
      ("2026-12-11T01:15:00-03:00", .pay([ReturnPart(0, amount: Money(15_000, .clp))])),
      ("2026-12-11T12:00:00-03:00", .sendBack([ReturnPart(1)])),
    ]
    for (index, step) in steps.enumerated() {
      let event = ReturnEvent(
        ID("e-\(index)"), at: SmallTown.instant(step.0), by: ReturnActor(.warehouse), in: "s4", step.1)
      guard case .recorded = try await planner.record(event, of: "rma-1") else { throw CancellationError() }
    }
    return planner
  }

  @Test func `dump`() async throws {
    let planner = try await returned()
    for language in Language.allCases {
      for at in [
        "2026-12-02T11:00:00-03:00", "2026-12-03T20:00:00-03:00", "2026-12-04T11:00:00-03:00", "2026-12-10T12:00:00-03:00",
        "2026-12-12T12:00:00-03:00",
      ] {
        print("== \(language) \(at)")
        for line in lines(planner.story(of: "o-1", at: SmallTown.instant(at)), language) { print("\"\(line)\",") }
      }
    }
  }

  @Test func `dump rights`() throws {
    let at = SmallTown.instant("2026-12-04T12:00:00-03:00")
    for country in ["CL", "BR", "ES", "US", "MX", "AR"] {
      for setting in [SalesSetting.distance, .premises] {
        let purchase = Purchase(
          country: country, setting: setting, contract: at - .hours(48), delivered: at - .hours(24),
          warrantyMonths: setting == .premises ? 12 : nil)
        for language in Language.allCases {
          print("== \(country) \(setting) \(language)")
          for message in LawBook.known[country]!.rights(to: purchase, at: at).messages(for: "Hervidor") {
            print("\"\(spaced(message.text(in: language)))\",")
          }
        }
      }
    }
  }
}
