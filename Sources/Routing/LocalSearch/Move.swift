/// An alteration of one route or two that the descent considers.
struct Move: BitwiseCopyable {
  enum Kind: UInt8, BitwiseCopyable {
    case none, relocate, swap, reverse, exchangeTails, exchangeHeads
  }

  var kind = Kind.none
  var isReversed = false
  var count: Int32 = 0
  var otherCount: Int32 = 0
  var stop: Int32 = 0
  var other: Int32 = 0
  /// By how much it lowers the price.
  var gain = 0

  @inline(__always)
  mutating func improve(
    _ kind: Kind, _ gain: Int, _ stop: Int, _ count: Int, _ other: Int, _ otherCount: Int, reversed: Bool = false
  ) {
    guard gain > self.gain else { return }
    self.kind = kind
    self.gain = gain
    self.stop = Int32(truncatingIfNeeded: stop)
    self.count = Int32(truncatingIfNeeded: count)
    self.other = Int32(truncatingIfNeeded: other)
    self.otherCount = Int32(truncatingIfNeeded: otherCount)
    isReversed = reversed
  }

  func apply(to tours: Tours) {
    let (stop, count, other, otherCount) = (Int(stop), Int(count), Int(other), Int(otherCount))
    switch kind {
    case .none: break
    case .relocate: Relocate.apply(tours, stop, count, after: other, reversed: isReversed)
    case .swap: Swap.apply(tours, stop, count, other, otherCount)
    case .reverse: Reverse.apply(tours, stop, other)
    case .exchangeTails: ExchangeTails.apply(tours, stop, other)
    case .exchangeHeads: ExchangeHeads.apply(tours, stop, other)
    }
  }
}
