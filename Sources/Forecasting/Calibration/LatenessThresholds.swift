/// The probability of being late that each order is allowed at a level: the same for all, and a little more than the level says.
///
/// Days are whole: the first day that is late seldom enough is late more seldom than that, the more so the shorter the way. The
/// threshold is that at which, over recent orders, the mean probability of being late is what is wanted.
public struct LatenessThresholds: Hashable, Sendable, Codable {
  /// The shares to be kept, ascending.
  public let levels: [Double]
  /// What each order is allowed; never rising.
  public private(set) var thresholds: [Double]

  init(levels: [Double]) {
    self.levels = levels
    thresholds = levels.map { 1 - $0 }
  }

  /// Finds the thresholds anew. O(levels × orders).
  mutating func solve(_ recent: [DayDistribution], misses: [Double]) {
    guard recent.count >= 20 else { return }
    for index in levels.indices {
      thresholds[index] = Self.threshold(misses[index], recent)
      if index > 0 { thresholds[index] = min(thresholds[index], thresholds[index - 1]) }
    }
  }

  /// The greatest threshold, to a thousandth of itself, between the share and twice it.
  private static func threshold(_ share: Double, _ recent: [DayDistribution]) -> Double {
    guard share > 0, share < 1 else { return share }
    let bound = share * Double(recent.count)
    var low = share
    var high = min(1, 2 * share)
    while high > low * 1.001 {
      let middle = (low + high) / 2
      let late = recent.reduce(0) { $0 + $1.survival(after: $1.firstDay(latenessAtMost: middle)) }
      if late <= bound { low = middle } else { high = middle }
    }
    return low
  }

  /// The threshold at a level, never rising with it; in a straight line between the levels kept. O(levels).
  public func threshold(at level: Double) -> Double {
    guard let above = levels.firstIndex(where: { $0 >= level }) else {
      // Beyond the last level it shrinks in proportion to what is wanted.
      return thresholds[levels.count - 1] * (1 - level) / (1 - levels[levels.count - 1])
    }
    if levels[above] == level { return thresholds[above] }
    guard above > 0 else { return thresholds[0] + (levels[0] - level) }
    let share = (level - levels[above - 1]) / (levels[above] - levels[above - 1])
    return thresholds[above - 1] + share * (thresholds[above] - thresholds[above - 1])
  }
}
