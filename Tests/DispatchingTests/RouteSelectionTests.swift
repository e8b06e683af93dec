import Dispatching
import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct RouteSelectionTests {
  /// Some routes of a small problem, sound and unsound.
  static func pool(_ problem: RoutingProblem, seed: UInt64, count: Int) -> [Route] {
    var random = RandomProblems.Generator(state: seed)
    return (0..<count).map { _ in
      let jobs = problem.jobs.indices.shuffled(using: &random)
      return Route(
        vehicle: Int.random(in: 0..<problem.vehicles.count, using: &random),
        jobs: Array(jobs.prefix(Int.random(in: 0...3, using: &random))))
    }
  }

  /// The best of all sets of the pool's routes, by the checker alone: fewest missing, then least cost.
  static func bestSubset(_ problem: RoutingProblem, _ pool: [Route]) -> (missing: Int, cost: Int) {
    var best = (missing: Int.max, cost: Int.max)
    for set in 0..<(1 << pool.count) {
      let verdict = problem.check(pool.indices.filter { set & (1 << $0) != 0 }.map { pool[$0] })
      guard verdict.violations.allSatisfy({ $0.kind == .missing }) else { continue }
      if (verdict.violations.count, verdict.cost) < best { best = (verdict.violations.count, verdict.cost) }
    }
    return best
  }

  @Test(arguments: 0..<20)
  func `the chosen set is the best of all subsets of the pool`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(seed), jobs: 3 + seed % 5)
    let pool = Self.pool(problem, seed: UInt64(seed), count: 9)
    let selection = problem.selectRoutes(from: pool)
    let oracle = Self.bestSubset(problem, pool)
    #expect(selection.termination == .optimalAmongCandidates)
    #expect(selection.verdict.violations.count == oracle.missing)
    #expect(selection.verdict.violations.allSatisfy { $0.kind == .missing })
    #expect(selection.verdict.cost == oracle.cost)
    let bound = try #require(selection.boundAmongCandidates)
    #expect(bound <= oracle.cost + oracle.missing * selection.missingPrice)
  }

  @Test(arguments: 0..<12)
  func `a plan handed in is never made worse, whatever the limit`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(500 + seed), jobs: 12)
    let answer = try problem.solve(SearchLimit(iterations: 300))
    for steps in [0, 20, 5000] {
      let selection = problem.selectRoutes(
        from: Self.pool(problem, seed: 3, count: 60) + answer.pool, incumbent: answer.routes,
        limit: SelectionLimit(steps: steps))
      let missing = selection.verdict.violations.count
      #expect(selection.verdict.violations.allSatisfy { $0.kind == .missing })
      #expect((missing, selection.verdict.cost) <= (answer.verdict.violations.count, answer.verdict.cost))
    }
  }

  @Test(arguments: 0..<12)
  func `the prices are a dual solution: no candidate is cheaper than what it serves, and they add up to the relaxation`(seed: Int)
    throws
  {
    // Costs in thousandths, so that rounding the prices to whole numbers is small beside them.
    let coarse = try RandomProblems.make(seed: UInt64(900 + seed), jobs: 8)
    let problem = try Self.scaled(coarse, by: 1000, extraVehicles: 0)
    let pool = Self.pool(problem, seed: UInt64(seed), count: 80)
    let selection = problem.selectRoutes(from: pool)
    for route in pool where !route.jobs.isEmpty {
      let verdict = problem.check([route])
      guard verdict.violations.allSatisfy({ $0.kind == .missing }) else { continue }
      let worth = route.jobs.reduce(0) { $0 + selection.jobPrices[$1] } - selection.vehiclePrices[route.vehicle]
      #expect(worth <= verdict.routes[0].cost + route.jobs.count + 1)
    }
    #expect(selection.vehiclePrices.allSatisfy { $0 >= 0 })
    let fleet = zip(selection.vehiclePrices, problem.vehicles).reduce(0) { $0 + $1.0 * $1.1.count }
    let worth = selection.jobPrices.reduce(0, +) - fleet
    let relaxation = try #require(selection.relaxation)
    #expect(try #require(selection.boundAmongCandidates) >= relaxation)
    #expect(abs(worth - relaxation) <= problem.jobs.count + problem.vehicles.reduce(2) { $0 + $1.count })
  }

  @Test(arguments: 0..<12)
  func `one more vehicle saves no more than its price`(seed: Int) throws {
    let coarse = try RandomProblems.make(seed: UInt64(1300 + seed), jobs: 8)
    let pool = Self.pool(coarse, seed: UInt64(seed), count: 80)
    let problem = try Self.scaled(coarse, by: 1000, extraVehicles: 0)
    let richer = try Self.scaled(coarse, by: 1000, extraVehicles: 1)
    let before = problem.selectRoutes(from: pool)
    let after = richer.selectRoutes(from: pool)
    let saved = try #require(before.relaxation) - #require(after.relaxation)
    #expect(saved >= 0)
    #expect(saved <= before.vehiclePrices[0] + 3)
  }

  /// The same problem with every cost times a factor, and more vehicles of the first type.
  static func scaled(_ problem: RoutingProblem, by factor: Int, extraVehicles: Int) throws -> RoutingProblem {
    try RoutingProblem(
      travel: problem.travel,
      jobs: problem.jobs.map {
        Job(
          id: $0.id, place: $0.place, delivery: $0.delivery, pickup: $0.pickup, service: $0.service, window: $0.window,
          skills: $0.skills, dropCost: $0.dropCost.map { $0 * factor })
      },
      vehicles: problem.vehicles.enumerated().map { index, type in
        VehicleType(
          id: type.id, count: type.count + (index == 0 ? extraVehicles : 0), start: type.start, end: type.end,
          capacity: type.capacity, shift: type.shift, skills: type.skills, fixedCost: type.fixedCost * factor,
          costPerMetre: type.costPerMetre * factor, costPerSecond: type.costPerSecond * factor,
          maximumDistance: type.maximumDistance)
      })
  }

  @Test func `nonsense in the pool or the plan is left out, not followed`() throws {
    let problem = try RandomProblems.make(seed: 4, jobs: 5)
    let nonsense = [
      Route(vehicle: 99, jobs: [0]), Route(vehicle: 0, jobs: [-1]), Route(vehicle: -1, jobs: []),
      Route(vehicle: 0, jobs: [1, 1]),
    ]
    let empty = problem.selectRoutes(from: nonsense, incumbent: nonsense)
    #expect(empty.candidates == 0 && empty.routes.isEmpty)
    #expect(empty.verdict.unassigned == Array(0..<5))
    #expect(empty.jobPrices == problem.jobs.map { $0.dropCost ?? empty.missingPrice })
  }

  @Test func `a selection that is called off hands the plan back`() throws {
    let problem = try RandomProblems.make(seed: 8, jobs: 10)
    let answer = try problem.solve(SearchLimit(iterations: 200))
    let selection = problem.selectRoutes(from: answer.pool, incumbent: answer.routes, isCancelled: { true })
    #expect(selection.termination == .cancelled)
    #expect(selection.verdict.cost == answer.verdict.cost)
    #expect(selection.boundAmongCandidates == nil && selection.gapAmongCandidates == nil)
  }
}
