extension LinearProgram {
  /// Adds a row written as algebra.
  ///
  /// ```swift
  /// program.addRow("wood", 2 * chairs + 6 * tables <= 120)
  /// ```
  ///
  /// - Parameters:
  ///   - name: For messages and files: at most 255 bytes of UTF-8 without control characters; may be empty.
  ///   - constraint: What must hold.
  /// - Returns: Its handle.
  /// - Complexity: O(terms).
  @discardableResult
  public mutating func addRow(_ name: String, _ constraint: Constraint) -> Row {
    addRow(name, constraint.bounds, constraint.terms.lazy.map { ($0.column, $0.coefficient) })
  }

  /// Adds a row without a name, written as algebra; otherwise as above.
  @discardableResult
  public mutating func addRow(_ constraint: Constraint) -> Row { addRow("", constraint) }

  /// What is to be optimised: Σ cost · column + `objectiveConstant`, columns of no cost left out.
  ///
  /// ```swift
  /// program.objective = 30 * chairs + 80 * tables - 250
  /// ```
  ///
  /// Setting it gives every column its cost anew, 0 to those that do not stand in it. Columns must have been added before.
  ///
  /// - Complexity: O(terms + columns).
  public var objective: LinearExpression {
    get {
      let terms = costs.indices.lazy.filter { costs[$0] != 0 }.map { LinearExpression.Term(Column($0), costs[$0]) }
      return LinearExpression(terms + strayCosts, constant: objectiveConstant)
    }
    set {
      strayCosts = []
      for column in costs.indices { self[costOf: Column(column)] = 0 }
      for term in newValue.terms {
        if costs.indices.contains(term.column.index) {
          self[costOf: term.column] += term.coefficient
        } else {
          strayCosts.append(term)
        }
      }
      objectiveConstant = newValue.constant
    }
  }
}
