import LastMile
import Testing

/// Returns of accepted orders: their rights, their way, and the stock they end in.
@Suite struct ReturnTests {
  private let friday = "2026-12-04T10:00:00-03:00"

  private func day(_ text: String) -> LocalDate { LocalDate("2026-12-\(text)")! }

  /// Two shirts and a pair of shoes for a door, delivered on Thursday 3 December.
  private func planner(
    channel: Channel = .web, delivered: String? = "03", terms: ReturnTerms = ReturnTerms()
  ) async throws -> Planner {
    let inventory = InMemoryInventory()
    let opening = SmallTown.instant("2026-12-01T00:00:00-03:00")
    let units = [Allocation("shirt", at: "dc", quantity: 2), Allocation("shoes", at: "dc", quantity: 1)]
    _ = try await inventory.receive(units, as: .delivery, reference: "opening", requestID: "opening", at: opening)
    let planner = Planner(network: try SmallTown.network(), inventory: inventory, returns: terms)
    let order = SmallTown.order(
      [OrderLine("shirt", quantity: 2), OrderLine("shoes", quantity: 1)], SmallTown.door(1), channel: channel)
    let accepted = try #require(try await planner.place(order).accepted)
    _ = try await inventory.ship(
      nil as [Allocation]?, of: accepted.hold, requestID: "ship", at: SmallTown.instant("2026-12-03T08:00:00-03:00"))
    if let delivered { planner.noteDelivery(of: "o-1", from: "dc", on: day(delivered)) }
    return planner
  }

  private func request(
    _ lines: [ReturnOrder.Line], as id: ID<ReturnCase> = "rma-1", remedy: ReturnRemedy = .refund(.original), at: String? = nil
  ) -> ReturnOrder {
    ReturnOrder(id: id, order: "o-1", lines: lines, remedy: remedy, channel: .app, at: SmallTown.instant(at ?? friday))
  }

  private func event(_ name: String, _ action: ReturnAction, hours: Int = 24) -> ReturnEvent {
    ReturnEvent(
      ID(name), at: SmallTown.instant(friday) + .hours(hours), by: ReturnActor(.warehouse), in: "s4", action)
  }

  @Test func `rights run from the day of the delivery, and begin with it`() async throws {
    let planner = try await planner(delivered: nil)
    let now = SmallTown.instant(friday)
    let before = try #require(planner.rights(of: "o-1", "shirt", at: now))
    #expect(before.withdrawal.isAvailable && before.withdrawal.until == nil && !before.legalGuarantee.isAvailable)
    planner.noteDelivery(of: "o-1", from: "dc", on: day("03"))
    let after = try #require(planner.rights(of: "o-1", "shirt", at: now))
    #expect(after.withdrawal.until == day("13") && after.legalGuarantee.until == LocalDate("2027-06-03"))
    #expect(planner.rights(of: "o-1", "fridge", at: now) == nil && planner.rights(of: "o-2", "shirt", at: now) == nil)
  }

  @Test func `the law decides line by line, and a second return finds only what the first left`() async throws {
    let planner = try await planner()
    let lines: [ReturnOrder.Line] = [
      .init("shirt", quantity: 1, because: .changedMind), .init("shoes", quantity: 1, because: .faulty),
    ]
    // Fifteen days later the mind may not be changed any more, but faults count.
    guard
      case .opened(let opened, let decisions) = try await planner.requestReturn(request(lines, at: "2026-12-19T10:00:00-03:00"))
    else { throw Refused() }
    #expect(decisions.map(\.isAuthorized) == [false, true])
    #expect(opened.lots.map(\.goods) == [.refused, .authorised])
    #expect(opened.lots.map(\.refusal) == [.tooLate, nil] && opened.lots.map(\.remedyState) == [.undecided, .granted])
    // What was refused may be asked for again; what is on its way may not.
    let second = try await planner.requestReturn(request([.init("shoes", quantity: 1, because: .faulty)], as: "rma-2"))
    guard case .refused(let reasons) = second, case .exceedsDelivered(_, asked: 1, free: 0) = reasons.first else {
      throw Refused()
    }
    #expect(planner.returnCases.map(\.id) == ["rma-1"])
  }

  @Test func `the same request again is the same return, another of its number is refused`() async throws {
    let planner = try await planner()
    let shirt = ReturnOrder.Line("shirt", quantity: 1, because: .changedMind)
    let first = try await planner.requestReturn(request([shirt]))
    #expect(try await planner.requestReturn(request([shirt])) == first && first.returnCase != nil)
    #expect(
      try await planner.requestReturn(request([.init("shirt", quantity: 2, because: .changedMind)])) == .differentRequest)
  }

  @Test func `units that were not delivered, orders that are none and remedies that no right gives are refused`() async throws {
    let planner = try await planner()
    let three = try await planner.requestReturn(request([.init("shirt", quantity: 3, because: .changedMind)]))
    guard case .refused(let reasons) = three else { throw Refused() }
    #expect(reasons.contains { if case .exceedsDelivered(_, asked: 3, free: 2) = $0 { true } else { false } })
    let repair = request([.init("shirt", quantity: 1, because: .changedMind)], remedy: .repair)
    #expect(try await planner.requestReturn(repair) == .remedyNotOffered("shirt", offered: [.refund]))
    let other = ReturnOrder(
      id: "rma-3", order: "o-9", lines: [.init("shirt", quantity: 1, because: .faulty)], channel: .web,
      at: SmallTown.instant(friday))
    #expect(try await planner.requestReturn(other) == .unknownOrder("o-9"))
    await #expect(throws: InvalidInput.self) {
      try await planner.requestReturn(request([.init("shirt", quantity: 0, because: .faulty)]))
    }
    #expect(planner.returnCases.isEmpty)
  }

  /// Takes a shirt back up to the shelf of the store.
  private func takeBack(_ planner: Planner, quantity: Int = 2) async throws {
    _ = try await planner.requestReturn(request([.init("shirt", quantity: quantity, because: .changedMind)]))
    let parts = [ReturnPart(0)]
    let steps: [ReturnAction] = [
      .arrange(parts, .store("s4")), .handOver(parts), .receive(parts), .inspect(parts, ReturnInspection(.a, .accept)),
      .dispose(parts, .restock),
    ]
    for (index, step) in steps.enumerated() {
      guard case .recorded = try await planner.record(event("e-\(index)", step, hours: 24 + index), of: "rma-1") else {
        throw Refused()
      }
    }
  }

  @Test func `restocked units can be bought again where they lie, once, however often it is told`() async throws {
    let planner = try await planner()
    let now = SmallTown.instant(friday) + .hours(48)
    try await takeBack(planner)
    #expect(try await planner.inventory.balance(of: "shirt", at: "s4", at: now).onHand == 0)
    let shelved = event("shelf", .process([ReturnPart(0)]), hours: 40)
    guard case .recorded = try await planner.record(shelved, of: "rma-1") else { throw Refused() }
    for _ in 0..<3 {
      guard case .alreadyRecorded = try await planner.record(shelved, of: "rma-1") else { throw Refused() }
    }
    #expect(try await planner.inventory.balance(of: "shirt", at: "s4", at: now).onHand == 2)
    let order = SmallTown.order(
      [OrderLine("shirt", quantity: 2)], SmallTown.door(3), id: "o-2", placed: "2026-12-07T09:00:00-03:00")
    let accepted = try #require(try await planner.place(order).accepted)
    #expect(accepted.parcels.map(\.contents.node) == ["s4"])
    #expect(try await planner.inventory.audit().isEmpty)
    // Once they have left again nobody can look at them.
    _ = try await planner.inventory.ship(
      nil as [Allocation]?, of: accepted.hold, requestID: "ship 2", at: SmallTown.instant(friday) + .hours(80))
    let again = try await planner.record(event("again", .reinspect([ReturnPart(0)]), hours: 90), of: "rma-1")
    #expect(again == .stock(.exceeds(found: 0, wanted: 2)))
    #expect(planner.returnCase("rma-1")?.lots[0].goods == .processed)
  }

  @Test func `units that are looked at again leave the shelf, and come back to it once`() async throws {
    let planner = try await planner()
    let now = SmallTown.instant(friday) + .hours(100)
    try await takeBack(planner)
    let parts = [ReturnPart(0)]
    func onHand() async throws -> Int { try await planner.inventory.balance(of: "shirt", at: "s4", at: now).onHand }
    _ = try await planner.record(event("shelf", .process(parts), hours: 40), of: "rma-1")
    #expect(try await onHand() == 2)
    _ = try await planner.record(event("look", .reinspect([ReturnPart(0, quantity: 1)]), hours: 50), of: "rma-1")
    #expect(try await onHand() == 1)
    let lots = try #require(planner.returnCase("rma-1")).lots
    let looked = try #require(lots.first { $0.goods == .received }).number
    let again: [ReturnAction] = [
      .inspect([ReturnPart(looked)], ReturnInspection(.b, .accept)), .dispose([ReturnPart(looked)], .restock),
      .process([ReturnPart(looked)]),
    ]
    for (index, step) in again.enumerated() {
      guard case .recorded = try await planner.record(event("again-\(index)", step, hours: 60 + index), of: "rma-1") else {
        throw Refused()
      }
    }
    #expect(try await onHand() == 2)
    #expect(try await planner.inventory.audit().isEmpty)
  }

  @Test func `goods that are scrapped never reach the shelf`() async throws {
    let planner = try await planner()
    _ = try await planner.requestReturn(request([.init("shoes", quantity: 1, because: .faulty)]))
    let parts = [ReturnPart(0)]
    for (index, step) in [
      ReturnAction.handOver(parts), .receive(parts), .inspect(parts, ReturnInspection(.d, .accept)), .dispose(parts, .scrap),
      .process(parts),
    ].enumerated() {
      guard case .recorded = try await planner.record(event("e-\(index)", step, hours: 24 + index), of: "rma-1") else {
        throw Refused()
      }
    }
    #expect(try await planner.inventory.balance(of: "shoes", at: "s4", at: SmallTown.instant(friday) + .hours(99)).onHand == 0)
  }

  @Test func `days in repair do not count against the guarantee of what was repaired`() async throws {
    let planner = try await planner()
    let now = SmallTown.instant(friday) + .hours(24 * 40)
    let before = try #require(planner.rights(of: "o-1", "shoes", at: now)?.legalGuarantee.until)
    _ = try await planner.requestReturn(request([.init("shoes", quantity: 1, because: .faulty)], remedy: .repair))
    let parts = [ReturnPart(0)]
    let steps: [(ReturnAction, Int)] = [
      (.handOver(parts), 24), (.receive(parts), 30), (.inspect(parts, ReturnInspection(.d, .accept)), 31),
      (.startRepair(parts), 32),
      (.finishRepair(parts), 100), (.sendBack(parts), 101), (.handBack(parts), 24 * 11),
    ]
    for (index, step) in steps.enumerated() {
      guard case .recorded = try await planner.record(event("e-\(index)", step.0, hours: step.1), of: "rma-1") else {
        throw Refused()
      }
    }
    #expect(planner.rights(of: "o-1", "shoes", at: now)?.legalGuarantee.until == before.adding(days: 10))
    #expect(planner.rights(of: "o-1", "shirt", at: now)?.legalGuarantee.until == before)
  }

  @Test func `a purchase in the shop cannot be withdrawn from by law, but by the shop's own word`() async throws {
    let lines = [ReturnOrder.Line("shirt", quantity: 1, because: .changedMind)]
    let strict = try await planner(channel: .store)
    let refused = try #require(try await strict.requestReturn(request(lines)).returnCase)
    #expect(refused.lots[0].goods == .refused)
    let kind = try await planner(
      channel: .store, terms: ReturnTerms(policy: ShopPolicy([.init(name: "Thirty days", returnDays: 30)])))
    let opened = try #require(try await kind.requestReturn(request(lines)).returnCase)
    #expect(opened.lots[0].goods == .authorised && opened.lots[0].claim == .goodwill)
    #expect(opened.lots[0].authorisation?.basis == "Thirty days")
  }

  @Test func `goods to be fetched at the door join the routes of their day, in the hours that were chosen`() async throws {
    let planner = try await planner()
    let (opens, closes) = ("2026-12-09T15:00:00-03:00", "2026-12-09T16:00:00-03:00")
    let window = try #require(TimeWindow(opens: SmallTown.instant(opens), closes: SmallTown.instant(closes)))
    let ask = ReturnOrder(
      id: "rma-1", order: "o-1", lines: [.init("shirt", quantity: 2, because: .changedMind)], handover: .pickup(window),
      channel: .phone, at: SmallTown.instant(friday))
    #expect(try await planner.requestReturn(ask).returnCase?.lots[0].goods == .arranged)
    let limit = SearchLimit(iterations: 200)
    let plan = try planner.plan(day("09"), limit: limit)
    let route = try #require(plan.routes.first)
    #expect(plan.routes.count == 1 && plan.stops.count == 1 && plan.stops[0].isPickup && plan.stops[0].window == window)
    #expect((window.opens...window.closes).contains(route.visits[0].begin))
    #expect(route.visits[0].load == [600, 4000, 1])
    #expect(plan.returns.map(\.decision.isAuthorized) == [true])
    // On no other day, and no more once they were handed over.
    #expect(try planner.plan(day("10"), limit: limit).stops.isEmpty)
    _ = try await planner.record(event("fetched", .handOver([ReturnPart(0)]), hours: 140), of: "rma-1")
    #expect(try planner.plan(day("09"), limit: limit).stops.isEmpty)
  }

  @Test func `a replacement is promised like any order, and the old goods go when it comes`() async throws {
    let planner = try await planner()
    _ = try await planner.inventory.receive(
      [Allocation("shoes", at: "dc", quantity: 1)], as: .delivery, reference: "more", requestID: "more",
      at: SmallTown.instant(friday))
    let thursday = try #require(
      TimeWindow(
        opens: SmallTown.instant("2026-12-10T09:00:00-03:00"), closes: SmallTown.instant("2026-12-10T12:00:00-03:00")))
    let ask = ReturnOrder(
      id: "rma-1", order: "o-1", lines: [.init("shoes", quantity: 1, because: .faulty)], remedy: .replacement(inAdvance: true),
      handover: .pickup(thursday), channel: .web, at: SmallTown.instant(friday))
    #expect(try await planner.requestReturn(ask).returnCase?.lots[0].goods == .arranged)
    let order = SmallTown.order([OrderLine("shoes", quantity: 1)], SmallTown.door(1), id: "o-2", placed: friday)
    let parts = [ReturnPart(0)]
    guard
      case .promised(let accepted, let after) = try await planner.replace(
        parts, of: "rma-1", with: order, as: "new", inAdvance: true)
    else { throw Refused() }
    #expect(after.lots[0].newOrder == "o-2")
    // Told again it is the same; another order cannot take the place of the same shoes.
    guard case .promised(let again, _) = try await planner.replace(parts, of: "rma-1", with: order, as: "new", inAdvance: true)
    else { throw Refused() }
    #expect(again == accepted && planner.acceptedOrders.count == 2)
    let second = SmallTown.order([OrderLine("shirt", quantity: 1)], SmallTown.door(1), id: "o-3", placed: friday)
    guard case .refused = try await planner.replace(parts, of: "rma-1", with: second, as: "other", inAdvance: true) else {
      throw Refused()
    }
    #expect(planner.acceptedOrder("o-3") == nil)
    let plan = try planner.plan(accepted.promisedDate, limit: SearchLimit(iterations: 200))
    #expect(plan.stops.count == 1 && plan.stops[0].isSwap && plan.returns.map(\.pickup) == [.swap("o-2")])
    #expect(try planner.plan(day("10"), limit: SearchLimit(iterations: 50)).stops.isEmpty)
  }

  @Test func `a replacement that nobody has is not promised, and the return stays as it was`() async throws {
    let planner = try await planner()
    let ask = request([.init("shoes", quantity: 1, because: .faulty)], remedy: .replacement(inAdvance: true))
    let opened = try await planner.requestReturn(ask).returnCase
    let order = SmallTown.order([OrderLine("shoes", quantity: 1)], SmallTown.door(1), id: "o-2", placed: friday, complete: true)
    let answer = try await planner.replace([ReturnPart(0)], of: "rma-1", with: order, as: "new", inAdvance: true)
    guard case .cannotCome = answer else { throw Refused() }
    #expect(planner.returnCase("rma-1") == opened && planner.acceptedOrder("o-2") == nil)
  }

  @Test func `who returns a lot is looked at by a person, but a legal right stands`() async throws {
    let planner = try await planner(terms: ReturnTerms(limits: ReturnLimits(returns: 1)))
    let shirt = ReturnOrder.Line("shirt", quantity: 1, because: .changedMind)
    #expect(try await planner.requestReturn(request([shirt])).returnCase?.lots[0].goods == .authorised)
    let second = try #require(try await planner.requestReturn(request([shirt], as: "rma-2")).returnCase)
    #expect(second.lots[0].goods == .requested && !second.lots[0].review.isEmpty)
    let parts = [ReturnPart(0)]
    let refusal = ReturnEvent(
      "no", at: SmallTown.instant(friday) + .hours(1), by: ReturnActor(.serviceDesk, "desk"), .refuse(parts, .limits))
    guard case .refused = try await planner.record(refusal, of: "rma-2") else { throw Refused() }
    let consent = ReturnEvent(
      "yes", at: SmallTown.instant(friday) + .hours(1), by: ReturnActor(.serviceDesk, "desk"),
      .authorise(parts, ReturnAuthorisation(basis: "Ley 19.496 art. 3 bis")))
    guard case .recorded = try await planner.record(consent, of: "rma-2") else { throw Refused() }
  }

  @Test func `goods of two orders of a customer go back in one return, those of somebody else do not`() async throws {
    let planner = try await planner()
    _ = try await planner.inventory.receive(
      [Allocation("fridge", at: "dc", quantity: 2)], as: .delivery, reference: "more", requestID: "more",
      at: SmallTown.instant(friday))
    func place(_ id: ID<Order>, _ customer: ID<Customer>) async throws {
      let order = Order(
        id: id, placedAt: SmallTown.instant(friday), channel: .web, customer: customer, lines: [OrderLine("fridge", quantity: 1)],
        fulfilment: SmallTown.door(1), shipsComplete: false)
      #expect(try await planner.place(order).accepted != nil)
      planner.noteDelivery(of: id, from: "dc", on: day("07"))
    }
    try await place("o-2", "c-1")
    try await place("o-3", "c-9")
    let shirt = ReturnOrder.Line("shirt", quantity: 1, because: .changedMind)
    func ask(_ order: ID<Order>) async throws -> ReturnAnswer {
      try await planner.requestReturn(
        request([shirt, .init("fridge", quantity: 1, because: .faulty, of: order)], at: "2026-12-08T10:00:00-03:00"))
    }
    #expect(try await ask("o-3") == .otherCustomer("o-3") && planner.returnCases.isEmpty)
    let both = try #require(try await ask("o-2").returnCase)
    #expect(both.lots.map { $0.origin?.order } == ["o-1", "o-2"] && both.lots.map(\.goods) == [.authorised, .authorised])
    // What the one return has of the second order is not free for another.
    let again = ReturnOrder(
      id: "rma-2", order: "o-2", lines: [.init("fridge", quantity: 1, because: .faulty)], channel: .web,
      at: SmallTown.instant("2026-12-09T10:00:00-03:00"))
    guard case .refused = try await planner.requestReturn(again) else { throw Refused() }
  }

  @Test func `units are not put on a shelf that nobody names`() async throws {
    let planner = try await planner()
    try await takeBack(planner)
    let nowhere = ReturnEvent(
      "shelf", at: SmallTown.instant(friday) + .hours(40), by: ReturnActor(.warehouse), .process([ReturnPart(0)]))
    guard case .stock(.conflicts(let faults)) = try await planner.record(nowhere, of: "rma-1") else { throw Refused() }
    #expect(faults.count == 1 && planner.returnCase("rma-1")?.lots[0].goods == .disposition)
  }

  @Test func `a refund waits no longer than the law lets it`() async throws {
    // The same town under other laws: the proof of sending is enough in Spain, Colombia waits for the goods, Chile says nothing.
    let expected: [(String, ReleaseTrigger, ReleaseTrigger)] = [
      ("ES", .onInspection, .onHandover), ("ES", .atOnce, .atOnce), ("CO", .onInspection, .onReceipt),
      ("CL", .onInspection, .onInspection),
    ]
    for (country, usual, trigger) in expected {
      let law = try #require(LawBook.known[country])
      let moved = CountryLaw(
        country: "CL", zoneName: law.zoneName, holidayCountry: law.holidayCountry, withdrawal: law.withdrawal,
        guarantee: law.guarantee)
      let planner = try await planner(terms: ReturnTerms(laws: LawBook([moved]), release: usual))
      let ask = request([.init("shirt", quantity: 1, because: .changedMind)])
      let opened = try #require(try await planner.requestReturn(ask).returnCase)
      #expect(opened.lots[0].trigger == trigger, "\(country)")
    }
  }

  private struct Refused: Error {}
}
