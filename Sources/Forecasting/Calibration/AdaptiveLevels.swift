/// Which share of broken promises to aim at so that the share that is really broken is the one wanted: adaptive conformal
/// inference (Gibbs and Candès 2021), for several levels side by side.
///
/// After each promise whose day is over the aimed share α moves by γ · (α* − broken) with γ = step · α*: a broken promise lowers it,
/// a kept one raises it a little. What is guaranteed is an identity: after T promises that are over the share broken differs
/// from α* by exactly (α at first − α now) / (γ T). As long as α stays within a band, the difference falls as 1 / T, whatever the
/// orders do; at α ≤ 0 only the last day is promised and nothing more is broken but what takes longer than the longest
/// distribution, so that α comes back. Not guaranteed is the share within a short stretch or a group of orders. That a promise is
/// judged weeks after it was made limits γ: with some hundred promises open, a large one overshoots.
public struct AdaptiveLevels: Hashable, Sendable, Codable {
  /// The shares to be kept, ascending.
  public let levels: [Double]
  /// The share of broken promises to aim at for each level.
  public private(set) var misses: [Double]
  /// How much one broken promise moves it, in parts of what is wanted.
  public let step: Double
  /// Promises that are over, and those kept of them, by level.
  public private(set) var settled: [Int]
  public private(set) var kept: [Int]

  /// Aims at what is wanted at first.
  ///
  /// - Precondition: There are levels, ascending, each between 0 and 1; a step above 0.
  public init(levels: [Double], step: Double = 0.003) {
    precondition(!levels.isEmpty && levels.allSatisfy { $0 > 0 && $0 < 1 } && step > 0, "levels between 0 and 1")
    precondition(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }, "levels that do not ascend")
    self.levels = levels
    self.step = step
    misses = levels.map { 1 - $0 }
    settled = [Int](repeating: 0, count: levels.count)
    kept = settled
  }

  /// A promise made at a level is over.
  mutating func settle(_ index: Int, isKept: Bool) {
    settled[index] += 1
    kept[index] += isKept ? 1 : 0
    misses[index] += step * (1 - levels[index]) * (1 - levels[index] - (isKept ? 0 : 1))
  }

  /// The shares, each no greater than that of a lower level: levels move by themselves and might cross.
  var falling: [Double] {
    var least = Double.infinity
    return misses.map { miss in
      least = min(least, miss)
      return least
    }
  }
}
