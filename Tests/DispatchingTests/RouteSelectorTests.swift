import Dispatching
import Routing
import RoutingTestSupport
import Testing

@Suite struct RouteSelectorTests {
  /// Routes as a search meets them, in parts.
  static func parts(_ problem: RoutingProblem) throws -> [[Route]] {
    try (1...4).map { (seed: UInt64) in
      let answer = try problem.solve(SearchLimit(iterations: 400), seed: seed)
      return answer.routes + answer.pool.prefix(80) + RouteSelectionTests.pool(problem, seed: seed, count: 30)
    }
  }

  @Test(arguments: 0..<12)
  func `round after round it chooses what a selection from scratch chooses among the same routes`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(600 + seed), jobs: 10 + seed)
    var selector = RouteSelector(problem)
    var routes: [Route] = []
    for part in try Self.parts(problem) {
      routes += part
      selector.add(part)
      let warm = selector.select(limit: SelectionLimit(steps: 100_000))
      let cold = problem.selectRoutes(from: routes, limit: SelectionLimit(steps: 100_000))
      #expect(warm.termination == .optimalAmongCandidates && cold.termination == .optimalAmongCandidates)
      #expect(warm.verdict.violations.count == cold.verdict.violations.count && warm.verdict.cost == cold.verdict.cost)
      #expect(warm.candidates == cold.candidates && warm.missingPrice == cold.missingPrice && warm.relaxation == cold.relaxation)
      #expect(warm.gapAmongCandidates == 0 && cold.gapAmongCandidates == 0)
    }
  }

  @Test func `the same calls give the same selections, stopped by steps too`() throws {
    let problem = try RandomProblems.make(seed: 650, jobs: 40)
    let parts = try Self.parts(problem)
    for steps in [0, 30, 300] {
      let runs = (0..<2).map { _ in
        var selector = RouteSelector(problem)
        return parts.map { part in
          selector.add(part)
          let selection = selector.select(incumbent: parts[0], limit: SelectionLimit(steps: steps))
          return [selection.verdict.cost, selection.boundAmongCandidates ?? -1, selection.programs] + selection.jobPrices
        }
      }
      #expect(runs[0] == runs[1])
    }
  }

  @Test(arguments: 0..<8)
  func `what carries the last selection's linear program is not forgotten, and the next is no dearer for it`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(700 + seed), jobs: 30)
    var selector = RouteSelector(problem)
    for part in try Self.parts(problem) { selector.add(part) }
    let before = selector.select(limit: SelectionLimit(steps: 100_000))
    let count = selector.count
    selector.forget(keeping: 40)
    #expect(selector.count < count && selector.count >= 40)
    let after = selector.select(incumbent: before.routes, limit: SelectionLimit(steps: 100_000))
    // The linear program keeps its basis; only its price on missing jobs may follow the routes that are left.
    if before.verdict.violations.isEmpty && after.missingPrice == before.missingPrice {
      #expect(after.relaxation == before.relaxation)
    }
    #expect((after.verdict.violations.count, after.verdict.cost) <= (before.verdict.violations.count, before.verdict.cost))
    selector.forget(keeping: 0)
    #expect(selector.count > 0)
  }

  @Test(arguments: 0..<6)
  func `a search that recombines depends on seed and iterations alone, and keeps every rule`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(800 + seed), jobs: 60)
    let limit = SearchLimit(iterations: 2001)
    let recombiner = PartitioningRecombiner(problem, steps: 500, most: 300)
    let one = try problem.solve(limit, seed: 5, threads: 1, recombiner: recombiner)
    let two = try problem.solve(limit, seed: 5, threads: 2, recombiner: recombiner)
    #expect(one.routes == two.routes && one.trace.map(\.cost) == two.trace.map(\.cost) && one.iterations == 2001)
    #expect(one.verdict.violations.allSatisfy { $0.kind == .missing })
  }
}
