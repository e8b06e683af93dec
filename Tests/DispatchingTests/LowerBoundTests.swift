import Dispatching
import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct LowerBoundTests {
  @Test func `the bound is never above the optimum of full enumeration`() throws {
    var gaps: [Double] = []
    for seed in 0..<300 {
      let problem = try RandomProblems.make(seed: UInt64(7000 + seed), jobs: 2 + seed % 4)
      let oracle = Enumeration(problem).best
      let bound = problem.lowerBound()
      if oracle.missing == 0, let bound {
        #expect(bound.value <= oracle.cost, "seed \(seed)")
        gaps.append(Gap.between(cost: oracle.cost, bound: bound.value))
      }
    }
    #expect(gaps.count > 100)
    print("mean gap \(gaps.filter(\.isFinite).reduce(0, +) / Double(gaps.count)) over \(gaps.count) problems")
  }
}
