import Interchange
import LastMile
import Logistics

/// A day of a little town whose names are as nasty as names can be: tags, quotes, the end of a script, line breaks.
enum DaySample {
  static let nastyStore = "Store <script>alert(\"1\")</script> & 'sons'"
  static let nastyProduct = "Shirt </script><!-- \u{2028} <b>\"XL\"</b> & co"
  static let nastyVehicle = "\"<i>1</i>\" & 'x'"
  static let date = LocalDate("2026-12-03")!

  /// The day that most tests look at, planned once.
  static func report() async throws -> DayReport { try await planned.value }

  private static let planned = Task { try await plan() }

  /// The report of a day.
  ///
  /// - Parameter rushed: How many orders, besides, want to be delivered within the same quarter of an hour: more than three
  ///   vehicles can be at.
  /// - Parameter swaps: How many of the orders replace a return; the customer of the next one has one fetched with it, and that of the
  ///   one after waits for what nobody brings that day.
  /// - Parameter isCompared: Whether pickups are planned apart too.
  static func plan(orders: Int = 8, rushed: Int = 9, swaps: Int = 0, isCompared: Bool = false) async throws -> DayReport {
    let network = try network()
    let placed = Instant("2026-12-02T10:00:00-03:00")!
    var all = (0..<orders + rushed).map { index in
      // Round the two nodes in a fixed, scattered pattern.
      let address = point(Double(index * 7 % 11) - 2, Double(index * 5 % 9) - 4)
      let hours = index < orders ? nil : OpeningHours("09:00-09:15")
      return Order(
        id: ID("o-\(index)&<\(index)>"), placedAt: placed, channel: .web, customer: ID("c<\(index)>"),
        lines: [OrderLine("shirt", quantity: 1 + index % 2)], fulfilment: .delivery(to: address, between: hours))
    }
    all.append(
      Order(
        id: "o-none", placedAt: placed, channel: .phone, customer: "c", lines: [OrderLine("hat", quantity: 2)],
        fulfilment: .pickup(at: "dc")))
    func request(_ id: ID<ReturnRequest>, of index: Int, replaced: Bool = true) -> ReturnRequest {
      ReturnRequest(
        id: id, order: ID("h<\(index)>"), customer: all[index].customer, deliveredOn: LocalDate("2026-11-30")!,
        requestedAt: placed,
        address: point(Double(index * 7 % 11) - 2, Double(index * 5 % 9) - 4), line: OrderLine("shirt", quantity: 2),
        reason: .faulty, replacement: replaced ? all[index].id : nil)
    }
    var swapped = (0..<swaps).map { request(ID("w-\($0)<"), of: $0) }
    if swaps > 0 {
      swapped.append(request("w-too<", of: swaps, replaced: false))
      // Placed so late that the vans bring it a day later.
      all.append(
        Order(
          id: "o-late<", placedAt: placed + .hours(10), channel: .web, customer: "late<",
          lines: [OrderLine("shirt", quantity: 1)],
          fulfilment: .delivery(to: point(1, 2), between: nil)))
      swapped.append(
        ReturnRequest(
          id: "w-late<", order: "h<late>", deliveredOn: LocalDate("2026-11-30")!, requestedAt: placed, address: point(1, 2),
          line: OrderLine("shirt", quantity: 1), reason: .faulty, replacement: "o-late<"))
    }
    func request(_ id: ID<ReturnRequest>, shirts: Int) -> ReturnRequest {
      ReturnRequest(
        id: id, order: "h-1", deliveredOn: LocalDate("2026-11-30")!, requestedAt: placed, address: point(1, 1),
        line: OrderLine("shirt", quantity: shirts), reason: .changedMind)
    }
    // Promises are kept, but who comes back with most of what a van can carry may have to wait.
    let large = rushed > 0 ? (2...5).map { request(ID("r-\($0)&"), shirts: 18) } : []
    let scenario = try Scenario(
      network: network, date: date,
      stock: [
        Scenario.Stock(node: "dc", sku: "shirt", onHand: 14, safety: 0),
        Scenario.Stock(node: "s<2>", sku: "shirt", onHand: 40, safety: 0),
      ], orders: all, returns: [request("r-1<\"", shirts: 1)] + large + swapped)
    let planner = Planner(network: network, inventory: try await scenario.openingStock())
    let outcomes = try await scenario.replay(on: planner)
    let limit = SearchLimit(iterations: 500)
    if isCompared {
      let comparison = try planner.comparePickups(date, returns: scenario.returns, limit: limit)
      return DayReport(scenario, outcomes, comparison.together, comparison)
    }
    let plan = try planner.plan(date, returns: scenario.returns, limit: limit)
    return DayReport(scenario, outcomes, plan)
  }

  /// So many kilometres east and north of the warehouse.
  static func point(_ east: Double, _ north: Double) -> Coordinate {
    Coordinate(latitude: -33.45 + north / 111.195, longitude: -70.65 + east / 92.77)!
  }

  private static func network() throws -> Network {
    let hours = OpeningHours("08:00-20:00")!
    let work = try WorkingCalendar(hours: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [hours]) }))
    let everyday = WorkingCalendar(wholeDays: Set(Weekday.allCases))
    let zone = Zone("America/Santiago")!
    func site(_ id: ID<Node>, _ name: String, _ kind: Node.Kind, _ place: Coordinate) throws -> Site {
      Site(
        node: Node(id: id, name: name, kind: kind, coordinate: place),
        schedule: try NodeSchedule(node: id, name: name, zone: zone, work: work, preparationTime: .hours(2)),
        pickupHours: work, handlingPerParcel: 100, handlingPerUnit: 10, parcelLimit: nil)
    }
    func vehicle(_ id: ID<FleetVehicle>, _ node: ID<Node>) -> FleetVehicle {
      FleetVehicle(
        id: id, model: "van <10 m³>", node: node, weight: .kilograms(6), volume: .litres(300), parcels: 20,
        shift: OpeningHours("08:00-11:00")!, skills: [], fixedCost: 5000, costPerKilometre: 200, costPerHour: 6000, stops: 50,
        maximumDistance: nil)
    }
    let delivery = try DeliveryService(
      id: "van", kind: .ownVan, calendar: everyday, transit: ["town": Transit(days: 0)], departureCut: LocalTime(hour: 8),
      window: OpeningHours("09:00-19:00"))
    return try Network(
      name: "Town <&> \"quoted\"", country: "CL", zone: zone, currency: .clp,
      streets: StreetModel(streetMetresPerKilometre: 1300, metresPerHour: 36_000),
      bands: [Band(id: "town", upTo: .kilometres(200))],
      sites: [
        try site("dc", "Warehouse", .distributionCentre, point(0, 0)), try site("s<2>", nastyStore, .store, point(5, 1)),
      ],
      services: [
        ShippingService(
          id: "van", role: .ownVan, nodes: ["dc", "s<2>"], delivery: delivery,
          tariff: FreightTariff(zones: ["town": .flat(1000)])),
        ShippingService(id: "pickup", role: .storePickup, nodes: ["dc"], delivery: nil, tariff: FreightTariff(zones: [:])),
      ],
      fleet: [vehicle(ID(nastyVehicle), "dc"), vehicle("v-2", "dc"), vehicle("v-3", "s<2>")],
      products: [
        Product(id: "shirt", name: nastyProduct, weight: .grams(300), volume: .litres(2), price: Money(15_000, .clp)),
        Product(id: "hat", name: "Hat", weight: .grams(100), volume: .litres(1), price: Money(9000, .clp)),
      ], skills: [:], prices: Prices(latePerDay: 1000, unservedStop: 20_000, unfilledUnit: 30_000),
      stop: StopTimes(perStop: .minutes(5), perParcel: .seconds(30)))
  }
}
