/// How reliability is shared out among orders.
public enum PromisePolicy: String, Hashable, Sendable, CaseIterable, Codable {
  /// Every order is promised the first day by which it is there with the same probability.
  case reliability
  /// Reliability is bought where it is cheap: each order is promised the day d that minimises d + λ · P(later than d), with one
  /// price λ for all. No order is given up: of none may the foretold P(later than d) exceed 0.3, or 1.5 times the share that may be
  /// broken if that is more.
  ///
  /// Among all ways to choose such days this has the fewest days on average for its share of broken promises: the sum of days under a
  /// bound on the sum of P(later) has this Lagrangian, which falls apart into orders, and a λ at which the bound holds with equality is
  /// optimal (Everett 1963). An order whose probability still rises steeply waits a day more; one whose tail is long and flat does not.
  case cheapest
}
