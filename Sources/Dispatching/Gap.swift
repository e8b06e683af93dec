/// How far a cost is from a proven bound.
public enum Gap {
  /// (cost − bound) / bound: 0.02 says that no plan is more than 2 % below, measured on the bound.
  ///
  /// - Returns: 0 where the cost is at the bound or below; infinity where the bound is zero or less and the cost is above it.
  public static func between(cost: Int, bound: Int) -> Double {
    if cost <= bound { return 0 }
    return bound <= 0 ? .infinity : (Double(cost) - Double(bound)) / Double(bound)
  }
}
