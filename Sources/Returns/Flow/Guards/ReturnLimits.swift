/// How much a customer may return before a person looks at it.
///
/// A limit never cuts a legal right: of a request that rests on one it asks for a review, and cannot be the ground to refuse it.
public struct ReturnLimits: Hashable, Sendable, Codable {
  /// Returns in the period, this one included; `nil` for any number.
  public let returns: Int?
  /// The value returned in the period, in hundredths of the value bought in it; `nil` for any share.
  public let valuePercent: Int?

  /// Limits.
  public init(returns: Int? = nil, valuePercent: Int? = nil) {
    self.returns = returns
    self.valuePercent = valuePercent
  }

  /// No limit.
  public static let none = ReturnLimits()

  /// What of a customer's record is beyond the limits.
  public func grounds(for record: ReturnRecord) -> [ReviewGround] {
    var grounds: [ReviewGround] = []
    if record.isFlagged { grounds.append(.flagged) }
    if let returns, record.returns >= returns { grounds.append(.tooManyReturns(record.returns, allowed: returns)) }
    if let valuePercent {
      // Compared without dividing, so that nothing is rounded, and in full width, so that nothing overflows.
      let returned = max(0, record.valueReturned).multipliedFullWidth(by: 100)
      let allowed = max(0, record.valueBought).multipliedFullWidth(by: max(0, valuePercent))
      if (returned.high, returned.low) > (allowed.high, allowed.low) {
        grounds.append(.tooMuchValue(record.valueReturned, of: record.valueBought))
      }
    }
    return grounds
  }
}

/// What a customer bought and returned in the period that ``ReturnLimits`` are for.
public struct ReturnRecord: Hashable, Sendable, Codable {
  /// Returns before this one.
  public let returns: Int
  /// What was bought, and of it what was returned, in minor units of one currency.
  public let valueBought: Int
  public let valueReturned: Int
  /// Whether the shop has marked the customer to be looked at.
  public let isFlagged: Bool

  /// A record.
  public init(returns: Int = 0, valueBought: Int = 0, valueReturned: Int = 0, isFlagged: Bool = false) {
    self.returns = returns
    self.valueBought = valueBought
    self.valueReturned = valueReturned
    self.isFlagged = isFlagged
  }
}

/// Why a person has to decide on a request.
public enum ReviewGround: Hashable, Sendable, Codable {
  case flagged
  case tooManyReturns(Int, allowed: Int)
  /// In minor units.
  case tooMuchValue(Int, of: Int)
}
