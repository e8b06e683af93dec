import Routing
import RoutingTestSupport
import Synchronization
import Testing

@Suite struct RecombinationTests {
  /// Returns what it was made with, and keeps what it was handed.
  struct Scripted: RouteRecombiner {
    final class Log: Sendable {
      let rounds = Mutex<[RecombinationRound]>([])
    }

    let log = Log()
    let plan: [Route]?

    mutating func recombine(_ round: RecombinationRound, isCancelled: () -> Bool) -> [Route]? {
      log.rounds.withLock { $0.append(round) }
      return plan
    }
  }

  @Test(arguments: 0..<10)
  func `the search goes on from a better plan`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(7000 + seed), jobs: 40)
    let good = try problem.solve(SearchLimit(iterations: 3000), seed: 9)
    let answer = try problem.solve(SearchLimit(iterations: 40), recombiner: Scripted(plan: good.routes))
    let (missing, best) = (answer.verdict.violations.count, good.verdict.violations.count)
    #expect((missing, answer.verdict.cost) <= (best, good.verdict.cost))
  }

  @Test(arguments: 0..<5)
  func `a plan that breaks a rule, or is worse, changes nothing`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(7100 + seed), jobs: 25)
    let limit = SearchLimit(iterations: 400)
    let plain = try problem.solve(limit)
    let plans: [[Route]?] = [
      nil, [], [Route(vehicle: 99, jobs: [-1])], [Route(vehicle: 0, jobs: [0, 0])], plain.routes + plain.routes,
      (0..<25).map { Route(vehicle: 0, jobs: [$0]) },
    ]
    for plan in plans {
      let answer = try problem.solve(limit, recombiner: Scripted(plan: plan))
      #expect(answer.routes == plain.routes && answer.trace.map(\.cost) == plain.trace.map(\.cost))
    }
  }

  @Test func `a recombiner gets sound routes, each once, in the later part, and the clock only where it counts`() throws {
    let problem = try RandomProblems.make(seed: 7200, jobs: 60)
    let recombiner = Scripted(plan: nil)
    _ = try problem.solve(SearchLimit(iterations: 3000), recombiner: recombiner)
    let rounds = recombiner.log.rounds.withLock { $0 }
    #expect(rounds.count == 1)
    #expect(rounds.allSatisfy { $0.time == nil })
    let routes = rounds.flatMap(\.routes)
    #expect(Set(routes).count == routes.count && routes.count > 10)
    for route in routes { #expect(problem.check([route]).violations.allSatisfy { $0.kind == .missing }) }
    for round in rounds { #expect(problem.check(round.incumbent).violations.allSatisfy { $0.kind == .missing }) }
    let timed = Scripted(plan: nil)
    _ = try problem.solve(SearchLimit(time: .milliseconds(300)), recombiner: timed)
    #expect(timed.log.rounds.withLock { $0 }.allSatisfy { ($0.time ?? .zero) > .zero })
  }
}
