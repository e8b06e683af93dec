/// What column generation says of itself after each round.
public struct BoundProgress: Sendable {
  /// How many rounds were made, over all groups.
  public let rounds: Int
  /// What is proved so far for the whole problem, in the unit of the objective.
  public let value: Int
  /// How many groups of jobs are done, and of how many.
  public let groups: (done: Int, all: Int)
}
