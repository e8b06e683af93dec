/// The search and the checker disagree: a fault of LastMile, found before the plan leaves it.
public struct SearchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the search claims.
  public let claimedCost: Int
  /// What the checker says.
  public let verdict: Verdict

  public var description: String {
    "the search claims cost \(claimedCost), the checker finds \(verdict.cost) and \(verdict.violations.count) violations: "
      + verdict.violations.prefix(3).map { "\($0.kind.rawValue) on route \($0.route ?? -1) by \($0.amount)" }.joined(
        separator: ", ")
  }
}
