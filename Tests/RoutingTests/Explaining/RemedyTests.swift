import Foundation
import Logistics
import Routing
import RoutingTestSupport
import Testing

@Suite struct RemedyTests {
  /// How many demands that were left out are explained: 200 where the long tests run.
  private static let demands = ProcessInfo.processInfo.environment["LASTMILE_FUZZ"] == nil ? 30 : 200

  private static let limit = ExplanationLimit(replanning: Replanning(iterations: 60))

  /// What is left out of a plan that hardly anybody has worked on, by problems of a seed.
  private static func sample(_ seed: Int) throws -> (problem: RoutingProblem, routes: [Route]) {
    var random = RandomProblems.Generator(state: UInt64(9_000 + seed))
    let rules = Rules.random(using: &random)
    let problem = try RandomProblems.make(seed: UInt64(seed), jobs: 5 + seed % 5, rules)
    return (problem, try problem.solve(SearchLimit(iterations: seed % 3 * 20), threads: 1).routes)
  }

  @Test func `every remedy of a random demand is true when applied, and false one unit less`() throws {
    var explained = 0
    var kinds: [String: Int] = [:]
    var seed = -1
    while explained < Self.demands {
      seed += 1
      let (problem, routes) = try Self.sample(seed)
      for left in try problem.explainLeftOut(of: routes, limit: Self.limit) {
        explained += 1
        let trial = TrialByHand(problem, left.demand, routes)
        let replanning = Self.limit.replanning
        if left.remedies.isEmpty { kinds["none", default: 0] += 1 }
        for remedy in left.remedies {
          let place = Comment(rawValue: "seed \(seed), \(left.demand), \(String(describing: remedy.change))")
          let changed = try remedy.change.map { try problem.changed(by: $0) } ?? problem
          #expect(trial.accepts(remedy.routes, in: changed), place)
          #expect(try trial.leastExtraCost(in: changed, replanning) == remedy.extraCost, place)
          guard let change = remedy.change else {
            kinds["nothing", default: 0] += 1
            #expect(left.remedies.count == 1 && remedy.extraCost <= left.dropCost ?? .max, place)
            continue
          }
          kinds["\(change.rule)".components(separatedBy: "(")[0], default: 0] += 1
          let less = try problem.changed(by: change.oneLess)
          if case .dropCost = change.rule {
            // With the price it pays to serve the demand, one less and it does not.
            #expect(left.remedies.count == 1, place)
            #expect(remedy.extraCost == changed.dropCost(of: left.demand), place)
            #expect(remedy.extraCost > less.dropCost(of: left.demand) ?? .max, place)
          } else {
            #expect(try trial.leastExtraCost(in: less, replanning) == nil, place)
            #expect(try trial.leastExtraCost(in: problem, replanning) == nil, place)
          }
        }
      }
    }
    // What is never met proves nothing.
    let often = ["none", "nothing", "dropCost", "count"]
    let all = often + ["capacity", "closing", "duration", "opening", "release", "shiftEnd", "shiftStart", "skills", "stops"]
    for kind in Self.demands < 200 ? often : all {
      #expect(kinds[kind, default: 0] > 0, "\(kind): \(kinds)")
    }
  }

  @Test(arguments: 0..<20)
  func `an obstacle names rules that a place breaks, and none where there is a free place`(seed: Int) throws {
    let (problem, routes) = try Self.sample(seed)
    for left in try problem.explainLeftOut(of: routes, limit: ExplanationLimit(mostInDepth: 0)) {
      #expect(left.remedies.isEmpty && left.depth == .obstaclesOnly && left.searches == 0)
      let trial = TrialByHand(problem, left.demand, routes)
      let isFree = try trial.leastExtraCost(in: problem, Replanning(iterations: 0)) != nil
      #expect(left.obstacles.contains { $0.breaches.isEmpty } == isFree, "seed \(seed), \(left.demand)")
      #expect(Set(left.obstacles.map(\.vehicle)) == Set(problem.vehicles.indices))
      for obstacle in left.obstacles {
        #expect(obstacle.isJoint ? obstacle.breaches.count > 1 : true)
        if let route = obstacle.route { #expect(routes[route].vehicle == obstacle.vehicle) }
      }
    }
  }

  @Test func `the same plan is explained in the same words, however often`() throws {
    let (problem, routes) = try Self.sample(4)
    let first = try problem.explainLeftOut(of: routes, limit: Self.limit)
    let second = try problem.explainLeftOut(of: routes, limit: Self.limit)
    #expect(!first.isEmpty)
    #expect(first.map(\.remedies) == second.map(\.remedies) && first.map(\.obstacles) == second.map(\.obstacles))
  }

  @Test func `who says that it is enough gets what was found so far, marked so`() throws {
    let (problem, routes) = try Self.sample(4)
    let left = try problem.explainLeftOut(of: routes, limit: Self.limit, isCancelled: { true })
    #expect(!left.isEmpty && left.allSatisfy { $0.remedies.isEmpty && $0.depth == .cutShort })
    let short = try problem.explainLeftOut(
      of: routes, limit: ExplanationLimit(mostSearches: 1, replanning: Replanning(iterations: 20)))
    #expect(short.allSatisfy { $0.searches <= 1 })
  }
}
