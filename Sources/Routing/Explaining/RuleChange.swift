public import Logistics

/// One rule of a problem that is made easier to keep by a number of its units.
///
/// ```swift
/// let later = RuleChange(.shiftEnd(vehicle: 0), by: 600)  // ten minutes
/// let answer = try problem.changed(by: later).solve(SearchLimit(iterations: 1_000))
/// ```
public struct RuleChange: Hashable, Sendable {
  /// The rules that can be made easier, by indices into the problem's jobs and vehicles.
  public enum Rule: Hashable, Sendable {
    /// A window of a job opens earlier; seconds. Where it then meets the one before, they become one.
    case opening(job: Int, window: Int)
    /// A window of a job closes later; seconds. Where it then meets the next, they become one.
    case closing(job: Int, window: Int)
    /// The goods of a job are at the depot earlier; seconds.
    case release(job: Int)
    /// The goods of a shipment may be on board longer; seconds.
    case timeOnBoard(shipment: Int)
    /// Leaving a demand out costs more; units of the objective. Of a shipment, its first end.
    case dropCost(Demand)
    /// The shift of a type opens earlier; seconds.
    case shiftStart(vehicle: Int)
    /// The shift of a type closes later; seconds.
    case shiftEnd(vehicle: Int)
    /// The routes of a type may last longer; seconds.
    case duration(vehicle: Int)
    /// The routes of a type may be longer; metres.
    case distance(vehicle: Int)
    /// The routes of a type may have more stops.
    case stops(vehicle: Int)
    /// The vehicles of a type carry more; the unit of the dimension.
    case capacity(vehicle: Int, dimension: Int)
    /// The vehicles of a type have as many of these skills as the amount says, in their order.
    case skills(vehicle: Int, [Skill])
    /// There are more vehicles of a type.
    case count(vehicle: Int)
  }

  /// What is made easier.
  public let rule: Rule
  /// By how much, in the unit of the rule.
  public let amount: Int

  /// A rule made easier by so many of its units.
  public init(_ rule: Rule, by amount: Int) {
    self.rule = rule
    self.amount = amount
  }

  /// The same rule made easier by one unit less.
  public var oneLess: RuleChange { RuleChange(rule, by: amount - 1) }
}
