@testable import LastMile
import Synchronization
import Testing

/// Slots of the house's vehicles: what is offered can be driven, and what is accepted is.
@Suite struct SlotTests {
  private static let hours = ["09:00-11:00", "11:00-13:00", "13:00-16:00", "16:00-19:00"].map { OpeningHours($0)! }
  private let now = SmallTown.instant("2026-12-02T10:00:00-03:00")

  private static func network(
    fleet: [FleetVehicle]? = nil, slots: [OpeningHours] = hours, parcelLimit: Int? = nil
  ) throws -> Network {
    let town = try SmallTown.network(fleet: fleet, parcelLimit: parcelLimit)
    return try Network(
      name: town.name, country: town.country, zone: town.zone, currency: town.currency, streets: town.streets, bands: town.bands,
      sites: town.sites,
      services: town.services.map {
        $0.role == .ownVan
          ? ShippingService(
            id: $0.id, role: $0.role, nodes: $0.nodes, delivery: $0.delivery, tariff: $0.tariff, slots: slots) : $0
      }, fleet: town.fleet, products: town.products, skills: town.skills, prices: town.prices, stop: town.stop)
  }

  private func cart(_ id: ID<Order> = "c-1", at kilometres: Double = 3, _ slots: Cart.Slots = .none) -> Cart {
    Cart(
      id: id, customer: "c", channel: .web, lines: [OrderLine("shirt", quantity: 1)], address: SmallTown.point(kilometres),
      slots: slots)
  }

  @Test func `slots are told day by day, each within the hours of the service and not before the goods are ready`() async throws {
    let planner = try await SmallTown.planner(Self.network(), stock: [("shirt", "s2", 9)])
    let slots = try await planner.slots(for: cart(), days: 2, at: now)
    // Ordered at ten, ready at noon, too late for the vans that leave at eight.
    #expect(
      slots.map(\.date.description) == ["2026-12-03", "2026-12-03", "2026-12-03", "2026-12-03"]
        + Array(repeating: "2026-12-04", count: 4))
    #expect(slots.map { Self.clock($0.window) } == Self.hours.map(\.description) + Self.hours.map(\.description))
    #expect(slots.allSatisfy { $0.offer?.promisedDate == $0.date && $0.offer?.window == $0.window && $0.routeCost != nil })
    #expect(try await planner.slots(for: cart(), days: 0, at: now).isEmpty)
    // Four weeks without their Sundays and the holidays of the 8th and the 25th.
    #expect(try await planner.slots(for: cart(), days: .max, at: now).count == 4 * (28 - 4 - 2))
    let none = try await SmallTown.planner(Self.network(), stock: [("shoes", "s2", 1)])
    #expect(try await none.slots(for: cart(), days: 2, at: now).isEmpty)
  }

  @Test func `a checkout that runs for a year keeps few days that nobody was promised, and its answers stay`() async throws {
    let network = try Self.network()
    let planner = try await SmallTown.planner(network, stock: [("shirt", "s2", 9)])
    let soon = try await planner.slots(for: cart(), days: 3, at: now)
    let today = SmallTown.zone.date(at: now)
    for day in 0..<400 { _ = planner.tentativeDay(Planner.NodeDay(node: "s2", day: today.adding(days: day))) }
    planner.state.withLock { state in
      #expect(state.days.isEmpty && !state.emptyDays.isEmpty)
      #expect(state.emptyDays.count <= Planner.mostEmptyDays * network.sites.count)
    }
    #expect(try await planner.slots(for: cart(), days: 3, at: now) == soon && !soon.isEmpty)
  }

  private static func clock(_ window: TimeWindow) -> String {
    let (from, until) = (SmallTown.zone.time(at: window.opens), SmallTown.zone.time(at: window.closes))
    return "\(from)-\(until)"
  }

  @Test func `a slot beside a van that passes anyway is nearby, and costs the routes less`() async throws {
    let planner = try await SmallTown.planner(
      Self.network(fleet: [SmallTown.vehicle("v", at: "s2")]), stock: [("shirt", "s2", 9)])
    let first = try #require(try await planner.quote(for: cart("a", at: 9, .soonest(1)), at: now).quote)
    let slot = try #require(first.options.first { $0.kind == .slot })
    #expect(!slot.isNearby)
    _ = try #require(try await planner.accept(slot.token, at: now).accepted)
    let slots = try await planner.slots(for: cart("b", at: 9.1), days: 2, at: now)
    let beside = try #require(slots.first { $0.window == slot.window })
    #expect(beside.isNearby)
    let tomorrow = try #require(slots.last)
    #expect(!tomorrow.isNearby && beside.routeCost! < tomorrow.routeCost!)
  }

  @Test func `what is quoted is kept in the routes, and accepted as it stands`() async throws {
    let planner = try await SmallTown.planner(
      Self.network(fleet: [SmallTown.vehicle("v", at: "s2", stops: 3)]), stock: [("shirt", "s2", 9)])
    let quote = try #require(try await planner.quote(for: cart("a", .soonest(2)), at: now).quote)
    let slots = quote.options.filter { $0.kind == .slot }
    #expect(slots.count == 2 && planner.held == 3, "two slots, and the day without hours")
    // The van makes three stops that day: whoever comes next is brought the day after.
    let other = try #require(try await planner.quote(for: cart("b", .soonest(1)), at: now).quote)
    #expect(other.options.first { $0.kind == .slot }?.promisedDate == LocalDate("2026-12-04"))
    // The same cart has the same quote, and other slots are another cart.
    #expect(try await planner.quote(for: cart("a", .soonest(2)), at: now).quote == quote)
    let order = try #require(try await planner.accept(slots[1].token, at: now + .minutes(14)).accepted)
    #expect(order.offer == slots[1].offer && order.offer.window == slots[1].window)
    guard case .delivery(_, let hours) = order.order.fulfilment else { throw CancellationError() }
    #expect(hours == Self.hours[1])
    // One stop of it is left, and two of the other quote until that ends.
    #expect(planner.held == 3)
    _ = try await planner.withdrawQuote(of: "b", at: now + .minutes(14))
    #expect(planner.held == 1)
    let plan = try planner.plan(LocalDate("2026-12-03")!, limit: SearchLimit(iterations: 100))
    #expect(plan.leftOut.isEmpty && plan.stops.map(\.window) == [slots[1].window])
  }

  @Test func `slots that were chosen are quoted, and others are not`() async throws {
    let planner = try await SmallTown.planner(Self.network(), stock: [("shirt", "s2", 9)])
    let slots = try await planner.slots(for: cart(), days: 3, at: now)
    let chosen = [slots[6].window, slots[2].window]
    let quote = try #require(try await planner.quote(for: cart("c-1", .at(chosen)), at: now).quote)
    let kept = quote.options.filter { $0.kind == .slot }
    #expect(kept.map(\.window) == chosen.reversed())
    // What is no slot is not made one.
    let odd = TimeWindow(opens: slots[2].window.opens + .minutes(1), closes: slots[2].window.closes)!
    let other = try #require(try await planner.quote(for: cart("c-2", .at([odd])), at: now).quote)
    #expect(other.options.allSatisfy { $0.kind != .slot })
  }

  @Test func `slots that leave no room for each other are not all kept`() async throws {
    // One van that makes one stop: of two slots of a day one can be kept, and the day itself not beside it.
    let planner = try await SmallTown.planner(
      Self.network(fleet: [SmallTown.vehicle("v", at: "s2", stops: 2)]), stock: [("shirt", "s2", 9)])
    let quote = try #require(try await planner.quote(for: cart("a", .soonest(4)), at: now).quote)
    #expect(quote.options.count { $0.kind == .slot } == 1 && planner.held == 2)
    let none = try await planner.slots(for: cart("b"), days: 1, at: now)
    #expect(none.count == 4 && none.allSatisfy { $0.offer == nil && $0.routeCost == nil }, "all are told as taken")
  }

  @Test(arguments: [UInt64(1), 2, 3, 4]) func `whoever quotes, accepts and lets go, every promise can be driven`(seed: UInt64)
    async throws
  {
    var random = SeededGenerator(seed: seed)
    let fleet = ["dc", "s2", "s4"].map { SmallTown.vehicle(ID("v-\($0)"), at: ID($0), stops: 5, shift: "08:30-18:00") }
    let planner = try await SmallTown.planner(
      Self.network(fleet: fleet), stock: [("shirt", "dc", 40), ("shirt", "s2", 30), ("shoes", "s4", 30), ("fridge", "dc", 9)])
    var now = now
    var open: [Quote] = []
    var accepted: [ID<Order>: QuoteOption] = [:]
    for step in 0..<60 {
      now = now + .minutes(.random(in: 0...6, using: &random))
      let skus: [SKU] = ["shirt", "shoes", "fridge"].filter { _ in Bool.random(using: &random) }
      let slots = Cart.Slots.soonest(.random(in: 0...4, using: &random))
      let cart = Cart(
        id: ID("c-\(step)"), customer: "c", channel: .app,
        lines: (skus.isEmpty ? ["shirt"] : skus).map { OrderLine($0, quantity: .random(in: 1...2, using: &random)) },
        address: SmallTown.point(.random(in: -8...12, using: &random)), slots: slots, shipsComplete: Bool.random(using: &random))
      if let quote = try await planner.quote(for: cart, at: now).quote { open.append(quote) }
      if let quote = open.randomElement(using: &random), Bool.random(using: &random) {
        let option = quote.options.randomElement(using: &random)!
        if Int.random(in: 0..<4, using: &random) == 0 {
          try await planner.withdrawQuote(of: quote.cart.id, at: now)
        } else if let order = try await planner.accept(option.token, at: now).accepted {
          #expect(order.offer == option.offer)
          accepted[order.order.id] = option
        }
        open.removeAll { $0.id == quote.id }
      }
      if step % 20 == 19 {
        for day in 3...5 {
          try planner.improveRoutes(of: LocalDate(year: 2026, month: 12, day: day)!, limit: SearchLimit(iterations: 20))
        }
      }
      for (_, day) in planner.days {
        let (problem, routes) = day.routingProblem()
        #expect(problem.check(routes).isFeasible)
      }
    }
    #expect(accepted.values.contains { $0.kind == .slot })
    // When all quotes have ended, what is held is what was accepted.
    _ = try await planner.withdrawQuote(of: "none", at: now + .hours(1))
    #expect(planner.held == planner.acceptedOrders.reduce(0) { $0 + planner.network.visits(of: $1.order, $1.parcels).count })
    for day in 3...20 {
      let date = LocalDate(year: 2026, month: 12, day: day)!
      #expect(try planner.plan(date, limit: SearchLimit(iterations: 50)).leftOut.allSatisfy { $0.reason == .tooDear })
    }
  }

  @Test func `goods that are ready in the day ride with a van that waits for them`() async throws {
    // At six kilometres an hour to the door and back.
    let network = try Self.network(fleet: [SmallTown.vehicle("v", at: "s2")])
    let (afternoon, morning) = (SmallTown.instant("2026-12-03T13:00:00-03:00"), SmallTown.instant("2026-12-03T07:00:00-03:00"))
    let key = Planner.NodeDay(node: "s2", day: LocalDate("2026-12-03")!)
    let goods = Goods(weight: .kilograms(1), volume: .litres(1), parcels: 1)
    #expect(network.request(goods, to: SmallTown.point(3), ready: afternoon, key).release == afternoon)
    #expect(network.request(goods, to: SmallTown.point(3), ready: morning, key).release == nil)
    var plan = try #require(network.emptyDay(key))
    let request = network.request(goods, to: SmallTown.point(3), ready: afternoon, key)
    let early = try #require(TimeWindow(opens: morning, closes: SmallTown.instant("2026-12-03T11:00:00-03:00")))
    let held = try plan.insert(network.request(goods, to: SmallTown.point(4), ready: morning, key), as: "early", in: early)
    guard case .held = held else { throw CancellationError() }
    // The only van is out in the morning, and does not come back for what is ready later.
    #expect(try plan.offers(for: request, in: [network.wholeDay(key.day)])[0].obstacle == .time)
  }

  @Test func `slots of others, outside the hours or twice are refused, all at once`() throws {
    let slots = ["08:00-10:00", "09:00-11:00", "09:00-11:00"].map { OpeningHours($0)! }
    #expect {
      try Self.network(slots: slots)
    } throws: { error in
      (error as? InvalidInput)?.faults.map(\.place) == ["$.services[0].slots[0]", "$.services[0].slots[2]"]
    }
  }
}

extension Planner {
  fileprivate var days: [NodeDay: TentativePlan] { state.withLock { $0.days } }

  /// How many visits are held.
  fileprivate var held: Int { days.values.reduce(0) { $0 + $1.count } }
}
