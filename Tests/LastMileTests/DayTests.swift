@testable import LastMile
import Synchronization
import Testing

@Suite struct DayTests {
  private let date = LocalDate("2026-12-03")!
  private let limit = SearchLimit(iterations: 2000)

  /// A planner that has accepted an order for a shirt at each door.
  private func planner(_ network: Network, doors: [(Double, String?)], sku: SKU = "shirt") async throws -> Planner {
    let planner = try await SmallTown.planner(network, stock: [(sku, "dc", 99)])
    for (index, door) in doors.enumerated() {
      let order = SmallTown.order([OrderLine(sku, quantity: 1)], SmallTown.door(door.0, door.1), id: ID("o-\(index)"))
      try #require(try await planner.place(order).accepted != nil)
    }
    return planner
  }

  @Test func `every promise of the day is a stop, made in its window or named with a reason`() async throws {
    let planner = try await planner(
      SmallTown.network(unservedStop: 90_000), doors: [(1, nil), (3, "09:00-10:00"), (5, "17:00-19:00"), (2, nil)])
    let plan = try planner.plan(date, limit: limit)
    #expect(plan.stops.count == 4)
    #expect(plan.violations.isEmpty)
    #expect(plan.leftOut.isEmpty)
    let visits = plan.routes.flatMap(\.visits)
    #expect(Set(visits.map(\.stop)) == [0, 1, 2, 3])
    for visit in visits { #expect(plan.stops[visit.stop].window.contains(visit.begin)) }
    #expect(try planner.plan(date.adding(days: 1), limit: limit).stops.isEmpty)
  }

  @Test func `the cost is what the vehicle's prices say`() async throws {
    let planner = try await planner(SmallTown.network(), doors: [(3, nil)])
    let plan = try planner.plan(date, limit: limit)
    let route = try #require(plan.routes.first)
    // Six kilometres at 200; ten minutes of driving at 36 km/h and five and a half at the door, at 6,000 an hour.
    #expect(abs(route.distance.metres - 6000) <= 12)
    let expected = 5000 + route.distance.metres * 200 / 1000 + (600 + 330) * 6000 / 3600
    #expect(abs(route.cost.count - expected) <= 5)
    #expect(plan.cost.total == route.cost)
  }

  @Test func `a return joins the deliveries and is carried home`() async throws {
    let planner = try await planner(SmallTown.network(), doors: [(3, nil)])
    let request = ReturnRequest(
      id: "r-1", order: "h-1", deliveredOn: LocalDate("2026-11-30")!, requestedAt: SmallTown.instant("2026-12-01T10:00:00-03:00"),
      address: SmallTown.point(2), line: OrderLine("shoes", quantity: 2), reason: .changedMind)
    let plan = try planner.plan(date, returns: [request], limit: limit)
    #expect(plan.routes.count == 1)
    let visits = plan.routes[0].visits
    #expect(visits.count == 2)
    #expect(visits.last?.load == [2400, 20_000, 1], "two pairs of shoes are on board at the end")
    #expect(plan.routes[0].initialLoad == [300, 2000, 1])
    #expect(plan.returns.map(\.decision.isAuthorized) == [true])
  }

  @Test func `a return that comes too late by law is judged, not fetched`() async throws {
    let planner = try await planner(SmallTown.network(), doors: [(3, nil)])
    let request = ReturnRequest(
      id: "r-1", order: "h-1", deliveredOn: LocalDate("2026-11-20")!, requestedAt: SmallTown.instant("2026-12-01T10:00:00-03:00"),
      address: SmallTown.point(2), line: OrderLine("shoes", quantity: 1), reason: .changedMind)
    let plan = try planner.plan(date, returns: [request], limit: limit)
    #expect(plan.stops.count == 1)
    let decision = try #require(plan.returns.first?.decision)
    #expect(!decision.isAuthorized)
    #expect(decision.entitlement?.until == LocalDate("2026-11-30"))
  }

  @Test func `goods ride only with vehicles of the node where they lie`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 9), ("shoes", "s4", 9)])
    for (index, sku) in (["shirt", "shoes", "shirt", "shoes"] as [SKU]).enumerated() {
      let order = SmallTown.order([OrderLine(sku, quantity: 1)], SmallTown.door(Double(index) + 0.5), id: ID("o-\(index)"))
      _ = try await planner.place(order)
    }
    let plan = try planner.plan(date, limit: limit)
    #expect(plan.leftOut.isEmpty)
    for route in plan.routes {
      for visit in route.visits { #expect(plan.stops[visit.stop].node == route.vehicle.node) }
    }
  }

  @Test func `the plan is the same for the same seed and any number of threads`() async throws {
    let planner = try await planner(SmallTown.network(), doors: (0..<12).map { (Double($0) * 0.7, nil) })
    let one = try planner.plan(date, limit: limit, seed: 5, threads: 1)
    let two = try planner.plan(date, limit: limit, seed: 5, threads: 2)
    #expect(one.routes == two.routes)
    #expect(one.leftOut == two.leftOut)
  }

  @Test func `a stop that is left out says why, and the remedy it names serves it`() async throws {
    // Six windows of the first hour, doors twenty minutes apart, promised of six vans of which one or two are there: some cannot be
    // made.
    let doors = (0..<6).map { index in (Double(index) * 3.2 - 8, "09:00-09:30") }
    func network(_ vans: Int) throws -> Network {
      try SmallTown.network(fleet: (0..<vans).map { SmallTown.vehicle(ID("v\($0)"), at: "dc") }, unservedStop: 50_000)
    }
    let promised = try await planner(network(6), doors: doors)
    func planned(vans: Int) throws -> DayPlan {
      let planner = Planner(network: try network(vans), inventory: promised.inventory)
      planner.state.withLock { $0.accepted = promised.acceptedOrders }
      return try planner.plan(date, limit: limit)
    }
    #expect(try promised.plan(date, limit: limit).leftOut.isEmpty)
    let plan = try planned(vans: 1)
    #expect(!plan.leftOut.isEmpty)
    #expect(plan.leftOut.allSatisfy { $0.reason == .fleetBusy })
    // The van that is out has a rule in the way on its route, and there is none like it with nothing else to do.
    for left in plan.leftOut {
      #expect(left.depth == .complete && Set(left.obstacles.map(\.isOut)) == [true, false])
      #expect(left.obstacles.allSatisfy { !$0.breaches.isEmpty && $0.vehicle == "v0" })
      #expect(left.obstacles.first { !$0.isOut }?.breaches.map(\.rule) == [.fleet])
    }
    #expect(plan.cost.leftOut == MinorUnits(plan.leftOut.count * 50_000))
    let vehicles = plan.leftOut.flatMap(\.remedies).filter { if case .oneMoreVehicle = $0 { true } else { false } }
    #expect(vehicles.count == plan.leftOut.count)
    #expect(try planned(vans: 2).leftOut.count < plan.leftOut.count)
  }

  @Test func `a stop that costs more than its price is left out as too dear, with the price that would serve it`() async throws {
    let plan = try await planner(SmallTown.network(unservedStop: 3000), doors: [(3, nil)]).plan(date, limit: limit)
    #expect(plan.leftOut.map(\.reason) == [.tooDear])
    guard case .higherPrice(let price) = plan.leftOut.first?.remedies.first else {
      Issue.record("no price is named")
      return
    }
    let served = try await planner(SmallTown.network(unservedStop: price + 1), doors: [(3, nil)]).plan(date, limit: limit)
    #expect(served.leftOut.isEmpty)
    let notServed = try await planner(SmallTown.network(unservedStop: price - 1), doors: [(3, nil)]).plan(date, limit: limit)
    #expect(!notServed.leftOut.isEmpty)
  }
}
