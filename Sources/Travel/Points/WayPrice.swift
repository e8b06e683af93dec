/// What a way costs by its length and its time.
package struct WayPrice: Hashable, Sendable {
  package var perMetre: Int
  package var perSecond: Int

  /// A price.
  ///
  /// - Precondition: neither is negative or beyond 2³¹, so that no sum overflows.
  package init(perMetre: Int, perSecond: Int) {
    precondition(
      (0...1 << 31).contains(perMetre) && (0...1 << 31).contains(perSecond), "\(perMetre) a metre, \(perSecond) a second")
    (self.perMetre, self.perSecond) = (perMetre, perSecond)
  }

  /// Whether a way costs what it takes in seconds.
  var isTime: Bool { perMetre == 0 && perSecond == 1 }

  /// - Precondition: neither is beyond ``TravelMatrix/longest``.
  func of(metres: Int, seconds: Int) -> Int { perSecond * seconds + perMetre * metres }
}
