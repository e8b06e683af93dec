extension PathSearch {
  /// Gives each row in turn the column of its least reduced cost, taking it from another row if need be, and lowers that column's
  /// price until the row's second choice is as good (augmenting row reduction). Most rows have their column
  /// afterwards.
  ///
  /// - Returns: The rows that have none, ascending.
  mutating func reduce() -> [Int] {
    var free = Array(0..<rowCount)
    for _ in 0..<Self.passes {
      // A row that lost its column may take another's at once, and so on: on some problems by tiny steps, for long.
      var steps = 4 * rowCount
      var lost: [Int] = []
      for first in free {
        var next = first
        while next >= 0 {
          let row = next
          next = -1
          let (best, second) = twoBest(row)
          guard best.column >= 0 else {
            lost.append(row)
            continue
          }
          var column = Int(best.column)
          var evicted = Int(rowOf[column])
          let gain = second.cost - best.cost
          if gain > 0 {
            // Without a second choice there is nothing to compare with.
            if gain < .infinity { prices[column] -= gain }
          } else if evicted >= 0, second.column >= 0 {
            column = Int(second.column)
            evicted = Int(rowOf[column])
          }
          pair(row, column, cost(row, column))
          guard evicted >= 0 else { continue }
          columnOf[evicted] = -1
          steps -= 1
          if gain > 0 && gain < .infinity && steps > 0 { next = evicted } else { lost.append(evicted) }
        }
      }
      free = lost
      if free.isEmpty { break }
    }
    return free.sorted()
  }

  /// The two columns of least reduced cost, with these; the second may be only a bound, without a column.
  private mutating func twoBest(_ row: Int) -> (best: Edge, second: Edge) {
    while true {
      var best = Edge(cost: .infinity, column: -1)
      var second = best
      func consider(_ reduced: Double, _ column: Int32) {
        if reduced < second.cost {
          if reduced < best.cost {
            second = best
            best = Edge(cost: reduced, column: column)
          } else {
            second = Edge(cost: reduced, column: column)
          }
        }
      }
      let core = cores[row]
      if core.width == .max {
        for column in 0..<columnCount { consider(cost(row, column) - prices[column], Int32(truncatingIfNeeded: column)) }
        return (best, second)
      }
      for edge in UnsafeBufferPointer(start: edges + core.start, count: core.count) {
        consider(edge.cost - prices[Int(edge.column)], edge.column)
      }
      // What lies beyond may be better than the best.
      if best.cost <= core.beyond {
        if second.cost > core.beyond { second = Edge(cost: core.beyond, column: -1) }
        return (best, second)
      }
      select(row, width: 2 * core.width)
    }
  }

  /// A third pass gains little.
  private static let passes = 2
}
