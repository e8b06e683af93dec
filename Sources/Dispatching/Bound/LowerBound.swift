/// What no plan of a problem can cost less than, proved.
///
/// ```swift
/// let answer = try problem.solve(within: .seconds(10))
/// if let bound = problem.lowerBound(pool: answer.pool, incumbent: answer.routes) {
///   print(answer.verdict.cost, bound.value, Gap.between(cost: answer.verdict.cost, bound: bound.value))
/// }
/// ```
public struct LowerBound: Hashable, Sendable {
  /// How it was found, in words for people.
  public static let method = "root column generation"

  /// Every plan that serves all jobs that must be served, but for ``excused``, costs at least this, in the unit of the objective.
  public let value: Int

  /// The jobs that must be served but are not asked of a plan here, ascending: those that no vehicle type could carry, and
  /// those that the incumbent misses.
  public let excused: [Int]

  /// For each job the price under which the bound was proved, in the unit of the objective, rounded: what serving it costs at the
  /// margin. Excused jobs have one of zero or less.
  public let jobPrices: [Int]

  /// How many rounds of column generation were made, over all groups of jobs.
  public let rounds: Int

  /// Whether the rounds ended by themselves: the bound is then the best that this relaxation gives, or equals the incumbent's cost.
  public let isConverged: Bool
}
