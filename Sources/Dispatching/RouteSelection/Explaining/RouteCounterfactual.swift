public import Routing

/// What a change would bring, found by planning again.
///
/// A price of the linear program speaks of small changes and of the routes that were met; this is a plan that was made.
public struct RouteCounterfactual: Sendable {
  /// What would be different.
  public let change: RouteChange
  /// What the linear program says of the saving, in the unit of the objective; `nil` where it has no price for such a change or was not solved.
  public let price: Int?
  /// The plan as it is.
  public let before: Verdict
  /// The plan with the change, by the changed problem: behind a job that is taken out, jobs have moved by one.
  public let after: Verdict
  /// Whether no set of the routes that were met, before and after, is better than either plan. Routes that nobody met may be.
  public let isOptimalAmongCandidates: Bool

  /// What the change saves, in the unit of the objective: that much less costs a plan that was found, so another may save more. Compare
  /// ``missingServed`` first.
  public var saving: Int { before.cost - after.cost }

  /// How many more of the jobs that must be served are served with the change.
  public var missingServed: Int { Self.missing(before) - Self.missing(after) }

  private static func missing(_ verdict: Verdict) -> Int { verdict.violations.count { $0.kind == .missing } }
}
