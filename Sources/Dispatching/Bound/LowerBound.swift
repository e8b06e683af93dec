public import Routing

/// What no plan of a problem can cost less than, proved.
///
/// ```swift
/// let answer = try problem.solve(within: .seconds(10))
/// if let bound = problem.lowerBound(pool: answer.pool, incumbent: answer.routes) {
///   print(answer.verdict.cost, bound.value, Gap.between(cost: answer.verdict.cost, bound: bound.value))
/// }
/// ```
public struct LowerBound: Hashable, Sendable {
  /// How it was found.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// A Lagrangian relaxation to spanning trees, for routes of many stops.
    case spanningTree = "Lagrangian spanning tree"
    /// Column generation at the root, for routes of few stops.
    case columnGeneration = "root column generation"
    /// The better of both for each group of jobs, where that is not the same for all.
    case both = "Lagrangian spanning tree and root column generation"
  }

  /// Which of the two proves more, in words for people: ``Method/rawValue``.
  public var method: String { provedBy.rawValue }

  /// Which of the two proves more.
  public let provedBy: Method

  /// Every plan that keeps the rules and serves all jobs that must be served, but for ``excused``, costs at least this, in the
  /// unit of the objective.
  public let value: Int

  /// The jobs that must be served but are not asked of a plan here, ascending: those that no vehicle type could carry, and
  /// those that the incumbent misses. Alternatives are asked of no plan either, without standing here.
  public let excused: [Int]

  /// For each job the price under which the bound was proved, in the unit of the objective, rounded: what serving it costs at the
  /// margin, or, from a tree, its part of the bound. Excused jobs have one of zero or less.
  public let jobPrices: [Int]

  /// A plan cheaper than the incumbent that was met on the way, sound by the checker; `nil` without one. Where it costs
  /// ``value``, it is optimal.
  public let betterRoutes: [Route]?

  /// How many rounds of column generation were made, over all groups of jobs.
  public let rounds: Int

  /// Whether the rounds ended by themselves. Of columns, the bound is then the best that this relaxation gives, or equals the
  /// incumbent's cost; of trees, that further steps did not pay.
  public let isConverged: Bool
}
