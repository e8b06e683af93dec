extension PathSearch {
  /// Gives each row in turn the column of its least reduced cost, taking it from another row if need be, and lowers that column's
  /// price until the row's second choice is as good (augmenting row reduction). Most rows have their column
  /// afterwards.
  ///
  /// - Returns: The rows that have none, ascending; `nil` if it was told to stop.
  mutating func reduce(_ isStopped: () -> Bool) -> [Int]? {
    var free = Array(0..<rowCount)
    for _ in 0..<Self.passes {
      // A row that lost its column may take another's at once, and so on: on some problems by tiny steps, for long.
      var steps = 4 * rowCount
      var lost: [Int] = []
      for first in free {
        if isStopped() { return nil }
        var next = first
        while next >= 0 {
          let row = next
          next = -1
          let (best, second) = twoLeast(row)
          guard best < .infinity else {
            lost.append(row)
            continue
          }
          let gain = second - best
          let column = column(of: row, reduced: best)
          let evicted = Int(rowOf[column])
          // A row without a second choice has nothing to compare with.
          let lowers = gain > 0 && gain < .infinity
          // Written out: the thread sanitizer of Swift 6.3 cannot compile `-=` on a pointer of a struct that cannot be copied.
          if lowers { prices[column] = prices[column] - gain }
          pair(row, column)
          guard evicted >= 0 else { continue }
          columnOf[evicted] = -1
          steps -= 1
          if lowers && steps > 0 { next = evicted } else { lost.append(evicted) }
        }
      }
      free = lost
      if free.isEmpty { break }
    }
    return free.sorted()
  }

  /// The two least reduced costs of a row; infinity where there is none.
  private func twoLeast(_ row: Int) -> (best: Double, second: Double) {
    let base = costs + row * columnCount
    var bests = SIMD4<Double>(repeating: .infinity)
    var seconds = bests
    var column = 0
    while column + 4 <= columnCount {
      let reduced = arithmetic.scaled(four(base, column)) - four(prices, column)
      let loser = bests.replacing(with: reduced, where: reduced .> bests)
      bests.replace(with: reduced, where: reduced .< bests)
      seconds.replace(with: loser, where: loser .< seconds)
      column += 4
    }
    var best = Double.infinity
    var second = Double.infinity
    func consider(_ reduced: Double) {
      second = min(second, max(best, reduced))
      best = min(best, reduced)
    }
    for lane in 0..<4 {
      consider(bests[lane])
      consider(seconds[lane])
    }
    while column < columnCount {
      consider(arithmetic.scaled(base[column]) - prices[column])
      column += 1
    }
    return (best, second)
  }

  /// The first column of a row at its least reduced cost, one without a row if there is any.
  private func column(of row: Int, reduced least: Double) -> Int {
    let base = costs + row * columnCount
    var found = -1
    var column = 0
    while column < columnCount {
      if column + 4 <= columnCount,
        !any(arithmetic.scaled(four(base, column)) - four(prices, column) .<= least)
      {
        column += 4
        continue
      }
      if arithmetic.scaled(base[column]) - prices[column] <= least {
        if rowOf[column] < 0 { return column }
        if found < 0 { found = column }
      }
      column += 1
    }
    return found
  }

  /// A third pass gains little.
  private static let passes = 2
}
