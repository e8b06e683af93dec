import Logistics

/// The ends of holds, soonest first.
///
/// Holds are mostly made in the order in which they end, so a sorted array that is read from the front beats a heap: an
/// insertion moves next to nothing, and the front is given back once it is half of the array.
struct ExpiryQueue {
  struct Entry {
    let until: Instant
    let hold: Int
  }

  private var entries: [Entry] = []
  private var head = 0

  mutating func insert(_ until: Instant, hold: Int) {
    var low = head
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].until <= until { low = middle + 1 } else { high = middle }
    }
    entries.insert(Entry(until: until, hold: hold), at: low)
  }

  mutating func popFirst(atOrBefore now: Instant) -> Entry? {
    guard head < entries.count, entries[head].until <= now else { return nil }
    let entry = entries[head]
    head += 1
    if head * 2 > entries.count, head >= 64 {
      entries.removeFirst(head)
      head = 0
    }
    return entry
  }
}
