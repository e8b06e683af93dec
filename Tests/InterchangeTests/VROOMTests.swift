import Logistics
import Routing
import Testing
import Travel

@testable import Interchange

/// What VROOM's JSON becomes.
@Suite struct VROOMTests {
  @Test func `vehicles, jobs and shipments keep what they say`() throws {
    let instance = try Samples.read(RichSamples.vroom)
    let problem = instance.problem
    #expect(instance.format == .vroom && instance.convention == .rounded)
    #expect(instance.clientNumbers == [1, 5, 4, 4])
    #expect(problem.jobs.map(\.id.text) == ["job 1", "job 5", "pickup 4", "delivery 4"])
    #expect(problem.jobs.map(\.place) == [1, 2, 3, 1])
    #expect(problem.jobs.map(\.service.seconds) == [10, 0, 7, 0] && problem.jobs[0].setup == .seconds(5))
    #expect(problem.jobs[0].windows.map(\.opens.secondsSince1970) == [150, 300])
    #expect(problem.jobs[0].skills == ["1"])
    #expect(problem.jobs.map(\.pickup.amounts) == [[0], [1], [2], [0]])
    #expect(problem.jobs.map(\.delivery.amounts) == [[1], [0], [0], [2]])
    #expect(problem.relations.shipments == [Shipment(pickup: 2, delivery: 3)])
    let van = problem.vehicles[0]
    #expect(van.id == "vehicle 7" && van.skills == ["1", "14"])
    #expect(van.shift?.closes.secondsSince1970 == 900)
    #expect(van.breaks.map(\.duration.seconds) == [0, 30], "by their first window")
    #expect(van.breaks.allSatisfy { !$0.isPaid })
    #expect(problem.vehicles[1].maximumStops == 3)
    #expect(instance.proposedRoutes == [Route(vehicle: 0, jobs: [0, 2, 3])])
  }

  @Test func `only travel costs, by the second unless the file has other prices`() throws {
    let instance = try Samples.read(RichSamples.vroom)
    let problem = instance.problem
    #expect(instance.costScale == 1)
    #expect(problem.vehicles.map(\.costPerMetre) == [1, 2], "7,200 an hour is 2 a second")
    #expect(problem.vehicles.map(\.fixedCost) == [30, 0] && problem.vehicles.allSatisfy { $0.costPerSecond == 0 })
    #expect(problem.vehicles[0].maximumDistance == .metres(500), "its metres are seconds of travel")
    #expect(instance.typesTimedByDistance == [0])
    let (van, slow) = (problem.profiles[problem.vehicles[0].profile], problem.profiles[problem.vehicles[1].profile])
    #expect(van.distance(from: 1, to: 0) == .metres(21) && van.duration(from: 1, to: 0) == .seconds(21))
    #expect(slow.duration(from: 1, to: 0) == .seconds(42), "at half the speed")
    #expect(problem.vehicles[1].end == 4 && slow.duration(from: 2, to: 4) == .zero, "it ends at its last stop")
    // Out 20 and back 21 and the fixed 30; what is left out has no part in VROOM's cost.
    #expect(instance.cost(of: problem.check([Route(vehicle: 0, jobs: [0])])).description == "71")
  }

  @Test func `prices that share no unit with a second are exact`() throws {
    let text = RichSamples.vroom.replacing("\"per_hour\":7200", with: "\"per_hour\":3601,\"per_km\":100").replacing(
      "]]}}}", with: "]],\"distances\":[[0,200,300,400],[210,0,100,150],[310,110,0,120],[410,160,130,0]]}}}")
    let instance = try Samples.read(text)
    let type = instance.problem.vehicles[1]
    let travel = instance.problem.profiles[type.profile]
    let count = travel.distance(from: 0, to: 1).metres * type.costPerMetre
    // 40 s at half the speed and 200 m: 40 · 3601 / 3600 + 200 · 100 / 1000 = 60.0111…
    #expect(count * 3600 == (40 * 3601 + 20 * 3600) * instance.costScale)
    #expect(instance.cost(count).description == "60.011")
    #expect(instance.problem.vehicles[0].costPerMetre == instance.costScale, "a second still costs 1")
    #expect(instance.problem.vehicles[0].maximumDistance == .metres(500))
  }

  @Test func `coordinates are joined by streets`() throws {
    let instance = try Samples.read(RichSamples.vroomOnEarth)
    let vehicle = instance.problem.vehicles[0]
    #expect(instance.problem.travel.count == 3, "the start, which is the end, and two jobs")
    #expect(instance.problem.dimensions == 0)
    #expect(vehicle.maximumDistance == .metres(90_000) && vehicle.costPerMetre == 1)
    #expect(instance.costScale == 2, "a metre costs half of a unit")
    #expect(instance.typesTimedByDistance.isEmpty)
    let answer = try instance.problem.solve(SearchLimit(iterations: 50))
    #expect(answer.verdict.isFeasible && answer.verdict.unassigned.isEmpty)
  }

  @Test func `the sum of priorities comes first, then the number of jobs, then the cost`() throws {
    let problem = try Samples.read(RichSamples.vroom).problem
    let drops = problem.jobs.compactMap(\.dropCost)
    #expect(drops.count == 4, "whatever is not served is left out")
    #expect(drops[2] == drops[3])
    #expect(drops[1] > drops[0] + 8 * drops[2] - 9 * drops[0] && drops[0] > 0)
    // The longest way is 82 s, at 2 a second; the dearest plan has each of the four on a route of its own.
    #expect(drops[0] > 4 * (2 * 2 * 82 + 30), "no saving is worth a job")
    #expect(drops.allSatisfy { $0 <= RoutingProblem.largestCost })
  }

  @Test func `a number that several share means them in turn`() throws {
    let instance = try Samples.read(RichSamples.vroom)
    #expect(instance.routes(of: SolutionFile([[4, 1, 4], [5]])).map(\.jobs) == [[2, 0, 3], [1]])
    #expect(instance.clients(of: [Route(vehicle: 1, jobs: [2, 0, 3])]) == [[], [4, 1, 4]])
    let shared = try Samples.read(RichSamples.vroom.replacing("\"id\":5,", with: "\"id\":4,"))
    #expect(shared.routes(of: SolutionFile([[4, 4, 1], [4]])).map(\.jobs) == [[2, 3, 0], [1]])
    #expect(shared.routes(of: SolutionFile([[4, 4, 4]])).map(\.jobs) == [[1, 2, 3]])
  }

  @Test func `a vehicle without room still drives where nothing is carried`() throws {
    let text = RichSamples.vroom.replacing("\"capacity\":[2],", with: "")
    let problem = try Samples.read(text).problem
    #expect(problem.vehicles.map(\.capacity.amounts) == [[4, 1], [0, 1]])
    #expect(problem.jobs.map(\.pickup.amounts) == [[0, 0], [1, 0], [2, 0], [0, 0]])
  }

  @Test func `vehicles that are alike become one type`() throws {
    let text = #"""
      {"vehicles":[{"id":1,"start_index":0},{"id":2,"start_index":0,"description":"the other"}],"jobs":[{"id":3,"location_index":1}],
       "matrix":[[0,5],[6,0]]}
      """#
    let instance = try Samples.read(text)
    #expect(instance.problem.vehicles.map(\.count) == [2])
    #expect(instance.clients(of: [Route(vehicle: 0, jobs: [0])]) == [[3]])
  }

  @Test(arguments: [
    ("\"max_travel_time\":500", "\"max_distance\":500", "$.vehicles[0].max_distance"),
    ("\"service\":30", "\"service\":30,\"max_load\":[1]", "$.vehicles[0].breaks[0].max_load"),
    ("\"start_index\":0,\"end_index\":0", "\"speed_factor\":1", "$.vehicles[0].start"),
    ("\"location_index\":2", "\"location_index\":4", "$.jobs[1].location_index"),
    ("\"location_index\":2", "\"location\":[2,48]", "$.jobs[1].location_index"),
    ("\"priority\":10", "\"priority\":101", "$.jobs[1].priority"),
    ("\"pickup\":[1]", "\"pickup\":[1,1]", "$.jobs"),
    ("[21,0,10,15]", "[21,0,10]", "$.matrices.car.durations[1]"),
    ("[21,0,10,15]", "[21,0,10,-1]", "$.matrices.car.durations[1][3]"),
    ("[[150,200]", "[[200,150]", "$.jobs[0].time_windows[0]"),
    ("\"id\":9", "\"id\":7", "$.vehicles[1].id"),
    ("\"id\":5,", "\"id\":1,", "$.jobs"),
    ("\"id\":9", "\"profile\":\"bike\",\"id\":9", "$.vehicles[1].profile"),
    ("\"id\":9", "\"speed\":2,\"id\":9", "$.vehicles[1].speed"),
    ("\"per_hour\":7200", "\"per_km\":7", "$.vehicles[1].costs"),
    ("\"type\":\"job\",\"id\":1", "\"type\":\"job\",\"id\":2", "$.vehicles[0].steps[1].id"),
    ("\"type\":\"job\",\"id\":1", "\"type\":\"job\",\"id\":1,\"at\":3", "$.vehicles[0].steps[1].at"),
    ("\"amount\":[2]", "\"amount\":2", "$.shipments[0].amount"),
    ("]]}}}", "]]}}", "line 10"),
  ])
  func `what is wrong or cannot be kept is named by its path`(_ from: String, _ to: String, _ place: String) {
    #expect(RichSamples.vroom.contains(from))
    let faults = Samples.faults(RichSamples.vroom.replacing(from, with: to, maxReplacements: 1))
    #expect(faults.contains { $0.hasPrefix("\(place): ") }, "\(faults)")
  }

  @Test func `documents that nest too deep are refused, not a way to the end of the stack`() {
    let text = "{\"jobs\":" + String(repeating: "[", count: 1_000_000)
    #expect(Samples.faults(text).count == 1)
  }

  @Test func `whole numbers have no other convention`() {
    let error = #expect(throws: InvalidInput.self) { _ = try Samples.read(RichSamples.vroom, .dimacs) }
    #expect(error?.faults.first?.place == "$")
  }
}
