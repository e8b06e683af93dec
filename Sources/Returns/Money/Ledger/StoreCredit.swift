public import Logistics

/// A credit at the shop: what a refund was paid as, and what has been used of it.
public struct StoreCredit: Hashable, Sendable {
  /// A use of it.
  public struct Use: Hashable, Sendable, Codable {
    /// The caller's name for it: the same use twice counts once.
    public let id: ID<Use>
    public let instant: Instant
    /// Above zero.
    public let amount: Money

    /// A use, judged by the credit.
    public init(_ id: ID<Use>, at instant: Instant, _ amount: Money) {
      self.id = id
      self.instant = instant
      self.amount = amount
    }
  }

  /// Why it was not used.
  public enum Refusal: Hashable, Sendable {
    /// The name was used before with another content.
    case differentUse
    case otherCurrency(Currency)
    /// Nothing, or less.
    case noAmount
    case expired(Instant)
    /// More than is left.
    case exceeds(left: Money)
  }

  public let id: ID<StoreCredit>
  public let issued: Money
  /// The last moment of it; `nil` if it has none.
  public let expires: Instant?
  /// Its uses, oldest first.
  public private(set) var uses: [Use] = []

  /// A credit.
  ///
  /// - Throws: `InvalidInput` if it is of less than nothing or above 10¹⁶ minor units.
  public init(_ id: ID<StoreCredit>, _ issued: Money, expires: Instant? = nil) throws(InvalidInput) {
    guard (0...10_000_000_000_000_000).contains(issued.amount) else {
      throw InvalidInput("store credit \(id)", [Fault(at: "issued", found: "\(issued)", expected: "0 to 10^16 minor units")])
    }
    self.id = id
    self.issued = issued
    self.expires = expires
  }

  /// What is left. Linear in the uses.
  public var left: Money { uses.reduce(issued) { $0 - $1.amount } }

  /// Uses it.
  ///
  /// - Returns: What stands in the way, or `nil` if it is used now or was before.
  @discardableResult
  public mutating func use(_ use: Use) -> Refusal? {
    if let before = uses.first(where: { $0.id == use.id }) { return before == use ? nil : .differentUse }
    guard use.amount.currency == issued.currency else { return .otherCurrency(issued.currency) }
    guard use.amount.amount > 0 else { return .noAmount }
    if let expires, use.instant > expires { return .expired(expires) }
    guard use.amount.amount <= left.amount else { return .exceeds(left: left) }
    uses.append(use)
    return nil
  }
}

extension StoreCredit: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, issued, expires, uses
  }

  /// Decodes the uses and takes them again, so that no credit is used above what it was.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    do {
      try self.init(
        try container.decode(ID<StoreCredit>.self, forKey: .id), try container.decode(Money.self, forKey: .issued),
        expires: try container.decodeIfPresent(Instant.self, forKey: .expires))
    } catch let error as InvalidInput {
      throw DecodingError.dataCorruptedError(forKey: .issued, in: container, debugDescription: "\(error)")
    }
    for each in try container.decode([Use].self, forKey: .uses) {
      let count = uses.count
      let refusal = use(each)
      guard uses.count == count + 1 else {
        throw DecodingError.dataCorruptedError(
          forKey: .uses, in: container, debugDescription: "\(each): \(refusal.map { "\($0)" } ?? "twice")")
      }
    }
  }
}
