import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct CheckerTests {
  /// Two customers ten metres and seconds up the road, one behind the other.
  private func problem(
    window: TimeWindow? = nil, shift: TimeWindow? = nil, capacity: Load = [10], skills: Set<Skill> = [], pickup: Load? = nil,
    dropCost: Int? = nil, maximumDistance: Distance? = nil, costPerSecond: Int = 0
  ) throws -> RoutingProblem {
    let travel = try TravelMatrix(metres: [[0, 10, 20], [10, 0, 10], [20, 10, 0]])
    return try RoutingProblem(
      travel: travel,
      jobs: [
        Job(id: "near", place: 1, delivery: [4], service: .seconds(5), window: window),
        Job(id: "far", place: 2, delivery: [5], pickup: pickup, service: .seconds(5), skills: skills, dropCost: dropCost),
      ],
      vehicles: [
        VehicleType(
          id: "van", count: 1, start: 0, capacity: capacity, shift: shift, fixedCost: 100, costPerMetre: 2,
          costPerSecond: costPerSecond, maximumDistance: maximumDistance)
      ])
  }

  private let both = [Route(vehicle: 0, jobs: [0, 1])]

  @Test func `a sound plan has its cost, times and loads`() throws {
    let verdict = try problem(costPerSecond: 3).check(both)
    #expect(verdict.isFeasible)
    #expect(verdict.cost == 100 + 40 * 2 + 50 * 3)
    let route = verdict.routes[0]
    #expect(route.initialLoad == [9])
    #expect(route.stops.map(\.load) == [[5], [0]])
    #expect(route.stops.map { ($0.begin - route.departure).seconds } == [10, 25])
    #expect(route.duration == .seconds(50))
  }

  @Test func `each broken rule is named with its place and amount`() throws {
    func violations(_ problem: RoutingProblem, _ routes: [Route]) -> [Violation] { problem.check(routes).violations }
    let window = RandomProblems.window
    #expect(
      try violations(problem(window: window(0, 7), shift: window(0, 100)), both)
        == [Violation(.timeWindow, route: 0, stop: 0, job: 0, amount: 3)])
    #expect(try violations(problem(shift: window(0, 45)), both) == [Violation(.shift, route: 0, amount: 5)])
    #expect(try violations(problem(capacity: [8]), both) == [Violation(.capacity, route: 0, amount: 1)])
    #expect(
      try violations(problem(pickup: [12]), both) == [Violation(.capacity, route: 0, stop: 1, job: 1, amount: 2)])
    #expect(
      try violations(problem(skills: ["cold"]), both) == [Violation(.skills, route: 0, stop: 1, job: 1, amount: 1)])
    #expect(
      try violations(problem(maximumDistance: .metres(39)), both) == [Violation(.maximumDistance, route: 0, amount: 1)])
    #expect(
      try violations(problem(), [Route(vehicle: 0, jobs: [0]), Route(vehicle: 0, jobs: [1])])
        == [Violation(.fleet, amount: 1)])
    #expect(
      try violations(problem(), [Route(vehicle: 0, jobs: [0, 1, 0])]).filter { $0.kind == .duplicate }
        == [Violation(.duplicate, route: 0, stop: 2, job: 0, amount: 1)])
    #expect(try violations(problem(), [Route(vehicle: 0, jobs: [0])]) == [Violation(.missing, job: 1, amount: 1)])
    #expect(try violations(problem(dropCost: 7), [Route(vehicle: 0, jobs: [0])]).isEmpty)
    #expect(try problem(dropCost: 7).check([Route(vehicle: 0, jobs: [0])]).cost == 100 + 20 * 2 + 7)
    #expect(
      try violations(problem(), both + [Route(vehicle: 3, jobs: []), Route(vehicle: 0, jobs: [-1, 2])]).map(\.kind)
        == [.unknown, .unknown, .unknown])
  }

  @Test func `the departure is as late as it can be without arriving later`() throws {
    // The near customer opens at 60: leave at 50, not at 0.
    let verdict = try problem(window: RandomProblems.window(60, 90), shift: RandomProblems.window(0, 200), costPerSecond: 1)
      .check(both)
    #expect(verdict.routes[0].departure == RandomProblems.instant(50))
    #expect(verdict.routes[0].waiting == .zero)
    #expect(verdict.cost == 100 + 80 + 50)
  }
}
