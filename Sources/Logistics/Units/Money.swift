/// A currency of ISO 4217.
public struct Currency: Hashable, Sendable {
  /// The three capital letters, as "CLP".
  public let code: String
  /// How many decimals the minor unit has: 2 for the euro, 0 for the Chilean peso.
  public let decimals: Int

  /// Currencies whose minor unit is not a hundredth, of ISO 4217's list one.
  private static let unusualDecimals = [
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0, "UYI": 0,
    "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0, "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
    "CLF": 4, "UYW": 4,
  ]

  /// The currency of a code, or `nil` if it is not three capital letters. Whether ISO lists it is not checked.
  public init?(_ code: String) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    self.code = code
    decimals = Self.unusualDecimals[code] ?? 2
  }

  /// The Chilean peso, which has no minor unit.
  public static let clp = Currency("CLP")!
  /// The euro.
  public static let eur = Currency("EUR")!
}

extension Currency: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let code = try container.decode(String.self)
    guard let currency = Currency(code) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(code)\" is not a currency code of three capital letters")
    }
    self = currency
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}

/// An amount of money in minor units of its currency: cents of the euro, whole pesos of Chile.
public struct Money: Hashable, Sendable, Codable {
  /// The amount in minor units; negative for what is owed.
  public let amount: Int
  public let currency: Currency

  /// An amount in minor units.
  public init(_ amount: Int, _ currency: Currency) {
    self.amount = amount
    self.currency = currency
  }

  /// Nothing, in a currency.
  public static func zero(_ currency: Currency) -> Money { Money(0, currency) }

  /// The sum.
  ///
  /// - Precondition: the currencies are the same.
  public static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "\(left.currency.code) and \(right.currency.code) cannot be added")
    return Money(left.amount + right.amount, left.currency)
  }

  /// The difference.
  ///
  /// - Precondition: the currencies are the same.
  public static func - (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "\(right.currency.code) cannot be taken from \(left.currency.code)")
    return Money(left.amount - right.amount, left.currency)
  }

  /// The amount so many times.
  public static func * (left: Money, right: Int) -> Money { Money(left.amount * right, left.currency) }
}

extension Money: CustomStringConvertible {
  /// The amount with its decimals and the code, as "12.50 EUR" or "3990 CLP".
  public var description: String {
    guard currency.decimals > 0 else { return "\(amount) \(currency.code)" }
    let sign = amount < 0 ? "-" : ""
    var digits = String(amount.magnitude)
    while digits.utf8.count <= currency.decimals { digits = "0" + digits }
    return "\(sign)\(digits.dropLast(currency.decimals)).\(digits.suffix(currency.decimals)) \(currency.code)"
  }
}
