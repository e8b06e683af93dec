public import Logistics

/// Tax that is contained in an amount that was paid.
public struct ContainedTax: Hashable, Sendable, Codable {
  /// The rate in hundredths of a percent: 1900 for 19 %.
  public let rate: Int
  public let amount: Money

  /// Tax of a rate.
  public init(rate: Int, _ amount: Money) {
    self.rate = rate
    self.amount = amount
  }
}
