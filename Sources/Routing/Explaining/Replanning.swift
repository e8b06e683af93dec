/// How a plan is planned again, to see whether something more can be served: every place among the routes as they are, and one search.
///
/// The search begins at the plan and asks that everything served before be served, and the demand in question, whatever it costs
/// (`RoutingProblem.requiring(_:)`). With its number of iterations and its seed it finds the same on every machine.
public struct Replanning: Hashable, Sendable {
  /// How many iterations the search makes; 0 for places only.
  public var iterations: Int
  /// The seed of its random numbers.
  public var seed: UInt64

  /// A way to plan again.
  ///
  /// - Precondition: The number of iterations is not negative.
  public init(iterations: Int = 1_000, seed: UInt64 = 1) {
    precondition(iterations >= 0, "a negative number of iterations")
    self.iterations = iterations
    self.seed = seed
  }
}

/// A plan that serves a demand more.
struct ServingPlan {
  let routes: [Route]
  /// What its routes cost more than those of the plan as it is.
  let extraCost: Int
  /// The route that the demand joined, where all others stay as they are.
  let place: Place?
}

/// A plan as it is, and what is served by it.
struct KnownPlan {
  let problem: RoutingProblem
  let routes: [Route]
  let verdict: Verdict
  /// The demands that are served, and those that are not.
  let served: [Demand]
  let leftOut: [Demand]
  let routeCost: Int

  init(_ problem: RoutingProblem, _ routes: [Route], _ verdict: Verdict) {
    self.problem = problem
    self.routes = routes
    self.verdict = verdict
    let jobs = Set(routes.flatMap(\.jobs))
    let demands = problem.demands
    served = demands.filter { problem.isServed($0, by: jobs) }
    leftOut = demands.filter { !problem.isServed($0, by: jobs) }
    routeCost = verdict.routes.reduce(0) { $0 + $1.cost }
  }

  /// A plan for a changed problem, if by the checker it keeps every rule that this one keeps, and serves what this one serves and a demand.
  func accepted(_ routes: [Route], serving demand: Demand, in changed: RoutingProblem, at place: Place?) -> ServingPlan? {
    let after = changed.check(routes)
    let jobs = Set(routes.flatMap(\.jobs))
    let begun = { (verdict: Verdict) in verdict.violations.count { $0.kind == .begun } }
    guard after.violations.allSatisfy({ $0.kind == .missing || $0.kind == .begun }), begun(after) <= begun(verdict),
      (served + [demand]).allSatisfy({ problem.isServed($0, by: jobs) })
    else { return nil }
    return ServingPlan(routes: routes, extraCost: after.routes.reduce(0) { $0 + $1.cost } - routeCost, place: place)
  }

  /// What a search finds for a changed problem.
  ///
  /// - Throws: `SearchError` if search and checker disagree.
  func searched(_ replanning: Replanning, for demand: Demand, in changed: RoutingProblem) throws(SearchError) -> ServingPlan? {
    guard replanning.iterations > 0 else { return nil }
    let answer = try changed.requiring(served + [demand]).solve(
      SearchLimit(iterations: replanning.iterations), seed: replanning.seed, threads: 1, start: routes)
    return accepted(answer.routes, serving: demand, in: changed, at: nil)
  }
}
