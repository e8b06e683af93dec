import Foundation

/// The one JSON object of a command.
enum JSONOutput {
  /// A value on one line, keys sorted, so that equal answers are equal bytes.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// Prints a value over many lines, for people who will change it.
  static func printPretty(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try FileHandle.standardOutput.write(contentsOf: encoder.encode(value) + Data("\n".utf8))
  }

  /// Prints a value.
  static func print(_ value: some Encodable) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(text(value).utf8))
  }
}
