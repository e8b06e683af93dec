public import Logistics

/// What a customer was billed for the way to them. Amounts contain their tax.
public struct PaidFreight: Hashable, Sendable, Codable {
  /// What the cheapest common delivery that was offered would have cost.
  public let standard: Money
  /// What was paid on top of it for a faster or better one, which Directive 2011/83/EU, article 13(2), need not give back.
  public let extra: Money
  /// The tax in both together, by rate.
  public let taxes: [ContainedTax]

  /// Freight, judged by the order that it stands in.
  public init(standard: Money, extra: Money? = nil, taxes: [ContainedTax] = []) {
    self.standard = standard
    self.extra = extra ?? .zero(standard.currency)
    self.taxes = taxes
  }
}
