/// A non-negative price for each unit of weight, exact.
struct Fraction {
  let numerator: Int
  let denominator: Int

  static let zero = Fraction(numerator: 0, denominator: 1)

  /// Compares exactly, in 128 bits.
  static func < (left: Self, right: Self) -> Bool {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return (a.high, a.low) < (b.high, b.low)
  }

  /// `factor × amount × self`, rounded down.
  ///
  /// - Precondition: the result, and `factor × numerator`, fit in an `Int`.
  func floor(_ factor: Int, times amount: Int) -> Int {
    if numerator == 0 || amount == 0 { return 0 }
    let product = (factor * numerator).multipliedFullWidth(by: amount)
    return denominator.dividingFullWidth(product).quotient
  }

  /// `factor × amount × self`, rounded up.
  ///
  /// - Precondition: as ``floor(_:times:)``.
  func ceiling(_ factor: Int, times amount: Int) -> Int {
    if numerator == 0 || amount == 0 { return 0 }
    let product = (factor * numerator).multipliedFullWidth(by: amount)
    let (quotient, remainder) = denominator.dividingFullWidth(product)
    return remainder == 0 ? quotient : quotient + 1
  }
}
