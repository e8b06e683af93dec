import Foundation
import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct ConflictTests {
  private static let rounds = ProcessInfo.processInfo.environment["LASTMILE_FUZZ"] == nil ? 60 : 600

  /// The problem with some demands only and everything else out of anybody's reach, for the enumeration.
  private static func alone(_ demands: [Demand], _ problem: RoutingProblem) throws -> RoutingProblem {
    let wanted = Set(demands.flatMap { problem.jobs(of: $0) })
    let required = problem.requiring(demands)
    let jobs = required.jobs.enumerated().map { index, job in
      Job(
        id: job.id, place: job.place, delivery: job.delivery, pickup: job.pickup, service: job.service, setup: job.setup,
        windows: job.windows, lateness: job.lateness, release: job.release,
        skills: wanted.contains(index) ? job.skills : ["nobody has it"], dropCost: job.dropCost)
    }
    return try RoutingProblem(
      profiles: problem.profiles, jobs: jobs, vehicles: problem.vehicles, relations: required.relations, traffic: problem.traffic,
      preferences: problem.preferences)
  }

  @Test func `a conflict of random demands is one by full enumeration, and none without any one of them`() throws {
    var sizes: [Int: Int] = [:]
    for seed in 0..<Self.rounds {
      var random = RandomProblems.Generator(state: UInt64(500 + seed))
      let rules = Rules.random(using: &random).subtracting([.begun, .reloads])
      let made = try RandomProblems.make(seed: UInt64(3_000 + seed), jobs: 3 + seed % 3, rules)
      let problem = made.requiring(made.demands)
      let oracle = RuleEnumeration(problem).best
      let answer = try problem.solve(SearchLimit(iterations: 200), threads: 1)
      let found = try problem.conflictingDemands(missedBy: answer.routes)
      #expect((found != nil) == (oracle.missing > 0), "seed \(seed)")
      guard let found else { continue }
      sizes[found.demands.count, default: 0] += 1
      #expect(found.isProved && found.isIrreducible, "seed \(seed): \(found)")
      #expect(RuleEnumeration(try Self.alone(found.demands, problem)).best.missing > 0, "seed \(seed): \(found)")
      for (index, witness) in found.witnesses.enumerated() {
        var others = found.demands
        others.remove(at: index)
        let verdict = try Self.alone(others, problem).check(witness)
        #expect(verdict.isFeasible, "seed \(seed): \(found)")
      }
    }
    #expect(sizes.keys.contains(1) && sizes.keys.contains { $0 > 1 }, "\(sizes)")
  }

  private static func line(_ jobs: [Job], vans: Int, capacity: Int = 10, shift: TimeWindow? = nil, stops: Int? = nil) throws
    -> RoutingProblem
  {
    let places = 40
    let ways = (0..<places).map { from in (0..<places).map { abs(from - $0) } }
    let van = VehicleType(
      id: "van", count: vans, start: 0, capacity: [capacity], shift: shift, maximumStops: stops)
    return try RoutingProblem(
      travel: TravelMatrix(metres: ways.map { $0.map { 1000 * $0 } }, seconds: ways.map { $0.map { 60 * $0 } }), jobs: jobs,
      vehicles: [van])
  }

  @Test func `three doors at one hour and two vans are in conflict, and the rest of the day is not`() throws {
    func hour(_ from: Int) -> TimeWindow {
      TimeWindow(opens: Instant(secondsSince1970: 60 * from), closes: Instant(secondsSince1970: 60 * from + 300))!
    }
    // At minutes 60 to 65: kilometres 10, 20 and 30, ten minutes apart. The others can be fetched on the way.
    let doors = [10, 20, 30].map { Job(id: ID("door \($0)"), place: $0, delivery: [1], window: hour(60)) }
    let rest = (1...15).map { Job(id: ID("any \($0)"), place: $0 * 2, delivery: [0]) }
    let problem = try Self.line(doors + rest, vans: 2)
    let answer = try problem.solve(SearchLimit(iterations: 2_000), threads: 1)
    let found = try #require(try problem.conflictingDemands(missedBy: answer.routes))
    #expect(found.demands == [.job(0), .job(1), .job(2)])
    #expect(found.grounds == .everyPlan && found.isProved && found.isIrreducible)
  }

  @Test func `nine doors at one minute need a van each, which their pairs prove`() throws {
    let minute = TimeWindow(opens: Instant(secondsSince1970: 3600), closes: Instant(secondsSince1970: 3660))!
    let doors = (1...9).map { Job(id: ID("door \($0)"), place: 2 * $0, delivery: [1], window: minute) }
    let problem = try Self.line(doors + [Job(id: "any", place: 39, delivery: [1])], vans: 8)
    let answer = try problem.solve(SearchLimit(iterations: 500), threads: 1)
    let found = try #require(try problem.conflictingDemands(missedBy: answer.routes))
    #expect(found.demands == (0..<9).map(Demand.job))
    #expect(found.grounds == .oneEach(vehicles: 8) && found.isIrreducible)
  }

  @Test func `more goods than room is proved by the sum, whatever the order of the stops`() throws {
    let jobs = (0..<11).map { Job(id: ID("\($0)"), place: 1 + $0, delivery: [2]) }
    let problem = try Self.line(jobs, vans: 2)
    let answer = try problem.solve(SearchLimit(iterations: 500), threads: 1)
    let found = try #require(try problem.conflictingDemands(missedBy: answer.routes))
    #expect(found.demands.count == 11)
    #expect(found.grounds == .room(dimension: 0, needed: 22, available: 20) && found.isIrreducible)
    let few = try Self.line(jobs, vans: 2, capacity: 100, stops: 5)
    let crowd = try #require(try few.conflictingDemands(missedBy: few.solve(SearchLimit(iterations: 500), threads: 1).routes))
    #expect(crowd.grounds == .stops(needed: 11, available: 10) && crowd.isIrreducible)
  }

  @Test func `what no search serves is not called proved`() throws {
    // Nine of 4 in four vans of 10 fit two by two; by their sum, 36 of 40, they would.
    let jobs = (0..<9).map { Job(id: ID("\($0)"), place: 1 + $0, delivery: [4]) }
    let problem = try Self.line(jobs, vans: 4)
    let found = try #require(
      try problem.conflictingDemands(missedBy: problem.solve(SearchLimit(iterations: 500), threads: 1).routes))
    #expect(found.demands.count == 9 && found.isIrreducible)
    #expect(found.grounds == .search(iterations: 1_000) && !found.isProved)
  }

  @Test func `a plan that serves all, or could, is in no conflict`() throws {
    let jobs = (0..<4).map { Job(id: ID("\($0)"), place: 1 + $0, delivery: [4]) }
    let problem = try Self.line(jobs, vans: 2)
    #expect(
      try problem.conflictingDemands(missedBy: [Route(vehicle: 0, jobs: [0, 1]), Route(vehicle: 0, jobs: [2, 3])]) == nil)
    #expect(try problem.conflictingDemands(missedBy: []) == nil)
  }
}
