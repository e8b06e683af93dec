public import Routing

/// The cheapest set of routes out of a pool, and what a linear program says of it.
///
/// ```swift
/// let answer = try problem.solve(within: .seconds(10))
/// let selection = problem.selectRoutes(from: answer.pool, incumbent: answer.routes)
/// print(selection.verdict.cost, selection.vehiclePrices)
/// ```
///
/// Prices and bound speak of the pool's routes alone: a route that nobody thought of may do better. For a bound on the problem
/// itself see `RoutingProblem.lowerBound(pool:incumbent:limit:isCancelled:progress:)`.
public struct RouteSelection: Sendable {
  /// Why a selection ended.
  public enum Termination: Hashable, Sendable {
    /// No set of the pool's routes is better: fewer required jobs missing, then cheaper.
    case optimalAmongCandidates
    /// `SelectionLimit` came first, or the best set tears jobs apart that belong on one route.
    case limit
    /// The caller's flag was raised.
    case cancelled
    /// The linear program could not be solved, in the solver's words.
    case numericalTrouble(String)
  }

  /// The chosen routes as the checker judges them: times, cost, jobs left out, and `missing` for every required job on no route.
  public let verdict: Verdict

  /// Why the selection ended.
  public let termination: Termination

  /// What no set of these candidates can cost less than, in the unit of the objective, rounded up; required jobs missing count
  /// ``missingPrice`` each. `nil` if the linear program was not solved. No bound on the problem: other routes may be cheaper.
  public let boundAmongCandidates: Int?

  /// What the linear program costs that lets routes be driven in part, rounded up: what ``jobPrices`` add up to, less the vehicles at
  /// ``vehiclePrices``. No more than ``boundAmongCandidates``, which the search for whole routes may lift. `nil` if it was not solved.
  public let relaxation: Int?

  /// For each job what serving it costs at the margin, in the unit of the objective, rounded: the price of its row, or
  /// ``missingPrice`` where no candidate could serve it. Empty if the linear program was not solved.
  public let jobPrices: [Int]

  /// For each vehicle type what one more vehicle would save with these candidates, in the unit of the objective, rounded; zero or more,
  /// and zero where some stand idle. Empty if the linear program was not solved.
  public let vehiclePrices: [Int]

  /// What a required job on no route counts inside the linear program: more than any set of these candidates can cost, so
  /// that serving one job more always comes first.
  public let missingPrice: Int

  /// How many candidates there were: routes that keep every rule, the cheapest of those with the same vehicle type and jobs.
  public let candidates: Int

  /// How many linear programs GLPK was given, the small ones of sifting and of the dives included.
  public let programs: Int

  /// The chosen routes.
  public var routes: [Route] { verdict.routes.map(\.route) }

  /// How much better another set of these candidates could at most be: (cost − bound) / bound, missing jobs counted at their price;
  /// `nil` without a bound. 0 when proved optimal among them.
  public var gapAmongCandidates: Double? {
    guard let boundAmongCandidates else { return nil }
    let missing = verdict.violations.count { $0.kind == .missing }
    return Gap.between(cost: verdict.cost + missing * missingPrice, bound: boundAmongCandidates)
  }
}
