extension TextScanner {
  /// The number that a word is: digits, perhaps a sign, a point and an exponent; `nil` if it is anything else, or not finite.
  ///
  /// Correctly rounded, as `Double`'s own reading is. A significand below 2⁵³ and a power of ten up to 10²² are exact, and one
  /// division or multiplication of exact numbers rounds once (W. Clinger, "How to Read Floating Point Numbers Accurately",
  /// 1990); longer ones are left to the standard library.
  func number(_ word: TextRange) -> Double? {
    var at = word.bytes.lowerBound
    let end = word.bytes.upperBound
    let isNegative = at < end && bytes[at] == UInt8(ascii: "-")
    if isNegative || (at < end && bytes[at] == UInt8(ascii: "+")) { at += 1 }
    var significand = 0
    var digits = 0
    var exponent = 0
    var isPastPoint = false
    while at < end {
      let byte = bytes[at]
      if byte >= 48 && byte <= 57 {
        digits += 1
        if digits <= 18 { significand = 10 * significand + Int(byte - 48) }
        if isPastPoint { exponent -= 1 }
      } else if byte == UInt8(ascii: ".") && !isPastPoint {
        isPastPoint = true
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else { return nil }
    if at < end {
      guard let power = self.exponent(at..<end) else { return nil }
      exponent += power
    }
    guard digits <= 18, significand < 1 << 53, abs(exponent) <= 22 else {
      guard let value = Double(wholeText(word)), value.isFinite else { return nil }
      return value
    }
    let scaled =
      exponent < 0 ? Double(significand) / Self.powersOfTen[-exponent] : Double(significand) * Self.powersOfTen[exponent]
    return isNegative ? -scaled : scaled
  }

  /// The value of "e-12"; far beyond any number's range it is cut off, so that it cannot overflow.
  private func exponent(_ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    guard bytes[at] == UInt8(ascii: "e") || bytes[at] == UInt8(ascii: "E") else { return nil }
    at += 1
    let isNegative = at < range.upperBound && bytes[at] == UInt8(ascii: "-")
    if isNegative || (at < range.upperBound && bytes[at] == UInt8(ascii: "+")) { at += 1 }
    guard at < range.upperBound else { return nil }
    var value = 0
    while at < range.upperBound {
      guard (48...57).contains(bytes[at]) else { return nil }
      value = min(1_000_000, 10 * value + Int(bytes[at] - 48))
      at += 1
    }
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21,
    1e22,
  ]
}
