/// An alteration of one route or two that the descent considers.
struct Move: BitwiseCopyable {
  enum Kind: UInt8, BitwiseCopyable {
    case none, relocate, swap, reverse, exchangeTails, exchangeHeads, swapStar
  }

  var kind = Kind.none
  var isReversed = false
  var count: Int32 = 0
  var otherCount: Int32 = 0
  var stop: Int32 = 0
  var other: Int32 = 0
  /// Behind which stops the two jobs of SWAP* go: `stop` behind `otherTarget`, `other` behind `target`.
  var target: Int32 = 0
  var otherTarget: Int32 = 0
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

  /// SWAP* of two jobs.
  static func swapStar(_ stop: Int, _ target: Int, _ other: Int, _ otherTarget: Int, _ gain: Int) -> Move {
    Move(
      kind: .swapStar, stop: Int32(truncatingIfNeeded: stop), other: Int32(truncatingIfNeeded: other),
      target: Int32(truncatingIfNeeded: target), otherTarget: Int32(truncatingIfNeeded: otherTarget), gain: gain)
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
    case .swapStar: SwapStar.apply(tours, stop, Int(target), other, Int(otherTarget))
    }
  }
}
