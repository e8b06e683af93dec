public import Logistics

extension Backtest {
  /// How promises fared.
  public struct Score: Hashable, Sendable {
    /// The share that was kept.
    public let onTime: Double
    /// Days from order to promised date, on average.
    public let meanPromisedDays: Double
  }

  /// The rows of the orders placed in a range of days, both ends included.
  public func rows(from first: LocalDate? = nil, to last: LocalDate? = nil) -> [Row] {
    rows.filter { $0.placed >= first ?? $0.placed && $0.placed <= last ?? $0.placed }
  }

  /// How a promiser fared at a level; `nil` without rows.
  ///
  /// - Precondition: The level is one of ``levels``.
  public func score(_ rows: [Row], _ promiser: Promiser, level: Double) -> Score? {
    guard let index = levels.firstIndex(of: level) else { preconditionFailure("a level that was not replayed") }
    return Self.score(rows.lazy.map { ($0.days[promiser]?[index] ?? 0, $0.actual) })
  }

  /// How given numbers of promised days fared against actual ones; `nil` if there are none.
  public static func score(_ promises: some Sequence<(promised: Int, actual: Int)>) -> Score? {
    var (count, kept, sum) = (0, 0, 0)
    for (promised, actual) in promises {
      count += 1
      kept += actual <= promised ? 1 : 0
      sum += promised
    }
    guard count > 0 else { return nil }
    return Score(onTime: Double(kept) / Double(count), meanPromisedDays: Double(sum) / Double(count))
  }

  /// How many days a promiser needs on average to keep a share of its promises, in a straight line between its levels; `nil` if
  /// that is beyond them.
  public func meanPromisedDays(_ rows: [Row], _ promiser: Promiser, keeping onTime: Double) -> Double? {
    let scores = levels.compactMap { score(rows, promiser, level: $0) }.sorted { $0.onTime < $1.onTime }
    guard let above = scores.firstIndex(where: { $0.onTime >= onTime }) else { return nil }
    if scores[above].onTime == onTime { return scores[above].meanPromisedDays }
    guard above > 0 else { return nil }
    let (low, high) = (scores[above - 1], scores[above])
    let share = (onTime - low.onTime) / (high.onTime - low.onTime)
    return low.meanPromisedDays + share * (high.meanPromisedDays - low.meanPromisedDays)
  }
}

extension Backtest.Row {
  /// The days that a promiser named at the level of an index.
  public func days(_ promiser: Backtest.Promiser, levelIndex index: Int) -> Int { days[promiser]?[index] ?? 0 }
}
