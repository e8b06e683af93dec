import Foundation

/// The one JSON object of a command.
enum JSONOutput {
  /// Prints a value on one line, keys sorted, so that equal answers are equal bytes.
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try FileHandle.standardOutput.write(contentsOf: encoder.encode(value) + Data("\n".utf8))
  }
}
