import LinearProgramming
import Logistics

/// Prices held to a box.
///
/// Where routes are long the linear program is degenerate: a plan of four routes leaves ninety-six of a hundred prices to chance,
/// they leap from corner to corner, and for hundreds of rounds nothing gets better. So each job may also be served in part, or
/// more than once, at a price a little above or below the best that is known: that keeps its own price between the two. Where
/// that proves more, the box moves there and grows; where it does not, it shrinks (R. Marsten, W. Hogan and J. Blankenship, "The
/// boxstep method for large-scale optimization", 1975).
extension GroupBound {
  /// The column by which a job is served at a little more than its price, and the one by which it is served too often for a
  /// little less.
  private func box(_ job: Int) -> (above: Column, below: Column) {
    (Column(group.jobs.count + 2 * job), Column(group.jobs.count + 2 * job + 1))
  }

  /// Raises the bound by prices in boxes, until no box holds them back or a limit comes.
  mutating func raiseInBoxes(
    rounds most: Int, until deadline: ContinuousClock.Instant?, incumbent: Int?, afterRound: (GroupBound) -> Bool
  ) {
    guard scaledValue > .min else { return }
    let mean = center.reduce(0.0) { $0 + Double(max(0, $1)) } / Double(max(1, center.count)) / Double(scale)
    var size = 0.2
    var idle = 0
    var isStopped = false
    isBoxed = true
    defer { isBoxed = false }
    while rounds < most, !isStopped, !isCutShort, size > 1e-3 {
      if let deadline, ContinuousClock.now >= deadline { break }
      if let incumbent, value >= incumbent { break }
      hold(size: size, mean: mean)
      let before = scaledValue
      let searches = exactSearches
      let end = generate(rounds: most, until: deadline, incumbent: incumbent, smoothing: 0, quickRounds: 12) { work in
        isStopped = !afterRound(work)
        return !isStopped && work.exactSearches == searches
      }
      guard let objective = generation.solution?.objective else { break }
      let expected = objective * Double(scale) - Double(before)
      if end == .limit || end == .reachedTarget { break }
      let gain = Double(scaledValue - before)
      let isShort = gain < 0.5 * expected && expected > tolerance(value) * Double(scale)
      if end == .converged, isInside, !isShort { break }
      if end == .converged, isShort {
        // What holds it back are walks that do not exist: more labels have to be kept apart.
        if labels >= thoroughness.mostLabels { break }
        labels *= 4
      } else if gain > 0.1 * expected {
        size = min(1, size * 1.5)
        idle = 0
      } else {
        idle += 1
        if idle > 1 {
          size /= 2
          idle = 0
        }
      }
    }
    release()
  }

  /// Holds the prices of jobs to a box around those that prove most.
  private mutating func hold(size: Double, mean: Double) {
    let prices = center.map { Double($0) / Double(scale) }
    let columns = prices.indices.map(box)
    generation.change { master in
      for (job, price) in prices.enumerated() {
        let side = size * max(mean / 2, abs(price))
        master[costOf: columns[job].above] = price + side
        master[costOf: columns[job].below] = side - price
        master[boundsOf: columns[job].above] = .nonnegative
        master[boundsOf: columns[job].below] = .nonnegative
      }
    }
  }

  /// Whether the last solution would be the same without a box.
  private var isInside: Bool {
    guard let values = generation.solution?.values else { return false }
    return group.jobs.indices.allSatisfy { values[box($0).above] < 1e-7 && values[box($0).below] < 1e-7 }
  }

  private mutating func release() {
    let columns = group.jobs.indices.map(box)
    generation.change { master in
      for column in columns {
        master[boundsOf: column.above] = Bounds(0.0...0.0)
        master[boundsOf: column.below] = Bounds(0.0...0.0)
      }
    }
    begin(withPenalties: centerCuts.count == cuts.count ? centerPenalties : cuts.map { _ in 0 })
  }
}
