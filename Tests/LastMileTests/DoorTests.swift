import LastMile
import Testing

/// Offers for a door found over tables, against those found by promising every lane.
struct DoorTests {
  /// Towns in which everything occurs that tables do not know: vans that are full, days that are full, nodes that are closed.
  private static func network(_ random: inout SplitMix) throws -> Network {
    let sites = try (0..<Int.random(in: 2...9, using: &random)).map { number in
      let days = Weekday.allCases.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
      let hours = OpeningHours(Bool.random(using: &random) ? "08:00-20:00" : "10:00-18:30")!
      let id: ID<Node> = ID("n\(number)")
      let schedule = try NodeSchedule(
        node: id, name: "\(id)", zone: SmallTown.zone,
        work: WorkingCalendar(
          hours: Dictionary(uniqueKeysWithValues: days.map { ($0, [hours]) }), holidays: Holidays(country: "CL")),
        cutOffs: Bool.random(using: &random)
          ? [:]
          : Dictionary(
            uniqueKeysWithValues: Weekday.allCases.map { ($0, LocalTime(hour: Int.random(in: 9...18, using: &random))!) }),
        preparationTime: .minutes(Int.random(in: 0...400, using: &random)),
        parcelsPerHour: Bool.random(using: &random) ? Int.random(in: 1...3, using: &random) : nil)
      return Site(
        node: Node(
          id: id, name: "\(id)", kind: .store, coordinate: SmallTown.point(Double(Int.random(in: 0...60, using: &random)))),
        schedule: schedule, pickupHours: nil, handlingPerParcel: MinorUnits(Int.random(in: 0...5, using: &random) * 50),
        handlingPerUnit: MinorUnits(Int.random(in: 0...2, using: &random) * 10),
        parcelLimit: Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 0...3, using: &random) : nil)
    }
    let bands: [ID<TransitZone>] = ["near", "far", "beyond"]
    func collections(of nodes: Set<ID<Node>>) -> [ID<Node>: [Weekday: [LocalTime]]] {
      var collections: [ID<Node>: [Weekday: [LocalTime]]] = [:]
      for node in nodes.sorted() where Bool.random(using: &random) {
        let days = Weekday.allCases.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
        guard !days.isEmpty else { continue }
        collections[node] = Dictionary(
          uniqueKeysWithValues: days.map { day in
            (
              day,
              (0...Int.random(in: 0...2, using: &random)).map { _ in LocalTime(hour: Int.random(in: 8...21, using: &random))! }
            )
          })
      }
      return collections
    }
    func service(_ number: Int, _ role: ShippingService.Role) throws -> ShippingService {
      let id: ID<DeliveryService> = ID("s\(number)")
      let served = bands.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
      let driving = Set(Weekday.allCases.filter { _ in Int.random(in: 0..<6, using: &random) > 0 })
      let nodes = Set(sites.map(\.node.id).filter { _ in Int.random(in: 0..<4, using: &random) > 0 })
      return ShippingService(
        id: id, role: role, nodes: nodes,
        delivery: try DeliveryService(
          id: id, kind: role == .ownVan ? .ownVan : .carrier,
          calendar: WorkingCalendar(wholeDays: driving, holidays: Holidays(country: "CL")),
          transit: Dictionary(
            uniqueKeysWithValues: served.map { ($0, Transit(days: role == .ownVan ? 0 : Int.random(in: 0...4, using: &random))) }),
          departureCut: Bool.random(using: &random) ? LocalTime(hour: 15) : nil,
          collections: role == .ownVan ? [:] : collections(of: nodes),
          window: role == .ownVan ? OpeningHours("10:00-20:00") : nil),
        tariff: FreightTariff(
          zones: Dictionary(
            uniqueKeysWithValues: try served.map { band in
              let price = Int.random(in: 5...40, using: &random) * 100
              let heavier = price + Int.random(in: 0...9, using: &random) * 100
              return (
                band.text,
                try FreightRate(
                  brackets: [
                    .init(upTo: .kilograms(1), price: MinorUnits(price)), .init(upTo: .kilograms(3), price: MinorUnits(heavier)),
                  ],
                  beyond: Bool.random(using: &random) ? .refused : .step(every: .kilograms(1), price: 200))
              )
            })))
    }
    let services = try (0..<Int.random(in: 1...6, using: &random)).map { try service($0, $0 == 0 ? .ownVan : .carrier) }
    let vans = sites.flatMap { site in
      (0..<Int.random(in: 0...2, using: &random)).map { number in
        SmallTown.vehicle(
          ID("\(site.node.id)-\(number)"), at: site.node.id, stops: Int.random(in: 1...3, using: &random),
          shift: Bool.random(using: &random) ? "08:00-20:00" : "11:00-14:00", kilograms: Int.random(in: 2...30, using: &random))
      }
    }
    return try Network(
      name: "Town", country: "CL", zone: SmallTown.zone, currency: .clp,
      streets: StreetModel(streetMetresPerKilometre: 1000, metresPerHour: 36_000),
      bands: [
        Band(id: "near", upTo: .kilometres(10)), Band(id: "far", upTo: .kilometres(30)),
        Band(id: "beyond", upTo: Bool.random(using: &random) ? .kilometres(50) : nil),
      ], sites: sites, services: services, fleet: vans,
      products: (0..<6).map {
        Product(
          id: ID("p\($0)"), name: "Product", weight: .grams(Int.random(in: 1...14, using: &random) * 100),
          volume: .litres(Int.random(in: 1...9, using: &random)), price: Money(Int.random(in: 1...9, using: &random) * 1000, .clp)
        )
      }, skills: [:], prices: Prices(latePerDay: 500, unservedStop: 5000, unfilledUnit: 2000),
      stop: StopTimes(perStop: .minutes(5), perParcel: .seconds(30)))
  }

  @Test(arguments: 0..<6)
  func `tables find the offers that promises of every lane find, while vans and days fill up`(seed: Int) async throws {
    var random = SplitMix(seed: UInt64(seed))
    for town in 0..<4 {
      let network = try Self.network(&random)
      var stock: [(SKU, ID<Node>, Int)] = []
      for site in network.sites {
        for product in network.products where Bool.random(using: &random) {
          stock.append((product.id, site.node.id, Int.random(in: 1...8, using: &random)))
        }
      }
      guard !stock.isEmpty else { continue }
      let planner = try await SmallTown.planner(network, stock: stock)
      var now = SmallTown.instant("2026-12-02T07:00:00-03:00")
      for number in 0..<25 {
        now = now + .minutes(Int.random(in: 0...400, using: &random))
        if Int.random(in: 0..<10, using: &random) == 0, let site = network.sites.randomElement(using: &random) {
          _ = try await planner.close(site.node.id, until: Bool.random(using: &random) ? nil : now + .hours(30), at: now)
        }
        if Int.random(in: 0..<10, using: &random) == 0, let site = network.sites.randomElement(using: &random) {
          planner.reopen(site.node.id)
        }
        let products = network.products.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
        let order = Order(
          id: ID("o\(town)-\(number)"), placedAt: now, channel: .web, customer: "c",
          lines: products.map { OrderLine($0.id, quantity: Int.random(in: 1...2, using: &random)) },
          fulfilment: .delivery(to: SmallTown.point(Double.random(in: 0...70, using: &random)), between: nil),
          shipsComplete: Int.random(in: 0..<4, using: &random) == 0)
        let expected = try await planner.offers(for: order, explained: true)
        let offers = try await planner.offers(for: order)
        #expect(offers.map(\.promisedDate) == expected.map(\.promisedDate))
        #expect(offers.map(\.cost.total) == expected.map(\.cost.total))
        for offer in offers {
          #expect(offer.promisedDate == offer.parcels.map(\.promise.deliveryDate).max())
          #expect(offer.isProvenCheapest)
        }
        if let chosen = offers.randomElement(using: &random) {
          let answer = try await planner.accept(chosen)
          #expect(answer.accepted != nil, "\(answer)")
        }
      }
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
