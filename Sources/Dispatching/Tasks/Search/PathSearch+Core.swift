extension PathSearch {
  /// Makes the core of a row anew under the prices of now: its columns of least reduced cost.
  ///
  /// - Parameter width: How many at least; up to twice as many are kept. From a quarter of all on the row is read from the matrix
  ///   itself from now on, and nothing lies beyond.
  mutating func select(_ row: Int, width: Int) {
    guard width <= columnCount / 4 else {
      cores[row].width = .max
      cores[row].beyond = .infinity
      return
    }
    // Rows that are alike would all have the same core, and contend for it; from a place of their own they do not.
    let start = row % max(1, rowCount) * columnCount / max(1, rowCount)
    var count = 0
    var threshold = Double.infinity
    gather(row, start..<columnCount, width, &count, &threshold)
    gather(row, 0..<start, width, &count, &threshold)
    keep(row, count, width, threshold)
  }

  /// Puts the columns of a range whose reduced cost is below the threshold among the candidates.
  private func gather(_ row: Int, _ columns: Range<Int>, _ width: Int, _ count: inout Int, _ threshold: inout Double) {
    let base = costs + row * columnCount
    var column = columns.lowerBound
    while column + 4 <= columns.upperBound {
      let cost = UnsafeRawPointer(base + column).loadUnaligned(as: SIMD4<Double>.self)
      let price = UnsafeRawPointer(prices + column).loadUnaligned(as: SIMD4<Double>.self)
      if any(arithmetic.scaled(cost) - price .< threshold) {
        for offset in 0..<4 { consider(base, column + offset, width, &count, &threshold) }
      }
      column += 4
    }
    while column < columns.upperBound {
      consider(base, column, width, &count, &threshold)
      column += 1
    }
  }

  @inline(__always)
  private func consider(
    _ base: UnsafePointer<Double>, _ column: Int, _ width: Int, _ count: inout Int, _ threshold: inout Double
  ) {
    let reduced = arithmetic.scaled(base[column]) - prices[column]
    guard reduced < threshold else { return }
    candidates[count] = Edge(cost: reduced, column: Int32(truncatingIfNeeded: column))
    count += 1
    if count == 2 * width { cut(&count, width, &threshold) }
  }

  /// Leaves the candidates of least reduced cost, and makes the greatest of these the threshold: all others are at least as far.
  private func cut(_ count: inout Int, _ width: Int, _ threshold: inout Double) {
    var low = 0
    var high = count - 1
    // Hoare's selection of the width-th.
    while low < high {
      let pivot = candidates[(low + high) / 2].cost
      var left = low
      var right = high
      while left <= right {
        while candidates[left].cost < pivot { left += 1 }
        while candidates[right].cost > pivot { right -= 1 }
        if left <= right {
          (candidates[left], candidates[right]) = (candidates[right], candidates[left])
          left += 1
          right -= 1
        }
      }
      if width - 1 <= right { high = right } else if width - 1 >= left { low = left } else { break }
    }
    count = width
    threshold = candidates[width - 1].cost
  }

  /// Makes the candidates the core of a row.
  private mutating func keep(_ row: Int, _ count: Int, _ width: Int, _ beyond: Double) {
    if count > cores[row].count {
      if edgeCount + count > edgeCapacity { grow(by: count) }
      cores[row].start = edgeCount
      edgeCount += count
    }
    cores[row].count = count
    cores[row].width = width
    cores[row].beyond = beyond
    let place = edges + cores[row].start
    let base = costs + row * columnCount
    for index in 0..<count {
      // Not from the reduced cost, which may be rounded.
      let column = candidates[index].column
      place[index] = Edge(cost: arithmetic.scaled(base[Int(column)]), column: column)
    }
  }

  private mutating func grow(by count: Int) {
    edgeCapacity = 2 * (edgeCapacity + count)
    let larger = UnsafeMutablePointer<Edge>.allocate(capacity: edgeCapacity)
    larger.update(from: edges, count: edgeCount)
    edges.deallocate()
    edges = larger
  }
}
