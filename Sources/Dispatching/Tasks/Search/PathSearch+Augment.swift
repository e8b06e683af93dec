extension PathSearch {
  /// Finds the shortest path from a row without a column to a column without a row, by Dijkstra's method over reduced costs, moves
  /// every row along it, and lowers the prices so that reduced costs stay at 0 or above.
  ///
  /// - Returns: Whether there was one. If not, `settled` has all columns that can be reached.
  mutating func augment(from start: Int) -> Bool {
    settledCount = 0
    distances.update(repeating: .infinity, count: columnCount)
    openPrices.update(from: prices, count: columnCount)
    var least = relax(start, offset: 0)
    while least < .infinity {
      let readyCount = gather(least)
      let end = ready[0]
      if rowOf[Int(end)] < 0 {
        for index in 0..<settledCount {
          // Written out: the thread sanitizer of Swift 6.3 cannot compile `+=` on a pointer of a struct that cannot be copied.
          let column = Int(settled[index])
          prices[column] = prices[column] + (settledDistances[index] - least)
        }
        move(to: Int(end), from: start)
        return true
      }
      for index in 0..<readyCount { settle(Int(ready[index]), least) }
      var next = Double.infinity
      for index in 0..<readyCount {
        let row = Int(rowOf[Int(ready[index])])
        next = relax(row, offset: least - price(of: row))
      }
      // Only rounding can make a path shorter than what is settled.
      least = next < .infinity ? max(next, least) : next
    }
    return false
  }

  private mutating func settle(_ column: Int, _ distance: Double) {
    settled[settledCount] = Int32(truncatingIfNeeded: column)
    settledDistances[settledCount] = distance
    settledCount += 1
    distances[column] = .infinity
    openPrices[column] = -.infinity
  }

  /// Goes on from a row to every column that is not settled.
  ///
  /// - Parameter offset: What is added to the reduced cost of a pair to get the path's length.
  /// - Returns: The least distance of a column that is not settled.
  private func relax(_ row: Int, offset: Double) -> Double {
    let base = costs + row * columnCount
    let (arithmetic, columnCount, openPrices, distances, previous) = (
      arithmetic, columnCount, openPrices, distances, previous
    )
    let rows = SIMD4<Int64>(repeating: Int64(row))
    var leasts = SIMD4<Double>(repeating: .infinity)
    var column = 0
    while column + 4 <= columnCount {
      var known = four(distances, column)
      let length = (arithmetic.scaled(four(base, column)) - four(openPrices, column)) + offset
      let isShorter = length .< known
      // Whether any is shorter is hard to foretell; to write all four costs less than to ask.
      known.replace(with: length, where: isShorter)
      UnsafeMutableRawPointer(distances + column).storeBytes(of: known, as: SIMD4<Double>.self)
      let place = UnsafeMutableRawPointer(previous + column)
      let before = place.loadUnaligned(as: SIMD4<Int64>.self)
      place.storeBytes(of: before.replacing(with: rows, where: isShorter), as: SIMD4<Int64>.self)
      leasts.replace(with: known, where: known .< leasts)
      column += 4
    }
    var least = leasts.min()
    while column < columnCount {
      let length = (arithmetic.scaled(base[column]) - openPrices[column]) + offset
      if length < distances[column] {
        distances[column] = length
        previous[column] = Int64(row)
      }
      least = min(least, distances[column])
      column += 1
    }
    return least
  }

  /// Makes the columns at no more than the least distance ready; if there is one without a row, it alone.
  private func gather(_ least: Double) -> Int {
    var count = 0
    var column = 0
    while column < columnCount {
      if column + 4 <= columnCount, !any(four(distances, column) .<= least) {
        column += 4
        continue
      }
      if distances[column] <= least {
        if rowOf[column] < 0 {
          ready[0] = Int32(truncatingIfNeeded: column)
          return 1
        }
        ready[count] = Int32(truncatingIfNeeded: column)
        count += 1
      }
      column += 1
    }
    return count
  }

  /// Gives every row on the path to a column the column behind it.
  private func move(to end: Int, from start: Int) {
    var column = end
    while true {
      let row = Int(previous[column])
      let left = Int(columnOf[row])
      pair(row, column)
      if row == start { return }
      column = left
    }
  }

  /// The rows that can be reached from one that has no path: with it, they are one more than their columns together.
  func reachedRows(from start: Int) -> [Int] {
    ([start] + (0..<settledCount).map { Int(rowOf[Int(settled[$0])]) }).sorted()
  }
}
