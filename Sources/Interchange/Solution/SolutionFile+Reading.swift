public import Foundation
public import Logistics

extension SolutionFile {
  /// Reads a solution: a CVRPLIB `.sol`, JSON with `"routes"` as `lastmile route --json` prints it, or one of Cordeau's `.res`.
  ///
  /// - Throws: `InvalidInput` that names the file and everything wrong in it: unreadable, no routes, a word or a fraction where
  ///   a client should be, two routes of one number.
  public init(contentsOf file: URL) throws(InvalidInput) {
    try self.init(checked: SourceText.read(file), file.relativePath)
  }

  /// Reads bytes that are at hand.
  ///
  /// - Parameter source: What faults name as their source.
  /// - Throws: `InvalidInput` as for a file.
  public init(_ bytes: [UInt8], source: String) throws(InvalidInput) {
    try self.init(checked: SourceText.check(bytes, source), source)
  }

  private init(checked bytes: [UInt8], _ source: String) throws(InvalidInput) {
    let first = bytes.first { !TextScanner.isSpace($0) }
    if first == UInt8(ascii: "{") {
      try self.init(json: bytes, source)
    } else if Self.isCordeau(bytes) {
      try self.init(cordeau: bytes, source)
    } else {
      try self.init(text: bytes, source)
    }
  }
}
