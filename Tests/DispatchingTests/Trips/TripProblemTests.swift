import Dispatching
import Logistics
import Testing

@Suite struct TripProblemTests {
  private func trip(_ name: String, _ start: Int, _ end: Int, depot: ID<Node> = "D", load: Load = [1], drop: Int? = nil) -> Trip {
    Trip(
      id: ID(name), depot: depot, start: Instant(secondsSince1970: start), end: Instant(secondsSince1970: end),
      distance: .metres(10), load: load, dropCost: drop)
  }

  private func van(_ name: String = "van", count: Int = 2, most: Int? = nil, perMetre: Double = 1) -> VehicleClass {
    VehicleClass(
      id: ID(name), depot: "D", count: count, shift: RandomTrips.window(0, 100), capacity: [5], fixedCost: 7, costPerSecond: 2,
      costPerMetre: perMetre, maximumTrips: most)
  }

  @Test func `everything that is wrong is said at once, with its place`() {
    let error = #expect(throws: InvalidInput.self) {
      try TripProblem(
        trips: [trip("a", 5, 3), trip("a", 0, 1, depot: "nowhere"), trip("c", 0, 1, load: [1, 2]), trip("d", 0, 1, drop: -1)],
        vehicles: [van(count: -1), van("van"), van("w", most: -2, perMetre: .nan)], turnaround: .seconds(-1))
    }
    #expect(
      error?.faults.map(\.place) == [
        "$.turnaround", "$.vehicles[1].id", "$.trips[1].id", "$.vehicles[0].count", "$.vehicles[2].costPerMetre",
        "$.vehicles[2].maxTrips", "$.trips[0].end", "$.trips[1].depot", "$.trips[2].load", "$.trips[3].dropCost",
      ])
  }

  @Test func `a turnaround beyond all time is refused, and more units than trips are no change`() throws {
    #expect(throws: InvalidInput.self) {
      try TripProblem(trips: [trip("a", 0, 1)], vehicles: [van()], turnaround: .seconds(.max))
    }
    let many = try TripProblem(trips: [trip("a", 0, 1)], vehicles: [van(count: 1_000_000)])
    #expect(try many.changed(by: .oneMore(vehicle: 0)).vehicles[0].count == 1_000_000)
  }

  @Test func `costs of which sums would overflow are refused, not summed`() {
    #expect(throws: InvalidInput.self) {
      try TripProblem(trips: [trip("a", 0, 1)], vehicles: [van(perMetre: 1e300)])
    }
  }

  @Test func `the checker counts costs and finds every broken rule`() throws {
    let problem = try TripProblem(
      trips: [trip("a", 0, 10), trip("b", 12, 20, drop: 50), trip("c", 25, 30, load: [9])], vehicles: [van(count: 1, most: 1)],
      turnaround: .seconds(5))
    let fine = problem.check([TripChain(vehicle: 0, trips: [0])])
    #expect(fine.cost == 7 + 2 * 10 + 10 + 50 && fine.dropped == [1] && fine.missing == [2] && fine.violations.isEmpty)
    let broken = problem.check([
      TripChain(vehicle: 0, trips: [0, 1]), TripChain(vehicle: 0, trips: [2, 0]), TripChain(vehicle: 3, trips: [0]),
      TripChain(vehicle: 0, trips: [8]), TripChain(vehicle: 0, trips: []),
    ])
    #expect(Set(broken.violations.map(\.kind)) == Set(TripViolation.Kind.allCases))
    #expect(!broken.isFeasible && broken.chains.count == 4)
  }

  @Test func `a change that names what is not there is refused`() throws {
    let problem = try TripProblem(trips: [trip("a", 0, 10)], vehicles: [van()])
    for change in [
      TripChange.oneMore(vehicle: 1), .without(trip: -1), .longerShift(vehicle: 0, by: .seconds(-3)),
      .longerShift(vehicle: 9, by: .zero), .longerShift(vehicle: 0, by: .seconds(.max)),
    ] {
      #expect(throws: InvalidInput.self) { try problem.changed(by: change) }
    }
    #expect(try problem.changed(by: .oneMore(vehicle: 0)).vehicles[0].count == 3)
    #expect(try problem.changed(by: .longerShift(vehicle: 0, by: .seconds(3))).vehicles[0].shift == RandomTrips.window(0, 103))
  }

  @Test func `trips that are not there at all cost nothing, in any unit`() throws {
    let problem = try TripProblem(trips: [trip("a", 0, 10, drop: 3)], vehicles: [van()])
    let answer = try problem.assign()
    #expect(answer.verdict.cost == 3 && answer.verdict.dropped == [0] && answer.tripPrices == [3])
    let counterfactual = try problem.explain(.without(trip: 0), of: answer)
    #expect(counterfactual.saving == 3 && counterfactual.isProved)
  }
}
