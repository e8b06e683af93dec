/// Numbers as files of linear programs write them.
enum FileNumber {
  /// From here on a bound is none: what solvers that know no infinity write in its place.
  static let infinity = 1e30

  /// The shortest text that reads back as the same number.
  static func text(_ value: Double) -> String {
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number that the bytes spell: decimal, or an infinity; nil when they spell none.
  static func value(of bytes: ArraySlice<UInt8>) -> Double? {
    // Swift itself would also read hexadecimal numbers and NaN.
    if bytes.allSatisfy(isPartOfNumber) { return Double(String(decoding: bytes, as: UTF8.self)) }
    let isNegative = bytes.first == UInt8(ascii: "-")
    let word = isNegative || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    return isInfinity(word) ? (isNegative ? -.infinity : .infinity) : nil
  }

  /// Whether the bytes are a word for infinity.
  static func isInfinity(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count == 3 || word.count == 8 else { return false }
    let lower = word.map { $0 | 0x20 }
    return lower.elementsEqual("inf".utf8) || lower.elementsEqual("infinity".utf8)
  }

  /// A bound, infinite where the file means so.
  static func bound(_ value: Double) -> Double {
    if value >= infinity { return .infinity }
    return value <= -infinity ? -.infinity : value
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
