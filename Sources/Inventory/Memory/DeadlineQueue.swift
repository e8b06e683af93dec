import Logistics

/// Moments at which something ends, soonest first: a binary heap.
///
/// Most ends lie later than all before them and stay where they are put; carts with other times do not slow it down.
struct DeadlineQueue {
  struct Deadline {
    let until: Instant
    /// What ends.
    let number: Int

    func precedes(_ other: Deadline) -> Bool {
      until == other.until ? number < other.number : until < other.until
    }
  }

  private var heap: [Deadline] = []

  mutating func insert(_ until: Instant, _ number: Int) {
    let new = Deadline(until: until, number: number)
    var index = heap.count
    heap.append(new)
    while index > 0, new.precedes(heap[(index - 1) / 2]) {
      heap[index] = heap[(index - 1) / 2]
      index = (index - 1) / 2
    }
    heap[index] = new
  }

  /// Takes the first end that is not after a moment.
  mutating func popFirst(atOrBefore now: Instant) -> Deadline? {
    guard let first = heap.first, first.until <= now else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    var index = 0
    while index * 2 + 1 < heap.count {
      var child = index * 2 + 1
      if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
      guard heap[child].precedes(last) else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = last
    return first
  }
}
