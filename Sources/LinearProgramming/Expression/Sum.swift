/// The sum of columns or expressions; 0 when there are none.
///
/// ```swift
/// program.addRow("room", sum(of: zip(items, weights).map { $1 * $0 }) <= 200)
/// program.addRow("one", sum(of: choices) == 1)
/// ```
///
/// - Complexity: O(terms).
public func sum(of operands: some Sequence<some LinearOperand>) -> LinearExpression {
  operands.reduce(into: LinearExpression()) { $0 += $1.asExpression() }
}

/// The sum of what a closure makes of each element; 0 when there are none.
///
/// ```swift
/// program.objective = sum(of: routes) { $0.cost * $0.column }
/// ```
///
/// - Complexity: O(elements + terms).
public func sum<Element>(
  of elements: some Sequence<Element>, _ operand: (Element) throws -> some LinearOperand
) rethrows -> LinearExpression {
  try elements.reduce(into: LinearExpression()) { $0 += try operand($1).asExpression() }
}
