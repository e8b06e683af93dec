import Logistics
import Testing
import Travel

@testable import Routing

/// The engine must decline what it does not know: a rule it overlooks would have it offer plans that break it.
@Suite struct SupportsTests {
  private func problem(
    _ change: (inout [Job], inout [VehicleType]) -> Void = { _, _ in }, relations: Relations = Relations(),
    traffic: Traffic? = nil,
    begun: [Route] = [], preferences: Preferences = Preferences()
  ) throws -> RoutingProblem {
    var jobs = (0..<3).map { Job(id: ID("j\($0)"), place: 1 + $0, delivery: [1]) }
    var vehicles = [VehicleType(id: "van", count: 2, start: 0, capacity: [5])]
    change(&jobs, &vehicles)
    let travel = try TravelMatrix(metres: [[0, 1, 2, 3], [1, 0, 1, 2], [2, 1, 0, 1], [3, 2, 1, 0]])
    return try RoutingProblem(
      travel: travel, jobs: jobs, vehicles: vehicles, relations: relations, traffic: traffic, begun: begun,
      preferences: preferences)
  }

  private func window(_ opens: Int, _ closes: Int) -> TimeWindow {
    TimeWindow(opens: Instant(secondsSince1970: opens), closes: Instant(secondsSince1970: closes))!
  }

  @Test func `it takes what it knows`() throws {
    #expect(LocalProblem.supports(try problem()))
    #expect(
      LocalProblem.supports(
        try problem { jobs, vehicles in
          jobs[0] = Job(
            id: "a", place: 1, delivery: [1], service: .seconds(5), window: window(0, 9), skills: ["cold"], dropCost: 7)
          vehicles[0] = VehicleType(
            id: "van", count: 1, start: 0, end: 1, capacity: [5], shift: window(0, 99), skills: ["cold"], fixedCost: 3,
            costPerMetre: 2, costPerSecond: 1, maximumDistance: .metres(9), maximumDuration: .seconds(50))
        }))
    #expect(
      LocalProblem.supports(
        try problem { jobs, _ in jobs = jobs.map { Job(id: $0.id, place: $0.place, delivery: [0], pickup: [2]) } }))
  }

  @Test func `it declines rules of a job that it does not know`() throws {
    let strange = [
      Job(id: "a", place: 1, delivery: [1], windows: [window(0, 9), window(20, 29)]),
      Job(id: "a", place: 1, delivery: [1], window: window(0, 9), lateness: Lateness(costPerSecond: 1)),
      Job(id: "a", place: 1, delivery: [1], release: Instant(secondsSince1970: 5)),
      Job(id: "a", place: 1, delivery: [1], setup: .seconds(5)),
      Job(id: "a", place: 1, delivery: [1], pickup: [1]),
    ]
    for job in strange { #expect(!LocalProblem.supports(try problem { jobs, _ in jobs[0] = job }), "\(job)") }
  }

  @Test func `it declines rules of a vehicle that it does not know`() throws {
    let strange = [
      VehicleType(
        id: "van", count: 1, start: 0, capacity: [5], maximumDuration: .seconds(9),
        overtime: Overtime(most: .seconds(9), costPerSecond: 1)),
      VehicleType(id: "van", count: 1, start: 0, capacity: [5], maximumStops: 2),
      VehicleType(id: "van", count: 1, start: 0, capacity: [5], breaks: [Break(duration: .seconds(9))]),
      VehicleType(id: "van", count: 1, start: 0, capacity: [5], reload: Reload(places: [0])),
    ]
    for vehicle in strange { #expect(!LocalProblem.supports(try problem { _, vehicles in vehicles[0] = vehicle }), "\(vehicle)") }
  }

  @Test func `it declines what binds jobs, routes that have begun, and traffic`() throws {
    #expect(!LocalProblem.supports(try problem(relations: Relations(sameRoute: [[0, 1]]))))
    #expect(!LocalProblem.supports(try problem(relations: Relations(deliveriesFirst: true))))
    #expect(
      !LocalProblem.supports(try problem(traffic: Traffic([Traffic.Change(at: Instant(secondsSince1970: 0), percent: 50)]))))
    #expect(!LocalProblem.supports(try problem(begun: [Route(vehicle: 0, jobs: [1])])))
  }

  @Test func `it declines what is preferred, unless that costs nothing`() throws {
    #expect(!LocalProblem.supports(try problem(preferences: Preferences(costPerMetreOfSpread: 1))))
    #expect(!LocalProblem.supports(try problem(preferences: Preferences(balance: .stops(usual: 2, costPerStop: 1)))))
    #expect(LocalProblem.supports(try problem(preferences: Preferences(balance: .stops(usual: 2, costPerStop: 0)))))
  }
}
