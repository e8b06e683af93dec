extension LinearExpression {
  /// No more than another expression.
  public static func <= (lhs: consuming LinearExpression, rhs: LinearExpression) -> Constraint { (lhs - rhs) <= 0 }
  /// No more than a column.
  public static func <= (lhs: consuming LinearExpression, rhs: Column) -> Constraint { (lhs - rhs) <= 0 }
  /// No more than a number.
  public static func <= (lhs: LinearExpression, rhs: Double) -> Constraint { Constraint(lhs, .atMost(rhs)) }
  /// No less than a number.
  public static func <= (lhs: Double, rhs: LinearExpression) -> Constraint { Constraint(rhs, .atLeast(lhs)) }

  /// No less than another expression.
  public static func >= (lhs: consuming LinearExpression, rhs: LinearExpression) -> Constraint { (lhs - rhs) >= 0 }
  /// No less than a column.
  public static func >= (lhs: consuming LinearExpression, rhs: Column) -> Constraint { (lhs - rhs) >= 0 }
  /// No less than a number.
  public static func >= (lhs: LinearExpression, rhs: Double) -> Constraint { Constraint(lhs, .atLeast(rhs)) }
  /// No more than a number.
  public static func >= (lhs: Double, rhs: LinearExpression) -> Constraint { Constraint(rhs, .atMost(lhs)) }

  /// Equal to another expression.
  public static func == (lhs: consuming LinearExpression, rhs: LinearExpression) -> Constraint { (lhs - rhs) == 0 }
  /// Equal to a column.
  public static func == (lhs: consuming LinearExpression, rhs: Column) -> Constraint { (lhs - rhs) == 0 }
  /// Equal to a number.
  public static func == (lhs: LinearExpression, rhs: Double) -> Constraint { Constraint(lhs, .equal(rhs)) }
  /// Equal to a number.
  public static func == (lhs: Double, rhs: LinearExpression) -> Constraint { Constraint(rhs, .equal(lhs)) }
}

// Two columns could be compared before they could be constrained: where nothing asks for a constraint they still are. Written out,
// since the compiler prefers any overload for columns, a disfavoured one too, to the general ones of the standard library.
extension Column {
  /// Whether two handles are of the same place.
  public static func == (lhs: Column, rhs: Column) -> Bool { lhs.index == rhs.index }
  /// Whether a handle is of no later place than another.
  public static func <= (lhs: Column, rhs: Column) -> Bool { lhs.index <= rhs.index }
  /// Whether a handle is of no earlier place than another.
  public static func >= (lhs: Column, rhs: Column) -> Bool { lhs.index >= rhs.index }
}

extension Column {
  /// No more than another column.
  @_disfavoredOverload
  public static func <= (lhs: Column, rhs: Column) -> Constraint { (lhs - rhs) <= 0 }
  /// No more than an expression.
  public static func <= (lhs: Column, rhs: LinearExpression) -> Constraint { (lhs - rhs) <= 0 }
  /// No more than a number.
  public static func <= (lhs: Column, rhs: Double) -> Constraint { Constraint(lhs.asExpression(), .atMost(rhs)) }
  /// No less than a number.
  public static func <= (lhs: Double, rhs: Column) -> Constraint { Constraint(rhs.asExpression(), .atLeast(lhs)) }

  /// No less than another column.
  @_disfavoredOverload
  public static func >= (lhs: Column, rhs: Column) -> Constraint { (lhs - rhs) >= 0 }
  /// No less than an expression.
  public static func >= (lhs: Column, rhs: LinearExpression) -> Constraint { (lhs - rhs) >= 0 }
  /// No less than a number.
  public static func >= (lhs: Column, rhs: Double) -> Constraint { Constraint(lhs.asExpression(), .atLeast(rhs)) }
  /// No more than a number.
  public static func >= (lhs: Double, rhs: Column) -> Constraint { Constraint(rhs.asExpression(), .atMost(lhs)) }

  /// Equal to another column.
  @_disfavoredOverload
  public static func == (lhs: Column, rhs: Column) -> Constraint { (lhs - rhs) == 0 }
  /// Equal to an expression.
  public static func == (lhs: Column, rhs: LinearExpression) -> Constraint { (lhs - rhs) == 0 }
  /// Equal to a number.
  public static func == (lhs: Column, rhs: Double) -> Constraint { Constraint(lhs.asExpression(), .equal(rhs)) }
  /// Equal to a number.
  public static func == (lhs: Double, rhs: Column) -> Constraint { Constraint(rhs.asExpression(), .equal(lhs)) }
}
