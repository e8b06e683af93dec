extension Column {
  /// The sum of two columns.
  public static func + (lhs: Column, rhs: Column) -> LinearExpression { LinearExpression([.init(lhs, 1), .init(rhs, 1)]) }

  /// The sum of a column and an expression.
  public static func + (lhs: Column, rhs: LinearExpression) -> LinearExpression { lhs.asExpression() + rhs }

  /// The sum of a column and a number.
  public static func + (lhs: Column, rhs: Double) -> LinearExpression { lhs.asExpression() + rhs }

  /// The sum of a number and a column.
  public static func + (lhs: Double, rhs: Column) -> LinearExpression { lhs + rhs.asExpression() }

  /// The difference of two columns.
  public static func - (lhs: Column, rhs: Column) -> LinearExpression { LinearExpression([.init(lhs, 1), .init(rhs, -1)]) }

  /// A column less an expression.
  public static func - (lhs: Column, rhs: LinearExpression) -> LinearExpression { lhs.asExpression() - rhs }

  /// A column less a number.
  public static func - (lhs: Column, rhs: Double) -> LinearExpression { lhs.asExpression() - rhs }

  /// A number less a column.
  public static func - (lhs: Double, rhs: Column) -> LinearExpression { lhs + (-rhs) }

  /// The column with its sign changed.
  public static prefix func - (operand: Column) -> LinearExpression { LinearExpression([.init(operand, -1)]) }

  /// A column times a number.
  public static func * (lhs: Double, rhs: Column) -> LinearExpression { LinearExpression([.init(rhs, lhs)]) }

  /// A column times a number.
  public static func * (lhs: Column, rhs: Double) -> LinearExpression { LinearExpression([.init(lhs, rhs)]) }

  /// A column divided by a number.
  public static func / (lhs: Column, rhs: Double) -> LinearExpression { LinearExpression([.init(lhs, 1 / rhs)]) }
}
