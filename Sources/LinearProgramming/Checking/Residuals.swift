/// How far a solution is from satisfying what makes it optimal, worked out from the program and the solution's numbers alone.
///
/// The conditions are those of Karush, Kuhn and Tucker, which for linear programs are necessary and sufficient: the point lies
/// within all bounds, the prices are of the right sign, each price is paid only at its bound, hence both objectives agree. The
/// solver that made the numbers has no part in it.
///
/// ```swift
/// let solution = try program.solve()
/// assert(program.residuals(of: solution)!.proveOptimality())
/// ```
public struct Residuals: Hashable, Sendable {
  /// The greatest violation of a bound by a column or row, relative to the size of the bound (to 1 if it is smaller).
  public var primal = 0.0
  /// The greatest distance of a whole-numbered column from a whole number.
  public var integrality = 0.0
  /// The difference between the objective as claimed and as worked out, relative.
  public var objective = 0.0
  /// The greatest violation of dual feasibility, relative to the costs; nil without prices.
  public var dual: Double?
  /// The greatest price times distance from the bound it is paid at, relative to the objective; nil without prices.
  public var complementarity: Double?
  /// The difference between the objective and the dual objective, or the bound of the search, relative; nil without either.
  public var gap: Double?

  /// Whether everything needed to prove optimality is there and within a tolerance.
  public func proveOptimality(within tolerance: Double = 1e-6) -> Bool {
    guard let gap else { return false }
    return isFeasible(within: tolerance) && (dual ?? 0) <= tolerance && (complementarity ?? 0) <= tolerance && gap <= tolerance
  }

  /// Whether the point lies within all bounds, is as whole-numbered as it should be, and has the objective claimed.
  public func isFeasible(within tolerance: Double = 1e-6) -> Bool {
    primal <= tolerance && integrality <= tolerance && objective <= tolerance
  }
}

extension LinearProgram {
  /// Checks a solution against this program.
  ///
  /// - Returns: How far it is from optimal; nil when it has no point of this program, or this program is none.
  /// - Complexity: O(entries + rows + columns).
  public func residuals(of solution: Solution) -> Residuals? {
    guard solution.values.count == columnCount, shapeFaults.isEmpty, !solution.objective.isNaN else { return nil }
    let matrix = SparseMatrix(self)
    let values = solution.values.elements
    let activities = matrix.activities(of: values, rowCount: rowCount)
    var residuals = Residuals()
    for (bounds, value) in zip(columnBounds + rowBounds, values + activities) {
      let bound = value < bounds.lower ? bounds.lower : bounds.upper
      residuals.primal = greater(residuals.primal, relative(bounds.violation(of: value), to: bound))
    }
    for (value, whole) in zip(values, isIntegral) where whole {
      residuals.integrality = greater(residuals.integrality, abs(value - value.rounded()))
    }
    let objective = zip(costs, values).reduce(objectiveConstant) { $0 + $1.0 * $1.1 }
    residuals.objective = relative(abs(objective - solution.objective), to: objective)
    if solution.prices.count == rowCount, solution.reducedCosts.count == columnCount, !isMixedInteger {
      checkDuals(of: solution, matrix, activities, objective, &residuals)
    } else if let bound = solution.bound {
      residuals.gap = relative(abs(objective - bound), to: objective)
    }
    return residuals
  }

  private func checkDuals(
    of solution: Solution, _ matrix: SparseMatrix, _ activities: [Double], _ objective: Double, _ residuals: inout Residuals
  ) {
    let prices = solution.prices.elements
    var dual = 0.0, complementarity = 0.0, dualObjective = objectiveConstant
    /// A price is paid at the bound it points to; without that bound there is nothing to pay it at.
    func pay(_ price: Double, at bounds: Bounds, _ value: Double, size: Double) {
      let atLower = (sense == .minimize) == (price > 0)
      let bound = atLower ? bounds.lower : bounds.upper
      if price == 0 { return }
      if bound.isFinite {
        dualObjective += price * bound
        complementarity = greater(complementarity, relative(abs(price * (value - bound)), to: objective))
      } else {
        dual = greater(dual, relative(abs(price), to: size))
      }
    }
    for column in 0..<columnCount {
      var reduced = costs[column], size = abs(costs[column])
      matrix.forEachEntry(of: column) { row, value in
        reduced -= prices[row] * value
        size = max(size, abs(prices[row] * value))
      }
      dual = greater(dual, relative(abs(reduced - solution.reducedCosts.elements[column]), to: size))
      pay(reduced, at: columnBounds[column], solution.values.elements[column], size: size)
    }
    let greatestCost = costs.reduce(0) { max($0, abs($1)) }
    for row in 0..<rowCount { pay(prices[row], at: rowBounds[row], activities[row], size: greatestCost) }
    residuals.dual = dual
    residuals.complementarity = complementarity
    residuals.gap = relative(abs(objective - dualObjective), to: objective)
  }
}

/// A distance relative to the size of a number, to 1 if that is smaller.
private func relative(_ distance: Double, to size: Double) -> Double {
  distance == 0 ? 0 : distance / max(abs(size), 1)
}

/// The greater of two numbers, NaN if one is: a residual that cannot be computed must not look like none.
private func greater(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : max(a, b) }
