import Synchronization
import Testing

@testable import LastMile

/// A vehicle that does not drive: the others bring what they can, the rest is promised anew.
@Suite struct VehicleOutTests {
  private let now = SmallTown.instant("2026-12-02T10:00:00-03:00")
  private let date = LocalDate("2026-12-03")!

  private func planner(vans: Int, stops: Int = 50, doors: [(Double, String?)]) async throws -> Planner {
    let fleet = (0..<vans).map { SmallTown.vehicle(ID("v\($0)"), at: "dc", stops: stops) }
    let planner = try await SmallTown.planner(SmallTown.network(fleet: fleet), stock: [("shirt", "dc", 99)])
    for (index, door) in doors.enumerated() {
      let order = SmallTown.order([OrderLine("shirt", quantity: 1)], SmallTown.door(door.0, door.1), id: ID("o \(index)"))
      try #require(try await planner.place(order).accepted != nil)
    }
    return planner
  }

  private func out(_ vehicle: ID<FleetVehicle>, _ id: ID<Disruption> = "news") -> Disruption {
    Disruption(id: id, .vehicleOut(vehicle, on: date), at: now)
  }

  @Test func `a van that was not needed is missed by nobody, and not planned with`() async throws {
    let planner = try await planner(vans: 2, doors: [(1, nil), (2, nil)])
    let report = try #require(try await planner.report(out("v0")).report)
    #expect(report.late.isEmpty && report.inTime.isEmpty && report.open.isEmpty)
    let plan = try planner.plan(date, limit: SearchLimit(iterations: 50))
    #expect(plan.leftOut.isEmpty && plan.routes.map(\.vehicle.id) == ["v1"])
  }

  @Test func `what the others cannot bring in its hours comes on the next day in the same hours, and is told`() async throws {
    // Two vans that make two stops each, all within the same hour.
    let hours = "09:00-10:00"
    let planner = try await planner(vans: 2, stops: 2, doors: [(1, hours), (2, hours), (-1, hours), (-2, hours)])
    #expect(planner.acceptedOrders.allSatisfy { $0.promisedDate == date })
    let report = try #require(try await planner.report(out("v1")).report)
    #expect(report.late.count == 2 && report.open.isEmpty)
    for impact in report.late {
      let accepted = try #require(planner.acceptedOrder(impact.order))
      #expect(impact.before == date && impact.after == date.adding(days: 1) && accepted.promisedDate == impact.after)
      #expect(accepted.parcels[0].promise.window == planner.network.window(date.adding(days: 1), OpeningHours(hours)!))
      #expect(accepted.parcels[0].firstPromise?.deliveryDate == date && accepted.offer.promisedDate == date)
      let text = impact.messages(for: accepted.order, in: planner.network).map { $0.text(in: .en) }.joined(separator: " ")
      #expect(text.contains("vehicle"), "\(text)")
    }
    // The same again is answered as before, and nobody is moved twice.
    #expect(try await planner.report(out("v1")).report == report)
    for day in [date, date.adding(days: 1)] {
      let plan = try planner.plan(day, limit: SearchLimit(iterations: 50))
      #expect(plan.stops.count == 2 && plan.leftOut.isEmpty)
    }
    // The day is as full as it was; the vans are as many as they were on others.
    let order = SmallTown.order([OrderLine("shirt", quantity: 1)], SmallTown.door(1, hours), id: "later")
    #expect(try await planner.place(order).accepted?.promisedDate == LocalDate("2026-12-04"))
  }

  @Test func `without any van the day is full, not out of reach`() async throws {
    let planner = try await planner(vans: 1, doors: [(1, "09:00-10:00")])
    let report = try #require(try await planner.report(out("v0")).report)
    #expect(report.late.map(\.after) == [LocalDate("2026-12-04")])
    let order = SmallTown.order([OrderLine("shirt", quantity: 1)], SmallTown.door(1, "09:00-10:00"), id: "later")
    let accepted = try #require(try await planner.place(order).accepted)
    #expect(accepted.promisedDate == LocalDate("2026-12-04") && accepted.parcels[0].fullDays == [date])
    #expect(throws: InvalidInput.self) { try planner.plan(date, limit: SearchLimit(iterations: 10)) }
  }

  @Test func `orders are asked before carts, and a quote that needs the van is withdrawn`() async throws {
    let planner = try await planner(vans: 2, stops: 2, doors: [(1, nil), (2, nil), (3, nil)])
    let cart = Cart(
      id: "cart", customer: "c", channel: .web, lines: [OrderLine("shirt", quantity: 1)], address: SmallTown.point(1))
    let quote = try #require(try await planner.quote(for: cart, at: now).quote)
    let option = try #require(quote.options.first { $0.promisedDate == date })
    let report = try #require(try await planner.report(out("v0")).report)
    // Three orders and a cart for two places.
    #expect(report.late.count == 1)
    #expect(try await planner.accept(option.token, at: now) == .refused(.quoteWithdrawn))
    #expect(planner.state.withLock { $0.days.values.reduce(0) { $0 + $1.count } } == 3)
    #expect(try await planner.inventory.audit().isEmpty)
    #expect(try await planner.quote(for: cart, at: now).quote?.options.contains { $0.promisedDate > date } == true)
  }

  @Test func `a vehicle that there is not and a day that is over are refused, both at once`() async throws {
    let planner = try await planner(vans: 1, doors: [])
    let news = Disruption(id: "n", .vehicleOut("ghost", on: LocalDate("2026-12-01")!), at: now)
    await #expect {
      try await planner.report(news)
    } throws: { ($0 as? InvalidInput)?.faults.map(\.place) == ["$.vehicle", "$.on"] }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6]) func `whichever vans are out, what stays promised can be driven`(seed: UInt64)
    async throws
  {
    var random = SeededGenerator(seed: seed)
    let doors = (0..<24).map { _ in
      (Double.random(in: -6...9, using: &random), ["09:00-11:00", "11:00-13:00", nil].randomElement(using: &random)!)
    }
    let planner = try await planner(vans: 5, stops: 6, doors: doors)
    let before = planner.acceptedOrders
    for van in (0..<5).shuffled(using: &random).prefix(3) {
      let held = planner.state.withLock { $0.days }
      let report = try #require(try await planner.report(out(ID("v\(van)"), ID("news \(van)"))).report)
      // Whoever is not in the report was not touched.
      let told = Set((report.late + report.inTime + report.open).map(\.order))
      for (old, new) in zip(before, planner.acceptedOrders) where !told.contains(old.order.id) {
        if new.disruptions.isEmpty { #expect(old.parcels == new.parcels) }
      }
      #expect(report.inTime.isEmpty && report.late.allSatisfy { $0.after! > date })
      // No more is promised of the day than before, and what is can be driven by who is left.
      let key = Planner.NodeDay(node: "dc", day: date)
      let days = planner.state.withLock { $0.days }
      #expect(days[key]!.count + told.count == held[key]!.count)
      for day in days.values {
        let (problem, routes) = day.routingProblem()
        #expect(problem.check(routes).isFeasible)
      }
    }
    try await ResourcingWalkTests.check(planner, shipped: [:], at: now)
    #expect(planner.acceptedOrders.contains { !$0.disruptions.isEmpty })
    let plan = try planner.plan(date, limit: SearchLimit(iterations: 100))
    #expect(plan.leftOut.isEmpty && plan.routes.count <= 2)
  }
}
