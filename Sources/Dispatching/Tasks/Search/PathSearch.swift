/// Shortest augmenting paths (R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems", 1987; D. F. Crouse, "On implementing 2D rectangular assignment algorithms", 2016) over all pairs, four at a time.
///
/// Rows are tasks, columns vehicles. All numbers are scaled by the arithmetic. Column prices begin at 0 and only fall, and only those of
/// columns that have a row: so those of idle columns are 0 at the end, as they must be where there are more columns than rows.
///
/// Nothing here is trusted: what comes out is checked by `AssignmentCertificate`.
struct PathSearch: ~Copyable {
  enum End {
    /// Every row has its column.
    case matched
    /// These rows have, together, fewer columns than they are.
    case short([Int])
    /// It was told to stop.
    case stopped
  }

  let rowCount: Int
  let columnCount: Int
  let arithmetic: CostArithmetic
  /// Owned by who made the search, and outlives it.
  let costs: UnsafePointer<Double>

  /// For each row its column, or -1.
  let columnOf: UnsafeMutablePointer<Int32>
  /// For each column its row, or -1.
  let rowOf: UnsafeMutablePointer<Int32>
  /// For each row the cost of its pair.
  let chosen: UnsafeMutablePointer<Double>
  /// For each column its price, never above 0.
  let prices: UnsafeMutablePointer<Double>

  /// For each column the length of the shortest path found to it in this round; infinity at first, and again once it is settled.
  let distances: UnsafeMutablePointer<Double>
  /// For each column its price; negative infinity once it is settled, so that no path to it looks short.
  let openPrices: UnsafeMutablePointer<Double>
  /// For each column the row before it on the shortest path.
  let previous: UnsafeMutablePointer<Int64>
  /// The columns that are settled and the lengths of the paths to them, in the order of these.
  let settled: UnsafeMutablePointer<Int32>
  let settledDistances: UnsafeMutablePointer<Double>
  var settledCount = 0
  /// Columns at the least distance that are to be settled next.
  let ready: UnsafeMutablePointer<Int32>

  /// - Parameter costs: Row by row, infinity where a pair is forbidden.
  init(_ costs: UnsafePointer<Double>, rows: Int, columns: Int, _ arithmetic: CostArithmetic) {
    func table<Value>(_ count: Int, of value: Value) -> UnsafeMutablePointer<Value> {
      let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
      pointer.initialize(repeating: value, count: max(1, count))
      return pointer
    }
    self.costs = costs
    rowCount = rows
    columnCount = columns
    self.arithmetic = arithmetic
    columnOf = table(rows, of: -1)
    rowOf = table(columns, of: -1)
    chosen = table(rows, of: 0)
    prices = table(columns, of: 0)
    distances = table(columns, of: .infinity)
    openPrices = table(columns, of: 0)
    previous = table(columns, of: -1)
    settled = table(columns, of: 0)
    settledDistances = table(columns, of: 0)
    ready = table(columns, of: 0)
  }

  deinit {
    columnOf.deallocate()
    rowOf.deallocate()
    chosen.deallocate()
    prices.deallocate()
    distances.deallocate()
    openPrices.deallocate()
    previous.deallocate()
    settled.deallocate()
    settledDistances.deallocate()
    ready.deallocate()
  }

  /// The cost of a pair.
  @inline(__always)
  func cost(_ row: Int, _ column: Int) -> Double { arithmetic.scaled(costs[row * columnCount + column]) }

  /// The price of a row that has a column: what its pair leaves of the cost.
  @inline(__always)
  func price(of row: Int) -> Double { chosen[row] - prices[Int(columnOf[row])] }

  @inline(__always)
  func pair(_ row: Int, _ column: Int) {
    columnOf[row] = Int32(truncatingIfNeeded: column)
    rowOf[column] = Int32(truncatingIfNeeded: row)
    chosen[row] = cost(row, column)
  }

  /// Matches every row.
  ///
  /// - Parameter isStopped: Asked before each row: every few hundred microseconds, on large matrices every few milliseconds.
  mutating func run(isStopped: () -> Bool) -> End {
    guard let free = reduce(isStopped) else { return .stopped }
    for row in free {
      if isStopped() { return .stopped }
      if !augment(from: row) { return .short(reachedRows(from: row)) }
    }
    return .matched
  }
}

/// Four numbers from a place on.
@inline(__always)
func four(_ numbers: UnsafePointer<Double>, _ place: Int) -> SIMD4<Double> {
  UnsafeRawPointer(numbers + place).loadUnaligned(as: SIMD4<Double>.self)
}
