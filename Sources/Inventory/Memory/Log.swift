/// An array that only grows at its end, in pieces: growing never moves what is there, so that no call waits for the copying
/// of a million entries.
struct Log<Element> {
  private static var shift: Int { 10 }
  private static var mask: Int { 1 << shift - 1 }

  private var pieces: [[Element]] = []
  private(set) var count = 0

  subscript(index: Int) -> Element {
    _read { yield pieces[index >> Self.shift][index & Self.mask] }
    _modify { yield &pieces[index >> Self.shift][index & Self.mask] }
  }

  mutating func append(_ element: consuming Element) {
    if count & Self.mask == 0 {
      pieces.append([])
      // The first piece grows as it needs to: most inventories of a test stay small.
      if count > 0 { pieces[pieces.count - 1].reserveCapacity(1 << Self.shift) }
    }
    pieces[pieces.count - 1].append(element)
    count += 1
  }

  /// Takes back what was appended since there were only so many.
  mutating func cut(to count: Int) {
    while self.count > count {
      pieces[pieces.count - 1].removeLast()
      if pieces[pieces.count - 1].isEmpty { pieces.removeLast() }
      self.count -= 1
    }
  }

  var indices: Range<Int> { 0..<count }
}
