/// What a linear expression is summed from: columns and other expressions.
public protocol LinearOperand: Sendable {
  /// The same as an expression.
  func asExpression() -> LinearExpression
}

extension LinearExpression: LinearOperand {
  public func asExpression() -> LinearExpression { self }
}

extension Column: LinearOperand {
  public func asExpression() -> LinearExpression { LinearExpression([.init(self, 1)]) }
}
