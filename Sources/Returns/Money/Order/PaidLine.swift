public import Logistics

/// What a customer was billed for a line of an order. Amounts contain their tax.
public struct PaidLine: Hashable, Sendable {
  /// The line, unique within its order.
  public let id: ID<OrderLine>
  /// How many units, 1 to 1,000,000.
  public let quantity: Int
  /// The price of all units before discounts.
  public let gross: Money
  /// What was taken off on this line.
  public let discount: Money
  /// The tax in what was paid for the line, after all discounts, by rate.
  public let taxes: [ContainedTax]
  /// Its share of what was taken off the whole order; ``PaidOrder`` works it out.
  public internal(set) var orderDiscount: Money

  /// A line, judged by the order that it stands in.
  public init(
    _ id: ID<OrderLine>, quantity: Int, gross: Money, discount: Money? = nil, taxes: [ContainedTax] = []
  ) {
    self.id = id
    self.quantity = quantity
    self.gross = gross
    self.discount = discount ?? .zero(gross.currency)
    self.taxes = taxes
    orderDiscount = .zero(gross.currency)
  }

  /// What was paid for all units, after all discounts.
  public var paid: Money { Money(gross.amount - discount.amount - orderDiscount.amount, gross.currency) }

  /// What was paid for the first so many units, in minor units, rounded down; for all of them just what was paid.
  func paid(for units: Int) -> Int { share(paid.amount, units, of: quantity) }
}

extension PaidLine: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, quantity, gross, discount, taxes
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(ID<OrderLine>.self, forKey: .id), quantity: try container.decode(Int.self, forKey: .quantity),
      gross: try container.decode(Money.self, forKey: .gross),
      discount: try container.decodeIfPresent(Money.self, forKey: .discount),
      taxes: try container.decodeIfPresent([ContainedTax].self, forKey: .taxes) ?? [])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(quantity, forKey: .quantity)
    try container.encode(gross, forKey: .gross)
    try container.encode(discount, forKey: .discount)
    try container.encode(taxes, forKey: .taxes)
  }
}
