/// A sum of coefficient · column, and a constant.
///
/// ```swift
/// let load = 2 * chairs + 6 * tables - 1
/// program.addRow("wood", load <= 120)
/// ```
///
/// Columns, expressions and numbers are put together by `+`, `-`, `*` and `/`; `<=`, `>=` and `==` make a `Constraint` of them,
/// which is why an expression itself cannot be compared. Sums of plain numbers within a long expression are slow to compile: write
/// `+ 1` and not `- 1 + 2`, and ``sum(of:_:)`` for many terms. Terms keep the order in which they were written, and those of the same
/// column are summed when they are used. Nothing is refused here: what is not finite, or belongs to another program, is kept and
/// refused by `LinearProgram.solve(_:cancellation:)`.
public struct LinearExpression: Sendable {
  /// A column with what it is multiplied by.
  public struct Term: Hashable, Sendable {
    /// The column.
    public var column: Column
    /// What it is multiplied by.
    public var coefficient: Double

    /// A column with what it is multiplied by.
    public init(_ column: Column, _ coefficient: Double) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  /// The terms in the order in which they were written; the same column may stand in several.
  public var terms: [Term]
  /// What is added to them.
  public var constant: Double

  /// An expression of these terms and a constant.
  public init(_ terms: [Term] = [], constant: Double = 0) {
    self.terms = terms
    self.constant = constant
  }
}

extension LinearExpression: CustomStringConvertible {
  /// The terms with the places of their columns, as in `2.0 x0 - 1.0 x3 + 5.0`.
  public var description: String {
    var text = ""
    func append(_ number: Double, _ rest: String) {
      if text.isEmpty { text = "\(number)\(rest)" } else { text += number < 0 ? " - \(-number)\(rest)" : " + \(number)\(rest)" }
    }
    for term in terms { append(term.coefficient, " x\(term.column.index)") }
    if constant != 0 || terms.isEmpty { append(constant, "") }
    return text
  }
}
