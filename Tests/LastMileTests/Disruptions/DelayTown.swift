import LastMile

/// The small town with random calendars, services and orders: of one seed always the same.
enum DelayTown {
  static let first = LocalDate("2026-12-01")!
  static let nodes: [ID<Node>] = ["dc", "s2", "s4"]

  static func network(_ dice: inout Dice, stops: Int = 1000, parcelLimit: Int? = nil) throws -> Network {
    let town = try SmallTown.network(
      fleet: nodes.map { SmallTown.vehicle(ID("v-\($0)"), at: $0, stops: stops, kilograms: 900_000) }, parcelLimit: parcelLimit,
      hub: HubWork(handlingPerParcel: 1, handlingPerUnit: 1))
    // Closed days, holidays and weekdays of rest fall among the days of the delays.
    let closedDays = Set((0..<3).map { _ in first.adding(days: dice.roll(1...30)) })
    let sites = try nodes.enumerated().map { place, node in
      try SmallTown.site(
        node, place == 0 ? .distributionCentre : .store, at: 2 * Double(place), parcelLimit: parcelLimit,
        hub: node == "s2" ? HubWork(handlingPerParcel: 1, handlingPerUnit: 1) : nil,
        closedDays: dice.roll(0...1) == 0 ? closedDays : [])
    }
    let services = try town.services.map { service -> ShippingService in
      guard let delivery = service.delivery else { return service }
      let resting = Set([Weekday.saturday, .sunday, .wednesday].filter { _ in dice.roll(0...2) == 0 })
      let calendar = WorkingCalendar(
        wholeDays: Set(Weekday.allCases).subtracting(resting), holidays: dice.roll(0...1) == 0 ? nil : Holidays(country: "CL")
      )
      let weekdays = Set(Weekday.allCases.filter { _ in dice.roll(0...3) > 0 }).union([.thursday])
      return ShippingService(
        id: service.id, role: service.role, nodes: service.nodes,
        delivery: try DeliveryService(
          id: delivery.id, kind: delivery.kind, calendar: calendar, deliveryWeekdays: weekdays,
          transit: ["near": Transit(days: dice.roll(0...2)), "far": Transit(days: dice.roll(1...3))],
          departureCut: dice.roll(0...1) == 0 ? nil : LocalTime(hour: dice.roll(7...18)),
          window: service.role == .ownVan ? OpeningHours("09:00-19:00") : nil),
        tariff: FreightTariff(
          zones: ["near": .flat(MinorUnits(dice.roll(100...3000))), "far": .flat(MinorUnits(dice.roll(100...3000)))]))
    }
    return try Network(
      name: town.name, country: town.country, zone: town.zone, currency: town.currency, streets: town.streets,
      bands: [Band(id: "near", upTo: .kilometres(2)), Band(id: "far", upTo: .kilometres(50))], sites: sites, services: services,
      fleet: town.fleet, products: town.products, skills: town.skills,
      prices: Prices(latePerDay: 10, unservedStop: 1, unfilledUnit: 1), stop: town.stop)
  }

  /// A planner with orders accepted in random ways: soon or cheap, at the door or in a store, gathered or in parcels.
  static func planner(_ dice: inout Dice, orders: Int, stops: Int = 1000, parcelLimit: Int? = nil) async throws -> Planner {
    let skus: [SKU] = ["shirt", "shoes"]
    let planner = try await SmallTown.planner(
      network(&dice, stops: stops, parcelLimit: parcelLimit),
      stock: skus.flatMap { sku in nodes.filter { _ in dice.roll(0...2) > 0 }.map { (sku, $0, 200) } } + [("shirt", "dc", 200)])
    for number in 0..<orders {
      let placed = SmallTown.zone.instant(first.adding(days: dice.roll(0...8)), .midnight) + .minutes(dice.roll(0...1439))
      let lines = skus.filter { _ in dice.roll(0...2) > 0 }.map { OrderLine($0, quantity: dice.roll(1...3)) }
      guard !lines.isEmpty else { continue }
      let fulfilment: Fulfilment =
        switch dice.roll(0...5) {
        case 0: .pickup(at: "s2")
        case 1: SmallTown.door(Double(dice.roll(0...5)), "12:00-18:00")
        default: SmallTown.door(Double(dice.roll(0...5)))
        }
      let order = Order(
        id: ID("o-\(number)"), placedAt: placed, channel: .web, customer: "c", lines: lines, fulfilment: fulfilment)
      let offers = try await planner.offers(for: order)
      guard !offers.isEmpty else { continue }
      _ = try await planner.accept(offers[dice.roll(0...offers.count - 1)])
    }
    return planner
  }

  /// News at random of something that there is.
  static func news(_ dice: inout Dice, id: Int, in planner: Planner, on date: LocalDate) -> Disruption {
    let at = SmallTown.zone.instant(date, .midnight) + .minutes(dice.roll(0...1439))
    let node = nodes[dice.roll(0...2)]
    let kind: Disruption.Kind
    switch dice.roll(0...4) {
    case 0: kind = .nodeBehind(node, readyFrom: at + .minutes(dice.roll(1...6000)))
    case 1:
      let orders = planner.acceptedOrders
      let order = orders[dice.roll(0...orders.count - 1)]
      kind = .orderLate(order.order.id, from: order.parcels.last?.contents.node ?? node, workingDays: dice.roll(1...5))
    default:
      let services = planner.network.services.filter { $0.role != .storePickup }
      let service = services[dice.roll(0...services.count - 1)]
      let from = first.adding(days: dice.roll(0...14))
      kind = .serviceLate(
        service.id, workingDays: dice.roll(1...5), leaving: from...from.adding(days: dice.roll(0...6)),
        from: dice.roll(0...2) == 0 ? [service.nodes.sorted()[0]] : nil,
        to: dice.roll(0...2) == 0 ? [dice.roll(0...1) == 0 ? "near" : "far"] : nil)
    }
    return Disruption(id: ID("n-\(id)"), kind, at: at)
  }
}

/// Random numbers that come again (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
