/// An expression within bounds: a row that no program has yet.
///
/// ```swift
/// let enough = van + bike >= 3
/// program.addRow("enough", enough)
/// program.addRow("wood", (2 * chairs + 6 * tables).between(20, 120))
/// ```
///
/// Constants and columns may stand on both sides: columns move to the left, constants to the right. Swift does not chain
/// comparisons, so two limits are written with `between`.
public struct Constraint: Sendable {
  /// The columns with their coefficients; those of the same column are summed.
  public var terms: [LinearExpression.Term]
  /// The values that their sum may take.
  public var bounds: Bounds

  /// An expression within bounds; its constant moves to the bounds.
  public init(_ expression: LinearExpression, _ bounds: Bounds) {
    terms = expression.terms
    // A subtraction of zero would turn a bound of -0 into 0, and an absent constant should leave no trace.
    let constant = expression.constant
    self.bounds =
      constant == 0 ? bounds : Bounds(lower: bounds.lower - constant, upper: bounds.upper - constant)
  }
}

extension LinearOperand {
  /// From one value to another, both included.
  public func between(_ lower: Double, _ upper: Double) -> Constraint {
    Constraint(asExpression(), .between(lower, upper))
  }
}
