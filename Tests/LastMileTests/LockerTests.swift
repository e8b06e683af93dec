import Testing

@testable import LastMile

/// Lockers: which compartment, on which day, for how long, and who else has it.
@Suite struct LockerTests {
  private typealias Town = LockerTown
  private let now = SmallTown.instant("2026-12-02T10:00:00-03:00")

  private func place(_ planner: Planner, _ order: Order) async throws -> AcceptedOrder {
    try #require(try await planner.place(order).accepted)
  }

  private func stay(_ accepted: AcceptedOrder) throws -> [Int] {
    let stay = try #require(accepted.parcels.first?.stay)
    return [stay.compartment, stay.from.day, stay.through.day]
  }

  // MARK: Which compartment

  @Test func `a parcel takes the smallest compartment that it fits in and that is free, and full days are passed over`()
    async throws
  {
    let planner = try await Town.planner()
    #expect(try await stay(place(planner, Town.order("shirt", id: "o-1"))) == [0, 3, 4])
    #expect(try await stay(place(planner, Town.order("shirt", id: "o-2"))) == [1, 3, 4])
    let third = try await place(planner, Town.order("shirt", id: "o-3"))
    #expect(try stay(third) == [0, 5, 6])
    #expect(third.promisedDate == Town.day(5) && third.parcels[0].fullDays == [Town.day(3), Town.day(4)])
    #expect(try await stay(place(planner, Town.order("shoes", id: "o-4"))) == [1, 5, 6])
    // Nothing is brought on Sunday.
    #expect(try await stay(place(planner, Town.order("shoes", id: "o-5"))) == [1, 7, 8])
    #expect(Town.taken(planner) == Town.counted(planner))
  }

  @Test func `what fits in no compartment by volume or by weight is refused by name`() async throws {
    let stock: [(SKU, ID<Node>, Int)] = [("shirt", "dc", 90), ("shoes", "dc", 90), ("fridge", "dc", 9)]
    for (large, small) in [(40, nil), (700, 3)] as [(Int, Int?)] {
      let planner = try await Town.planner(
        [Town.small, .init(count: 9, volume: .litres(large), weight: small.map { .kilograms($0) })], stock: stock)
      for (order, fits) in [
        (Town.order("shoes", 2, id: "a"), true), (Town.order("fridge", id: "b"), false), (Town.order("shirt", 10, id: "c"), true),
        (
          SmallTown.order(
            [OrderLine("shirt", quantity: 1), OrderLine("fridge", quantity: 1)], .pickup(at: "box"), complete: true), false
        ),
      ] {
        #expect(try await planner.offers(for: order).isEmpty != fits)
        #expect(try await planner.refusal(of: order) == (fits ? nil : .tooLargeForLocker("box")), "\(order.lines)")
        #expect(try await planner.place(order) == .refused(order, .tooLargeForLocker("box")) || fits)
      }
      let cart = Town.cart("f", lines: [OrderLine("fridge", quantity: 1)])
      #expect(try await planner.quote(for: cart, at: now) == .refused(.tooLargeForLocker("box")))
    }
  }

  @Test func `what fits in a locker comes without what does not, if the customer takes a part`() async throws {
    let planner = try await Town.planner(stock: [("shirt", "dc", 9), ("fridge", "dc", 9)])
    let lines = [OrderLine("shirt", quantity: 1), OrderLine("fridge", quantity: 1)]
    let accepted = try await place(planner, SmallTown.order(lines, .pickup(at: "box")))
    #expect(accepted.parcels.map(\.contents.lines) == [[lines[0]]] && accepted.unfilled == [lines[1]])
    #expect(try stay(accepted) == [0, 3, 4])
  }

  @Test func `parcels from two nodes take a compartment each, and lie there together`() async throws {
    let stock: [(SKU, ID<Node>, Int)] = [("shirt", "dc", 9), ("shoes", "s4", 9)]
    let lines = [OrderLine("shirt", quantity: 1), OrderLine("shoes", quantity: 1)]
    let planner = try await Town.planner(stock: stock)
    let order = SmallTown.order(lines, .pickup(at: "box"), complete: true)
    let accepted = try await place(planner, order)
    let stays = Dictionary(uniqueKeysWithValues: accepted.parcels.map { ($0.contents.node, $0.stay?.compartment) })
    #expect(stays == ["dc": 0, "s4": 1])
    let other = try await place(planner, SmallTown.order(lines, .pickup(at: "box"), id: "o-2", complete: true))
    #expect(other.promisedDate == Town.day(5))
    #expect(Town.taken(planner) == Town.counted(planner))
  }

  @Test func `parcels that find room on different days come on the same one if they could not lie there together`() async throws {
    let planner = try await Town.planner(pickupDays: 1, stock: [("shirt", "dc", 9), ("shoes", "s4", 9)])
    _ = try await place(planner, Town.order("shirt", id: "o-1"))
    let lines = [OrderLine("shirt", quantity: 1), OrderLine("shoes", quantity: 1)]
    let accepted = try await place(planner, SmallTown.order(lines, .pickup(at: "box"), id: "o-2", complete: true))
    #expect(accepted.parcels.map { $0.stay?.from } == [Town.day(4), Town.day(4)] && accepted.promisedDate == Town.day(4))
  }

  @Test(
    arguments: [
      // By volume, at a flat rate and at one that charges for volume; by weight.
      (.flat(1000), Locker.Compartment(count: 3, volume: .litres(20)), 4, [2, 2]),
      (.flat(1000), Locker.Compartment(count: 3, volume: .litres(20)), 5, [1, 2, 2]),
      (.flat(1000), Locker.Compartment(count: 2, volume: .litres(20)), 5, nil),
      (.flat(1000), Locker.Compartment(count: 3, volume: .litres(90), weight: .grams(2500)), 4, [2, 2]),
      (
        try! FreightRate(
          brackets: [.init(upTo: .kilograms(2), price: 900)], beyond: .step(every: .kilograms(1), price: 50),
          cubicCentimetresPerKilogram: 4000), Locker.Compartment(count: 3, volume: .litres(20)), 3, [1, 2]
      ),
    ] as [(FreightRate, Locker.Compartment, Int, [Int]?)])
  func `an order larger than any compartment goes in several parcels`(
    rate: FreightRate, compartment: Locker.Compartment, pairs: Int, parcels: [Int]?
  ) async throws {
    let network = try Town.network([Town.locker([compartment], services: ["truck"])], truckRate: rate)
    let planner = try await SmallTown.planner(network, stock: [("shoes", "dc", 9)])
    let order = Town.order("shoes", pairs, id: "o-1")
    let accepted = try await planner.place(order).accepted
    #expect(accepted?.parcels.map { $0.contents.lines[0].quantity }.sorted() == parcels)
    if parcels == nil { #expect(try await planner.refusal(of: order) == .lockerFull("box")) }
    #expect(Town.taken(planner) == Town.counted(planner))
  }

  @Test func `two parcels that both need the one large compartment find no room, though either would`() async throws {
    let stock: [(SKU, ID<Node>, Int)] = [("shoes", "dc", 1), ("shoes", "s4", 1)]
    let one = try await Town.planner(stock: stock)
    let order = Town.order("shoes", 2, id: "o-1")
    #expect(try await one.place(order) == .refused(order, .lockerFull("box")))
    #expect(try await one.refusal(of: order) == .lockerFull("box"))
    #expect(Town.taken(one).isEmpty)
    let two = try await Town.planner([Town.small, Locker.Compartment(count: 2, volume: .litres(10))], stock: stock)
    #expect(try await place(two, order).parcels.map { $0.stay?.compartment } == [1, 1])
  }

  @Test func `a locker that is full for two weeks says so`() async throws {
    let planner = try await Town.planner([Town.small], pickupDays: 30)
    _ = try await place(planner, Town.order("shirt", id: "o-1"))
    let order = Town.order("shirt", id: "o-2")
    #expect(try await planner.place(order) == .refused(order, .lockerFull("box")))
    // A fortnight before it is free again there is room.
    let later = Town.order("shirt", id: "o-3", placed: "2026-12-21T10:00:00-03:00")
    #expect(try await place(planner, later).promisedDate == LocalDate("2027-01-02"))
  }

  // MARK: When

  @Test(
    arguments: [
      // Whole days: from when the truck is surely gone.
      (nil, "10:00-12:00", [3, 3, 4], "2026-12-03T12:00:00-03:00", "2026-12-04T00:00:00-03:00"),
      ("09:00-21:00", "10:00-12:00", [3, 3, 4], "2026-12-03T12:00:00-03:00", "2026-12-03T21:00:00-03:00"),
      // Over for the day: on the next, and the days to fetch it begin then.
      ("09:00-11:00", "10:00-12:00", [3, 4, 5], "2026-12-04T09:00:00-03:00", "2026-12-04T11:00:00-03:00"),
    ] as [(String?, String, [Int], String, String)])
  func `it can be fetched once the truck has been there, in the hours of the locker`(
    hours: String?, window: String, days: [Int], opens: String, closes: String
  ) async throws {
    let calendar = try hours.map { text in
      try WorkingCalendar(
        hours: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [OpeningHours(text)!]) }), holidays: nil)
    }
    let network = try Town.network([Town.locker(hours: calendar ?? Town.everyDay, services: ["truck"])], window: window)
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 9)])
    let accepted = try await place(planner, Town.order("shirt", id: "o-1"))
    let (promise, stay) = (accepted.parcels[0].promise, try #require(accepted.parcels[0].stay))
    #expect([promise.arrivesOn.day, promise.deliveryDate.day, stay.through.day] == days && stay.from == promise.arrivesOn)
    #expect(promise.window == TimeWindow(opens: SmallTown.instant(opens), closes: SmallTown.instant(closes)))
    let collectable = WallTime(SmallTown.instant(opens), in: SmallTown.zone)
    #expect(promise.reasons.last == .collectable(from: collectable, node: "Plaza"))
  }

  @Test func `where nobody says when the truck comes the day alone is promised, and the next if the locker is closed on it`()
    async throws
  {
    let closed = WorkingCalendar(
      wholeDays: Set(Weekday.allCases.filter { $0 != .thursday }), holidays: nil)
    for (hours, day) in [(Town.everyDay, 3), (closed, 4)] {
      let planner = try await SmallTown.planner(
        Town.network([Town.locker(hours: hours, services: ["truck"])]), stock: [("shirt", "dc", 9)])
      let promise = try await place(planner, Town.order("shirt", id: "o-1")).parcels[0].promise
      #expect(promise.arrivesOn == Town.day(3) && promise.deliveryDate == Town.day(day) && (promise.window == nil) == (day == 3))
    }
  }

  @Test func `a carrier to lockers comes to lockers alone, and a locker may name who serves it`() async throws {
    for (services, came) in [
      (nil, ["courier", "truck"]), (["courier"], ["courier"]), (["truck", "lorry"], ["truck"]),
    ] as [(Set<ID<DeliveryService>>?, Set<ID<DeliveryService>>)] {
      let planner = try await SmallTown.planner(Town.network([Town.locker(services: services)]), stock: [("shirt", "dc", 9)])
      let offers = try await planner.offers(for: Town.order("shirt", id: "o-1"))
      #expect(Set(offers.flatMap { $0.parcels.map(\.service) }) == came)
      for fulfilment in [SmallTown.door(3), .pickup(at: "s2")] {
        let others = try await planner.offers(
          for: SmallTown.order([OrderLine("shirt", quantity: 1)], fulfilment), explained: true)
        #expect(!others.isEmpty && !others.contains { $0.parcels.contains { $0.service == "courier" || $0.stay != nil } })
      }
    }
  }

  // MARK: Who has it

  @Test func `a quote has the lockers among the places nearby, and keeps their compartments until it ends`() async throws {
    let network = try Town.network([Town.locker([Town.small], services: ["truck"]), Town.locker(id: "far", at: 9)])
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 9)])
    func day(_ cart: Cart, at moment: Instant) async throws -> LocalDate? {
      let options = try #require(try await planner.quote(for: cart, at: moment).quote).options
      return options.first { $0.offer.order.fulfilment == .pickup(at: "box") }?.promisedDate
    }
    let quote = try #require(try await planner.quote(for: Town.cart("c-1", .nearest(3), door: true), at: now).quote)
    let places = Set(quote.options.filter { $0.kind == .pickup || $0.kind == .locker }.map(\.offer.order.fulfilment))
    #expect(places == [.pickup(at: "box"), .pickup(at: "s2"), .pickup(at: "s4")])
    let option = try #require(quote.options.first { $0.kind == .locker })
    #expect(option.promisedDate == Town.day(3) && option.probability == 0.95)
    #expect(try await day(Town.cart("c-2"), at: now) == Town.day(5))
    #expect(try await planner.withdrawQuote(of: "c-2", at: now))
    #expect(try await day(Town.cart("c-3"), at: now + .minutes(14)) == Town.day(5))
    #expect(try await day(Town.cart("c-4"), at: now + .minutes(15)) == Town.day(3))
    #expect(try await planner.withdrawQuote(of: "c-3", at: now + .minutes(15)))
    #expect(try await planner.withdrawQuote(of: "c-4", at: now + .minutes(15)))
    #expect(Town.taken(planner).isEmpty && Town.taken(planner, at: "far").isEmpty)
  }

  @Test func `an accepted option keeps its compartment and gives back those of the others`() async throws {
    let network = try Town.network([Town.locker(services: ["truck"]), Town.locker(id: "far", at: 9)])
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 9)])
    let quote = try #require(try await planner.quote(for: Town.cart("c-1", .at(["box", "far"])), at: now).quote)
    #expect(!Town.taken(planner, at: "far").isEmpty)
    let option = try #require(quote.options.first { $0.offer.order.fulfilment == .pickup(at: "box") })
    _ = try #require(try await planner.accept(option.token, at: now).accepted)
    #expect(Town.taken(planner) == Town.counted(planner) && Town.taken(planner).count == 2)
    #expect(Town.taken(planner, at: "far").isEmpty)
  }

  @Test func `the last compartment is taken by exactly one of two who want it`() async throws {
    for round in 0..<20 {
      let planner = try await Town.planner([Town.small], pickupDays: 30)
      var offers: [Offer] = []
      for name in ["a", "b"] { offers += try await planner.offers(for: Town.order("shirt", id: ID("\(name)\(round)"))) }
      try #require(offers.count == 2)
      let accepted = try await withThrowingTaskGroup(of: Bool.self) { group in
        for offer in offers { group.addTask { try await planner.accept(offer).accepted != nil } }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(accepted == 1)
      #expect(Town.taken(planner) == Town.counted(planner) && Town.taken(planner).values.allSatisfy { $0 == 1 })
    }
  }

  @Test func `what is fetched early is free for others from the next day on`() async throws {
    let planner = try await Town.planner([Town.small], pickupDays: 9)
    _ = try await place(planner, Town.order("shirt", id: "o-1"))
    #expect(await !planner.notePickup(of: "o-1", at: "s2", on: Town.day(3)))
    #expect(await !planner.notePickup(of: "nobody", at: "box", on: Town.day(3)))
    // Before it has come.
    #expect(await !planner.notePickup(of: "o-1", at: "box", on: Town.day(2)))
    #expect(await planner.notePickup(of: "o-1", at: "box", on: Town.day(3)))
    #expect(Town.taken(planner) == [LockerBook.Place(compartment: 0, day: Town.day(3)): 1])
    #expect(try await stay(place(planner, Town.order("shirt", id: "o-2"))) == [0, 4, 12])
    // Said again, and too late, nothing changes.
    #expect(await planner.notePickup(of: "o-1", at: "box", on: Town.day(20)))
    #expect(Town.taken(planner) == Town.counted(planner))
    // It came a day early, and was fetched then.
    #expect(planner.noteDelivery(of: "o-2", from: "dc", on: Town.day(3)))
    #expect(await planner.notePickup(of: "o-2", at: "box", on: Town.day(3)))
    #expect(Town.taken(planner) == Town.counted(planner) && Town.taken(planner).count == 1)
  }

  // MARK: What changes

  @Test func `what ships from elsewhere after a decline may take the compartment that the order gives up`() async throws {
    let planner = try await Town.planner([Town.small], pickupDays: 30, stock: [("shirt", "dc", 1), ("shirt", "s4", 1)])
    let accepted = try await place(planner, Town.order("shirt", id: "o-1"))
    #expect(accepted.parcels[0].contents.node == "dc")
    let outcome = try await planner.decline(
      Decline(id: "d-1", of: "o-1", at: "dc", lines: [OrderLine("shirt", quantity: 1)], because: .notFound, at: now))
    #expect(outcome.resourcing?.promise == .kept(Town.day(3)))
    #expect(planner.acceptedOrder("o-1")?.parcels.map(\.contents.node) == ["s4"])
    #expect(Town.taken(planner) == Town.counted(planner) && Town.taken(planner).count == 30)
    // Where nobody has it, the compartment is free again.
    _ = try await planner.decline(
      Decline(id: "d-2", of: "o-1", at: "s4", lines: [OrderLine("shirt", quantity: 1)], because: .damaged, at: now))
    #expect(Town.taken(planner).isEmpty)
  }

  @Test func `what comes late has a compartment on its new day, and the first day on which there is one`() async throws {
    let planner = try await Town.planner()
    for number in 1...3 { _ = try await place(planner, Town.order("shoes", id: ID("o-\(number)"))) }
    #expect(planner.acceptedOrders.map(\.promisedDate.day) == [3, 5, 7])
    let report = try await planner.report(
      Disruption(id: "n", .orderLate("o-1", from: "dc", workingDays: 1), at: now)
    ).report
    // On the 4th it would lie there through the 5th, and so on up to the holiday.
    #expect(report?.late.first?.after == Town.day(9))
    #expect(try stay(try #require(planner.acceptedOrder("o-1"))) == [1, 9, 10])
    #expect(Town.taken(planner) == Town.counted(planner))
    // A shirt on the same day takes the small one, or the large one where that is taken.
    let late = try await planner.report(
      Disruption(id: "m", .serviceLate("truck", workingDays: 1, leaving: Town.day(5)...Town.day(5)), at: now)
    ).report
    #expect(late?.late.first?.promise == .remade(from: Town.day(5), to: Town.day(11)))
    #expect(Town.taken(planner) == Town.counted(planner))
  }

  @Test func `customers are told where, from when and until when, and why not`() async throws {
    let network = try Town.network([Town.locker([Town.small], services: ["truck"])], window: "10:00-12:00")
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 9), ("shoes", "dc", 9)])
    let option = try #require(try await planner.quote(for: Town.cart("c-1"), at: now).quote?.options.first)
    #expect(
      option.promiseMessage(in: network).text(in: .en)
        == "It can be picked up from a locker at Plaza on Thursday 3 December, from 12:00. It stays there until Friday 4 December."
    )
    #expect(
      option.reasonMessages(in: network).last?.text(in: .es)
        == "Se puede retirar en Plaza a partir del jueves 3 de diciembre a las 12:00.")
    let accepted = try #require(try await planner.accept(option.token, at: now).accepted)
    #expect(accepted.confirmationMessage(in: network).text(in: .en).hasSuffix("It stays there until Friday 4 December."))
    let refusal = try #require(try await planner.refusal(of: Town.order("shoes", id: "o-1")))
    #expect(refusal.messages(in: network).map { $0.text(in: .en) } == ["The order does not fit in the lockers at Plaza."])
    let report = try await planner.report(
      Disruption(id: "n", .orderLate("c-1", from: "dc", workingDays: 1), at: now)
    ).report
    let impact = try #require(report?.late.first)
    #expect(
      impact.messages(for: accepted.order, in: network)[0].text(in: .en).contains(
        "Pickup of Shirt from a locker at Plaza moves from Thursday 3 December to Friday 4 December. "
          + "It stays there until Saturday 5 December."))
  }

  @Test func `everything that is wrong with lockers is named at once`() throws {
    let town = try SmallTown.network()
    let lockers = [
      Town.locker([], pickupDays: 0, id: "dc", services: ["van", "nobody"]),
      Town.locker(
        [
          .init(count: 0, volume: .litres(5), weight: .kilograms(2)), .init(count: 10_001, volume: .litres(4)),
          .init(count: 1, volume: .litres(4), weight: .kilograms(-1)),
        ], pickupDays: 31),
      Town.locker(id: "box"), Town.locker([Town.small, Town.small], id: "same"),
    ]
    let error = #expect(throws: InvalidInput.self) {
      try Network(
        name: "x", country: "CL", zone: SmallTown.zone, currency: .clp, streets: StreetModel(), bands: town.bands,
        sites: town.sites + [SmallTown.site("odd", .locker, at: 1)],
        services: town.services + [
          ShippingService(id: "odd", role: .transfer, nodes: ["box"], delivery: nil, tariff: FreightTariff(zones: [:]))
        ], fleet: town.fleet + [SmallTown.vehicle("v", at: "box")], products: town.products, skills: [:], prices: town.prices,
        stop: town.stop, lockers: lockers)
    }
    #expect(
      Set(error?.faults.map(\.place) ?? []) == [
        "$.nodes[3].kind", "$.lockers[0].id", "$.lockers[0].compartments", "$.lockers[0].pickupDays", "$.lockers[0].services",
        "$.lockers[1].compartments[0].count", "$.lockers[1].compartments[1].count", "$.lockers[1].compartments[1]",
        "$.lockers[1].compartments[2].weight", "$.lockers[1].pickupDays", "$.lockers[2].id",
        "$.lockers[3].compartments[1]", "$.services[4].nodes", "$.vehicles[3].node",
      ])
    #expect(error?.faults.count { $0.place == "$.lockers[0].services" } == 2)
  }
}

extension LocalDate {
  /// The day of December 2026.
  fileprivate var day: Int { LockerTown.day(1).days(until: self) + 1 }
}
