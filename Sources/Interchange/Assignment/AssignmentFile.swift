public import Foundation
public import Logistics

/// A file for `lastmile assign` that has been read, but not understood yet: see ``AssignmentForm``.
public struct AssignmentFile: Sendable {
  /// What faults name as their source.
  public let source: String
  /// The text, as UTF-8 without a byte order mark.
  public let bytes: [UInt8]

  /// Which form it has.
  public var form: AssignmentForm { AssignmentForm(of: bytes) }

  /// Reads a file.
  ///
  /// - Throws: `InvalidInput` that names the file if it cannot be read, is empty or is not UTF-8.
  public init(contentsOf file: URL) throws(InvalidInput) {
    source = file.relativePath
    bytes = try SourceText.read(file)
  }

  /// Takes bytes that are at hand.
  ///
  /// - Throws: `InvalidInput` if they are none or not UTF-8.
  public init(_ bytes: [UInt8], source: String) throws(InvalidInput) {
    self.source = source
    self.bytes = try SourceText.check(bytes, source)
  }
}
