import Foundation

/// Walks over the bytes of a JSON document (RFC 8259) without making a tree of it: for documents of millions of numbers.
///
/// The bytes are borrowed; every access is checked against their end, so that no document, however damaged, leads outside.
struct JSONScanner {
  /// Where a document stops being JSON.
  struct Break: Error {
    let at: Int
    let expected: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next byte is.
  private(set) var at = 0

  /// - Precondition: The bytes outlive the scanner.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next byte that is no space, without stepping behind it; 0, which JSON does not know, at the end.
  @inline(__always)
  mutating func next() -> UInt8 {
    while at < bytes.count {
      let byte = bytes[at]
      if byte > 32 { return byte }
      guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return byte }
      at += 1
    }
    return 0
  }

  /// Steps behind a byte if it comes next.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte, at < bytes.count else { return false }
    at += 1
    return true
  }

  /// Steps behind a byte that must come next.
  mutating func expect(_ byte: UInt8, _ expected: String) throws(Break) {
    guard take(byte) else { throw Break(at: at, expected: expected) }
  }

  /// Steps behind a word like `null` if it comes next.
  mutating func take(word: StaticString) -> Bool {
    guard next() != 0, bytes.count - at >= word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount where bytes[at + offset] != word.utf8Start[offset] { return false }
    at += word.utf8CodeUnitCount
    return true
  }

  /// The text that comes next.
  mutating func string() throws(Break) -> String {
    let first = next() == UInt8(ascii: "\"") ? at : -1
    guard first >= 0 else { throw Break(at: at, expected: "a text in quotes") }
    at += 1
    var isPlain = true
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      guard bytes[at] >= 32 else { throw Break(at: at, expected: "a text without line breaks") }
      if bytes[at] == UInt8(ascii: "\\") {
        isPlain = false
        at += 1
      }
      at += 1
    }
    guard at < bytes.count else { throw Break(at: bytes.count, expected: "the quote that ends a text") }
    at += 1
    if isPlain { return String(decoding: bytes[first + 1..<at - 1], as: UTF8.self) }
    guard let text = try? JSONDecoder().decode(String.self, from: Data(bytes[first..<at])) else {
      throw Break(at: first, expected: "a text with escapes of JSON")
    }
    return text
  }

  /// Steps behind the value that comes next, whatever it is.
  mutating func skipValue() throws(Break) {
    // The closing brackets of what is open: as deep as a document likes, without recursion.
    var closing: [UInt8] = []
    repeat {
      switch next() {
      case UInt8(ascii: "{"):
        at += 1
        closing.append(UInt8(ascii: "}"))
        if next() != UInt8(ascii: "}") {
          try key()
          continue
        }
      case UInt8(ascii: "["):
        at += 1
        closing.append(UInt8(ascii: "]"))
        if next() != UInt8(ascii: "]") { continue }
      case UInt8(ascii: "\""): _ = try string()
      default: try skipScalar()
      }
      // Behind a value: what it closes, then a comma or the end.
      while let bracket = closing.last, take(bracket) { closing.removeLast() }
      guard let bracket = closing.last else { return }
      try expect(UInt8(ascii: ","), "a comma or \(Character(UnicodeScalar(bracket)))")
      if bracket == UInt8(ascii: "}") { try key() }
    } while true
  }

  /// Steps behind a key and its colon.
  @discardableResult
  mutating func key() throws(Break) -> String {
    let key = try string()
    try expect(UInt8(ascii: ":"), "a colon behind a key")
    return key
  }

  private mutating func skipScalar() throws(Break) {
    if take(word: "null") || take(word: "true") || take(word: "false") || number() != nil { return }
    throw Break(at: at, expected: "a value")
  }

  /// The line of a byte, from 1.
  func line(of place: Int) -> Int { bytes[..<min(place, bytes.count)].reduce(1) { $0 + ($1 == 10 ? 1 : 0) } }

  /// What stands from a place on, up to a comma, a bracket or a space, at most 40 bytes of it.
  func shown(from place: Int) -> String {
    guard place < bytes.count else { return "the end of the file" }
    let end = wordEnd(from: place)
    let text = String(decoding: bytes[place..<min(max(end, place + 1), place + 40)], as: UTF8.self)
    return "\"\(text)\(end > place + 40 ? "…" : "")\""
  }

  /// The value that begins at a place, as a message shows it.
  func shownValue(from place: Int) -> String {
    guard place < bytes.count else { return "the end of the file" }
    switch bytes[place] {
    case UInt8(ascii: "{"): return "an object"
    case UInt8(ascii: "["): return "an array"
    case UInt8(ascii: "\""):
      let text = bytes[(place + 1)...].prefix { $0 != UInt8(ascii: "\"") }
      return "\"\(String(decoding: text.prefix(40), as: UTF8.self))\(text.count > 40 ? "…" : "")\""
    default: return shown(from: place)
    }
  }

  /// Whether a word comes next: no text, array, object or sign of JSON.
  var isWord: Bool { at < bytes.count && wordEnd(from: at) > at }

  /// Steps behind a word that is no value: NaN, 01, none.
  mutating func skipWord() { at = max(at, wordEnd(from: at)) }

  private func wordEnd(from place: Int) -> Int {
    var end = place
    while end < bytes.count, bytes[end] > 32, !",[]{}:\"".utf8.contains(bytes[end]) { end += 1 }
    return end
  }
}

// MARK: - Numbers

extension JSONScanner {
  /// The number that comes next, correctly rounded, and steps behind it; infinity if it is too great for a double, `nil` if it is
  /// no number of JSON.
  @inline(__always)
  mutating func number() -> Double? {
    var place = at
    let end = bytes.count
    let isNegative = place < end && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var significand: UInt64 = 0
    let whole = place
    while place < end, case let digit = bytes[place] &- 48, digit < 10 {
      significand = significand &* 10 &+ UInt64(digit)
      place += 1
    }
    guard place > whole, bytes[whole] != 48 || place == whole + 1 else { return nil }
    var digits = place - whole
    var exponent = 0
    if place < end, bytes[place] == UInt8(ascii: ".") {
      place += 1
      let fraction = place
      while place < end, case let digit = bytes[place] &- 48, digit < 10 {
        significand = significand &* 10 &+ UInt64(digit)
        place += 1
      }
      guard place > fraction else { return nil }
      digits += place - fraction
      exponent = fraction - place
    }
    if place < end, bytes[place] | 32 == UInt8(ascii: "e") {
      guard let power = Self.power(bytes, &place) else { return nil }
      exponent += power
    }
    // A word that only begins like a number is none.
    guard place == end || Self.endsNumber(bytes[place]) else { return nil }
    defer { at = place }
    guard digits <= 19, let magnitude = Self.value(significand, exponent) else {
      return Double(String(decoding: bytes[at..<place], as: UTF8.self))
    }
    return isNegative ? -magnitude : magnitude
  }

  @inline(__always)
  private static func endsNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte <= 32 || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  /// The value of "e-12"; far beyond any number's range it is cut off, so that it cannot overflow.
  private static func power(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int? {
    place += 1
    let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
    if isNegative || (place < bytes.count && bytes[place] == UInt8(ascii: "+")) { place += 1 }
    let first = place
    var value = 0
    while place < bytes.count, case let digit = bytes[place] &- 48, digit < 10 {
      value = min(1_000_000, 10 * value + Int(digit))
      place += 1
    }
    return place > first ? (isNegative ? -value : value) : nil
  }

  /// significand · 10^exponent, rounded once; `nil` where that takes more than a few steps.
  @inline(__always)
  private static func value(_ significand: UInt64, _ exponent: Int) -> Double? {
    if significand < 1 << 53, exponent >= -22, exponent <= 22 {
      // Both are exact, and one operation on exact numbers rounds once (W. Clinger, 1990).
      let exact = Double(significand)
      return exponent < 0 ? exact / powersOfTen[-exponent] : exact * powersOfTen[exponent]
    }
    guard exponent < 0, exponent >= -27, significand > 0 else { return nil }
    return quotient(significand, digits: -exponent)
  }

  /// significand / 10^digits by division of whole numbers: a quotient of 62 bits at least, its last bit set if anything is left
  /// over, so that the one rounding to 53 bits is right.
  private static func quotient(_ significand: UInt64, digits: Int) -> Double {
    let power = powersOfFive[digits]
    let divisor = power << UInt64(power.leadingZeroBitCount)
    let dividend = significand << UInt64(significand.leadingZeroBitCount)
    let (quotient, rest) = divisor.dividingFullWidth((dividend >> 1, (dividend & 1) << 63))
    let exponent = power.leadingZeroBitCount - significand.leadingZeroBitCount - digits - 63
    return Double(quotient | (rest == 0 ? 0 : 1)) * Double(sign: .plus, exponent: exponent, significand: 1)
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21,
    1e22,
  ]

  /// Up to 5²⁷, the greatest below 2⁶⁴.
  private static let powersOfFive: [UInt64] = (0...27).map { (0..<$0).reduce(1) { power, _ in 5 * power } }
}
