/// A heap of things to come back to, the nearest first, in memory of its own.
struct PathHeap: ~Copyable {
  struct Entry: BitwiseCopyable {
    var distance: Double
    var item: Int32
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1024) {
    self.capacity = capacity
    entries = .allocate(capacity: capacity)
  }

  deinit { entries.deallocate() }

  mutating func removeAll() { count = 0 }

  /// The least distance; infinity if nothing is left.
  @inline(__always) var least: Double { count > 0 ? entries[0].distance : .infinity }

  @inline(__always)
  mutating func push(_ distance: Double, _ item: Int) {
    if count == capacity { grow() }
    var at = count
    count += 1
    while at > 0 {
      let parent = (at - 1) >> 2
      if entries[parent].distance <= distance { break }
      entries[at] = entries[parent]
      at = parent
    }
    entries[at] = Entry(distance: distance, item: Int32(truncatingIfNeeded: item))
  }

  /// The item of least distance, taken out.
  ///
  /// - Precondition: Something is left.
  mutating func pop() -> (distance: Double, item: Int) {
    let top = entries[0]
    count -= 1
    let last = entries[count]
    var at = 0
    while true {
      let first = 4 * at + 1
      if first >= count { break }
      var child = first
      for other in first + 1..<max(first + 1, min(first + 4, count)) where entries[other].distance < entries[child].distance {
        child = other
      }
      if last.distance <= entries[child].distance { break }
      entries[at] = entries[child]
      at = child
    }
    entries[at] = last
    return (top.distance, Int(top.item))
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
    larger.update(from: entries, count: count)
    entries.deallocate()
    entries = larger
    capacity *= 2
  }
}
