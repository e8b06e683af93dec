/// Why a program is unbounded: a direction along which every bound keeps holding and the objective improves for ever.
///
/// Which columns it moves says which limit was forgotten. (That some feasible point exists is the solver's word.)
///
/// ```swift
/// if case .unbounded(let ray?) = try program.solve().termination {
///   print(ray.columns.map { program.name(of: $0) })
///   assert(ray.holds(for: program))
/// }
/// ```
public struct Ray: Hashable, Sendable {
  /// How each column moves; the greatest step is 1 in size.
  public let direction: Vector<Column>

  /// A claim, true or not.
  public init(direction: Vector<Column>) { self.direction = direction }

  /// The columns that move, in order.
  public var columns: [Column] { direction.elements.indices.filter { direction.elements[$0] != 0 }.map { Column($0) } }

  /// Whether the claim is true, worked out from the program alone.
  ///
  /// - Parameter tolerance: What is smaller than this, beside what it was summed from, counts as 0.
  /// - Complexity: O(entries + rows + columns).
  public func holds(for program: LinearProgram, tolerance: Double = 1e-9) -> Bool {
    guard direction.count == program.columnCount, program.shapeFaults.isEmpty else { return false }
    let matrix = SparseMatrix(program)
    var gain = 0.0, size = 0.0
    var moves = [Double](repeating: 0, count: program.rowCount), summed = moves
    for (column, step) in direction.elements.enumerated() where step != 0 {
      guard Self.stays(program.columnBounds[column], moving: step) else { return false }
      gain += program.costs[column] * step
      size += abs(program.costs[column] * step)
      matrix.forEachEntry(of: column) { row, value in
        moves[row] += value * step
        summed[row] += abs(value * step)
      }
    }
    for row in moves.indices where abs(moves[row]) > tolerance * summed[row] {
      guard Self.stays(program.rowBounds[row], moving: moves[row]) else { return false }
    }
    return (program.sense == .maximize ? gain : -gain) > tolerance * size
  }

  private static func stays(_ bounds: Bounds, moving step: Double) -> Bool {
    step > 0 ? bounds.upper == .infinity : bounds.lower == -.infinity
  }
}
