/// The smallest of many keys, so many at most: a heap with the greatest on top.
///
/// A key orders ways by their length and those of one length by the number of the place they lead to.
struct NearestKeys {
  private let most: Int
  private var heap: [UInt64] = []

  /// - Precondition: `most` is positive.
  init(most: Int) {
    precondition(most > 0, "room for \(most)")
    self.most = most
    heap.reserveCapacity(most)
  }

  /// - Precondition: the length is at most 2³¹, the number below 2³².
  static func key(_ length: Int, _ number: Int) -> UInt64 { UInt64(length) << 32 | UInt64(number) }

  static func number(_ key: UInt64) -> Int32 { Int32(truncatingIfNeeded: key & 0xFFFF_FFFF) }

  /// Whether a key would be among the smallest.
  func takes(_ key: UInt64) -> Bool { heap.count < most || key < heap[0] }

  /// Takes a key in, and the greatest out if there are too many.
  mutating func insert(_ key: UInt64) {
    guard takes(key) else { return }
    if heap.count < most {
      heap.append(key)
      var place = heap.count - 1
      while place > 0, heap[(place - 1) / 2] < heap[place] {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    } else {
      heap[0] = key
      sink()
    }
  }

  private mutating func sink() {
    var place = 0
    while 2 * place + 1 < heap.count {
      var greater = 2 * place + 1
      if greater + 1 < heap.count, heap[greater + 1] > heap[greater] { greater += 1 }
      if heap[greater] <= heap[place] { return }
      heap.swapAt(place, greater)
      place = greater
    }
  }

  /// Hands over the numbers in order and is empty then.
  mutating func drain(into numbers: inout [Int32]) {
    heap.sort()
    for key in heap { numbers.append(Self.number(key)) }
    heap.removeAll(keepingCapacity: true)
  }
}
