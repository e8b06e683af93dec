/// A point that satisfies a mixed-integer program.
struct IntegerPoint {
  let values: [Double]
  let objective: Double

  /// Rounds the columns that must be whole and checks all bounds.
  ///
  /// - Returns: `nil` if some column is too far from whole or some bound is broken.
  /// - Complexity: O(entries + rows + columns).
  init?(rounding values: [Double], _ program: FlatProgram, _ integral: [Bool]) {
    var point = values
    for column in point.indices {
      if integral[column] {
        point[column] = values[column].rounded()
        if abs(point[column] - values[column]) > Self.wholeness { return nil }
      }
      let bounds = program.columnBounds[column]
      guard bounds.violation(of: point[column]) <= 1e-7 * max(1, abs(point[column])) else { return nil }
      if !integral[column] { point[column] = min(max(point[column], bounds.lower), bounds.upper) }
    }
    let activities = program.matrix.activities(of: point, rowCount: program.rowCount)
    for (bounds, activity) in zip(program.rowBounds, activities) {
      guard bounds.violation(of: activity) <= 1e-6 * max(1, abs(activity)) else { return nil }
    }
    self.values = point
    objective = program.objective(of: point)
  }

  /// How far from a whole number a value may be to count as one: GLPK's own tolerance.
  static let wholeness = 1e-5
}
