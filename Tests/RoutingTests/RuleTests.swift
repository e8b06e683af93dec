import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct RuleTests {
  static func problem(_ seed: Int, jobs: Int) throws -> RoutingProblem {
    var random = RandomProblems.Generator(state: UInt64(seed))
    return try RandomProblems.make(seed: UInt64(seed), jobs: jobs, .random(using: &random))
  }

  @Test(arguments: 0..<120)
  func `every step of the search under any rules agrees with the checker`(seed: Int) throws {
    let problem = try Self.problem(20_000 + seed, jobs: 4 + seed % 20)
    _ = try problem.solveVerifying(SearchLimit(iterations: 60), seed: UInt64(seed))
  }

  @Test(arguments: 0..<22)
  func `every step of the search under one rule agrees with the checker`(rule: Int) throws {
    for seed in 0..<6 {
      let problem = try RandomProblems.make(seed: UInt64(30_000 + seed), jobs: 6 + seed, Rules(rawValue: 1 << rule))
      _ = try problem.solveVerifying(SearchLimit(iterations: 60), seed: UInt64(seed))
    }
  }

  @Test(arguments: 0..<60)
  func `small problems under any rules are solved to the optimum of full enumeration`(seed: Int) throws {
    let problem = try Self.problem(40_000 + seed, jobs: 2 + seed % 3)
    let answer = try problem.solve(SearchLimit(iterations: 3000), seed: 7)
    let oracle = RuleEnumeration(problem).best
    let missing = answer.verdict.violations.count { $0.kind == .missing }
    #expect(missing == oracle.missing)
    #expect(answer.verdict.cost == oracle.cost)
  }

  @Test(arguments: 0..<150)
  func `a route costs what the checker says, and is refused where the checker refuses it`(seed: Int) throws {
    let problem = try Self.problem(50_000 + seed, jobs: 5)
    var random = RandomProblems.Generator(state: UInt64(seed))
    for _ in 0..<40 {
      let type = Int.random(in: 0..<problem.vehicles.count, using: &random)
      let jobs = Array(problem.jobs.indices.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)))
      let places = problem.vehicles[type].reload?.places ?? []
      let reloads = jobs.indices.dropFirst().compactMap { index in
        Int.random(in: 0..<3, using: &random) == 0
          ? places.randomElement(using: &random).map { ReloadStop(beforeJob: index, at: $0) } : nil
      }
      let route = Route(vehicle: type, jobs: jobs, reloads: reloads)
      let verdict = problem.check([route])
      // The search serves both ends of a shipment or none, and never a job where it may not.
      let isWhole = problem.relations.shipments.allSatisfy { jobs.contains($0.pickup) == jobs.contains($0.delivery) }
      guard isWhole, problem.vehicles[type].count > 0 else { continue }
      let faults = verdict.violations.filter { ![.missing, .begun, .alternatives, .skills].contains($0.kind) }
      #expect(problem.simulatedCost(of: route) == (faults.isEmpty ? verdict.routes[0].cost : nil), "\(route): \(faults)")
    }
  }

  @Test(arguments: 0..<60)
  func `any routes may be the start, whatever rules they break`(seed: Int) throws {
    let problem = try Self.problem(60_000 + seed, jobs: 8)
    var random = RandomProblems.Generator(state: UInt64(seed))
    let start = (0..<6).map { _ in
      Route(
        vehicle: Int.random(in: 0..<problem.vehicles.count, using: &random),
        jobs: Array(problem.jobs.indices.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))),
        reloads: Bool.random(using: &random) ? [ReloadStop(beforeJob: 1, at: 0)] : [])
    }
    let first = try problem.solve(SearchLimit(iterations: 200), start: start)
    let again = try problem.solve(SearchLimit(iterations: 0), start: first.routes)
    #expect(again.verdict.cost <= first.verdict.cost || again.verdict.violations.count < first.verdict.violations.count)
  }

  @Test func `a start with more reloads than jobs is passed over`() throws {
    let travel = try TravelMatrix(metres: [[0, 5], [5, 0]])
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [9], reload: Reload(places: [0]))
    let problem = try RoutingProblem(travel: travel, jobs: [Job(id: "a", place: 1, delivery: [1])], vehicles: [van])
    let wasteful = Route(vehicle: 0, jobs: [0], reloads: (0..<5_000).map { _ in ReloadStop(beforeJob: 0, at: 0) })
    let answer = try problem.solve(SearchLimit(iterations: 20), start: [wasteful])
    #expect(answer.verdict.cost == 10)
    #expect(answer.routes == [Route(vehicle: 0, jobs: [0])])
  }

  @Test func `required jobs at the largest prices leave room in a sum`() throws {
    let far = TravelMatrix.longest
    let travel = try TravelMatrix(metres: (0..<9).map { i in (0..<9).map { $0 == i ? 0 : far } })
    let jobs = (1..<9).map { Job(id: ID("\($0)"), place: $0, delivery: [1]) }
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [2], costPerMetre: RoutingProblem.largestRate)
    let answer = try RoutingProblem(travel: travel, jobs: jobs, vehicles: [van]).solve(SearchLimit(iterations: 50))
    #expect(answer.verdict.violations.count == 6)
  }
}
