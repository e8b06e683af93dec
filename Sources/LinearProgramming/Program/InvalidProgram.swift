/// A program, a way to solve it, or a file of one, that makes no sense, with everything that is wrong with it.
///
/// ```swift
/// do {
///   _ = try program.solve()
/// } catch {
///   print(error)  // error: column "vans": cost nan, expected a finite number
/// }
/// ```
public struct InvalidProgram: Error, Hashable, Sendable {
  /// One thing that is wrong.
  public struct Fault: Hashable, Sendable {
    /// The column, the row or the option, by its name if it has one, else by its place from 0; in a file the line, from 1.
    public let place: String
    /// What stands there.
    public let found: String
    /// What should stand there.
    public let expected: String
  }

  /// What is wrong, the objective first, then columns, rows, coefficients and options, or line by line; at least one.
  public let faults: [Fault]
}

extension InvalidProgram.Fault: CustomStringConvertible {
  public var description: String { "\(place): \(found), expected \(expected)" }
}

extension InvalidProgram: CustomStringConvertible {
  /// A line for each fault, 20 at most.
  public var description: String {
    var lines = faults.prefix(20).map { "error: \($0)" }
    if faults.count > 20 { lines.append("error: and \(faults.count - 20) more faults") }
    return lines.joined(separator: "\n")
  }
}
