import Logistics
import RoutingTestSupport
import Testing
import Travel

@testable import Routing

@Suite struct GeneticSearchTests {
  private func search(_ problem: RoutingProblem, seed: Int, verifying: Bool = false) -> (GeneticSearch, FlatProblem) {
    let flat = FlatProblem(problem)
    // From nothing: what it finds is its own.
    let nothing = Incumbent(
      missing: problem.jobs.count { $0.dropCost == nil }, cost: (0..<flat.jobCount).reduce(0) { $0 + flat.dropCost[$1] })
    return (
      GeneticSearch(LocalProblem(problem, flat), seed: UInt64(seed), stream: 1, start: nothing, verifying: verifying), flat
    )
  }

  /// It leaves out no job that must be served; where not all can be, the ruin and recreate finds which. And it is no exact method: beside
  /// the other engine nothing is left to find (`SolveTests`).
  @Test func `alone it solves nearly all small problems to the optimum of full enumeration, and none to less`() throws {
    var (asked, solved) = (0, 0)
    for seed in 0..<60 {
      let problem = try PlainProblems.make(seed: seed, jobs: 2 + seed % 4)
      let (engine, flat) = search(problem, seed: seed)
      engine.run(iterations: 1000, temperature: 1)
      let oracle = Enumeration(problem).best
      let verdict = problem.check(engine.best.routes)
      #expect(verdict.violations.allSatisfy { $0.kind == .missing })
      let penalties = verdict.unassigned.reduce(0) { $0 + (flat.isRequired[$1] ? flat.dropCost[$1] : 0) }
      #expect(engine.best.cost == verdict.cost + penalties)
      guard oracle.missing == 0 else { continue }
      #expect(verdict.violations.isEmpty)
      #expect(verdict.cost >= oracle.cost)
      asked += 1
      solved += verdict.cost == oracle.cost ? 1 : 0
    }
    #expect(asked > 30 && solved * 100 >= asked * 95, "\(solved) of \(asked)")
  }

  @Test(arguments: 0..<15)
  func `every move it makes is what a recomputation says, and what leaves it passes the checker`(seed: Int) throws {
    let problem = try PlainProblems.limited(seed: 500 + seed, jobs: 5 + seed)
    let (engine, _) = search(problem, seed: seed, verifying: true)
    for _ in 0..<20 {
      engine.run(iterations: 10, temperature: 1)
      let verdict = problem.check(engine.currentRoutes)
      #expect(verdict.violations.allSatisfy { $0.kind == .missing })
    }
    #expect(problem.check(engine.best.routes).violations.allSatisfy { $0.kind == .missing })
    #expect(engine.iterations == 200)
  }

  @Test(arguments: 0..<10)
  func `the stretches it is run in do not change what it finds`(seed: Int) throws {
    let problem = try PlainProblems.make(seed: 800 + seed, jobs: 30)
    let (one, _) = search(problem, seed: 3)
    let (other, _) = search(problem, seed: 3)
    one.run(iterations: 200, temperature: 1)
    for _ in 0..<40 { other.run(iterations: 5, temperature: 0.1) }
    #expect(abs(one.generations - other.generations) <= 1)
  }

  @Test(arguments: 0..<8)
  func `together with the ruin and recreate the answer is the same for one and two threads`(seed: Int) throws {
    let problem = try PlainProblems.make(seed: 900 + seed, jobs: 40)
    let limit = SearchLimit(iterations: 1501)
    let one = try problem.solve(limit, seed: 3, threads: 1)
    let two = try problem.solve(limit, seed: 3, threads: 2)
    #expect(one.routes == two.routes)
    #expect(one.trace.map(\.cost) == two.trace.map(\.cost))
    #expect(one.iterations == 1501 && two.iterations == 1501)
  }

  @Test func `a plan adopted is at least its best from then on, and bred from`() throws {
    for seed in 0..<10 {
      let problem = try PlainProblems.make(seed: 1000 + seed, jobs: 25)
      let good = Searcher(FlatProblem(problem), seed: 1, stream: 0, start: [])
      good.run(iterations: 2000, temperature: 0.1)
      let (engine, _) = search(problem, seed: seed, verifying: true)
      engine.run(iterations: 5, temperature: 1)
      engine.adopt(good.best)
      engine.run(iterations: 20, temperature: 1)
      #expect(!good.best.isBetter(than: engine.best))
    }
  }
}
