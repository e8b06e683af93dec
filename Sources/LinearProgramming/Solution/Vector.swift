/// A number for each column or for each row of a program, or none at all when a solution does not have them.
///
/// ```swift
/// let solution = try program.solve()
/// if !solution.values.isEmpty { print(solution.values[x]) }
/// ```
public struct Vector<Key: Handle>: Hashable, Sendable {
  /// The numbers in the order of the handles.
  public let elements: [Double]

  /// A vector of numbers in the order of the handles.
  public init(_ elements: [Double] = []) { self.elements = elements }

  /// Whether there are no numbers.
  public var isEmpty: Bool { elements.isEmpty }

  /// How many numbers there are.
  public var count: Int { elements.count }

  /// The number of a column or row.
  ///
  /// - Precondition: The vector is not empty and the program had the column or row when it was solved.
  public subscript(key: Key) -> Double {
    precondition(
      elements.indices.contains(key.index),
      "no number for \(key): the solution has \(elements.count); look at its termination first")
    return elements[key.index]
  }
}
