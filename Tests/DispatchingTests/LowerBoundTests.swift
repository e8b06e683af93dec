import Dispatching
import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct LowerBoundTests {
  @Test(arguments: 0..<8)
  func `the bound is never above the optimum of full enumeration`(batch: Int) throws {
    for seed in (10 * batch)..<(10 * batch + 10) {
      let problem = try RandomProblems.make(seed: UInt64(7000 + seed), jobs: 2 + seed % 3)
      let oracle = Enumeration(problem).best
      guard oracle.missing == 0, let bound = problem.lowerBound() else { continue }
      #expect(bound.value <= oracle.cost, "seed \(seed)")
      // A plan to measure against changes prices and columns, never what is true.
      let plan = try problem.solve(SearchLimit(iterations: 200))
      guard plan.verdict.isFeasible, let measured = problem.lowerBound(pool: plan.pool, incumbent: plan.routes) else { continue }
      #expect(measured.value <= oracle.cost, "seed \(seed)")
      #expect(measured.excused.isEmpty)
    }
  }

  @Test(arguments: 0..<4)
  func `with the best plan at hand the gap closes unless a rule is left out of account`(batch: Int) throws {
    var (known, closed) = (0, 0)
    for seed in (20 * batch)..<(20 * batch + 20) {
      let problem = try RandomProblems.make(seed: UInt64(90_000 + seed), jobs: 4 + seed % 2)
      let oracle = Enumeration(problem).best
      guard oracle.missing == 0 else { continue }
      let plan = try problem.solve(SearchLimit(iterations: 300))
      guard let bound = problem.lowerBound(pool: plan.pool, incumbent: plan.routes) else { continue }
      #expect(bound.value <= oracle.cost, "seed \(seed)")
      known += 1
      if bound.value == oracle.cost { closed += 1 }
      // From a plan that is no good the proof comes to a better one.
      let poor = try problem.solve(SearchLimit(iterations: 0))
      guard poor.verdict.isFeasible, poor.verdict.cost > oracle.cost else { continue }
      guard let found = problem.lowerBound(incumbent: poor.routes) else { continue }
      #expect(found.value <= oracle.cost, "seed \(seed)")
      if let better = found.betterRoutes {
        let verdict = problem.check(better)
        #expect(verdict.isFeasible && verdict.cost < poor.verdict.cost && verdict.cost >= oracle.cost, "seed \(seed)")
      }
    }
    #expect(known > 10 && 3 * closed > 2 * known, "\(closed) of \(known)")
  }

  @Test(arguments: 0..<6)
  func `whatever the limit, the bound is below every plan that is found`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(8000 + seed), jobs: 25)
    let plan = try problem.solve(SearchLimit(iterations: 3000))
    for rounds in [0, 1, 5, 60] {
      guard let bound = problem.lowerBound(pool: plan.pool, incumbent: plan.routes, limit: BoundLimit(rounds: rounds)) else {
        continue
      }
      #expect(bound.value <= plan.verdict.cost)
      #expect(bound.jobPrices.count == problem.jobs.count)
      #expect(Set(bound.excused).isSubset(of: plan.verdict.unassigned))
    }
  }

  /// Customers on a line to either side of a depot, one vehicle a customer by capacity: the bound must reach the only plan's cost.
  @Test func `where walks are routes the bound is the optimum`() throws {
    let places = [0, 10, -20, 35, -40, 50]
    let travel = try TravelMatrix(metres: places.map { from in places.map { abs(from - $0) } })
    let problem = try RoutingProblem(
      travel: travel, jobs: (1..<places.count).map { Job(id: ID("j\($0)"), place: $0, delivery: [6], service: .seconds(5)) },
      vehicles: [VehicleType(id: "van", count: 9, start: 0, capacity: [10], fixedCost: 100, costPerMetre: 2, costPerSecond: 1)])
    let bound = try #require(problem.lowerBound())
    #expect(bound.value == 5 * 100 + 2 * (10 + 20 + 35 + 40 + 50) * 3 + 5 * 5)
    #expect(bound.isConverged)
  }

  @Test func `what the plan misses is excused, and a job that nobody can carry too`() throws {
    let travel = try TravelMatrix(metres: [[0, 10, 10], [10, 0, 5], [10, 5, 0]])
    let problem = try RoutingProblem(
      travel: travel,
      jobs: [
        Job(id: "a", place: 1, delivery: [5]), Job(id: "b", place: 2, delivery: [5]), Job(id: "huge", place: 2, delivery: [99]),
        Job(id: "optional", place: 2, delivery: [99], dropCost: 7),
      ], vehicles: [VehicleType(id: "van", count: 1, start: 0, capacity: [10])])
    let alone = try #require(problem.lowerBound())
    #expect(alone.excused == [2] && alone.value == 25 + 7)
    let measured = try #require(problem.lowerBound(incumbent: [Route(vehicle: 0, jobs: [0])]))
    #expect(measured.excused == [1, 2] && measured.value == 20 + 7)
  }

  @Test func `the same input gives the same bound`() throws {
    let problem = try RandomProblems.make(seed: 12, jobs: 20)
    let plan = try problem.solve(SearchLimit(iterations: 500))
    let first = problem.lowerBound(pool: plan.pool, incumbent: plan.routes)
    #expect(first != nil)
    #expect(first == problem.lowerBound(pool: plan.pool, incumbent: plan.routes))
  }

  @Test func `a bound that is called off stops after the round`() throws {
    let problem = try RandomProblems.make(seed: 12, jobs: 20)
    var told = 0
    _ = problem.lowerBound(isCancelled: { true }, progress: { _ in told += 1 })
    #expect(told <= 1)
  }
}
