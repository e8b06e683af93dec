/// Shortest augmenting paths (R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems", 1987; D. F. Crouse, "On implementing 2D rectangular assignment algorithms", 2016), on the few columns of a row
/// that matter.
///
/// Every row has a core: its columns of least reduced cost when it was made, and the least reduced cost beyond it. Prices of
/// columns only ever fall, so reduced costs only rise, and what lies beyond a core stays at least that far away. A search for a path
/// takes the core's columns and, as one more stop at that distance, the making of a larger core. It is exact as a search over all
/// columns is, and seldom looks at one in ten of them. (The idea of a core is T. Volgenant's, "Linear and semi-assignment problems: a
/// core oriented approach", 1996; there prices are repaired afterwards.)
///
/// Rows are tasks, columns vehicles. All numbers are scaled by the arithmetic. Nothing here is trusted: what comes out is
/// checked by `AssignmentCertificate`.
struct PathSearch: ~Copyable {
  /// A column of a core.
  struct Edge: BitwiseCopyable {
    var cost: Double
    var column: Int32
  }

  /// Where the columns of a row's core lie.
  struct Core: BitwiseCopyable {
    var start = 0
    var count = 0
    /// How many columns were asked for; all of them, read from the matrix itself, if it is `Int.max`.
    var width = 0
    /// No column beyond the core has a reduced cost below this.
    var beyond = Double.infinity
  }

  enum End {
    /// Every row has its column.
    case matched
    /// So many rows, given, have fewer columns together.
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

  let cores: UnsafeMutablePointer<Core>
  var edges: UnsafeMutablePointer<Edge>
  var edgeCount = 0
  var edgeCapacity: Int
  /// Room for the making of a core.
  let candidates: UnsafeMutablePointer<Edge>

  /// For each column the length of the shortest path found to it in this round, infinity at first.
  let distances: UnsafeMutablePointer<Double>
  /// For each column the row before it on that path.
  let previous: UnsafeMutablePointer<Int32>
  /// The columns with a distance, and those among them that are settled, in the order of that.
  let touched: UnsafeMutablePointer<Int32>
  let settled: UnsafeMutablePointer<Int32>
  /// For each row what is added to the reduced cost of a pair to get the path's length.
  let offsets: UnsafeMutablePointer<Double>
  var touchedCount = 0
  var settledCount = 0
  /// The distance of what was settled last.
  var nearest = -Double.infinity
  var heap = PathHeap()

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
    cores = table(rows, of: Core())
    edgeCapacity = max(1, rows) * 2 * Self.firstWidth
    edges = .allocate(capacity: edgeCapacity)
    candidates = .allocate(capacity: 2 * max(Self.firstWidth, columns / 2) + 1)
    distances = table(columns, of: .infinity)
    previous = table(columns, of: -1)
    touched = table(columns, of: 0)
    settled = table(columns, of: 0)
    offsets = table(rows, of: 0)
  }

  deinit {
    columnOf.deallocate()
    rowOf.deallocate()
    chosen.deallocate()
    prices.deallocate()
    cores.deallocate()
    edges.deallocate()
    candidates.deallocate()
    distances.deallocate()
    previous.deallocate()
    touched.deallocate()
    settled.deallocate()
    offsets.deallocate()
  }

  /// The cost of a pair.
  @inline(__always)
  func cost(_ row: Int, _ column: Int) -> Double { arithmetic.scaled(costs[row * columnCount + column]) }

  /// The price of a row that has a column: what its pair leaves of the cost.
  @inline(__always)
  func price(of row: Int) -> Double { chosen[row] - prices[Int(columnOf[row])] }

  @inline(__always)
  func pair(_ row: Int, _ column: Int, _ cost: Double) {
    columnOf[row] = Int32(truncatingIfNeeded: column)
    rowOf[column] = Int32(truncatingIfNeeded: row)
    chosen[row] = cost
  }

  /// Matches every row.
  ///
  /// - Parameter isStopped: Asked every few hundred microseconds.
  mutating func run(isStopped: () -> Bool) -> End {
    for row in 0..<rowCount {
      select(row, width: Self.firstWidth)
      if row % 64 == 0 && isStopped() { return .stopped }
    }
    var free = reduce()
    free.reverse()
    while let row = free.popLast() {
      if isStopped() { return .stopped }
      if !augment(from: row) { return .short(reachedRows(from: row)) }
    }
    return .matched
  }

  /// The columns of a first core: more take longer to go through, fewer have to be asked for again.
  static let firstWidth = 12
}
