extension PathSearch {
  /// Finds the shortest path from a row without a column to a column without a row, by Dijkstra's method over reduced costs, moves
  /// every row along it, and lowers the prices so that reduced costs stay at 0 or above.
  ///
  /// - Returns: Whether there was one. If not, `settled` has all columns that can be reached.
  mutating func augment(from start: Int) -> Bool {
    heap.removeAll()
    touchedCount = 0
    settledCount = 0
    nearest = -.infinity
    var end = -1
    var least = Double.infinity
    scan(start, 0, &end, &least)
    while heap.least < least {
      let (distance, item) = heap.pop()
      nearest = max(nearest, distance)
      if item < columnCount {
        // One that was found at a shorter distance since is there twice.
        guard distance <= distances[item] else { continue }
        settled[settledCount] = Int32(truncatingIfNeeded: item)
        settledCount += 1
        let row = Int(rowOf[item])
        scan(row, distance - price(of: row), &end, &least)
      } else {
        let row = item - columnCount
        select(row, width: 2 * cores[row].width)
        scan(row, offsets[row], &end, &least)
      }
    }
    if end >= 0 {
      for index in 0..<settledCount {
        let column = Int(settled[index])
        prices[column] += distances[column] - least
      }
      move(to: end, from: start)
    }
    for index in 0..<touchedCount { distances[Int(touched[index])] = .infinity }
    return end >= 0
  }

  /// Goes on from a row to every column of its core, and to what lies beyond.
  @inline(__always)
  private mutating func scan(_ row: Int, _ offset: Double, _ end: inout Int, _ least: inout Double) {
    offsets[row] = offset
    let core = cores[row]
    if core.width == .max {
      let base = costs + row * columnCount
      var column = 0
      while column + 4 <= columnCount {
        let cost = UnsafeRawPointer(base + column).loadUnaligned(as: SIMD4<Double>.self)
        let price = UnsafeRawPointer(prices + column).loadUnaligned(as: SIMD4<Double>.self)
        let known = UnsafeRawPointer(distances + column).loadUnaligned(as: SIMD4<Double>.self)
        if any((arithmetic.scaled(cost) - price) + offset .< known) {
          for other in column..<column + 4 { reach(other, (self.cost(row, other) - prices[other]) + offset, row, &end, &least) }
        }
        column += 4
      }
      while column < columnCount {
        reach(column, (self.cost(row, column) - prices[column]) + offset, row, &end, &least)
        column += 1
      }
      return
    }
    for edge in UnsafeBufferPointer(start: edges + core.start, count: core.count) {
      let column = Int(edge.column)
      reach(column, (edge.cost - prices[column]) + offset, row, &end, &least)
    }
    if core.beyond + offset < least { heap.push(core.beyond + offset, columnCount + row) }
  }

  /// Notes a path to a column if it is the shortest so far.
  @inline(__always)
  private mutating func reach(_ column: Int, _ length: Double, _ row: Int, _ end: inout Int, _ least: inout Double) {
    // Only rounding can make it shorter than what is settled, and nothing is settled twice.
    let distance = max(length, nearest)
    guard distance < least, distance < distances[column] else { return }
    if distances[column] == .infinity {
      touched[touchedCount] = Int32(truncatingIfNeeded: column)
      touchedCount += 1
    }
    distances[column] = distance
    previous[column] = Int32(truncatingIfNeeded: row)
    if rowOf[column] < 0 {
      least = distance
      end = column
    } else {
      heap.push(distance, column)
    }
  }

  /// Gives every row on the path to a column the column behind it.
  private func move(to end: Int, from start: Int) {
    var column = end
    while true {
      let row = Int(previous[column])
      let left = Int(columnOf[row])
      pair(row, column, cost(row, column))
      if row == start { return }
      column = left
    }
  }

  /// The rows that can be reached from one that has no path: with it, they are one more than their columns together.
  func reachedRows(from start: Int) -> [Int] {
    ([start] + (0..<settledCount).map { Int(rowOf[Int(settled[$0])]) }).sorted()
  }
}
