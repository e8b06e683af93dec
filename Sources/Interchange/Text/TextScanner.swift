/// Walks over the words of a text, line by line, without making a `String` of any that it does not have to show.
///
/// Files of a million numbers are read in some tens of milliseconds this way. Every access is checked, so that no text, however
/// damaged, leads outside of it.
struct TextScanner {
  let bytes: [UInt8]
  /// Where the next byte is.
  private(set) var at: Int
  /// Where the text ends.
  let end: Int
  /// The line of the next byte, from 1.
  private(set) var line: Int

  init(_ bytes: [UInt8]) {
    self.init(bytes, TextRange(bytes: 0..<bytes.count, line: 1))
  }

  init(_ bytes: [UInt8], _ range: TextRange) {
    self.bytes = bytes
    at = range.bytes.lowerBound
    end = range.bytes.upperBound
    line = range.line
  }

  /// The line from here to its end, without the spaces around it, and steps behind it; `nil` at the end of the text.
  mutating func nextLine() -> TextRange? {
    guard at < end else { return nil }
    var first = at
    while at < end && bytes[at] != Self.newline { at += 1 }
    var last = at
    while first < last && Self.isSpace(bytes[first]) { first += 1 }
    while last > first && Self.isSpace(bytes[last - 1]) { last -= 1 }
    defer {
      at += 1
      line += 1
    }
    return TextRange(bytes: first..<last, line: line)
  }

  /// The next word, on whatever line it stands, and steps behind it; `nil` at the end of the text.
  mutating func nextWord() -> TextRange? {
    while at < end && Self.isSpace(bytes[at]) {
      if bytes[at] == Self.newline { line += 1 }
      at += 1
    }
    guard at < end else { return nil }
    let first = at
    while at < end && !Self.isSpace(bytes[at]) { at += 1 }
    return TextRange(bytes: first..<at, line: line)
  }

  /// Steps behind the last byte: what follows is not looked at.
  mutating func finish() {
    at = end
  }

  /// What stands in a range, at most 40 bytes of it: a fault shall fit on a line.
  func text(_ range: TextRange) -> String {
    let shown = range.bytes.prefix(40)
    let text = String(decoding: bytes[shown], as: UTF8.self)
    return shown.count < range.bytes.count ? text + "…" : text
  }

  /// All that stands in a range.
  func wholeText(_ range: TextRange) -> String {
    String(decoding: bytes[range.bytes], as: UTF8.self)
  }

  static let newline = UInt8(ascii: "\n")

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }
}

/// A stretch of a text and the number of the line where it begins, from 1.
struct TextRange {
  var bytes: Range<Int>
  var line: Int

  /// How a fault names it.
  var place: String { "line \(line)" }
}
