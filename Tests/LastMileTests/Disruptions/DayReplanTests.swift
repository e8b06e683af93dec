import LastMile
import Testing

/// A day at the warehouse that is planned anew while its vans are out.
@Suite struct DayReplanTests {
  private let date = LocalDate("2026-12-03")!

  /// Two vans at the warehouse, the second far dearer, and an order at each of these kilometres.
  private func day(_ doors: [Double]) async throws -> (planner: Planner, plan: DayPlan) {
    let fleet = [
      SmallTown.vehicle("v-1", at: "dc", fixedCost: 1_000), SmallTown.vehicle("v-2", at: "dc", fixedCost: 30_000),
    ]
    let planner = try await SmallTown.planner(
      SmallTown.network(fleet: fleet, unservedStop: 500_000), stock: [("shirt", "dc", 99)])
    for (index, door) in doors.enumerated() {
      let order = SmallTown.order([OrderLine("shirt", quantity: 1)], SmallTown.door(door, nil), id: ID("o-\(index)"))
      try #require(try await planner.place(order).accepted != nil)
    }
    return (planner, try planner.plan(date, limit: SearchLimit(iterations: 1_000)))
  }

  private let limit = SearchLimit(iterations: 300)

  @Test func `a van that breaks down is emptied by another, and its customers hear when that comes`() async throws {
    let (planner, plan) = try await day([3, 5, 7, 9])
    let route = try #require(plan.routes.first)
    #expect(plan.routes.count == 1 && route.visits.count == 4)
    let now = route.visits[1].begin + .minutes(1)
    let replan = try planner.replan(plan, at: now, events: [.vehicleDown(route.vehicle.id)], limit: limit)
    #expect(replan.violations.isEmpty)
    #expect(replan.stops.count { $0.outcome == .done } == 2 && replan.changes.count == 2)
    let other = try #require(replan.routes.first { !$0.isDown })
    #expect(other.vehicle.id == "v-2" && other.vehicle.id != route.vehicle.id)
    #expect(other.calls.count == 4)
    #expect(other.calls.prefix(2).allSatisfy { if case .fetch = $0.task { true } else { false } })
    for change in replan.changes {
      #expect(change.outcome == .moved && change.after?.vehicle == "v-2" && change.before?.vehicle == "v-1")
      let texts = change.messages(in: planner.network).map { $0.text(in: .en) }
      #expect(texts.count == 1 && texts[0].contains(change.order?.text ?? "?"))
    }
    #expect(try planner.replan(plan, at: now, events: [], limit: limit).changes.isEmpty)
  }

  @Test func `what is lost today is open, and what is cancelled is left out`() async throws {
    let (planner, plan) = try await day([3, 5, 7])
    let route = try #require(plan.routes.first)
    let last = plan.stops[route.visits[2].stop].order
    let now = route.visits[1].begin + .minutes(1)
    let lost = try planner.replan(plan, at: now, events: [.vehicleDown(route.vehicle.id, goods: .lost)], limit: limit)
    #expect(lost.changes.map(\.order) == [last] && lost.changes.map(\.outcome) == [.dropped])
    #expect(lost.changes[0].messages(in: planner.network) == [.dayUnknown([], was: date, .door, because: nil)])
    let cancelled = try planner.replan(plan, at: now, events: [.cancelled(try #require(last))], limit: limit)
    #expect(cancelled.changes.map(\.outcome) == [.cancelled] && cancelled.changes[0].messages(in: planner.network).isEmpty)
  }

  @Test func `a van that is behind is told by its name, and what the plan does not have is refused`() async throws {
    let (planner, plan) = try await day([3, 5])
    let route = try #require(plan.routes.first)
    let now = route.visits[0].begin + .minutes(1)
    let late = try planner.replan(
      plan, at: now, events: [.behind(route.vehicle.id, by: .minutes(1)), .slower(percent: 10)],
      leeway: Leeway(overrun: .hours(1)),
      limit: limit)
    #expect(late.stops.allSatisfy { $0.outcome == .done || ($0.shift ?? .zero) > .zero })
    let error = #expect(throws: InvalidInput.self) {
      try planner.replan(plan, at: now, events: [.vehicleDown("v-9"), .cancelled("o-9")], limit: limit)
    }
    #expect(error?.faults.map(\.place) == ["$.events[0]", "$.events[1]"])
  }
}
