import Foundation

/// Where everything goes that is not the answer.
enum StandardError {
  /// Whether somebody is watching.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a line.
  static func print(_ text: String) {
    write(text + "\n")
  }

  /// Writes a text as it is. A closed pipe is nothing to fail about.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
