@testable import Dispatching
import RoutingTestSupport
import Testing

@Suite struct SubsetRowTests {
  @Test func `no plan breaks a cut, whatever it remembers`() {
    var random = RandomProblems.Generator(state: 5)
    var tight = 0
    for _ in 0..<2000 {
      let count = Int.random(in: 3...9, using: &random)
      let jobs = Array(0..<count).shuffled(using: &random)
      var routes: [[Int]] = [[]]
      for job in jobs {
        if Int.random(in: 0..<4, using: &random) == 0 { routes.append([]) }
        routes[routes.count - 1].append(job)
      }
      var cut = SubsetRow(jobs: Array((0..<count).shuffled(using: &random).prefix(3)).sorted(), count: count)
      for job in 0..<count where Bool.random(using: &random) { cut.memory[job] = true }
      let sum = routes.reduce(0) { $0 + cut.coefficient(of: $1) }
      #expect(sum <= 1)
      // Past everything it counts every pair.
      var full = cut
      full.memory = [Bool](repeating: true, count: count)
      let pairs = routes.reduce(0) { sum, route in sum + route.count(where: cut.jobs.contains) / 2 }
      #expect(routes.reduce(0) { $0 + full.coefficient(of: $1) } == pairs)
      #expect(sum <= pairs)
      tight += sum
    }
    #expect(tight > 100)
  }

  @Test func `a cut remembers what it takes to count a walk`() {
    var random = RandomProblems.Generator(state: 6)
    for _ in 0..<500 {
      let walk = (0..<Int.random(in: 2...10, using: &random)).map { _ in Int.random(in: 0..<8, using: &random) }
      var cut = SubsetRow(jobs: [1, 3, 6], count: 8)
      cut.remember(walk)
      #expect(cut.coefficient(of: walk) == walk.count(where: cut.jobs.contains) / 2)
    }
  }

  @Test func `the cuts that halves of three pairs break are found`() throws {
    // Three jobs, each pair on half a route: three halves of routes with two of the three.
    let walks = [([0, 1], 0.5), ([1, 2], 0.5), ([0, 2], 0.5), ([3], 1.0)].map { (jobs: $0.0, share: $0.1) }
    let violated = SubsetRow.violated(by: walks, count: 4, atLeast: 0.1)
    #expect(violated.count == 1)
    let worst = try #require(violated.first)
    #expect(worst.jobs == [0, 1, 2] && abs(worst.by - 0.5) < 1e-9)
  }
}
