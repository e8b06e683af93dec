/// Memory that a search keeps from order to order: grows, and is never given back before the search is.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int

  init(capacity: Int = 64) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { base.deallocate() }

  /// Makes room for so many elements. What was there before is lost.
  mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    base.deallocate()
    capacity = count + count / 2
    base = .allocate(capacity: capacity)
  }
}

extension Scratch where Element == Int {
  /// Sorts the first elements, a handful.
  func sort(_ count: Int) {
    for place in 1..<max(1, count) {
      let element = base[place]
      var hole = place
      while hole > 0, base[hole - 1] > element {
        base[hole] = base[hole - 1]
        hole -= 1
      }
      base[hole] = element
    }
  }
}

extension Scratch {
  /// Sorts the first elements, however many, and asks for no memory: a heap that is emptied from its end.
  func sort(_ count: Int, by precedes: (Element, Element) -> Bool) {
    func sink(_ from: Int, _ end: Int) {
      let element = base[from]
      var hole = from
      while 2 * hole + 1 < end {
        var child = 2 * hole + 1
        if child + 1 < end, precedes(base[child], base[child + 1]) { child += 1 }
        guard precedes(element, base[child]) else { break }
        base[hole] = base[child]
        hole = child
      }
      base[hole] = element
    }
    for parent in stride(from: count / 2 - 1, through: 0, by: -1) { sink(parent, count) }
    for end in stride(from: count - 1, to: 0, by: -1) {
      (base[0], base[end]) = (base[end], base[0])
      sink(0, end)
    }
  }
}
