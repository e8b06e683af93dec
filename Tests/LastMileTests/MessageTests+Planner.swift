import Testing

@testable import LastMile

/// What customers are told of quotes, refusals and what changes for an order.
extension MessageTests {
  private var shirt: OrderLine { OrderLine("shirt", quantity: 1) }
  private var eleven: Instant { SmallTown.instant("2026-12-02T11:00:00-03:00") }

  private func quote(_ planner: Planner, at moment: String) async throws -> Quote {
    let cart = Cart(
      id: "c-1", customer: "u-1", channel: .web, lines: [shirt], address: SmallTown.point(1), pickups: .nearest(1))
    return try #require(try await planner.quote(for: cart, at: SmallTown.instant(moment)).quote)
  }

  @Test func `a quote's options say when they come, where, and why not sooner`() async throws {
    let network = try SmallTown.network()
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 5), ("shirt", "s2", 5)])
    // After the cut-off of the Monday before a holiday; what is ready on Wednesday at ten is too late for the van at eight.
    let quote = try await quote(planner, at: "2026-12-07T16:05:00-03:00")
    let door = try #require(quote.options.first { $0.services == ["van"] })
    let texts = door.messages(in: network).map { $0.text(in: .es) }
    #expect(texts[0] == "Llega el jueves 10 de diciembre, entre las 9:00 y las 19:00.")
    #expect(
      texts.dropFirst().prefix(2) == [
        "Pedido hecho el lunes 7 de diciembre a las 16:05, después de las 16:00, la hora límite de \(door.node).",
        "\(door.node) no trabaja el martes 8 de diciembre, por feriado (Inmaculada Concepción).",
      ])
    #expect(texts.contains("Está listo el miércoles 9 de diciembre a las 10:00, después de la última salida, a las 8:00."))
    #expect(texts.last == "Se entrega el jueves 10 de diciembre.")
    let english = door.messages(in: network).map { $0.text(in: .en) }
    #expect(english.contains("\(door.node) is closed on Tuesday 8 December for a public holiday (Immaculate Conception)."))
    #expect(
      door.messages(in: network).map { $0.text(in: .pt) }.contains(
        "\(door.node) não funciona na terça-feira, 8 de dezembro, por causa de feriado."))
    let sure = door.promiseMessage(in: network, tellsProbability: true).text(in: .en)
    #expect(sure.hasSuffix(" Chance of keeping this date: 95%."))
    let store = try #require(quote.options.first { $0.kind == .pickup })
    #expect(store.promiseMessage(in: network).text(in: .es).hasPrefix("Se puede retirar en s2 el miércoles 9 de diciembre"))
    let order = try #require(try await planner.accept(door.token, at: SmallTown.instant("2026-12-07T16:06:00-03:00")).accepted)
    #expect(
      order.confirmationMessage(in: network).text(in: .en)
        == "Order c-1 is confirmed. It arrives on Thursday 10 December, between 09:00 and 19:00.")
  }

  @Test func `every step of a promise has a message, and no service or area is named in it`() throws {
    let network = try SmallTown.network()
    let (day, moment, time) = (MessageSamples.monday, MessageSamples.placed, LocalTime("14:00")!)
    let reasons: [PromiseReason] = [
      .afterCutOff(placed: moment, cutOff: time, node: "Sur"), .outsideHours(placed: moment, opens: moment, node: "Sur"),
      .waits(behind: 12, begins: moment, node: "Sur"), .nodeClosed(from: day, through: day, because: .closedDay, node: "Sur"),
      .prepared(from: moment, until: moment, node: "Sur"),
      .missedDeparture(ready: moment, lastDeparture: time, service: "svc-1"),
      .serviceRests(from: day, through: day, because: .weekday, service: "svc-1"),
      .noCollection(from: day, through: day, node: "Sur", service: "svc-1"), .departs(moment, service: "svc-1"),
      .transit(days: 2, zone: "svc-1", arrives: day), .noDeliveryOn(day, service: "svc-1"), .windowOver(day, service: "svc-1"),
      .collectable(from: moment, node: "Sur"), .delivered(on: day),
    ]
    let messages = reasons.map { CustomerMessage($0, in: network) }
    #expect(Set(messages.map(MessageSamples.number)) == Set(1...12).union([35, 36]))
    for message in messages { for language in Language.allCases { #expect(!message.text(in: language).contains("svc-1")) } }
  }

  @Test func `every refusal is told without a name of the house's own`() throws {
    let network = try SmallTown.network()
    let refusals: [Refusal] = [
      .unknownProduct("sku-9"), .noPickup(at: "node-9"), .notServed(["node-9": "it is closed"]), .notServed([:]),
      .short([.stock("shirt", wanted: 3, found: 1), .stock("sku-9", wanted: 3, found: 1), .parcels]), .short([]),
      .short([.excluded("shoes", wanted: 2, found: 0, heldBack: 2, by: ["rule-9"])]), .notWorthShipping, .undecided,
      .alreadyAccepted, .outrun, .quoteExpired(eleven), .quoteForged, .quoteWithdrawn,
      .tooLargeForLocker("box"), .lockerFull("box"),
    ]
    for refusal in refusals {
      let messages = refusal.messages(in: network)
      #expect(!messages.isEmpty)
      for text in messages.flatMap({ message in Language.allCases.map { message.text(in: $0) } }) {
        #expect(!text.contains("-9") && !text.contains("shirt") && !text.contains("shoes"), "\(text)")
      }
    }
    #expect(refusals[4].messages(in: network).map { $0.text(in: .en) }[0] == "Only 1 unit of Shirt is left.")
    #expect(
      Refusal.quoteExpired(eleven).messages(in: network).map { $0.text(in: .es) } == [
        "La oferta era válida hasta el miércoles 2 de diciembre a las 11:00. Se puede pedir una nueva."
      ])
    #expect(Refusal.noPickup(at: "dc").messages(in: network) == [.noPickup(store: "dc")])
  }

  @Test func `a part of an order that comes later is told with both days and the reason`() async throws {
    let network = try SmallTown.network(fleet: [SmallTown.vehicle("v-s2", at: "s2")])
    let planner = try await SmallTown.planner(network, stock: [("shirt", "s2", 1), ("shirt", "dc", 1)])
    let order = try #require(try await planner.place(SmallTown.order([shirt], SmallTown.door(2))).accepted)
    let decline = Decline(id: "d", of: "o-1", at: "s2", lines: [shirt], because: .notFound, at: eleven)
    let resourcing = try #require(try await planner.decline(decline).resourcing)
    guard case .remade(let old, let new) = resourcing.promise else { throw CancellationError() }
    let shirts = [ProductUnits("Shirt")]
    #expect(
      resourcing.messages(for: order.order, in: network)
        == [.delayed(shirts, from: old, to: new, .door, because: .notFound(shirts, site: "s2"))])
  }

  @Test func `what does not come is refunded, what comes on its day is not told, and an order that is withdrawn is cancelled`()
    async throws
  {
    let network = try SmallTown.network()
    let planner = try await SmallTown.planner(
      network, stock: [("shirt", "s2", 1), ("shirt", "s4", 1), ("shoes", "s2", 1)])
    let shoes = OrderLine("shoes", quantity: 1)
    let order = try #require(try await planner.place(SmallTown.order([shirt, shoes], SmallTown.door(2))).accepted).order
    func messages(_ id: ID<Decline>, at node: ID<Node>, _ line: OrderLine, _ reason: Decline.Reason) async throws
      -> [CustomerMessage]
    {
      let decline = Decline(id: id, of: "o-1", at: node, lines: [line], because: reason, at: eleven)
      return try #require(try await planner.decline(decline).resourcing)
        .messages(for: order, in: network, refund: Money(40_000, .clp))
    }
    #expect(try await messages("a", at: "s2", shirt, .notFound) == [])
    #expect(
      try await messages("b", at: "s2", shoes, .damaged) == [
        .refunded(
          [ProductUnits("Shoes")], amount: Money(40_000, .clp), because: .damaged([ProductUnits("Shoes")], site: "s2"))
      ])
    let end = try await messages("c", at: "s4", shirt, .closed(until: nil))
    #expect(
      end == [.cancelled(order: "o-1", amount: Money(40_000, .clp), because: .siteClosed(site: "s4", until: nil))])
    #expect(
      end[0].text(in: .pt)
        == "s4 não pode enviar pedidos no momento. Sentimos muito: não poderemos entregar o pedido o-1. Vamos devolver o valor "
        + "pago: CLP\u{a0}40.000.")
  }
}

extension QuoteOption {
  fileprivate var node: String { offer.parcels[0].contents.node.text }
}
