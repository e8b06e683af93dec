/// A linear program, or with whole-numbered columns a mixed-integer one, as a value.
///
/// Optimise Σ cost · x + constant over the columns x, each within its bounds, so that every row, a sum of coefficient · x, lies within
/// its own bounds.
///
/// ```swift
/// var program = LinearProgram(.maximize)
/// let chairs = program.addColumn("chairs", cost: 30, in: 0...40)
/// let tables = program.addColumn("tables", cost: 80)
/// let wood = program.addRow("wood", .atMost(120), [chairs: 2, tables: 6])
/// let solution = try program.solve()
/// print(solution.objective, solution.values[chairs], solution.prices[wood])
/// ```
///
/// Building never fails: a number that cannot be used, or a handle the program does not have, is kept as it is and refused with
/// all others by `solve`. A copy is independent of the original and costs nothing until one of them changes.
public struct LinearProgram: Sendable {
  /// Which way the objective should go.
  public var sense: Sense

  /// What the objective has besides the costs of the columns. It changes no plan, but every objective and bound that is told.
  public var objectiveConstant = 0.0

  /// For each column its name, for people; need not be unique and may be empty.
  private(set) var columnNames: [String] = []
  private(set) var columnBounds: [Bounds] = []
  private(set) var costs: [Double] = []
  /// Costs of columns that were not there when the objective was set: kept, and refused by `solve`.
  var strayCosts: [LinearExpression.Term] = []
  private(set) var isIntegral: [Bool] = []
  private(set) var hasIntegralColumn = false

  private(set) var rowNames: [String] = []
  private(set) var rowBounds: [Bounds] = []

  /// The matrix in the order of its making: entry k adds `entryValues[k]` at its row and column.
  private(set) var entryRows: [Int] = []
  private(set) var entryColumns: [Int] = []
  private(set) var entryValues: [Double] = []

  /// A program without columns and rows.
  public init(_ sense: Sense) { self.sense = sense }

  /// The number of columns.
  public var columnCount: Int { costs.count }
  /// The number of rows.
  public var rowCount: Int { rowBounds.count }
  /// The number of coefficients given so far, repeated ones included.
  public var entryCount: Int { entryValues.count }
  /// The coefficients in the order in which they were given. Those of the same place are summed when the program is solved.
  public var entries: some RandomAccessCollection<(row: Row, column: Column, value: Double)> {
    entryValues.indices.lazy.map { (Row(entryRows[$0]), Column(entryColumns[$0]), entryValues[$0]) }
  }
  /// Whether some column must be a whole number.
  public var isMixedInteger: Bool { hasIntegralColumn }
}

// MARK: - Building

extension LinearProgram {
  /// Adds a column.
  ///
  /// - Parameters:
  ///   - name: For messages and files: at most 255 bytes of UTF-8 without control characters; may be empty.
  ///   - cost: What one unit contributes to the objective; 0 unless said here or by setting `objective`.
  ///   - bounds: The values it may take; zero or more unless said otherwise.
  ///   - integral: Whether it must be a whole number; its finite bounds must then be whole numbers too.
  ///   - coefficients: What one unit contributes to rows that exist already. Coefficients of the same row are summed.
  /// - Returns: Its handle.
  /// - Complexity: Amortised O(1) and O(1) for each coefficient.
  @discardableResult
  public mutating func addColumn(
    _ name: String = "", cost: Double = 0, in bounds: Bounds = .nonnegative, integral: Bool = false,
    _ coefficients: KeyValuePairs<Row, Double> = [:]
  ) -> Column {
    addColumn(name, cost: cost, in: bounds, integral: integral, coefficients.lazy.map { ($0.key, $0.value) })
  }

  /// Adds a column whose bounds are a range; otherwise as above.
  @discardableResult
  public mutating func addColumn(
    _ name: String = "", cost: Double = 0, in range: ClosedRange<Double>, integral: Bool = false,
    _ coefficients: KeyValuePairs<Row, Double> = [:]
  ) -> Column {
    addColumn(name, cost: cost, in: Bounds(range), integral: integral, coefficients)
  }

  /// Adds a column whose coefficients come from a sequence; otherwise as above.
  @discardableResult
  public mutating func addColumn(
    _ name: String = "", cost: Double = 0, in bounds: Bounds = .nonnegative, integral: Bool = false,
    _ coefficients: some Sequence<(Row, Double)>
  ) -> Column {
    let column = Column(columnCount)
    columnNames.append(name)
    columnBounds.append(bounds)
    costs.append(cost)
    isIntegral.append(integral)
    hasIntegralColumn = hasIntegralColumn || integral
    for (row, value) in coefficients { add(value, to: row, column) }
    return column
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - name: For messages and files: at most 255 bytes of UTF-8 without control characters; may be empty.
  ///   - bounds: The values that the sum may take.
  ///   - coefficients: What one unit of a column contributes. Coefficients of the same column are summed, as in algebra.
  /// - Returns: Its handle.
  /// - Complexity: Amortised O(1) and O(1) for each coefficient.
  @discardableResult
  public mutating func addRow(_ name: String, _ bounds: Bounds, _ coefficients: KeyValuePairs<Column, Double> = [:]) -> Row {
    addRow(name, bounds, coefficients.lazy.map { ($0.key, $0.value) })
  }

  /// Adds a row without a name; otherwise as above.
  @discardableResult
  public mutating func addRow(_ bounds: Bounds, _ coefficients: KeyValuePairs<Column, Double> = [:]) -> Row {
    addRow("", bounds, coefficients)
  }

  /// Adds a row whose coefficients come from a sequence; otherwise as above.
  @discardableResult
  public mutating func addRow(_ name: String, _ bounds: Bounds, _ coefficients: some Sequence<(Column, Double)>) -> Row {
    let row = Row(rowCount)
    rowNames.append(name)
    rowBounds.append(bounds)
    for (column, value) in coefficients { add(value, to: row, column) }
    return row
  }

  /// Adds to the coefficient of a column in a row, which is 0 before.
  ///
  /// - Complexity: Amortised O(1).
  public mutating func add(_ value: Double, to row: Row, _ column: Column) {
    entryRows.append(row.index)
    entryColumns.append(column.index)
    entryValues.append(value)
  }
}

// MARK: - Changing

extension LinearProgram {
  /// What one unit of a column contributes to the objective.
  ///
  /// - Precondition: The program has the column.
  public subscript(costOf column: Column) -> Double {
    get { costs[column.index] }
    set { costs[column.index] = newValue }
  }

  /// The values a column may take.
  ///
  /// - Precondition: The program has the column.
  public subscript(boundsOf column: Column) -> Bounds {
    get { columnBounds[column.index] }
    set { columnBounds[column.index] = newValue }
  }

  /// The values the sum of a row may take.
  ///
  /// - Precondition: The program has the row.
  public subscript(boundsOf row: Row) -> Bounds {
    get { rowBounds[row.index] }
    set { rowBounds[row.index] = newValue }
  }

  /// The name of a column.
  ///
  /// - Precondition: The program has the column.
  public func name(of column: Column) -> String { columnNames[column.index] }

  /// The name of a row.
  ///
  /// - Precondition: The program has the row.
  public func name(of row: Row) -> String { rowNames[row.index] }

  /// Whether a column must be a whole number.
  ///
  /// - Precondition: The program has the column.
  public func isIntegral(_ column: Column) -> Bool { isIntegral[column.index] }

  /// The same program without the demand for whole numbers.
  public var relaxed: LinearProgram {
    var copy = self
    copy.isIntegral = Array(repeating: false, count: columnCount)
    copy.hasIntegralColumn = false
    return copy
  }

  /// The same program with some of its columns only, in the order given.
  ///
  /// - Complexity: O(entries + rows + columns).
  func keeping(_ columns: [Int]) -> LinearProgram {
    var places = [Int](repeating: -1, count: columnCount)
    for (place, column) in columns.enumerated() { places[column] = place }
    var copy = self
    copy.columnNames = columns.map { columnNames[$0] }
    copy.columnBounds = columns.map { columnBounds[$0] }
    copy.costs = columns.map { costs[$0] }
    copy.isIntegral = columns.map { isIntegral[$0] }
    copy.hasIntegralColumn = copy.isIntegral.contains(true)
    let kept = entryColumns.indices.filter { places[entryColumns[$0]] >= 0 }
    copy.entryRows = kept.map { entryRows[$0] }
    copy.entryColumns = kept.map { places[entryColumns[$0]] }
    copy.entryValues = kept.map { entryValues[$0] }
    return copy
  }
}
