import Dispatching
import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

/// Bounds, selections and changes of problems that have every rule, against trying every plan.
@Suite struct RuleTests {
  @Test(arguments: 0..<40)
  func `no plan of at most two routes costs less than the bound`(seed: Int) throws {
    let problem = try RuleProblems.make(seed: UInt64(seed))
    guard let least = RuleProblems.leastCost(problem, RuleProblems.routes(problem)) else { return }
    if let bound = problem.lowerBound() { #expect(bound.value <= least) }
  }

  @Test(arguments: 0..<16)
  func `a selection out of all routes is the best plan, with alternatives, shipments and begun routes`(seed: Int) throws {
    let some = try RuleProblems.make(seed: UInt64(1000 + seed))
    var routes = RuleProblems.routes(some)
    let alone = routes.filter { $0.jobs.count == 1 && some.check([$0]).violations.allSatisfy { $0.kind == .missing } }
    let problem = try RoutingProblem(
      profiles: some.profiles, jobs: some.jobs, vehicles: some.vehicles, relations: some.relations, traffic: some.traffic,
      begun: seed.isMultiple(of: 2) ? Array(alone.prefix(1)) : [], preferences: some.preferences)
    // No more than two routes, so that every plan is tried.
    routes.removeAll { $0.jobs.count < problem.jobs.count - 2 && $0.jobs.count < 2 }
    routes += problem.begun
    let least = RuleProblems.leastCost(problem, routes)
    let selection = problem.selectRoutes(from: routes)
    if let least, selection.verdict.isFeasible, selection.routes.count <= 2 { #expect(selection.verdict.cost == least) }
    if least != nil { #expect(selection.verdict.isFeasible) }
  }

  @Test func `jobs that belong together are not torn apart by a selection`() throws {
    let jobs = (1...2).map { Job(id: ID("j\($0)"), place: $0, delivery: [1]) }
    let problem = try RoutingProblem(
      travel: TravelMatrix(metres: [[0, 1, 1], [1, 0, 90], [1, 90, 0]]), jobs: jobs,
      vehicles: [VehicleType(id: "v", count: 2, start: 0, capacity: [2])], relations: Relations(sameRoute: [[0, 1]]))
    let together = [Route(vehicle: 0, jobs: [0, 1])], apart = [Route(vehicle: 0, jobs: [0]), Route(vehicle: 0, jobs: [1])]
    let selection = problem.selectRoutes(from: apart, incumbent: together)
    #expect(selection.routes == together)
    #expect(selection.termination == .limit)
    // No plan is a sound one too.
    #expect(problem.selectRoutes(from: apart).verdict.violations.map(\.kind) == [.missing, .missing])
    #expect(problem.selectRoutes(from: apart, incumbent: apart).verdict.violations.map(\.kind) == [.sameRoute])
  }

  @Test func `a change keeps every other rule`() throws {
    let jobs = (0..<6).map { Job(id: ID("j\($0)"), place: 0, delivery: $0 == 5 ? [1] : [0], pickup: $0 == 4 ? [1] : [0]) }
    let van = VehicleType(
      id: "v", count: 1, start: 0, capacity: [1], shift: RandomProblems.window(0, 9), maximumDuration: .seconds(5),
      overtime: Overtime(most: .seconds(1), costPerSecond: 1), maximumStops: 4, breaks: [Break(duration: .seconds(1))],
      reload: Reload(places: [0]), profile: 1)
    let matrix = TravelMatrix(count: 1, metres: [0])
    let problem = try RoutingProblem(
      profiles: [matrix, matrix], jobs: jobs, vehicles: [van],
      relations: Relations(
        shipments: [Shipment(pickup: 4, delivery: 5)], alternatives: [Alternatives(jobs: [1]), Alternatives(jobs: [0, 2])],
        sameRoute: [[1, 3]], precedences: [Precedence(0, before: 1), Precedence(2, before: 3)], deliveriesFirst: true),
      traffic: Traffic([.init(at: RandomProblems.instant(0), percent: 50)]),
      begun: [Route(vehicle: 0, jobs: [1, 2], reloads: [ReloadStop(beforeJob: 1, at: 0)])],
      preferences: Preferences(balance: .stops(usual: 3, costPerStop: 1), costPerMetreOfSpread: 2))
    let longer = try problem.changed(by: .longerShift(vehicle: 0, by: .seconds(3)))
    #expect(longer.relations == problem.relations)
    #expect(longer.begun == problem.begun)
    #expect(longer.traffic == problem.traffic)
    #expect(longer.profiles.count == 2)
    #expect(longer.preferences == problem.preferences)
    let grown = longer.vehicles[0]
    #expect(grown.shift == RandomProblems.window(0, 12))
    #expect(grown.overtime == van.overtime && grown.maximumDuration == van.maximumDuration && grown.breaks == van.breaks)
    #expect(grown.reload == van.reload && grown.maximumStops == 4 && grown.profile == 1)
    let fewer = try problem.changed(by: .without(job: 1))
    #expect(
      fewer.relations
        == Relations(
          shipments: [Shipment(pickup: 3, delivery: 4)], alternatives: [Alternatives(jobs: [0, 1])], sameRoute: [[2]],
          precedences: [Precedence(1, before: 2)], deliveriesFirst: true))
    #expect(fewer.begun == [Route(vehicle: 0, jobs: [1], reloads: [ReloadStop(beforeJob: 0, at: 0)])])
    #expect(throws: InvalidInput.self) { try problem.changed(by: .without(job: 4)) }
  }
}
