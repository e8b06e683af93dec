/// Why no point satisfies a program: multipliers of its rows after which the rows contradict the bounds of the columns (Farkas
/// 1902).
///
/// Multiply each row by its number and add them up. On one side stands a sum of columns, whose least value follows from their
/// bounds, on the other a sum of row bounds, whose greatest value is less. Rows with a number other than 0 are the ones that
/// clash.
///
/// ```swift
/// if case .infeasible(let proof?) = try program.solve().termination {
///   print(proof.rows.map { program.name(of: $0) })
///   assert(proof.holds(for: program))
/// }
/// ```
public struct InfeasibilityProof: Hashable, Sendable {
  /// For each row its multiplier; the greatest is 1 in size.
  public let multipliers: Vector<Row>

  /// A claim, true or not.
  public init(multipliers: Vector<Row>) { self.multipliers = multipliers }

  /// The rows that contradict each other, in order.
  public var rows: [Row] { multipliers.elements.indices.filter { multipliers.elements[$0] != 0 }.map { Row($0) } }

  /// Whether the claim is true, worked out from the program alone.
  ///
  /// - Parameter tolerance: What is smaller than this, beside what it was summed from, counts as 0.
  /// - Complexity: O(entries + rows + columns).
  public func holds(for program: LinearProgram, tolerance: Double = 1e-9) -> Bool {
    guard multipliers.count == program.rowCount, program.shapeFaults.isEmpty else { return false }
    return holds(for: FlatProgram(program, SparseMatrix(program)), tolerance: tolerance)
  }

  /// The same of the arrays of a program without faults.
  func holds(for program: FlatProgram, tolerance: Double = 1e-9) -> Bool {
    var leastOfColumns = 0.0, greatestOfRows = 0.0, size = 1.0
    for (bounds, multiplier) in zip(program.rowBounds, multipliers.elements) {
      let term = -bounds.least(times: -multiplier)
      greatestOfRows += term
      size += abs(term)
    }
    for (column, bounds) in program.columnBounds.enumerated() {
      var sum = 0.0, summed = 0.0
      program.matrix.forEachEntry(of: column) { row, value in
        sum += value * multipliers.elements[row]
        summed += abs(value * multipliers.elements[row])
      }
      let term = abs(sum) <= tolerance * summed ? 0 : bounds.least(times: sum)
      leastOfColumns += term
      size += abs(term)
    }
    return size.isFinite && leastOfColumns - greatestOfRows > tolerance * size
  }
}
