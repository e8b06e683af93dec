import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct ValidationTests {
  @Test func `all faults of a problem are named at once`() throws {
    let travel = try TravelMatrix(metres: [[0, 1], [1, 0]])
    let error = #expect(throws: InvalidInput.self) {
      try RoutingProblem(
        travel: travel,
        jobs: [
          Job(id: "a", place: 2, delivery: [1]), Job(id: "a", place: 1, delivery: [-1]),
          Job(id: "b", place: 1, delivery: [1, 2], service: .seconds(-1), dropCost: -5),
          Job(id: "c", place: 0, delivery: [.max], window: RandomProblems.window(0, 1 << 40)),
        ],
        vehicles: [
          VehicleType(
            id: "v", count: -1, start: -1, end: 7, capacity: [0], fixedCost: .max, costPerMetre: -1, costPerSecond: .max)
        ])
    }
    #expect(
      error?.faults.map(\.place) == [
        "$.jobs[0].place", "$.jobs[1].id", "$.jobs[1].delivery[0]", "$.jobs[2].delivery", "$.jobs[2].pickup", "$.jobs[2].service",
        "$.jobs[2].dropCost", "$.jobs[3].delivery[0]", "$.jobs[3].windows.closes", "$.vehicles[0].count", "$.vehicles[0].start",
        "$.vehicles[0].end", "$.vehicles[0].capacity", "$.vehicles[0].fixedCost", "$.vehicles[0].costPerMetre",
        "$.vehicles[0].costPerSecond",
      ])
  }

  @Test func `a problem without vehicles is refused`() throws {
    #expect(throws: InvalidInput.self) {
      try RoutingProblem(travel: TravelMatrix(metres: [[0]]), jobs: [], vehicles: [])
    }
  }

  @Test func `what binds jobs must not contradict the routes that have begun`() throws {
    let travel = try TravelMatrix(metres: (0..<7).map { i in (0..<7).map { abs(i - $0) } })
    let jobs = (0..<6).map { index in
      Job(id: ID("\(index)"), place: index + 1, delivery: index == 0 ? [0] : [1], pickup: index == 0 ? [1] : nil)
    }
    let van = VehicleType(id: "van", count: 2, start: 0, capacity: [9])
    let relations = Relations(
      shipments: [Shipment(pickup: 0, delivery: 1)], alternatives: [Alternatives(jobs: [2, 3])], sameRoute: [[4, 5]])
    let error = #expect(throws: InvalidInput.self) {
      try RoutingProblem(
        travel: travel, jobs: jobs, vehicles: [van], relations: relations,
        begun: [Route(vehicle: 0, jobs: [0, 2, 4]), Route(vehicle: 0, jobs: [3, 5])])
    }
    #expect(
      error?.faults.map(\.place) == [
        "$.relations.shipments[0]", "$.relations.alternatives[0]", "$.relations.sameRoute[0]",
      ])
  }
}
