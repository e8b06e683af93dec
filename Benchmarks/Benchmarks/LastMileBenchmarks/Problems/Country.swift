import Inventory
import LastMile
import Logistics
import Promising
import Sourcing
import Travel

/// A retailer all over Chile: 12 warehouses and 488 stores, seven carriers and its own vans, and carts of six lines for the door.
///
/// Nodes lie around ten cities as people do. Warehouses have most products; a store has one in three, a few of each. Carriers charge
/// by weight and band; carts weigh from below the first bracket to beyond the third.
struct Country: Sendable {
  static let nodes = 500
  static let products = 400

  let network: Network
  let inventory: InMemoryInventory
  /// Placed one after the other from nine in the morning.
  let orders: [Order]

  init(orders count: Int, within span: TimeSpan = .hours(4), seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let products = (0..<Self.products).map { number in
      Product(
        id: ID("p\(number)"), name: "Product \(number)", weight: .grams(Int.random(in: 80...900, using: &random)),
        volume: Volume(Int.random(in: 300...4000, using: &random)),
        price: Money(Int.random(in: 5...60, using: &random) * 1000, .clp))
    }
    let sites = try (0..<Self.nodes).map { try Self.site($0, &random) }
    let services = try Self.services(sites)
    let vans = sites.prefix(60).flatMap { site in
      (0..<2).map { number in
        FleetVehicle(
          id: ID("\(site.node.id)-van-\(number)"), model: "van", node: site.node.id, weight: .kilograms(900),
          volume: .litres(6000), parcels: 200, shift: OpeningHours("09:00-20:00")!, skills: [], fixedCost: 20_000,
          costPerKilometre: 300, costPerHour: 6000, stops: 60, maximumDistance: nil)
      }
    }
    network = try Network(
      name: "Country", country: "CL", zone: Self.zone, currency: .clp, streets: StreetModel(),
      bands: [
        Band(id: "near", upTo: .metres(15_000)), Band(id: "city", upTo: .metres(60_000)),
        Band(id: "region", upTo: .metres(400_000)), Band(id: "country", upTo: nil),
      ], sites: sites, services: services, fleet: vans, products: products, skills: [:],
      prices: Prices(latePerDay: 700, unservedStop: 5000, unfilledUnit: 3000),
      stop: StopTimes(perStop: .minutes(4), perParcel: .minutes(1)))
    inventory = InMemoryInventory()
    let morning = Instant("2026-11-24T09:00:00-03:00")!
    for (index, site) in sites.enumerated() {
      var units: [Allocation] = []
      for product in products where Int.random(in: 0..<100, using: &random) < (index < 12 ? 85 : 33) {
        let most = index < 12 ? 400 : 6
        units.append(Allocation(product.id, at: site.node.id, quantity: Int.random(in: 1...most, using: &random)))
      }
      _ = try await inventory.receive(units, as: .delivery, reference: "opening", requestID: ID("opening \(index)"), at: morning)
    }
    orders = (0..<count).map { number in
      var skus = Set<Int>()
      while skus.count < 6 { skus.insert(Int.random(in: 0..<Self.products, using: &random)) }
      return Order(
        id: ID("o\(number)"), placedAt: morning + .seconds(number * span.seconds / count), channel: .web,
        customer: ID("c\(number)"),
        lines: skus.sorted().map { OrderLine(products[$0].id, quantity: Int.random(in: 1...2, using: &random)) },
        fulfilment: .delivery(to: Self.place(&random), between: nil))
    }
  }

  private static let zone = Zone("America/Santiago")!
  private static let holidays = Holidays(country: "CL")
  private static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
  /// Cities from north to south, with how many people in ten thousands.
  private static let cities: [(latitude: Double, longitude: Double, people: Int)] = [
    (-18.48, -70.32, 25), (-23.65, -70.40, 40), (-29.90, -71.25, 50), (-33.05, -71.60, 100), (-33.45, -70.66, 680),
    (-34.17, -70.74, 35), (-35.43, -71.66, 25), (-36.82, -73.04, 100), (-38.74, -72.60, 40), (-41.47, -72.94, 30),
  ]

  private static func place(_ random: inout SeededRandom) -> Coordinate {
    var people = Int.random(in: 0..<cities.reduce(0) { $0 + $1.people }, using: &random)
    let city = cities.first { city in
      people -= city.people
      return people < 0
    }!
    let spread = 0.05 + Double(city.people) / 4000
    let north = (0..<3).reduce(0.0) { sum, _ in sum + Double.random(in: -spread...spread, using: &random) }
    let east = (0..<3).reduce(0.0) { sum, _ in sum + Double.random(in: -spread...spread, using: &random) }
    return Coordinate(latitude: city.latitude + north, longitude: city.longitude + east)!
  }

  private static func hours(_ days: [Weekday], _ hours: String) -> [Weekday: [OpeningHours]] {
    Dictionary(uniqueKeysWithValues: days.map { ($0, [OpeningHours(hours)!]) })
  }

  private static func site(_ number: Int, _ random: inout SeededRandom) throws -> Site {
    let isWarehouse = number < 12
    let days = isWarehouse ? weekdays + [.saturday] : weekdays + [.saturday, .sunday]
    let cutOff = LocalTime("\(Int.random(in: 11...16, using: &random)):\(["00", "15", "30"].randomElement(using: &random)!)")!
    let id: ID<Node> = ID(isWarehouse ? "warehouse-\(number)" : "store-\(number)")
    return Site(
      node: Node(
        id: id, name: "\(id)", kind: isWarehouse ? .distributionCentre : .store, coordinate: place(&random)),
      schedule: try NodeSchedule(
        node: id, name: "\(id)", zone: zone,
        work: WorkingCalendar(hours: hours(days, isWarehouse ? "07:00-22:00" : "10:00-20:00"), holidays: holidays),
        cutOffs: Dictionary(uniqueKeysWithValues: days.map { ($0, cutOff) }),
        preparationTime: .minutes(isWarehouse ? 120 : Int.random(in: 60...240, using: &random))),
      pickupHours: isWarehouse ? nil : try WorkingCalendar(hours: hours(days, "10:00-20:00"), holidays: holidays),
      handlingPerParcel: MinorUnits(isWarehouse ? 350 : 500 + 10 * Int.random(in: 0...20, using: &random)),
      handlingPerUnit: MinorUnits(isWarehouse ? 60 : 120), parcelLimit: nil)
  }

  private static func services(_ sites: [Site]) throws -> [ShippingService] {
    let all = Set(sites.map(\.node.id))
    func rate(_ prices: [Int]) throws -> FreightRate {
      try FreightRate(
        brackets: zip([1500, 3000, 6000, 15_000], prices).map { .init(upTo: .grams($0), price: MinorUnits($1)) },
        beyond: .step(every: .kilograms(1), price: 150), cubicCentimetresPerKilogram: 5000)
    }
    func carrier(
      _ id: ID<DeliveryService>, _ days: [Weekday], leaves: String, _ transit: [(String, Int, Int)]
    ) throws -> ShippingService {
      ShippingService(
        id: id, role: .carrier, nodes: all,
        delivery: try DeliveryService(
          id: id, kind: .carrier, calendar: WorkingCalendar(wholeDays: Set(days), holidays: holidays),
          transit: Dictionary(uniqueKeysWithValues: transit.map { (ID($0.0), Transit(days: $0.1)) }),
          departureCut: LocalTime(leaves)),
        tariff: FreightTariff(
          zones: Dictionary(
            uniqueKeysWithValues: try transit.map { band, _, price in
              (band, try rate([price, price * 5 / 4, price * 3 / 2, price * 2]))
            })))
    }
    let saturdays = weekdays + [.saturday]
    return [
      try carrier(
        "economy", weekdays, leaves: "16:00", [("near", 3, 1900), ("city", 3, 2100), ("region", 5, 2700), ("country", 8, 3600)]),
      try carrier(
        "standard", weekdays, leaves: "17:00", [("near", 2, 2300), ("city", 2, 2500), ("region", 3, 3300), ("country", 5, 4500)]),
      try carrier(
        "parcel", saturdays, leaves: "18:00", [("near", 1, 2700), ("city", 2, 2800), ("region", 3, 3500), ("country", 4, 5200)]),
      try carrier(
        "express", saturdays, leaves: "18:00", [("near", 1, 3100), ("city", 1, 3500), ("region", 2, 4900), ("country", 3, 7900)]),
      try carrier("air", saturdays, leaves: "15:00", [("region", 1, 8900), ("country", 1, 11_900)]),
      try carrier("courier", saturdays + [.sunday], leaves: "19:00", [("near", 0, 4900), ("city", 1, 5900)]),
      try carrier(
        "post", weekdays, leaves: "14:00", [("near", 3, 1700), ("city", 4, 1900), ("region", 6, 2300), ("country", 9, 3100)]),
      ShippingService(
        id: "van", role: .ownVan, nodes: all,
        delivery: try DeliveryService(
          id: "van", kind: .ownVan, calendar: WorkingCalendar(hours: hours(saturdays, "09:00-20:00"), holidays: holidays),
          transit: ["near": Transit(days: 0)], window: OpeningHours("10:00-20:00")),
        tariff: FreightTariff(zones: ["near": try rate([2400, 2400, 2600, 3900])])),
    ]
  }
}
