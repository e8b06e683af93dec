import Logistics
import Travel

extension FlatProblem {
  /// For each job the nearest, by the way there and back, ties by number, so that the order is the same everywhere.
  static func neighbours(_ jobs: [Job], _ travel: TravelMatrix, width: Int, _ arena: Arena) -> UnsafePointer<Int32> {
    let table = arena.table(jobs.count * width, of: Int32(0))
    let metres = travel.metres
    var ranked = [UInt64](repeating: 0, count: jobs.count)
    for (index, job) in jobs.enumerated() {
      for (other, neighbour) in jobs.enumerated() {
        let there = UInt64(metres[job.place * travel.count + neighbour.place])
        let back = UInt64(metres[neighbour.place * travel.count + job.place])
        ranked[other] = (there + back) << 32 | UInt64(other)
      }
      ranked[index] = 0  // itself first, whoever else stands at the same place
      if width < jobs.count { ranked.partitionSmallest(width) }
      ranked[..<width].sort()
      for rank in 0..<width { table[index * width + rank] = Int32(truncatingIfNeeded: ranked[rank] & 0xFFFF_FFFF) }
      table[index * width] = Int32(index)
    }
    return UnsafePointer(table)
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
