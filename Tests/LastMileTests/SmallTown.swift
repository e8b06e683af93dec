import LastMile

/// A town of one warehouse and two stores on a line of four kilometres, for tests that want to know every number.
///
/// The warehouse stands at kilometre 0, the stores at 2 and 4. Everybody works from 08:00 to 20:00 every day but Sunday, in
/// Santiago. One van loads at the warehouse and one at each store.
enum SmallTown {
  static let zone = Zone("America/Santiago")!

  static func point(_ kilometres: Double) -> Coordinate {
    Coordinate(latitude: -33.45, longitude: -70.65 + kilometres / 92.77)!  // a degree of longitude is 92.77 km here
  }

  static func instant(_ text: String) -> Instant { Instant(text)! }

  static func site(
    _ id: ID<Node>, _ kind: Node.Kind, at kilometres: Double, parcelLimit: Int? = nil, hub: HubWork? = nil,
    closedDays: Set<LocalDate> = []
  ) throws -> Site {
    let hours = OpeningHours("08:00-20:00")!
    let days = Dictionary(uniqueKeysWithValues: Weekday.allCases.filter { $0 != .sunday }.map { ($0, [hours]) })
    let work = try WorkingCalendar(hours: days, holidays: Holidays(country: "CL"), closedDays: closedDays)
    let cutOffs = Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, LocalTime(hour: 16)!) })
    let schedule = try NodeSchedule(
      node: id, name: id.text, zone: zone, work: work, cutOffs: cutOffs, preparationTime: .hours(2))
    return Site(
      node: Node(id: id, name: id.text, kind: kind, coordinate: point(kilometres)), schedule: schedule,
      pickupHours: kind == .store ? work : nil, handlingPerParcel: 100, handlingPerUnit: 10, parcelLimit: parcelLimit, hub: hub)
  }

  static func vehicle(
    _ id: ID<FleetVehicle>, at node: ID<Node>, stops: Int = 50, shift: String = "08:00-20:00", kilograms: Int = 500,
    skills: Set<Skill> = [], fixedCost: MinorUnits = 5000
  ) -> FleetVehicle {
    FleetVehicle(
      id: id, model: "van", node: node, weight: .kilograms(kilograms), volume: .litres(3000), parcels: 50,
      shift: OpeningHours(shift)!, skills: skills, fixedCost: fixedCost, costPerKilometre: 200, costPerHour: 6000, stops: stops,
      maximumDistance: nil)
  }

  static func network(
    fleet: [FleetVehicle]? = nil, parcelLimit: Int? = nil, latePerDay: MinorUnits = 1000, unservedStop: MinorUnits = 20_000,
    skills: [SKU: Set<Skill>] = [:], rules: [EligibilityRule] = [],
    substitutes: [SKU: [ProductSubstitute]] = [:], hub: HubWork? = nil, closedDays: Set<LocalDate> = []
  ) throws -> Network {
    let sites = [
      try site("dc", .distributionCentre, at: 0, parcelLimit: parcelLimit, closedDays: closedDays),
      try site("s2", .store, at: 2, hub: hub, closedDays: closedDays), try site("s4", .store, at: 4, closedDays: closedDays),
    ]
    let everyday = WorkingCalendar(
      wholeDays: Set(Weekday.allCases.filter { $0 != .sunday }), holidays: Holidays(country: "CL"))
    let rate = try FreightRate(
      brackets: [.init(upTo: .kilograms(5), price: 1000), .init(upTo: .kilograms(50), price: 3000)],
      beyond: .step(every: .kilograms(1), price: 100))
    let carrierRate = try FreightRate(brackets: [.init(upTo: .kilograms(50), price: 2500)])
    func delivery(_ id: ID<DeliveryService>, _ kind: DeliveryService.Kind, days: Int) throws -> DeliveryService {
      try DeliveryService(
        id: id, kind: kind, calendar: everyday, transit: ["town": Transit(days: days)], departureCut: LocalTime(hour: 8),
        window: kind == .ownVan ? OpeningHours("09:00-19:00") : nil)
    }
    let tariff = FreightTariff(zones: ["town": rate])
    return try Network(
      name: "Small Town", country: "CL", zone: zone, currency: .clp,
      streets: StreetModel(streetMetresPerKilometre: 1000, metresPerHour: 36_000),
      bands: [Band(id: "town", upTo: .kilometres(20))],
      sites: sites,
      services: [
        ShippingService(
          id: "van", role: .ownVan, nodes: ["dc", "s2", "s4"], delivery: delivery("van", .ownVan, days: 0), tariff: tariff),
        ShippingService(
          id: "post", role: .carrier, nodes: ["dc"], delivery: delivery("post", .carrier, days: 2),
          tariff: FreightTariff(zones: ["town": carrierRate])),
        ShippingService(id: "pickup", role: .storePickup, nodes: ["s2", "s4"], delivery: nil, tariff: FreightTariff(zones: [:])),
        ShippingService(
          id: "truck", role: .transfer, nodes: ["dc"], delivery: delivery("truck", .ownVan, days: 0), tariff: tariff),
      ] + (hub == nil ? [] : try hubServices(delivery(_:_:days:))),
      fleet: fleet ?? [vehicle("v-dc", at: "dc"), vehicle("v-s2", at: "s2"), vehicle("v-s4", at: "s4")],
      products: [
        Product(id: "shirt", name: "Shirt", weight: .grams(300), volume: .litres(2), price: Money(15_000, .clp)),
        Product(id: "shoes", name: "Shoes", weight: .grams(1200), volume: .litres(10), price: Money(40_000, .clp)),
        Product(id: "fridge", name: "Fridge", weight: .kilograms(60), volume: .litres(600), price: Money(400_000, .clp)),
      ], skills: skills, prices: Prices(latePerDay: latePerDay, unservedStop: unservedStop, unfilledUnit: 30_000),
      stop: StopTimes(perStop: .minutes(5), perParcel: .seconds(30)), rules: rules, substitutes: substitutes)
  }

  /// A shuttle to the second kilometre for 100, and a bicycle on from there for 500.
  private static func hubServices(
    _ delivery: (ID<DeliveryService>, DeliveryService.Kind, Int) throws -> DeliveryService
  ) throws -> [ShippingService] {
    let cheap = FreightTariff(zones: ["town": .flat(100)])
    return [
      ShippingService(
        id: "shuttle", role: .transfer, nodes: ["dc", "s4"], delivery: try delivery("shuttle", .ownVan, 0), tariff: cheap),
      ShippingService(
        id: "bicycle", role: .carrier, nodes: ["s2"], delivery: try delivery("bicycle", .carrier, 0),
        tariff: FreightTariff(zones: ["town": .flat(500)])),
    ]
  }

  /// A planner with units of products at nodes.
  static func planner(
    _ network: Network, stock: [(SKU, ID<Node>, Int)], safety: [(SKU, ID<Node>, Int)] = []
  ) async throws -> Planner {
    let inventory = InMemoryInventory()
    let now = instant("2026-12-01T00:00:00-03:00")
    _ = try await inventory.receive(
      stock.map { Allocation($0.0, at: $0.1, quantity: $0.2) }, as: .delivery, reference: "opening", requestID: "opening", at: now
    )
    for (sku, node, units) in safety { try await inventory.setSafetyStock(units, of: sku, at: node, at: now) }
    return Planner(network: network, inventory: inventory)
  }

  /// An order placed on Wednesday 2 December 2026 at ten, unless said otherwise.
  static func order(
    _ lines: [OrderLine], _ fulfilment: Fulfilment, id: ID<Order> = "o-1", placed: String = "2026-12-02T10:00:00-03:00",
    complete: Bool = false, channel: Channel = .web
  ) -> Order {
    Order(
      id: id, placedAt: instant(placed), channel: channel, customer: "c-1", lines: lines, fulfilment: fulfilment,
      shipsComplete: complete)
  }

  static func door(_ kilometres: Double, _ hours: String? = nil) -> Fulfilment {
    .delivery(to: point(kilometres), between: hours.map { OpeningHours($0)! })
  }
}
