import Logistics
import RoutingTestSupport
import Testing
import Travel

@testable import Routing

@Suite struct DivisionTests {
  @Test(arguments: 0..<80)
  func `every step of a search in parts agrees with the checker, under any rules`(seed: Int) throws {
    let problem = try RuleTests.problem(70_000 + seed, jobs: 6 + seed % 18)
    let answer = try problem.solveVerifying(SearchLimit(iterations: 800), seed: UInt64(seed), inPartsOf: 3 + seed % 5)
    #expect(answer.verdict == problem.check(answer.routes))
  }

  @Test(arguments: 0..<30)
  func `a search in parts goes on from any routes and keeps what has begun`(seed: Int) throws {
    let problem = try RuleTests.problem(71_000 + seed, jobs: 12)
    let first = try problem.solve(SearchLimit(iterations: 500), seed: 3)
    let again = try problem.solveVerifying(SearchLimit(iterations: 400), seed: 4, inPartsOf: 4, start: first.routes)
    let missing = { (answer: Answer) in answer.verdict.violations.count { $0.kind == .missing } }
    #expect((missing(again), again.verdict.cost) <= (missing(first), first.verdict.cost))
    // With any one of them left out, what has begun is opened all the same.
    for index in first.routes.indices {
      var start = first.routes
      start.remove(at: index)
      let mended = try problem.solveVerifying(SearchLimit(iterations: 40), seed: 4, inPartsOf: 4, start: start)
      let begun = { (answer: Answer) in answer.verdict.violations.count { $0.kind == .begun } }
      #expect(begun(mended) == begun(first))
    }
  }

  @Test(arguments: 0..<12)
  func `a search in parts finds the same with one thread and two`(seed: Int) throws {
    let problem = try RuleTests.problem(72_000 + seed, jobs: 20)
    let one = try problem.solveVerifying(SearchLimit(iterations: 600), seed: 5, threads: 1, inPartsOf: 4)
    let two = try problem.solveVerifying(SearchLimit(iterations: 600), seed: 5, threads: 2, inPartsOf: 4)
    #expect(one.routes == two.routes)
  }

  @Test(arguments: 0..<40)
  func `groups hold every cluster once and are of about the same size`(seed: Int) throws {
    let problem = try RuleTests.problem(73_000 + seed, jobs: 60)
    var random = RandomSource(seed: UInt64(seed), stream: 0)
    var clusters: [Cluster] = []
    var next = 0
    while next < 60 {
      let end = min(60, next + 1 + random.below(5))
      clusters.append(Cluster(jobs: Array(next..<end)))
      next = end
    }
    let count = 2 + seed % 6
    let groups = Partition(problem: problem).groups(clusters, count: count, &random)
    #expect(groups.count == count)
    #expect(groups.flatMap { $0.flatMap(\.jobs) }.sorted() == Array(0..<60))
    for group in groups {
      let size = group.reduce(0) { $0 + $1.jobs.count }
      #expect(abs(size - 60 / count) <= 8)
    }
  }

  @Test func `parts lie together: a cut separates two towns`() throws {
    // Two towns of twenty jobs, a hundred kilometres apart.
    let points = (0..<40).map { (x: ($0 % 2) * 100_000 + $0 * 10, y: $0 * 7) }
    let rows = points.map { one in points.map { abs(one.x - $0.x) + abs(one.y - $0.y) } }
    let problem = try RoutingProblem(
      travel: try TravelMatrix(metres: rows),
      jobs: (0..<40).map { Job(id: ID("\($0)"), place: $0, delivery: [1]) },
      vehicles: [VehicleType(id: "van", count: 40, start: 0, capacity: [9])])
    for seed in 0..<20 {
      var random = RandomSource(seed: UInt64(seed), stream: 0)
      let groups = Partition(problem: problem).groups((0..<40).map { Cluster(jobs: [$0]) }, count: 2, &random)
      for group in groups { #expect(Set(group.flatMap(\.jobs).map { $0 % 2 }).count == 1) }
    }
  }

  @Test(arguments: 0..<40)
  func `routes of a part cost as much as they do in the whole`(seed: Int) throws {
    let problem = try RuleTests.problem(74_000 + seed, jobs: 16)
    let answer = try problem.solve(SearchLimit(iterations: 200), seed: 1)
    for route in answer.routes
    where !problem.relations.alternatives.contains(where: { !Set($0.jobs).isDisjoint(with: route.jobs) }) {
      let fleet = problem.vehicles.indices.map { $0 == route.vehicle ? 1 : 0 }
      let part = ProblemPart(of: problem, jobs: route.jobs.sorted(), fleet: fleet, begun: [])
      let inward = part.inward(route)
      #expect(part.outward(inward) == route)
      let alone = part.problem.check([inward])
      #expect(alone.violations.allSatisfy { $0.kind == .missing })
      #expect(alone.routes[0].cost == problem.check([route]).routes[0].cost)
    }
  }

  @Test(arguments: 0..<8)
  func `where vehicles are short the whole is searched, not parts`(seed: Int) throws {
    // Loads of six in one town and of four in the other, a long way off: each of the six vans has to go to both.
    let rows = (0..<3).map { one in (0..<3).map { abs(one - $0) * 100_000 } }
    let problem = try RoutingProblem(
      travel: try TravelMatrix(metres: rows),
      jobs: (0..<12).map { Job(id: ID("\($0)"), place: 1 + $0 % 2, delivery: [$0 % 2 == 0 ? 6 : 4]) },
      vehicles: [VehicleType(id: "van", count: 6, start: 0, capacity: [10])])
    let answer = try problem.solveVerifying(SearchLimit(iterations: 4_000), seed: UInt64(seed), inPartsOf: 6)
    #expect(answer.verdict.isFeasible)
  }
}
