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
