public import Logistics

/// What is left when goods of one value are exchanged for goods of one price.
public enum ExchangeDifference: Hashable, Sendable, Codable {
  case even
  case customerPays(Money)
  case customerGets(Money)

  /// The difference.
  ///
  /// - Precondition: both are in one currency, and their difference is no overflow.
  public init(value: Money, price: Money) {
    let left = value - price
    self =
      left.amount == 0
      ? .even : left.amount > 0 ? .customerGets(left) : .customerPays(Money(-left.amount, left.currency))
  }
}
