@testable import LastMile
import Testing

@Suite struct CheckoutTests {
  private let shirt = OrderLine("shirt", quantity: 1)

  @Test func `the offers are a front: each later one is cheaper, and none is dominated`() async throws {
    // The van comes tomorrow for 1,000 + 110; the post would come on Saturday for more, so it is no offer.
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 5), ("shirt", "s4", 5)])
    let offers = try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(1)))
    #expect(offers.count == 1)
    #expect(offers[0].promisedDate == LocalDate("2026-12-03"))
    #expect(offers[0].cost.total == 1110)
    #expect(offers[0].parcels.map(\.service) == ["van"])
    #expect(offers[0].isProvenCheapest)
    #expect(!offers[0].parcels[0].promise.reasons.isEmpty)
  }

  @Test func `an order after the cut-off is promised a working day later, over a Sunday and a holiday`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 5)])
    for (placed, promised) in [
      ("2026-12-02T15:59:00-03:00", "2026-12-03"), ("2026-12-02T16:01:00-03:00", "2026-12-04"),
      ("2026-12-05T15:00:00-03:00", "2026-12-07"),  // Saturday: Sunday nobody drives
      ("2026-12-07T16:30:00-03:00", "2026-12-10"),  // Monday late: Tuesday is a holiday, prepared on Wednesday
    ] {
      let offers = try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(1), placed: placed))
      #expect(offers.first?.promisedDate == LocalDate(promised), "placed \(placed)")
    }
  }

  @Test func `stock is sold once, on every channel, and safety stock only in the store`() async throws {
    let planner = try await SmallTown.planner(
      SmallTown.network(), stock: [("shirt", "s2", 2)], safety: [("shirt", "s2", 1)])
    func place(_ id: ID<Order>, _ channel: Channel) async throws -> Acceptance {
      try await planner.place(SmallTown.order([shirt], .pickup(at: "s2"), id: id, channel: channel))
    }
    #expect(try await place("o-1", .web).accepted != nil)
    guard case .refused(_, let refusal) = try await place("o-2", .app) else {
      Issue.record("the unit that is kept back was sold")
      return
    }
    #expect(refusal == .short([.stock("shirt", wanted: 1, found: 0)]))
    #expect(try await place("o-3", .store).accepted != nil)
    #expect(try await place("o-4", .store).accepted == nil)
    #expect(try await planner.inventory.audit().isEmpty)
  }

  @Test func `the same offer accepted twice is one order`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 5)])
    let offer = try #require(try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(1))).first)
    let first = try await planner.accept(offer)
    let second = try await planner.accept(offer)
    #expect(first == second)
    #expect(planner.acceptedOrders.count == 1)
    let balance = try await planner.inventory.balance(of: "shirt", at: "dc", at: offer.order.placedAt)
    #expect(balance.committed == 1)
  }

  @Test func `one offer accepted by many tasks at once is one order, and another offer for it is refused`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 9), ("shirt", "s4", 9)])
    let offer = try #require(try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(1))).first)
    let answers = try await withThrowingTaskGroup(of: Acceptance.self) { group in
      for _ in 0..<16 { group.addTask { try await planner.accept(offer) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0 == answers[0] } && answers[0].accepted != nil)
    #expect(planner.acceptedOrders.count == 1)
    let other = try #require(try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(3))).first)
    #expect(try await planner.accept(other) == .refused(other.order, .alreadyAccepted))
    let balance = try await planner.inventory.balance(of: "shirt", at: "dc", at: offer.order.placedAt)
    #expect(balance.committed == 1)
  }

  @Test func `the last door is promised once, and who comes second keeps no stock`() async throws {
    let network = try SmallTown.network(fleet: [SmallTown.vehicle("v", at: "dc", stops: 1)])
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 9)])
    let mine = try #require(try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(1), id: "o-1")).first)
    let yours = try #require(try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(3), id: "o-2")).first)
    #expect(mine.promisedDate == yours.promisedDate)
    #expect(try await planner.accept(mine).accepted != nil)
    #expect(try await planner.accept(yours) == .refused(yours.order, .outrun))
    let balance = try await planner.inventory.balance(of: "shirt", at: "dc", at: mine.order.placedAt)
    #expect(balance.committed == 1 && balance.held == 0)
    let again = try #require(try await planner.place(yours.order).accepted)
    #expect(again.offer.promisedDate > mine.promisedDate)
  }

  @Test func `an offer whose stock has gone is refused, and nothing is held`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 1)])
    let mine = try #require(try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(1), id: "o-1")).first)
    let yours = try #require(try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(3), id: "o-2")).first)
    #expect(try await planner.accept(mine).accepted != nil)
    #expect(try await planner.accept(yours) == .refused(yours.order, .outrun))
    #expect(planner.acceptedOrders.count == 1)
    #expect(try await planner.inventory.audit().isEmpty)
  }

  @Test func `a pickup comes from the store itself or with the truck, whichever costs less`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "s2", 1), ("shirt", "dc", 5)])
    let here = try #require(try await planner.place(SmallTown.order([shirt], .pickup(at: "s2"), id: "o-1")).accepted)
    #expect(here.offer.parcels.map(\.role) == [.storePickup])
    #expect(here.offer.parcels[0].promise.window?.opens == SmallTown.instant("2026-12-02T12:00:00-03:00"))
    let there = try #require(try await planner.place(SmallTown.order([shirt], .pickup(at: "s2"), id: "o-2")).accepted)
    #expect(there.offer.parcels.map(\.role) == [.transfer])
    #expect(there.offer.promisedDate == LocalDate("2026-12-03"))
  }

  @Test func `a day whose vehicles are full is not promised any more`() async throws {
    let network = try SmallTown.network(fleet: [SmallTown.vehicle("v", at: "dc", stops: 2)], latePerDay: 100)
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 9)])
    var dates: [LocalDate] = []
    for index in 0..<5 {
      let order = SmallTown.order([shirt], SmallTown.door(1), id: ID("o-\(index)"))
      let accepted = try #require(try await planner.place(order).accepted)
      dates.append(accepted.offer.promisedDate)
      #expect(accepted.offer.parcels[0].fullDays.count == index / 2)
    }
    #expect(dates.map(\.description) == ["2026-12-03", "2026-12-03", "2026-12-04", "2026-12-04", "2026-12-05"])
  }

  @Test func `a day whose vehicles have no room left is not promised any more`() async throws {
    // Twelve pairs of shoes are 14.4 kg: 44 kg are room for three times as many, 43 kg for two.
    for (kilograms, first) in [(44, 3), (43, 2)] {
      let fleet = [SmallTown.vehicle("v", at: "dc", kilograms: kilograms)]
      let planner = try await SmallTown.planner(SmallTown.network(fleet: fleet, latePerDay: 1000), stock: [("shoes", "dc", 99)])
      var dates: [LocalDate] = []
      for index in 0..<4 {
        let order = SmallTown.order([OrderLine("shoes", quantity: 12)], SmallTown.door(1), id: ID("o-\(index)"))
        dates.append(try #require(try await planner.place(order).accepted).offer.promisedDate)
      }
      #expect(dates.map(\.civil.day) == (0..<4).map { $0 < first ? 3 : 4 })
    }
  }

  @Test func `what no vehicle can bring is not promised by van`() async throws {
    let network = try SmallTown.network(
      fleet: [SmallTown.vehicle("early", at: "s2", shift: "08:00-12:00", kilograms: 50)], skills: ["shoes": ["cold"]])
    let planner = try await SmallTown.planner(network, stock: [("fridge", "s2", 1), ("shirt", "s2", 1), ("shoes", "s2", 1)])
    func reason(_ sku: SKU, _ hours: String) async throws -> String? {
      let order = SmallTown.order([OrderLine(sku, quantity: 1)], SmallTown.door(1, hours))
      guard case .notServed(let reasons) = try await planner.refusal(of: order) else { return nil }
      return reasons["s2"]
    }
    #expect(try await reason("shirt", "15:00-18:00") == "no vehicle gets there in time and back within its shift")
    #expect(try await reason("shoes", "09:00-11:00") == "no vehicle there has cold")
    #expect(try await reason("fridge", "09:00-11:00") == "it is larger than any vehicle there")
    #expect(try await reason("shirt", "09:00-11:00") == nil)
  }

  @Test func `a parcel limit sends the rest elsewhere`() async throws {
    let planner = try await SmallTown.planner(
      SmallTown.network(parcelLimit: 1), stock: [("shirt", "dc", 9), ("shirt", "s4", 9)])
    var nodes: [ID<Node>] = []
    for index in 0..<3 {
      let order = SmallTown.order([shirt], SmallTown.door(0.5), id: ID("o-\(index)"))
      nodes += try #require(try await planner.place(order).accepted).offer.parcels.map(\.contents.node)
    }
    #expect(nodes == ["dc", "s4", "s4"])
  }

  @Test func `an order beyond all measure is refused by its name`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("fridge", "dc", 1)])
    let order = SmallTown.order(
      [OrderLine](repeating: OrderLine("fridge", quantity: 1_000_000), count: 20), .pickup(at: "s2"), id: "o-huge")
    let error = await #expect(throws: InvalidInput.self) { try await planner.place(order) }
    #expect(error?.source == "order o-huge")
  }

  @Test func `an unknown product and a pickup where there is no counter are refused by name`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 1)])
    let ghost = SmallTown.order([OrderLine("ghost", quantity: 1)], SmallTown.door(1))
    #expect(try await planner.refusal(of: ghost) == .unknownProduct("ghost"))
    #expect(try await planner.refusal(of: SmallTown.order([shirt], .pickup(at: "dc"))) == .noPickup(at: "dc"))
    #expect(try await planner.refusal(of: SmallTown.order([shirt], SmallTown.door(300))) != nil)
    #expect(try await planner.refusal(of: SmallTown.order([shirt], SmallTown.door(1))) == nil)
  }

  @Test func `an order that ships complete ships whole or not at all`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 1), ("shirt", "s2", 1)])
    let three = OrderLine("shirt", quantity: 3)
    let part = try #require(try await planner.offers(for: SmallTown.order([three], SmallTown.door(1))).first)
    #expect(part.unfilled == [OrderLine("shirt", quantity: 1)])
    #expect(part.parcels.count == 2)
    #expect(try await planner.offers(for: SmallTown.order([three], SmallTown.door(1), complete: true)).isEmpty)
  }

  @Test func `a full day is told once, though orders of several days would come on it`() async throws {
    // Nobody works from Friday to Sunday, and Tuesday is a holiday: whoever orders on one of four days is brought on Wednesday.
    let closed = Set(["2026-12-04", "2026-12-05"].map { LocalDate($0)! })
    let network = try SmallTown.network(
      fleet: [SmallTown.vehicle("v", at: "dc", stops: 1)], latePerDay: 100, closedDays: closed)
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 9)])
    var last: AcceptedOrder?
    for index in 0..<3 {
      let order = SmallTown.order([shirt], SmallTown.door(1), id: ID("o-\(index)"), placed: "2026-12-03T10:00:00-03:00")
      last = try await planner.place(order).accepted
    }
    #expect(last?.offer.parcels[0].fullDays.map(\.description) == ["2026-12-07", "2026-12-09"])
  }

  @Test func `an order beyond all vehicles and numbers is refused and does not trap`() async throws {
    let town = try SmallTown.network()
    let huge = (0..<12).map {
      Product(
        id: ID("huge-\($0)"), name: "Huge", weight: .grams(1_000_000_000), volume: Volume(1_000_000_000), price: Money(1, .clp))
    }
    let rate = try FreightRate(brackets: [.init(upTo: .kilograms(5), price: 10)], cubicCentimetresPerKilogram: 1)
    let network = try Network(
      name: town.name, country: town.country, zone: town.zone, currency: town.currency, streets: town.streets, bands: town.bands,
      sites: town.sites,
      services: town.services.map {
        ShippingService(
          id: $0.id, role: $0.role, nodes: $0.nodes, delivery: $0.delivery, tariff: FreightTariff(zones: ["town": rate]))
      }, fleet: town.fleet, products: huge, skills: [:], prices: town.prices, stop: town.stop)
    let order = SmallTown.order(huge.map { OrderLine($0.id, quantity: 1_000_000) }, SmallTown.door(1))
    #expect(network.goods(of: order, by: rate).parcels == 12_000_000)
    let site = try #require(network.site("dc"))
    let found = network.options(for: order, from: site, on: network.emptyDay)
    #expect(found.options.allSatisfy { $0.service.role == .carrier })
  }
}
