extension TravelMatrix {
  /// For each of some places the nearest others of them, by the metres there and back, those that are as far by where they stand in the
  /// list, so that the order is the same everywhere.
  ///
  /// - Parameters:
  ///   - most: How many for each; all others if there are fewer.
  ///   - places: Places of this matrix, some of them perhaps more than once: those are others, too.
  /// - Returns: One row after the other, `min(most, places.count - 1)` entries each: indices into `places`, the nearest first.
  /// - Precondition: `most` is not negative, each place is one of this matrix.
  /// - Complexity: O(n²) time where the matrix has tables. Where ways are computed O(n × most × log n), if points lie as those of towns
  ///   do; a tree of boxes finds them. O(n × most) memory.
  public func nearest(_ most: Int, among places: [Int]) -> [Int32] {
    precondition(most >= 0, "the nearest \(most)")
    let width = min(most, places.count - 1)
    guard width > 0 else { return [] }
    switch storage {
    case .tables(let metres, _): return nearest(width, among: places, metres)
    case .points(let travel): return travel.restricted(to: places).nearest(width)
    }
  }

  private func nearest(_ width: Int, among places: [Int], _ metres: [Int32]) -> [Int32] {
    var table: [Int32] = []
    table.reserveCapacity(places.count * width)
    var keys = [UInt64](repeating: 0, count: places.count)
    for (index, place) in places.enumerated() {
      for (other, neighbour) in places.enumerated() {
        let there = Int(metres[place * count + neighbour])
        keys[other] = NearestKeys.key(there + Int(metres[neighbour * count + place]), other)
      }
      keys[index] = .max
      keys.partitionSmallest(width)
      keys[..<width].sort()
      for key in keys[..<width] { table.append(NearestKeys.number(key)) }
    }
    return table
  }
}

extension PointTravel {
  /// For each point the nearest others.
  ///
  /// - Precondition: `width` is positive and less than the number of points.
  fileprivate func nearest(_ width: Int) -> [Int32] {
    let tree = PointTree(points)
    // Every way to them is zero: the first of them are as near as any.
    let nowhere = points.indices.lazy.filter { points[$0].isNowhere }.prefix(width + 1)
    var table: [Int32] = []
    table.reserveCapacity(points.count * width)
    var keys = NearestKeys(most: width)
    for (index, point) in points.enumerated() {
      if point.isNowhere {
        for other in 0...width where other != index { keys.insert(NearestKeys.key(0, other)) }
      } else {
        for other in nowhere { keys.insert(NearestKeys.key(0, other)) }
        tree.nearest(to: point, numbered: index, self, &keys)
      }
      keys.drain(into: &table)
    }
    return table
  }
}

extension [UInt64] {
  /// Moves the `count` smallest to the front, in no order. O(n) on average; the elements differ from each other.
  fileprivate mutating func partitionSmallest(_ count: Int) {
    var low = 0
    var high = self.count - 1
    while low < high {
      let middle = (low + high) / 2
      let pivot = Swift.max(Swift.min(self[low], self[middle]), Swift.min(Swift.max(self[low], self[middle]), self[high]))
      var left = low
      var right = high
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count <= right { high = right } else if count > left { low = left } else { return }
    }
  }
}
