/// The price λ of a broken promise, in days, for each level: that at which the orders of the last months, promised by
/// ``PromisePolicy/cheapest``, would break the share aimed at.
public struct LatenessPrices: Hashable, Sendable, Codable {
  /// The shares to be kept, ascending.
  public let levels: [Double]
  /// Days that a broken promise costs; never falling.
  public private(set) var prices: [Double]

  /// The greatest price: every promise is the last day that is told apart.
  static let greatest = 1e5

  init(levels: [Double]) {
    self.levels = levels
    // With an exponential tail of seven days the price of a share α is 7 / α.
    prices = levels.map { 7 / (1 - $0) }
  }

  /// Finds the prices anew. O(levels × orders × days), some milliseconds.
  mutating func solve(_ recent: [DayDistribution], misses: [Double]) {
    guard recent.count >= 20 else { return }
    for index in levels.indices {
      let bound = Self.bound(at: levels[index])
      prices[index] = Self.price(of: misses[index], recent, bound: bound, near: prices[index])
      if index > 0 { prices[index] = max(prices[index], prices[index - 1]) }
    }
  }

  /// The least price, to a hundredth of itself, at which the mean probability of being late is at most `share`.
  private static func price(
    of share: Double, _ recent: [DayDistribution], bound: Double, near start: Double
  ) -> Double {
    guard share > 0 else { return greatest }
    let allowed = share * Double(recent.count)
    func isEnough(_ price: Double) -> Bool {
      recent.reduce(0) { $0 + $1.survival(after: days($1, price: price, bound: bound)) } <= allowed
    }
    var low = start
    var high = start
    var factor = 1.03
    if isEnough(start) {
      while low > 0.5, isEnough(low) { (high, low, factor) = (low, low / factor, factor * factor) }
      if low <= 0.5 { return isEnough(low) ? low : high }
    } else {
      while high < greatest, !isEnough(high) { (low, high, factor) = (high, high * factor, factor * factor) }
      if high >= greatest { return greatest }
    }
    while high > low * 1.01 {
      let middle = (low * high).squareRoot()
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The greatest probability of being late that any order is given, whatever it costs: 0.3, or 1.5 times the share that may be
  /// broken if that is more.
  ///
  /// Without it a low price gives orders up: day 0, sure to be missed, is the cheapest day of one whose days spread widely. How many
  /// those are swings with price and weeks, and the share kept with them. A bound closer to what is wanted would leave
  /// ``AdaptiveLevels`` no room to move in.
  static func bound(at level: Double) -> Double { max(0.3, 1.5 * (1 - level)) }

  private static func days(_ law: DayDistribution, price: Double, bound: Double) -> Int {
    law.cheapestDay(latenessPrice: price, from: law.firstDay(latenessAtMost: bound))
  }

  /// The days to promise at a level: the cheapest that is not bound to be broken. A higher level never gives fewer. O(days).
  func days(_ law: DayDistribution, level: Double) -> Int {
    Self.days(law, price: price(at: level), bound: Self.bound(at: level))
  }

  /// The price at a level, never falling with it; geometric between the levels kept. O(levels).
  public func price(at level: Double) -> Double {
    guard let above = levels.firstIndex(where: { $0 >= level }) else {
      let last = levels.count - 1
      return min(Self.greatest, prices[last] * (1 - levels[last]) / (1 - level))
    }
    if levels[above] == level { return prices[above] }
    guard above > 0 else { return prices[0] * (1 - levels[0]) / (1 - level) }
    let share = (level - levels[above - 1]) / (levels[above] - levels[above - 1])
    let (low, high) = (FastMath.ln(prices[above - 1]), FastMath.ln(prices[above]))
    return FastMath.exp(low + share * (high - low))
  }
}
