/// Cuts the LP format into tokens.
struct LPFormatLexer {
  struct Token {
    enum Kind: Equatable {
      case name(String)
      case number(Double)
      case sign(Double)
      case relation(Relation)
      case colon, times
      /// A character that begins nothing linear.
      case other(String)
      case end
    }

    let kind: Kind
    /// Its line, from 1.
    let line: Int
    /// Whether nothing stands before it in its line, where alone the words of the format count.
    let startsLine: Bool
    /// The bytes, for messages.
    let text: Range<Int>
  }

  enum Relation: Equatable { case atMost, atLeast, equal }

  private let bytes: [UInt8]
  private var position = 0, line = 1
  private var startsLine = true

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// All tokens, `end` last.
  ///
  /// - Complexity: O(bytes).
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = LPFormatLexer(bytes)
    var tokens: [Token] = []
    repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() -> Token {
    skipSpace()
    let start = position, startsLine = startsLine
    self.startsLine = false
    let kind = readKind()
    return Token(kind: kind, line: line, startsLine: startsLine, text: start..<position)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        startsLine = true
        position += 1
      case UInt8(ascii: "\\"): while let byte = current, byte != UInt8(ascii: "\n") { position += 1 }
      case 0...0x20: position += 1
      default: return
      }
    }
  }

  private mutating func readKind() -> Token.Kind {
    guard let byte = current else { return .end }
    if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && position + 1 < bytes.count && Self.isDigit(bytes[position + 1])) {
      return readNumber()
    }
    if !Self.endsName(byte) { return readName() }
    position += 1
    switch byte {
    case UInt8(ascii: "+"): return .sign(1)
    case UInt8(ascii: "-"): return take(">") ? .other("->") : .sign(-1)
    case UInt8(ascii: "*"): return .times
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: "<"):
      _ = take("=")
      return .relation(.atMost)
    case UInt8(ascii: ">"):
      _ = take("=")
      return .relation(.atLeast)
    case UInt8(ascii: "="): return .relation(take("<") ? .atMost : take(">") ? .atLeast : .equal)
    default: return .other(String(UnicodeScalar(byte)))
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Digits, a full stop, and an exponent only if digits follow it: what follows else is a name, as in `3elephants`.
  private mutating func readNumber() -> Token.Kind {
    let start = position
    func digits(from place: Int) -> Int { bytes[place...].firstIndex { !Self.isDigit($0) } ?? bytes.count }
    position = digits(from: position)
    if current == UInt8(ascii: ".") { position = digits(from: position + 1) }
    if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
      var place = position + 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") { place += 1 }
      if place < bytes.count, Self.isDigit(bytes[place]) { position = digits(from: place) }
    }
    return .number(FileNumber.value(of: bytes[start..<position]) ?? .nan)
  }

  private mutating func readName() -> Token.Kind {
    let start = position
    while let byte = current, !Self.endsName(byte) { position += 1 }
    if FileNumber.isInfinity(bytes[start..<position]) { return .number(.infinity) }
    return String(validating: bytes[start..<position], as: UTF8.self).map { .name($0) } ?? .other("a name that is not UTF-8")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func endsName(_ byte: UInt8) -> Bool { byte <= 0x20 || "+-*^[]<>=:\\".utf8.contains(byte) }
}
