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

  @Test(arguments: Language.allCases)
  func `an order from promise to refund`(language: Language) async throws {
    let story = try await returned().story(of: "o-1", at: SmallTown.instant("2026-12-12T12:00:00-03:00"))
    #expect(lines(story, language) == ReturnStoryTexts.all[language])
  }

  @Test func `what comes next is told until it has come, and what it rests on with care`() async throws {
    let planner = try await returned()
    func next(_ at: String, _ language: Language) -> [String] {
      let all = lines(planner.story(of: "o-1", at: SmallTown.instant(at)), language)
      return Array(
        all.drop { !$0.hasPrefix("La garantía legal") && !$0.hasPrefix("The legal") && !$0.hasPrefix("A garantia legal") }
          .dropFirst(5))
    }
    #expect(
      next("2026-12-04T11:00:00-03:00", .es) == [
        "Pasaremos a retirar 2 × Shirt el miércoles 9 de diciembre, entre las 15:00 y las 17:00.",
        "Quién paga el envío de vuelta no está fijado: se acuerda antes de la devolución.",
        "El reembolso por 2 × Shirt se hace a más tardar el lunes 18 de enero. Para eso falta que recibamos y aceptemos la devolución.",
        "Aún no confirmamos con el texto de la ley lo siguiente: quién paga el envío de vuelta y cuándo vuelve el dinero.",
      ])
    #expect(
      next("2026-12-09T16:00:00-03:00", .en) == [
        "The return of 2 × Shirt has yet to reach us.",
        "The refund for 2 × Shirt is due on Monday 18 January at the latest. For that we have yet to receive and accept the return.",
        "We have not yet confirmed this with the text of the law: when the money is back.",
      ])
    // One shirt is accepted and one is not, for which no money is due.
    #expect(
      next("2026-12-10T12:00:00-03:00", .pt) == [
        "O reembolso por Shirt é feito até segunda-feira, 18 de janeiro.",
        "Ainda não confirmamos com o texto da lei o seguinte: quando o dinheiro volta.",
      ])
  }

  @Test func `a story tells nothing of later, and nothing of an order that there is not`() async throws {
    let planner = try await returned()
    func story(_ at: String) -> [DatedMessage] { planner.story(of: "o-1", at: SmallTown.instant(at)) }
    #expect(story("2026-12-02T09:00:00-03:00").isEmpty)
    #expect(planner.story(of: "o-9", at: SmallTown.instant(friday)).isEmpty)
    let first = lines(story("2026-12-02T11:00:00-03:00"), .en)
    #expect(first[1] == "It arrives on Thursday 3 December, between 09:00 and 19:00.")
    #expect(first[2] == "The period to return Shirt without giving a reason begins with delivery.")
    #expect(lines(story("2026-12-03T10:00:00-03:00"), .en)[1].hasPrefix("Thursday 3 December: Delivery of"))
    var before = 0
    for hour in stride(from: 0, to: 24 * 11, by: 5) {
      let at = SmallTown.instant("2026-12-02T10:00:00-03:00") + .hours(hour)
      let dated = planner.story(of: "o-1", at: at).filter { $0.day != nil }
      #expect(dated.count >= before && dated.allSatisfy { $0.day! <= SmallTown.zone.date(at: at) })
      before = dated.count
    }
    #expect(before == 12)
  }

  @Test func `a parcel that left is on its way`() async throws {
    let planner = try await planner(delivered: false)
    let story = planner.story(of: "o-1", at: SmallTown.instant("2026-12-03T12:00:00-03:00"))
    #expect(
      story[1].text(in: .pt) == "O pedido o-1 está a caminho. Chega na quinta-feira, 3 de dezembro, das 9h às 19h.")
    let late = planner.story(of: "o-1", at: SmallTown.instant("2026-12-05T12:00:00-03:00"))
    #expect(late.filter { $0.day != nil }.count == 1 && !late.contains { $0.text(in: .en).contains("on its way") })
  }
}
