import Foundation
import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

/// How many random plans are asked, some twenty questions each: a thousand questions in all, a hundred thousand with
/// LASTMILE_FUZZ=500.
private let plans = ProcessInfo.processInfo.environment["LASTMILE_FUZZ"].flatMap(Int.init).map { max(64, 12 * $0) } ?? 64

@Suite struct RunningPlanOracleTests {
  private static let start = RandomProblems.instant(-10_000)
  private static let later = RandomProblems.instant(10_000)

  /// A walk through questions and holds; every answer is compared with trying all places.
  private func walk(_ fit: inout RandomFit, steps: Int) throws -> Int {
    var asked = 0
    var held: [ID<PlanHold>] = []
    for step in 0..<steps {
      let request = try fit.request()
      let windows = fit.windows()
      let offers = try fit.plan.offers(for: request, in: windows)
      for offer in offers + [try fit.plan.offer(for: request)] {
        let (problem, routes, jobs) = try fit.extended(request, in: offer.window)
        let oracle = FitOracle(problem, routes, jobs)
        #expect(
          offer.place?.extraCost == oracle.cost,
          "\(request) \(String(describing: offer.window)): \(String(describing: offer.obstacle)), \(oracle.best) of \(routes)"
        )
        if oracle.cost == nil { #expect(offer.obstacle == oracle.obstacle, "\(request) \(String(describing: offer.window))") }
        asked += 1
      }
      let before = fit.plan.cost
      let name = ID<PlanHold>("\(step)")
      let window = windows[0]
      switch try fit.plan.hold(request, as: name, in: window, until: Self.later, at: Self.start) {
      case .held(let place):
        #expect(place == offers[0].place)
        #expect(fit.plan.cost == before + place.extraCost)
        held.append(name)
      case .refused(let obstacle): #expect(obstacle == offers[0].obstacle)
      case .alreadyHeld, .nameTaken, .heldByImproving: Issue.record("a name that was never given")
      }
      if step % 3 == 2, let given = held.popLast() {
        guard case .done = fit.plan.release(given, at: Self.start) else { throw Broken() }
      }
      let (problem, routes) = fit.plan.routingProblem()
      let verdict = problem.check(routes)
      #expect(verdict.violations.allSatisfy { $0.kind == .missing }, "\(verdict.violations)")
      #expect(verdict.routes.reduce(0) { $0 + $1.cost } == fit.plan.cost)
    }
    return asked
  }

  private struct Broken: Error {}

  @Test(arguments: 0..<8)
  func `what is offered is the cheapest of all places by the checker, and what is closed says the furthest rule`(
    part: Int
  ) throws {
    var asked = 0
    var refused = 0
    for seed in stride(from: part, to: plans, by: 8) {
      do {
        var fit = try RandomFit(seed: seed)
        asked += try walk(&fit, steps: 4)
      } catch is InvalidInput {
        // A begun route that keeps its rules alone, and not with the rest.
        refused += 1
      }
    }
    #expect(asked > plans / 8 * 10)
    #expect(refused < plans / 8 / 10 + 2)
  }
}
