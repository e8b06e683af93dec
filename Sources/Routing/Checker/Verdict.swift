/// What the checker says of a plan.
public struct Verdict: Hashable, Sendable {
  /// The routes with their times, in the order they were given; those of an unknown vehicle or with an unknown job are left
  /// out.
  public let routes: [ScheduledRoute]
  /// The jobs on no route, ascending.
  public let unassigned: [Int]
  /// The routes' costs and the drop costs of the jobs left out.
  public let cost: Int
  /// Every rule that is broken.
  public let violations: [Violation]

  /// Whether no rule is broken.
  public var isFeasible: Bool { violations.isEmpty }
}
