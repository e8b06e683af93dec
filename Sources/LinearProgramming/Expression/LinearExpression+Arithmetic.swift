// Every combination is written out: with generic operators the compiler took seconds for a row of nine terms.
// Left sides are consumed, so that a chain of sums appends to one array: n terms cost O(n) and not O(n²).

extension LinearExpression {
  /// The sum of two expressions.
  public static func + (lhs: consuming LinearExpression, rhs: LinearExpression) -> LinearExpression {
    lhs += rhs
    return lhs
  }

  /// The sum of an expression and a column.
  public static func + (lhs: consuming LinearExpression, rhs: Column) -> LinearExpression {
    lhs += rhs
    return lhs
  }

  /// The sum of an expression and a number.
  public static func + (lhs: consuming LinearExpression, rhs: Double) -> LinearExpression {
    lhs.constant += rhs
    return lhs
  }

  /// The sum of a number and an expression.
  public static func + (lhs: Double, rhs: consuming LinearExpression) -> LinearExpression {
    rhs.constant = lhs + rhs.constant
    return rhs
  }

  /// The difference of two expressions.
  public static func - (lhs: consuming LinearExpression, rhs: LinearExpression) -> LinearExpression {
    lhs -= rhs
    return lhs
  }

  /// An expression less a column.
  public static func - (lhs: consuming LinearExpression, rhs: Column) -> LinearExpression {
    lhs -= rhs
    return lhs
  }

  /// An expression less a number.
  public static func - (lhs: consuming LinearExpression, rhs: Double) -> LinearExpression {
    lhs.constant -= rhs
    return lhs
  }

  /// A number less an expression.
  public static func - (lhs: Double, rhs: consuming LinearExpression) -> LinearExpression { lhs + (-rhs) }

  /// The expression with every sign changed.
  public static prefix func - (operand: consuming LinearExpression) -> LinearExpression {
    for index in operand.terms.indices { operand.terms[index].coefficient.negate() }
    operand.constant.negate()
    return operand
  }

  /// An expression times a number.
  public static func * (lhs: Double, rhs: consuming LinearExpression) -> LinearExpression {
    for index in rhs.terms.indices { rhs.terms[index].coefficient *= lhs }
    // No constant stays none, so that a factor of NaN is reported where it does harm: at the columns.
    if rhs.constant != 0 { rhs.constant *= lhs }
    return rhs
  }

  /// An expression times a number.
  public static func * (lhs: consuming LinearExpression, rhs: Double) -> LinearExpression { rhs * lhs }

  /// An expression divided by a number.
  public static func / (lhs: consuming LinearExpression, rhs: Double) -> LinearExpression {
    for index in lhs.terms.indices { lhs.terms[index].coefficient /= rhs }
    if lhs.constant != 0 { lhs.constant /= rhs }
    return lhs
  }
}

// MARK: - In place

extension LinearExpression {
  /// Adds an expression.
  ///
  /// - Complexity: Amortised O(terms added).
  public static func += (lhs: inout LinearExpression, rhs: LinearExpression) {
    lhs.terms.append(contentsOf: rhs.terms)
    lhs.constant += rhs.constant
  }

  /// Adds a column.
  ///
  /// - Complexity: Amortised O(1).
  public static func += (lhs: inout LinearExpression, rhs: Column) { lhs.terms.append(.init(rhs, 1)) }

  /// Adds a number.
  public static func += (lhs: inout LinearExpression, rhs: Double) { lhs.constant += rhs }

  /// Subtracts an expression.
  ///
  /// - Complexity: Amortised O(terms subtracted).
  public static func -= (lhs: inout LinearExpression, rhs: LinearExpression) { lhs += -rhs }

  /// Subtracts a column.
  ///
  /// - Complexity: Amortised O(1).
  public static func -= (lhs: inout LinearExpression, rhs: Column) { lhs.terms.append(.init(rhs, -1)) }

  /// Subtracts a number.
  public static func -= (lhs: inout LinearExpression, rhs: Double) { lhs.constant -= rhs }
}
