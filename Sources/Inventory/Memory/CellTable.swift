/// Finds the cell of a place and a product by their numbers: a hash table with open addressing, since a look at the stock of
/// a thousand nodes is a thousand finds.
struct CellTable {
  /// A key plus one; 0 where there is none.
  private var keys = [UInt64](repeating: 0, count: 64)
  private var cells = [Int32](repeating: 0, count: 64)
  private var count = 0

  private static func key(_ place: Int, _ product: Int) -> UInt64 { UInt64(place) << 32 | UInt64(product) + 1 }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the upper bits of a product are well mixed.
  private func start(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
  }

  /// The number of a cell, or -1.
  func cell(_ place: Int, _ product: Int) -> Int {
    let key = Self.key(place, product)
    var index = start(key)
    while keys[index] != 0 {
      if keys[index] == key { return Int(cells[index]) }
      index = (index + 1) & (keys.count - 1)
    }
    return -1
  }

  /// Adds a cell that is not in the table.
  mutating func insert(_ cell: Int, _ place: Int, _ product: Int) {
    if count * 2 >= keys.count { grow() }
    put(Self.key(place, product), Int32(cell))
    count += 1
  }

  private mutating func put(_ key: UInt64, _ cell: Int32) {
    var index = start(key)
    while keys[index] != 0 { index = (index + 1) & (keys.count - 1) }
    keys[index] = key
    cells[index] = cell
  }

  private mutating func grow() {
    let old = zip(keys, cells).filter { $0.0 != 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    cells = [Int32](repeating: 0, count: keys.count)
    for (key, cell) in old { put(key, cell) }
  }
}
