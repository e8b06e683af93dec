import Synchronization

@testable import LastMile

/// The small town with a locker at its third kilometre, to which a truck comes from the warehouse and one from the far store,
/// Mondays to Saturdays; what is ordered by day comes on the next.
enum LockerTown {
  static let small = Locker.Compartment(count: 1, volume: .litres(5))
  static let large = Locker.Compartment(count: 1, volume: .litres(20), weight: .kilograms(5))
  static let everyDay = WorkingCalendar(wholeDays: Set(Weekday.allCases), holidays: nil)

  static func locker(
    _ compartments: [Locker.Compartment] = [small, large], pickupDays: Int = 2, id: ID<Node> = "box", at kilometres: Double = 3,
    hours: WorkingCalendar = everyDay, services: Set<ID<DeliveryService>>? = nil
  ) -> Locker {
    Locker(
      node: Node(id: id, name: "Plaza", kind: .locker, coordinate: SmallTown.point(kilometres)), hours: hours,
      compartments: compartments, pickupDays: pickupDays, services: services)
  }

  /// - Parameter window: when the trucks come.
  static func network(_ lockers: [Locker], window: String? = nil, truckRate: FreightRate = .flat(1000)) throws -> Network {
    let town = try SmallTown.network()
    let everyday = WorkingCalendar(
      wholeDays: Set(Weekday.allCases.filter { $0 != .sunday }), holidays: Holidays(country: "CL"))
    func service(
      _ id: ID<DeliveryService>, _ role: ShippingService.Role, from node: ID<Node>, _ rate: FreightRate, days: Int = 0
    ) throws -> ShippingService {
      ShippingService(
        id: id, role: role, nodes: [node],
        delivery: try DeliveryService(
          id: id, kind: role == .lockerCarrier ? .carrier : .ownVan, calendar: everyday,
          transit: ["town": Transit(days: days)], departureCut: LocalTime(hour: 8), window: window.map { OpeningHours($0)! }),
        tariff: FreightTariff(zones: ["town": rate]))
    }
    return try Network(
      name: town.name, country: town.country, zone: town.zone, currency: town.currency, streets: town.streets,
      bands: town.bands, sites: town.sites,
      services: town.services.filter { $0.role != .transfer } + [
        service("truck", .transfer, from: "dc", truckRate), service("lorry", .transfer, from: "s4", .flat(2000)),
        service("courier", .lockerCarrier, from: "dc", .flat(500), days: 3),
      ], fleet: town.fleet, products: town.products, skills: town.skills, prices: town.prices, stop: town.stop, lockers: lockers)
  }

  /// A planner whose lockers only the trucks serve.
  static func planner(
    _ compartments: [Locker.Compartment] = [small, large], pickupDays: Int = 2,
    stock: [(SKU, ID<Node>, Int)] = [
      ("shirt", "dc", 90), ("shoes", "dc", 90),
    ]
  ) async throws -> Planner {
    try await SmallTown.planner(
      network([locker(compartments, pickupDays: pickupDays, services: ["truck", "lorry"])]), stock: stock)
  }

  static func order(_ sku: SKU, _ quantity: Int = 1, id: ID<Order>, placed: String = "2026-12-02T10:00:00-03:00") -> Order {
    SmallTown.order(
      [OrderLine(sku, quantity: quantity)], .pickup(at: "box"), id: id, placed: placed, complete: true)
  }

  static func cart(_ id: ID<Order>, _ pickups: Cart.Pickups = .at(["box"]), lines: [OrderLine]? = nil, door: Bool = false) -> Cart
  {
    Cart(
      id: id, customer: "u", channel: .web, lines: lines ?? [OrderLine("shirt", quantity: 1)],
      address: door ? SmallTown.point(3) : nil, pickups: pickups)
  }

  static func day(_ day: Int) -> LocalDate { LocalDate("2026-12-\(day < 10 ? "0" : "")\(day)")! }

  /// What is taken by accepted orders, day by day and parcel by parcel.
  static func counted(_ planner: Planner) -> [LockerBook.Place: Int] {
    var taken: [LockerBook.Place: Int] = [:]
    for accepted in planner.acceptedOrders {
      for stay in accepted.parcels.compactMap(\.stay) {
        var day = stay.from
        while day <= stay.through {
          taken[LockerBook.Place(compartment: stay.compartment, day: day), default: 0] += 1
          day = day.adding(days: 1)
        }
      }
    }
    return taken
  }

  static func taken(_ planner: Planner, at locker: ID<Node> = "box") -> [LockerBook.Place: Int] {
    planner.state.withLock { $0.lockers[locker]?.taken ?? [:] }
  }
}
