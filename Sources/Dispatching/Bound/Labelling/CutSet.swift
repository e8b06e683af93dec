/// A set of the cuts in force, by their places.
struct CutSet: Equatable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  /// How many places there are.
  static let room = 128

  @inline(__always)
  static func & (left: CutSet, right: CutSet) -> CutSet { CutSet(low: left.low & right.low, high: left.high & right.high) }
  @inline(__always)
  static func ^ (left: CutSet, right: CutSet) -> CutSet { CutSet(low: left.low ^ right.low, high: left.high ^ right.high) }
  @inline(__always)
  func subtracting(_ other: CutSet) -> CutSet { CutSet(low: low & ~other.low, high: high & ~other.high) }
  @inline(__always)
  var isEmpty: Bool { low | high == 0 }

  mutating func insert(_ place: Int) {
    if place < 64 { low |= 1 << UInt64(place) } else { high |= 1 << UInt64(place - 64) }
  }

  /// The sum of what the members cost.
  @inline(__always)
  func sum(_ costs: UnsafePointer<Int>) -> Int {
    var sum = 0
    var bits = low
    while bits != 0 {
      sum += costs[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    bits = high
    while bits != 0 {
      sum += costs[64 + bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }
}
