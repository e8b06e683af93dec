@testable import LastMile
import Testing

/// What it saves to fetch returns on the way of the deliveries.
@Suite struct PickupComparisonTests {
  private func compared(iterations: Int = 2000) async throws -> (Planner, PickupComparison) {
    let planner = try await SwapTests.planner(
      SmallTown.network(), (0..<8).map { (ID("o-\($0)"), "shirt", Double($0) * 0.9 - 2, nil) })
    let requests = (0..<6).map { index in
      SwapTests.request(
        ID("r-\(index)"), at: Double(index) * 0.9 - 2, order: ID("h-\(index)"), customer: index < 4 ? "c-1" : ID("k-\(index)"),
        replacement: index < 3 ? ID("o-\(index)") : nil)
    }
    return (planner, try planner.comparePickups(SwapTests.date, returns: requests, limit: SearchLimit(iterations: iterations)))
  }

  @Test func `both ways make the same visits, and the sums add up`() async throws {
    let (_, comparison) = try await compared()
    #expect(comparison.together.stops.count { $0.isSwap } == 3)
    #expect(comparison.deliveries.stops.allSatisfy { $0.returns.isEmpty } && comparison.deliveries.stops.count == 8)
    #expect(comparison.pickups.stops.allSatisfy { $0.isPickup })
    let apart = comparison.deliveries.stops + comparison.pickups.stops
    for goods in [\DayStop.delivered, \.collected] {
      func sum(_ stops: [DayStop]) -> StopGoods { stops.reduce(StopGoods.none) { $0 + $1[keyPath: goods] } }
      #expect(sum(comparison.together.stops) == sum(apart))
    }
    func price(_ stops: [DayStop]) -> MinorUnits { stops.reduce(.zero) { $0 + $1.dropCost } }
    #expect(price(comparison.together.stops) == price(apart))

    let routes = comparison.deliveries.routes + comparison.pickups.routes
    #expect(comparison.apart.distance.metres == routes.reduce(0) { $0 + $1.distance.metres })
    #expect(comparison.apart.time.seconds == routes.reduce(0) { $0 + ($1.arrival - $1.departure).seconds })
    #expect(comparison.apart.vehicles == routes.count)
    #expect(comparison.apart.cost == comparison.deliveries.cost.total + comparison.pickups.cost.total)
    let saved = comparison.saved
    #expect(saved + comparison.together.totals == comparison.apart)
    #expect(saved.cost > 0 && saved.distance > .zero && saved.time > .zero, "one van on one road is cheaper than two")
    for plan in [comparison.together, comparison.deliveries, comparison.pickups] {
      #expect(plan.violations.isEmpty && plan.leftOut.isEmpty)
    }
  }

  @Test func `all together is the plan of the day, and each round is its own best with the whole fleet`() async throws {
    let (planner, comparison) = try await compared()
    let requests = comparison.together.returns.map(\.request)
    let alone = try planner.plan(SwapTests.date, returns: requests, limit: SearchLimit(iterations: 2000))
    #expect(alone.routes == comparison.together.routes)
    let day = try DayProblem(network: planner.network, date: SwapTests.date, stops: comparison.deliveries.stops)
    let stripped = day.problem.check(day.deliveries(of: comparison.together))
    #expect(stripped.violations.isEmpty && stripped.unassigned.isEmpty)
    #expect(comparison.deliveries.cost.total <= DayProblem.money(stripped.cost) + MinorUnits(comparison.deliveries.routes.count))
    #expect(comparison.pickups.vehiclePrices.map(\.vehicles) == comparison.deliveries.vehiclePrices.map(\.vehicles))
    // One van of each node at most; those of which one drives both rounds are counted once here.
    let twice = zip(comparison.deliveries.vehiclePrices, comparison.pickups.vehiclePrices).count { $0.used > 0 && $1.used > 0 }
    #expect(comparison.dayPricesPaidTwice == MinorUnits(5000 * twice))
  }

  @Test func `what waits for its replacement is fetched neither together nor apart`() async throws {
    let planner = try await SwapTests.planner(SmallTown.network(), [("o-1", "shirt", 3, nil)])
    let request = SwapTests.request(replacement: "o-1")
    let comparison = try planner.comparePickups(
      SwapTests.date.adding(days: -1), returns: [request], limit: SearchLimit(iterations: 100))
    #expect(comparison.together.stops.isEmpty && comparison.pickups.stops.isEmpty)
    #expect(comparison.saved.cost == .zero)
  }

  @Test func `a day without returns saves nothing`() async throws {
    let planner = try await SwapTests.planner(SmallTown.network(), [("o-1", "shirt", 3, nil)])
    let comparison = try planner.comparePickups(SwapTests.date, returns: [], limit: SearchLimit(iterations: 100))
    #expect(comparison.saved.cost == .zero && comparison.saved.distance == .zero && comparison.dayPricesPaidTwice == .zero)
  }

  @Test func `progress names each of the three plans, in turn`() async throws {
    let planner = try await SwapTests.planner(SmallTown.network(), [("o-1", "shirt", 3, nil)])
    var stages: [ComparisonStage] = []
    _ = try planner.comparePickups(
      SwapTests.date, returns: [SwapTests.request()], limit: SearchLimit(iterations: 100),
      progress: { stage, _ in if stages.last != stage { stages.append(stage) } })
    #expect(stages == ComparisonStage.allCases)
  }
}
