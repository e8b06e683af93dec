public import Logistics

/// How far the search for a wave's plan has come.
public struct WaveProgress: Hashable, Sendable {
  public let time: Swift.Duration
  /// Rounds of prices, and changes of the plan that were tried.
  public let rounds: Int
  public let tries: Int
  /// The cost of the best plan, `nil` while some order has none.
  public let cost: MinorUnits?
  /// How many orders have no plan.
  public let missing: Int
  /// What no plan costs less than, in minor units.
  public let lowerBound: Double
}
