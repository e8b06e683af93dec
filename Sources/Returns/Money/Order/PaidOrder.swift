public import Inventory
public import Logistics

/// What a customer paid for an order, and how: the most that can ever be refunded of it.
///
/// Discounts count as they were given. That an order would not have earned one without what came back changes nothing.
public struct PaidOrder: Hashable, Sendable {
  public let id: ID<StockReference>
  public let currency: Currency
  /// The lines, each with its share of `discount`.
  public let lines: [PaidLine]
  /// What was taken off the whole order, spread over the lines by largest remainder in proportion to what is left of each after
  /// its own discount.
  public let discount: Money
  public let freight: PaidFreight
  /// The payments; together they are the total.
  public let tenders: [Tender]
  /// Lines and freight after all discounts.
  public let total: Money

  let positions: [ID<OrderLine>: Int]

  /// An order.
  ///
  /// - Throws: `InvalidInput` with every fault: no line or more than 10,000, a name twice, a quantity out of bounds, an amount
  ///   that is negative, above 10¹² minor units or in another currency, discounts above the price, tax above what it is in,
  ///   payments that are not the total.
  public init(
    _ id: ID<StockReference>, in currency: Currency, lines: [PaidLine], discount: Money? = nil, freight: PaidFreight? = nil,
    tenders: [Tender]
  ) throws(InvalidInput) {
    let discount = discount ?? .zero(currency)
    let freight = freight ?? PaidFreight(standard: .zero(currency))
    var checks = PaidOrderChecks(currency: currency)
    checks.check(lines, discount)
    checks.check(freight)
    checks.check(tenders)
    // Sums are safe only where every amount was found to be in bounds.
    if checks.faults.isEmpty { checks.checkSums(lines, discount, freight, tenders) }
    try checks.faults.throwIfAny("order \(id)")

    let shares = spread(discount.amount, over: lines.map { $0.gross.amount - $0.discount.amount })
    var settled = lines
    for (index, share) in shares.enumerated() { settled[index].orderDiscount = Money(share, currency) }
    self.id = id
    self.currency = currency
    self.lines = settled
    self.discount = discount
    self.freight = freight
    self.tenders = tenders
    total = settled.reduce(freight.standard + freight.extra) { $0 + $1.paid }
    positions = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1.id, $0) })
  }
}

extension PaidOrder: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, currency, lines, discount, freight, tenders
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.decode(ID<StockReference>.self, forKey: .id)
    let currency = try container.decode(Currency.self, forKey: .currency)
    let lines = try container.decode([PaidLine].self, forKey: .lines)
    let discount = try container.decodeIfPresent(Money.self, forKey: .discount)
    let freight = try container.decodeIfPresent(PaidFreight.self, forKey: .freight)
    let tenders = try container.decode([Tender].self, forKey: .tenders)
    do {
      try self.init(id, in: currency, lines: lines, discount: discount, freight: freight, tenders: tenders)
    } catch {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(error)"))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(currency, forKey: .currency)
    try container.encode(lines, forKey: .lines)
    try container.encode(discount, forKey: .discount)
    try container.encode(freight, forKey: .freight)
    try container.encode(tenders, forKey: .tenders)
  }
}
