import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct SolveTests {
  @Test(arguments: 0..<120)
  func `small problems are solved to the optimum of full enumeration`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(seed), jobs: 2 + seed % 4)
    let answer = try problem.solve(SearchLimit(iterations: 4000), seed: 7)
    let oracle = Enumeration(problem).best
    #expect(answer.verdict.violations.count == oracle.missing)
    #expect(answer.verdict.cost == oracle.cost)
  }

  @Test(arguments: 0..<40)
  func `whatever is found keeps every rule, but for jobs that cannot be served`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(1000 + seed), jobs: 15 + seed)
    let answer = try problem.solve(SearchLimit(iterations: 1500), seed: UInt64(seed))
    #expect(answer.verdict.violations.allSatisfy { $0.kind == .missing })
    let served = answer.routes.flatMap(\.jobs)
    #expect(Set(served).count == served.count)
    #expect(served.count + answer.verdict.unassigned.count == problem.jobs.count)
    for route in answer.pool {
      #expect(problem.check([route]).violations.allSatisfy { $0.kind == .missing })
    }
  }

  @Test(arguments: 0..<60)
  func `every step of the search agrees with the checker`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(4000 + seed), jobs: 5 + seed % 30)
    _ = try problem.solveVerifying(SearchLimit(iterations: 200), seed: UInt64(seed))
  }

  @Test(arguments: 0..<6)
  func `the answer depends on the seed and the iterations alone, not on the threads`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(2000 + seed), jobs: 40)
    let limit = SearchLimit(iterations: 12_001)
    let one = try problem.solve(limit, seed: 3, threads: 1)
    let two = try problem.solve(limit, seed: 3, threads: 2)
    let again = try problem.solve(limit, seed: 3, threads: 8)
    #expect(one.routes == two.routes)
    #expect(one.routes == again.routes)
    #expect(one.iterations == 12_001)
    #expect(one.trace.map(\.cost) == two.trace.map(\.cost))
  }

  @Test func `a start is kept if nothing better is found, and mended if it breaks a rule`() throws {
    for seed in 0..<20 {
      let problem = try RandomProblems.make(seed: UInt64(3000 + seed), jobs: 20)
      let good = try problem.solve(SearchLimit(iterations: 3000))
      let kept = try problem.solve(SearchLimit(iterations: 0), start: good.routes)
      #expect(kept.verdict.cost <= good.verdict.cost || kept.verdict.violations.count < good.verdict.violations.count)
      let broken = good.routes + good.routes + [Route(vehicle: 99, jobs: [-1]), Route(vehicle: 0, jobs: Array(0..<20))]
      let mended = try problem.solve(SearchLimit(iterations: 100), start: broken)
      #expect(mended.verdict.violations.count <= good.verdict.violations.count)
      #expect(mended.verdict.violations.allSatisfy { $0.kind == .missing })
    }
  }

  @Test func `a limit of time alone ends the search, and both limits end it with the first`() throws {
    let problem = try RandomProblems.make(seed: 6, jobs: 20)
    let timed = try problem.solve(within: .milliseconds(30))
    #expect(timed.iterations > 0)
    #expect(timed.time >= .milliseconds(30))
    let both = try problem.solve(SearchLimit(iterations: 50, time: .seconds(3600)))
    #expect(both.iterations == 50)
  }

  @Test func `a cancelled search returns a plan at once`() throws {
    let problem = try RandomProblems.make(seed: 5, jobs: 50)
    let answer = try problem.solve(SearchLimit(iterations: .max), isCancelled: { true })
    #expect(answer.iterations == 0)
    #expect(answer.verdict.violations.allSatisfy { $0.kind == .missing })
  }

  @Test func `a cancelled task gets the best plan so far`() async throws {
    let problem = try RandomProblems.make(seed: 5, jobs: 50)
    let task = Task { try await problem.solve(SearchLimit(iterations: .max)) }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    let answer = try await task.value
    #expect(answer.verdict.violations.allSatisfy { $0.kind == .missing })
  }

  @Test func `without jobs there is nothing to do`() throws {
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [1])
    let problem = try RoutingProblem(travel: TravelMatrix(metres: [[0]]), jobs: [], vehicles: [van])
    let answer = try problem.solve(SearchLimit(time: .seconds(3600)))
    #expect(answer.routes.isEmpty)
    #expect(answer.verdict.cost == 0)
  }
}
