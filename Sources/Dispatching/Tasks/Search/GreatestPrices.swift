/// Of all optimal prices those of the columns that are greatest, and the way by which each comes about.
///
/// Optimal prices are a lattice: there is one set in which every column's price is as great (as near to 0) as in any, and every row's as
/// small. In that set prices say what they promise: one more unit of a vehicle saves minus its price, leaving a task out saves
/// the task's price, to the last digit (the slope of the cost in the direction of relief; G. L. Thompson, "Computing the core of a
/// market game", 1980). Found by Dijkstra's method: a column's price lies above the one it was given by the shortest way over reduced costs
/// on which rows move to it, each leaving its column to the next, until a column is left whose price is 0.
struct GreatestPrices {
  /// For each column its price.
  private(set) var ofColumns: [Double]
  /// For each row its price.
  private(set) var ofRows: [Double]
  /// For each column the row that would move to a further unit of it, or -1 where nobody would gain.
  private(set) var successors: [Int32]

  /// - Precondition: The search has matched every row.
  /// - Complexity: O(rows · columns), one look at every pair.
  init(_ search: borrowing PathSearch) {
    let columnCount = search.columnCount
    var rises = [Double](repeating: 0, count: columnCount)
    var successors = [Int32](repeating: -1, count: columnCount)
    var heap = PathHeap()
    for column in 0..<columnCount {
      rises[column] = -search.prices[column]
      // A column without a row leads nowhere, and has no price.
      if search.rowOf[column] >= 0 { heap.push(rises[column], column) }
    }
    rises.withUnsafeMutableBufferPointer { rises in
      successors.withUnsafeMutableBufferPointer { successors in
        guard let rises = rises.baseAddress, let successors = successors.baseAddress else { return }
        Self.settle(search, rises, successors, &heap)
      }
    }
    self.successors = successors
    ofColumns = rises.enumerated().map { column, rise in
      // Where it rises all the way it ends at 0, whatever rounding says.
      successors[column] < 0 ? 0 : search.prices[column] + rise
    }
    ofRows = (0..<search.rowCount).map { [ofColumns] row in search.chosen[row] - ofColumns[Int(search.columnOf[row])] }
  }

  private static func settle(
    _ search: borrowing PathSearch, _ rises: UnsafeMutablePointer<Double>, _ successors: UnsafeMutablePointer<Int32>,
    _ heap: inout PathHeap
  ) {
    let (columnCount, prices, arithmetic) = (search.columnCount, search.prices, search.arithmetic)
    while heap.count > 0 {
      let (rise, settled) = heap.pop()
      guard rise <= rises[settled] else { continue }
      let row = search.rowOf[settled]
      let base = search.costs + Int(row) * columnCount
      let offset = rise - search.price(of: Int(row))
      func relax(_ column: Int) {
        // Only rounding can make it less than what is settled.
        let other = max(rise, (arithmetic.scaled(base[column]) - prices[column]) + offset)
        guard other < rises[column], search.rowOf[column] >= 0 else { return }
        rises[column] = other
        successors[column] = row
        heap.push(other, column)
      }
      var column = 0
      while column + 4 <= columnCount {
        let cost = UnsafeRawPointer(base + column).loadUnaligned(as: SIMD4<Double>.self)
        let price = UnsafeRawPointer(prices + column).loadUnaligned(as: SIMD4<Double>.self)
        let known = UnsafeRawPointer(rises + column).loadUnaligned(as: SIMD4<Double>.self)
        if any((arithmetic.scaled(cost) - price) + offset .< known) {
          for other in column..<column + 4 { relax(other) }
        }
        column += 4
      }
      while column < columnCount {
        relax(column)
        column += 1
      }
    }
  }
}
