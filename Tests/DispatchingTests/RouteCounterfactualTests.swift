import Dispatching
import Logistics
import Routing
import RoutingTestSupport
import Testing

@Suite struct RouteCounterfactualTests {
  private static func missing(_ verdict: Verdict) -> Int { verdict.violations.count { $0.kind == .missing } }

  @Test(arguments: 0..<16)
  func `a change from the pool alone is worth what the best subsets before and after differ by`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(40 + seed), jobs: 4 + seed % 3)
    let pool = RouteSelectionTests.pool(problem, seed: UInt64(seed), count: 8)
    let selection = problem.selectRoutes(from: pool)
    let before = RouteSelectionTests.bestSubset(problem, pool)
    for change in [RouteChange.oneMore(vehicle: 0), .longerShift(vehicle: 0, by: .seconds(30)), .without(job: 1)] {
      let changed = try problem.changed(by: change)
      let found = try problem.explain(change, of: selection, pool: pool, searching: nil)
      // The pool as the changed problem would name it, made here by hand.
      let renamed = pool.map { route -> Route in
        guard case .without(let gone) = change else { return route }
        return Route(vehicle: route.vehicle, jobs: route.jobs.filter { $0 != gone }.map { $0 > gone ? $0 - 1 : $0 })
      }
      let after = RouteSelectionTests.bestSubset(changed, renamed)
      #expect(found.isOptimalAmongCandidates)
      #expect(found.saving == before.cost - after.cost, "\(change)")
      #expect(found.missingServed == before.missing - after.missing, "\(change)")
    }
  }

  @Test(arguments: 0..<8)
  func `a search finds no less than the plan that stays as it is`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(70 + seed), jobs: 10)
    let answer = try problem.solve(SearchLimit(iterations: 400))
    let selection = problem.selectRoutes(from: answer.pool, incumbent: answer.routes)
    for vehicle in problem.vehicles.indices {
      for change in [RouteChange.oneMore(vehicle: vehicle), .longerShift(vehicle: vehicle, by: .hours(1))] {
        let found = try problem.explain(change, of: selection, pool: answer.pool, searching: SearchLimit(iterations: 400))
        #expect((found.missingServed, found.saving) >= (0, 0) || found.missingServed > 0, "\(change)")
        #expect(found.after.violations.allSatisfy { $0.kind == .missing })
      }
    }
  }

  @Test func `a change that names what is not there is refused`() throws {
    let problem = try RandomProblems.make(seed: 3, jobs: 4)
    for change in [
      RouteChange.oneMore(vehicle: problem.vehicles.count), .without(job: 4), .longerShift(vehicle: 0, by: .seconds(-1)),
      .longerShift(vehicle: 0, by: .seconds(.max)),
    ] {
      #expect(throws: InvalidInput.self) { try problem.changed(by: change) }
    }
  }

  @Test func `behind a job that is taken out the others move up`() throws {
    let problem = try RandomProblems.make(seed: 5, jobs: 5)
    let changed = try problem.changed(by: .without(job: 2))
    #expect(changed.jobs == Array(problem.jobs[..<2]) + Array(problem.jobs[3...]))
  }
}
