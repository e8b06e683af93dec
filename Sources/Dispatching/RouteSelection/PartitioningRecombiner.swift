public import Routing

/// Combines the routes of a search anew by set partitioning on GLPK.
///
/// ```swift
/// let answer = try problem.solve(SearchLimit(time: .seconds(10)), recombiner: PartitioningRecombiner(problem))
/// ```
///
/// The routes of all rounds stay in a ``RouteSelector``, so that each round begins at the last one's linear program; those of the greatest
/// reduced cost are forgotten once there are too many. Where jobs belong on one route (`Relations.sameRoute`) it combines nothing, since a
/// choice of whole routes does not see that.
public struct PartitioningRecombiner: RouteRecombiner {
  /// How many steps of the simplex method a round makes to find whole numbers.
  public var steps: Int
  /// The most routes that are chosen from: the latest, and those that were worth most in the round before.
  public var most: Int
  private var selector: RouteSelector
  private let isPartition: Bool

  /// A recombiner for a problem.
  ///
  /// - Precondition: Neither number is negative.
  public init(_ problem: RoutingProblem, steps: Int = 2_000, most: Int = 3_000) {
    precondition(steps >= 0 && most >= 0, "\(steps) steps over \(most) routes")
    self.steps = steps
    self.most = most
    selector = RouteSelector(problem)
    isPartition = problem.isPartition
  }

  public mutating func recombine(_ round: RecombinationRound, isCancelled: () -> Bool) -> [Route]? {
    guard isPartition else { return nil }
    selector.forget(keeping: max(0, most - round.routes.count))
    selector.add(round.routes.suffix(most))
    let selection = selector.select(
      incumbent: round.incumbent, limit: SelectionLimit(steps: steps, time: round.time), isCancelled: isCancelled)
    return selection.routes
  }
}
