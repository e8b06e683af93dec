/// Gathers what is wrong with one input, so that its author sees all of it at once.
public struct FaultList: Sendable {
  /// What was found so far.
  public private(set) var faults: [Fault] = []

  /// An empty list.
  public init() {}

  /// Whether nothing is wrong so far.
  public var isEmpty: Bool { faults.isEmpty }

  /// Notes a fault.
  public mutating func add(at place: String, found: String, expected: String) {
    faults.append(Fault(at: place, found: found, expected: expected))
  }

  /// Notes a fault unless the condition holds; returns the condition.
  @discardableResult
  public mutating func check(
    _ condition: Bool, at place: @autoclosure () -> String, found: @autoclosure () -> String,
    expected: @autoclosure () -> String
  ) -> Bool {
    if !condition { add(at: place(), found: found(), expected: expected()) }
    return condition
  }

  /// Ends the reading of an input.
  ///
  /// - Throws: `InvalidInput` with everything gathered, if anything was.
  public func throwIfAny(_ source: String, advice: String = "") throws(InvalidInput) {
    if !faults.isEmpty { throw InvalidInput(source, faults, advice: advice) }
  }
}
