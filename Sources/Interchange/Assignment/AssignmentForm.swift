/// Which of its two forms a problem for `lastmile assign` has, by the keys of the document.
public enum AssignmentForm: Hashable, Sendable {
  /// `costs` of tasks and vehicles.
  case matrix
  /// `trips` and the `vehicles` that may drive them.
  case trips

  /// The form of a document.
  ///
  /// The first key that tells decides; the rest is not looked at. What tells nothing is taken for a matrix, whose reader says
  /// what is wrong.
  ///
  /// - Parameter bytes: The document, as ``AssignmentFile/bytes``.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      return (try? Self.first(&scanner)) ?? .matrix
    }
  }

  private static func first(_ scanner: inout JSONScanner) throws(JSONScanner.Break) -> AssignmentForm? {
    guard scanner.take(UInt8(ascii: "{")) else { return nil }
    repeat {
      switch try scanner.key() {
      case "costs": return .matrix
      case "trips", "vehicles", "turnaround": return .trips
      default: try scanner.skipValue()
      }
    } while scanner.take(UInt8(ascii: ","))
    return nil
  }
}
