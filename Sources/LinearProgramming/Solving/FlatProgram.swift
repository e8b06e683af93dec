/// A linear program as the arrays that GLPK reads, without names and without the demand for whole numbers: what the methods that
/// solve many programs, each a part of one, work on.
struct FlatProgram {
  let sense: Sense
  var costs: [Double]
  /// What the objective has beside the costs.
  let constant: Double
  var columnBounds: [Bounds]
  var rowBounds: [Bounds]
  let matrix: SparseMatrix

  var columnCount: Int { costs.count }
  var rowCount: Int { rowBounds.count }

  /// The arrays of a program, shared with it.
  init(_ program: LinearProgram, _ matrix: SparseMatrix) {
    sense = program.sense
    costs = program.costs
    constant = program.objectiveConstant
    columnBounds = program.columnBounds
    rowBounds = program.rowBounds
    self.matrix = matrix
  }

  private init(_ sense: Sense, _ costs: [Double], _ columnBounds: [Bounds], _ rowBounds: [Bounds], _ matrix: SparseMatrix) {
    self.sense = sense
    self.costs = costs
    constant = 0
    self.columnBounds = columnBounds
    self.rowBounds = rowBounds
    self.matrix = matrix
  }

  /// The program of some columns, the others resting at given values, which move the bounds of the rows. Its objective is that of
  /// its columns alone.
  ///
  /// - Parameters:
  ///   - columns: Which to keep, in their new order.
  ///   - resting: For each column of this program the value that it has where it is left out.
  /// - Complexity: O(columns + rows + entries kept + entries of those that rest at another value than 0).
  func part(_ columns: [Int], resting: [Double]) -> FlatProgram {
    var outside = resting
    for column in columns { outside[column] = 0 }
    let shift = matrix.activities(of: outside, rowCount: rowCount)
    let bounds = zip(rowBounds, shift).map { bounds, shift in
      // Infinities stay what they are, and where nothing rests no digit changes.
      shift == 0 ? bounds : Bounds(lower: bounds.lower - shift, upper: bounds.upper - shift)
    }
    return FlatProgram(
      sense, columns.map { costs[$0] }, columns.map { columnBounds[$0] }, bounds, matrix.selecting(columns))
  }

  /// Σ cost · value, and the constant.
  func objective(of values: [Double]) -> Double {
    var sum = constant
    for column in values.indices { sum += costs[column] * values[column] }
    return sum
  }

  /// Where a column that is not basic rests, from the status it is said to have.
  func restingPlace(of column: Int, _ status: Basis.Status) -> (status: Basis.Status, value: Double) {
    let bounds = columnBounds[column]
    if bounds.lower == bounds.upper { return (.fixed, bounds.lower) }
    if bounds.upper.isFinite && (status == .atUpper || !bounds.lower.isFinite) { return (.atUpper, bounds.upper) }
    return bounds.lower.isFinite ? (.atLower, bounds.lower) : (.free, 0)
  }
}

extension SparseMatrix {
  /// Some of the columns, in the order given.
  func selecting(_ columns: [Int]) -> SparseMatrix {
    let count = columns.reduce(0) { $0 + Int(starts[$1 + 1] - starts[$1]) }
    var part = SparseMatrix(reserving: count, columns: columns.count)
    for column in columns { part.append(from: self, column) }
    return part
  }

  private init(reserving entries: Int, columns: Int) {
    starts = [0]
    rows = []
    values = []
    starts.reserveCapacity(columns + 1)
    rows.reserveCapacity(entries)
    values.reserveCapacity(entries)
  }

  private mutating func append(from other: SparseMatrix, _ column: Int) {
    let range = Int(other.starts[column])..<Int(other.starts[column + 1])
    rows.append(contentsOf: other.rows[range])
    values.append(contentsOf: other.values[range])
    starts.append(Int64(rows.count))
  }
}
