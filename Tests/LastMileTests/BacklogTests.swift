import Testing

@testable import LastMile

/// Nodes that prepare so many parcels an hour, one order after the other.
struct BacklogTests {
  /// A warehouse that works from 08:00 to 20:00 but on Sundays and holidays, with a carrier that leaves at any time.
  private func network(
    parcelsPerHour: Int?, cutOff: Int? = 16, minutes: Int = 30, stores: Int = 0
  ) throws -> Network {
    let hours = OpeningHours("08:00-20:00")!
    let days = Weekday.allCases.filter { $0 != .sunday }
    let work = try WorkingCalendar(
      hours: Dictionary(uniqueKeysWithValues: days.map { ($0, [hours]) }), holidays: Holidays(country: "CL"))
    let sites = try (0...stores).map { number in
      let id: ID<Node> = number == 0 ? "dc" : ID("s\(number)")
      let schedule = try NodeSchedule(
        node: id, name: id.text, zone: SmallTown.zone, work: work,
        cutOffs: cutOff.map { cutOff in
          Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, LocalTime(hour: cutOff)!) })
        } ?? [:],
        preparationTime: .minutes(minutes), parcelsPerHour: parcelsPerHour)
      return Site(
        node: Node(id: id, name: id.text, kind: .store, coordinate: SmallTown.point(Double(number))), schedule: schedule,
        pickupHours: work, handlingPerParcel: 0, handlingPerUnit: 0, parcelLimit: nil)
    }
    return try Network(
      name: "Town", country: "CL", zone: SmallTown.zone, currency: .clp,
      streets: StreetModel(streetMetresPerKilometre: 1000, metresPerHour: 36_000), bands: [Band(id: "town", upTo: nil)],
      sites: sites,
      services: [
        ShippingService(
          id: "post", role: .carrier, nodes: Set(sites.map(\.node.id)),
          delivery: DeliveryService(
            id: "post", kind: .carrier, calendar: WorkingCalendar(wholeDays: Set(days), holidays: Holidays(country: "CL")),
            transit: ["town": Transit(days: 1)]),
          tariff: FreightTariff(zones: ["town": .flat(1000)])),
        ShippingService(
          id: "pickup", role: .storePickup, nodes: Set(sites.map(\.node.id)), delivery: nil, tariff: FreightTariff(zones: [:])),
      ], fleet: [],
      products: [Product(id: "shirt", name: "Shirt", weight: .grams(300), volume: .litres(2), price: Money(15_000, .clp))],
      skills: [:], prices: Prices(latePerDay: 1000, unservedStop: 1000, unfilledUnit: 30_000),
      stop: StopTimes(perStop: .minutes(5), perParcel: .seconds(30)))
  }

  private let now = SmallTown.instant("2026-12-02T10:00:00-03:00")

  private func order(_ number: Int, at moment: Instant, _ fulfilment: Fulfilment = SmallTown.door(1)) -> Order {
    Order(
      id: ID("o-\(number)"), placedAt: moment, channel: .web, customer: "c", lines: [OrderLine("shirt", quantity: 1)],
      fulfilment: fulfilment, shipsComplete: true)
  }

  private func promised(_ planner: Planner, at moment: Instant, _ fulfilment: Fulfilment = SmallTown.door(1)) async throws
    -> DeliveryPromise
  {
    try #require(try await planner.offers(for: order(-1, at: moment, fulfilment)).first).parcels[0].promise
  }

  @Test func `what was accepted is prepared before, and the promise says how much and until when`() async throws {
    let planner = try await SmallTown.planner(try network(parcelsPerHour: 6), stock: [("shirt", "dc", 1000)])
    for number in 0..<12 { _ = try #require(try await planner.place(order(number, at: now)).accepted) }
    let promise = try await promised(planner, at: now + .minutes(5))
    // Twelve parcels take two hours.
    #expect(promise.readyAt == now + .minutes(150))
    #expect(
      promise.reasons.map(\.description).prefix(2) == [
        "12 parcels are before it at dc, prepared from Wed 2026-12-02 12:00", "prepared at dc Wed 2026-12-02 12:00-12:30",
      ])
    let later = try await promised(planner, at: now + .minutes(111))
    #expect(later.reasons.first?.description == "1 parcel is before it at dc, prepared from Wed 2026-12-02 12:00")
    #expect(try await promised(planner, at: now + .minutes(120)).readyAt == now + .minutes(150))
    #expect(try await promised(planner, at: now + .minutes(121)).readyAt == now + .minutes(151))
    // An order that is fetched waits as the others do.
    #expect(try await promised(planner, at: now, .pickup(at: "dc")).readyAt == now + .minutes(150))
  }

  @Test func `an order before the cut-off is of that day, even if its turn comes after it`() async throws {
    let planner = try await SmallTown.planner(try network(parcelsPerHour: 6), stock: [("shirt", "dc", 1000)])
    for number in 0..<42 { _ = try await planner.place(order(number, at: now)) }
    // Seven hours of work: the cut-off is at 16:00, its turn at 17:00.
    let before = try await promised(planner, at: now + .hours(6))
    #expect(before.leavesAt == SmallTown.instant("2026-12-02T17:30:00-03:00"))
    let after = try await promised(planner, at: now + .hours(6) + .seconds(1))
    #expect(after.readyAt == SmallTown.instant("2026-12-03T08:30:00-03:00"))
    #expect(!after.reasons.contains { if case .waits = $0 { true } else { false } })
    // Three hours more than are left of the day; what was placed after the cut-off still waits for them in the morning.
    for number in 42..<78 { _ = try await planner.place(order(number, at: now + .hours(6))) }
    #expect(try await promised(planner, at: now + .hours(6)).readyAt == SmallTown.instant("2026-12-03T11:30:00-03:00"))
    #expect(try await promised(planner, at: now + .hours(7)).readyAt == SmallTown.instant("2026-12-03T11:30:00-03:00"))
  }

  @Test func `a quote keeps its day and takes its place only when it is accepted`() async throws {
    let planner = try await SmallTown.planner(try network(parcelsPerHour: 1), stock: [("shirt", "dc", 1000)])
    func cart(_ number: Int) -> Cart {
      Cart(
        id: ID("c-\(number)"), customer: ID("\(number)"), channel: .web, lines: [OrderLine("shirt", quantity: 1)],
        address: SmallTown.point(1))
    }
    let quotes = try await [planner.quote(for: cart(1), at: now), planner.quote(for: cart(2), at: now)].compactMap(\.quote)
    #expect(quotes.map { $0.options[0].offer.parcels[0].promise.readyAt } == [now + .minutes(30), now + .minutes(30)])
    for (place, quote) in quotes.enumerated() {
      let order = try #require(try await planner.accept(quote.options[0].token, at: now + .minutes(10)).accepted)
      #expect(order.promisedDate == quote.options[0].promisedDate)
      // Said again it takes no second place.
      _ = try await planner.accept(quote.options[0].token, at: now + .minutes(11))
      #expect(try await promised(planner, at: now + .minutes(12)).readyAt == now + .minutes(40 + 60 * (place + 1)))
    }
  }

  @Test func `what moves away gives its place back, unless it was ready; a closed node's work rests`() async throws {
    let planner = try await SmallTown.planner(try network(parcelsPerHour: 6), stock: [("shirt", "dc", 100)])
    func place(_ numbers: Range<Int>, at moment: Instant) async throws {
      for number in numbers { _ = try #require(try await planner.place(order(number, at: moment, .pickup(at: "dc"))).accepted) }
    }
    func backlog(at moment: Instant) -> Backlog? { planner.sites(at: moment)[0].schedule.backlog }
    func decline(_ number: Int, at moment: Instant) async throws {
      // Nobody else has it: the order is withdrawn.
      let outcome = try await planner.decline(
        Decline(
          id: ID("d-\(number)"), of: ID("o-\(number)"), at: "dc", lines: [OrderLine("shirt", quantity: 1)],
          because: .closed(until: nil), at: moment))
      #expect(outcome.resourcing?.promise == .withdrawn)
    }
    try await place(0..<2, at: now)
    #expect(backlog(at: now) == Backlog(parcels: 2, until: now + .minutes(20)))
    try await decline(0, at: now + .minutes(1))
    #expect(backlog(at: now + .minutes(1)) == Backlog(parcels: 1, until: now + .minutes(10)))
    #expect(backlog(at: now + .minutes(10)) == nil)
    // The other one was ready at 10:40 at the latest; a third has come since.
    try await place(2..<3, at: now + .minutes(44))
    try await decline(1, at: now + .minutes(45))
    #expect(backlog(at: now + .minutes(45)) == Backlog(parcels: 1, until: now + .minutes(54)))
    // Nobody works from 12:20 to 15:00. All are on time that day all the same.
    try await place(3..<9, at: now + .minutes(120))
    for _ in 0..<2 {
      _ = try await planner.close("dc", until: now + .hours(5), at: now + .minutes(140))
      #expect(backlog(at: now + .minutes(200)) == Backlog(parcels: 4, until: now + .minutes(340)))
    }
    #expect(try await promised(planner, at: now + .minutes(200), .pickup(at: "dc")).readyAt == now + .minutes(370))
  }

  @Test func `more that was accepted makes no later promise sooner`() async throws {
    var random = SplitMix(seed: 5)
    var later = 0
    for round in 0..<6 {
      let network = try network(parcelsPerHour: [1, 2, 7][round % 3], cutOff: round.isMultiple(of: 2) ? 16 : nil)
      let (few, many) = try await (
        SmallTown.planner(network, stock: [("shirt", "dc", 1000)]), SmallTown.planner(network, stock: [("shirt", "dc", 1000)])
      )
      var moment = now
      for number in 0..<60 {
        moment = moment + .seconds(Int.random(in: 0...7000, using: &random))
        let fulfilment = Bool.random(using: &random) ? SmallTown.door(1) : .pickup(at: "dc")
        if Int.random(in: 0..<3, using: &random) > 0 {
          _ = try #require(try await many.place(order(number, at: moment, fulfilment)).accepted)
          if Bool.random(using: &random) { _ = try #require(try await few.place(order(number, at: moment, fulfilment)).accepted) }
        }
        moment = moment + .seconds(Int.random(in: 0...3000, using: &random))
        let (one, other) = try await (promised(few, at: moment, fulfilment), promised(many, at: moment, fulfilment))
        #expect(one.readyAt <= other.readyAt && one.leavesAt <= other.leavesAt && one.deliveryDate <= other.deliveryDate)
        later += one.readyAt < other.readyAt ? 1 : 0
      }
    }
    #expect(later > 50)
  }

  @Test(arguments: [1, 7, 40, 5000])
  func `the turn comes when a naive simulation of every second has done all that came before`(pace: Int) async throws {
    let planner = try await SmallTown.planner(try network(parcelsPerHour: pace, cutOff: nil), stock: [("shirt", "dc", 10_000)])
    var random = SplitMix(seed: UInt64(pace))
    // 3,600ths of a parcel, worked off second by second on a clock of its own: nobody works from 20:00 to 08:00, on Sundays and on Tuesday 8.
    var left = 0
    let start = SmallTown.instant("2026-12-02T00:00:00-03:00")
    func isOpen(_ second: Int) -> Bool {
      let (day, hour) = (2 + second / 86_400, second % 86_400 / 3600)
      return (8..<20).contains(hour) && day % 7 != 6 && day != 8
    }
    var number = 0
    var waited = 0
    for second in 0..<7 * 86_400 {
      if second % 1800 == 0, Int.random(in: 0..<4, using: &random) == 0 {
        for _ in 0..<(pace > 100 ? 1 : Int.random(in: 1...max(1, pace), using: &random)) {
          number += 1
          _ = try #require(try await planner.place(order(number, at: start + .seconds(second))).accepted)
          left += 3600
        }
        // Half an hour of work after the turn.
        var (turn, ahead) = (second, left)
        while ahead > 0 || !isOpen(turn) {
          if isOpen(turn) { ahead -= pace }
          turn += 1
          // Done with the last second of the day, the work goes on as the next one begins.
        }
        var (ready, minutes) = (turn, 1800)
        while minutes > 0 {
          if isOpen(ready) { minutes -= 1 }
          ready += 1
        }
        #expect(try await promised(planner, at: start + .seconds(second)).readyAt == start + .seconds(ready))
        waited += turn > second ? 1 : 0
      }
      if isOpen(second) { left = max(0, left - pace) }
    }
    #expect(waited > 10)
  }
}
