import Dispatching
import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

/// The spanning-tree bound alone: a limit of no rounds leaves column generation out.
@Suite struct TreeBoundTests {
  private static let alone = BoundLimit(rounds: 0, trees: 150)

  @Test(arguments: 0..<10)
  func `a tree is never above the optimum of full enumeration`(batch: Int) throws {
    var compared = 0
    var proved = 0
    for seed in (20 * batch)..<(20 * batch + 20) {
      let problem = try RandomProblems.make(seed: UInt64(21_000 + seed), jobs: 1 + seed % 4)
      let oracle = Enumeration(problem).best
      guard oracle.missing == 0, let bound = problem.lowerBound(limit: Self.alone) else { continue }
      compared += 1
      #expect(bound.value <= oracle.cost, "seed \(seed)")
      if 10 * bound.value > 7 * oracle.cost { proved += 1 }
    }
    // Were nothing proved, nothing would be tested.
    #expect(2 * proved >= compared && compared > 0, "\(proved) of \(compared) problems")
  }

  /// A chain of customers beyond a distant depot: the only sensible route is the tree, closed by the way back.
  @Test func `where the tree is a route the bound is the optimum`() throws {
    let places = [0] + (0..<30).map { 1000 + 10 * $0 }
    let travel = try TravelMatrix(metres: places.map { from in places.map { abs(from - $0) } })
    let problem = try RoutingProblem(
      travel: travel, jobs: (1..<places.count).map { Job(id: ID("j\($0)"), place: $0, delivery: [1]) },
      vehicles: [VehicleType(id: "van", count: 2, start: 0, capacity: [40], fixedCost: 500)])
    let plan = [Route(vehicle: 0, jobs: Array(0..<30))]
    let bound = try #require(problem.lowerBound(incumbent: plan, limit: BoundLimit(rounds: 0)))
    #expect(bound.provedBy == .spanningTree && bound.method == "Lagrangian spanning tree")
    #expect(bound.value <= 500 + 2 * 1290)
    #expect(Double(bound.value) >= 0.9 * Double(500 + 2 * 1290), "\(bound.value)")
  }

  @Test(arguments: 0..<4)
  func `the same input gives the same tree`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(22_000 + seed), jobs: 40)
    #expect(problem.lowerBound(limit: Self.alone) == problem.lowerBound(limit: Self.alone))
  }

  @Test func `numbers at their limits are bounded without overflow`() throws {
    let far = TravelMatrix.longest
    let travel = try TravelMatrix(metres: [[0, far, far], [far, 0, far], [far, far, 0]])
    let window = TimeWindow(opens: Instant(secondsSince1970: 0), closes: Instant(secondsSince1970: 3_000_000_000))!
    let dear = VehicleType(
      id: "dear", count: 1_000_000, start: 0, capacity: [Weight.limit], shift: window, fixedCost: RoutingProblem.largestCost,
      costPerMetre: RoutingProblem.largestRate, costPerSecond: RoutingProblem.largestRate)
    let problem = try RoutingProblem(
      travel: travel,
      jobs: [1, 2].map {
        Job(id: ID("\($0)"), place: $0, delivery: [Weight.limit], window: window, dropCost: RoutingProblem.largestCost)
      }, vehicles: [dear])
    let bound = problem.lowerBound(limit: Self.alone)
    #expect(bound.map(\.value) ?? 0 <= 2 * RoutingProblem.largestCost)
  }
}
