/// One thing that is wrong with an input: where, what was found there, what was expected.
public struct Fault: Hashable, Sendable {
  /// A JSON path as `$.orders[3].quantity`, or a line as `line 12`.
  public let place: String
  /// What stands there.
  public let found: String
  /// What should stand there.
  public let expected: String

  /// A fault at a place.
  public init(at place: String, found: String, expected: String) {
    self.place = place
    self.found = found
    self.expected = expected
  }
}

extension Fault: CustomStringConvertible {
  public var description: String { "\(place): \(found), expected \(expected)" }
}

/// An input that cannot be used, with everything that is wrong with it.
///
/// Thrown wherever LastMile reads something it did not make. Nothing is kept of an input that is refused.
public struct InvalidInput: Error, Hashable, Sendable {
  /// What was read: a file's name, or the name of a value.
  public var source: String
  /// What is wrong, in the order of the input; at least one.
  public let faults: [Fault]
  /// What may help, a sentence without the leading "Maybe", or empty.
  public let advice: String

  /// An input that is refused.
  ///
  /// - Precondition: `faults` is not empty.
  public init(_ source: String, _ faults: [Fault], advice: String = "") {
    precondition(!faults.isEmpty, "an invalid input without a fault")
    self.source = source
    self.faults = faults
    self.advice = advice
  }
}

extension InvalidInput: CustomStringConvertible {
  /// A line for each fault, 20 at most, and the advice.
  public var description: String {
    var lines = faults.prefix(20).map { "error: \(source): \($0)" }
    if faults.count > 20 { lines.append("error: \(source): and \(faults.count - 20) more faults") }
    if !advice.isEmpty { lines.append("Maybe \(advice)") }
    return lines.joined(separator: "\n")
  }
}
