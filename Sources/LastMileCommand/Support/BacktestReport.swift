import Forecasting
import Foundation
import Interchange
import Logistics

/// What `lastmile backtest` prints.
struct BacktestReport: Encodable {
  /// How promises fared, to the tenth of a thousandth and the hundredth of a day.
  struct Figures: Encodable {
    let onTime: Double
    let meanPromisedDays: Double

    init?(_ score: Backtest.Score?) {
      guard let score else { return nil }
      onTime = (score.onTime * 1e4).rounded() / 1e4
      meanPromisedDays = (score.meanPromisedDays * 100).rounded() / 100
    }
  }

  /// The same at a level.
  struct Calibration: Encodable {
    let level: Double
    let onTime: Double
    let meanPromisedDays: Double

    init?(_ level: Double, _ score: Backtest.Score?) {
      guard let figures = Figures(score) else { return nil }
      self.level = level
      onTime = figures.onTime
      meanPromisedDays = figures.meanPromisedDays
    }
  }

  /// Days on average at the on-time share of the file's own dates, interpolated between levels; `null` where no level keeps as many.
  struct EqualReliability: Encodable {
    let onTime: Double
    @OrNull var reliability: Double?
    @OrNull var cheapest: Double?
    @OrNull var corridor: Double?
    /// How much shorter than the file's own dates the policy asked for is.
    @OrNull var shorter: Double?
  }

  /// The orders of a month or a state.
  struct Group: Encodable {
    let name: String
    let orders: Int
    let onTime: Double
    let meanPromisedDays: Double
    let meanDays: Double
    let incumbent: Figures
    let calibration: [Calibration]
  }

  let orders: Int
  let level: Double
  let policy: String
  let onTime: Double
  let meanPromisedDays: Double
  let incumbent: Figures
  let calibration: [Calibration]
  let policies: [String: [Calibration]]
  let corridor: [Calibration]
  let atIncumbentReliability: EqualReliability
  let months: [Group]
  let states: [Group]

  private static let shown = [0.5, 0.8, 0.9, 0.95, 0.98]

  /// - Returns: `nil` without rows.
  init?(_ backtest: Backtest, _ rows: [Backtest.Row], _ history: [HistoricalOrder], level: Double, policy: PromisePolicy) {
    func estimates(_ rows: [Backtest.Row]) -> Backtest.Score? {
      Backtest.score(
        rows.compactMap { row in history[row.order].estimate.map { (row.placed.days(until: $0), row.actual) } })
    }
    let main = Backtest.Promiser.desk(policy)
    let theirs = estimates(rows)
    guard let figures = Figures(backtest.score(rows, main, level: level)), let incumbent = Figures(theirs), let theirs else {
      return nil
    }
    orders = rows.count
    self.level = level
    self.policy = policy.rawValue
    onTime = figures.onTime
    meanPromisedDays = figures.meanPromisedDays
    self.incumbent = incumbent
    func calibration(_ promiser: Backtest.Promiser, _ levels: [Double]) -> [Calibration] {
      levels.compactMap { Calibration($0, backtest.score(rows, promiser, level: $0)) }
    }
    self.calibration = calibration(main, Self.shown)
    let levels = Set(Self.shown + [level]).sorted()
    policies = Dictionary(
      uniqueKeysWithValues: PromisePolicy.allCases.map { ($0.rawValue, calibration(.desk($0), levels)) })
    corridor = calibration(.corridor, levels)
    func equal(_ promiser: Backtest.Promiser) -> Double? {
      backtest.meanPromisedDays(rows, promiser, keeping: theirs.onTime)
    }
    func hundredth(_ days: Double) -> Double { (days * 100).rounded() / 100 }
    atIncumbentReliability = EqualReliability(
      onTime: incumbent.onTime, reliability: equal(.desk(.reliability)).map(hundredth),
      cheapest: equal(.desk(.cheapest)).map(hundredth), corridor: equal(.corridor).map(hundredth),
      shorter: equal(main).map { ((1 - $0 / theirs.meanPromisedDays) * 1e4).rounded() / 1e4 })
    func groups(_ key: (Backtest.Row) -> String) -> [Group] {
      Dictionary(grouping: rows, by: key).sorted { $0.key < $1.key }.compactMap { name, rows in
        guard let ours = Figures(backtest.score(rows, main, level: level)), let theirs = Figures(estimates(rows)) else {
          return nil
        }
        return Group(
          name: name, orders: rows.count, onTime: ours.onTime, meanPromisedDays: ours.meanPromisedDays,
          meanDays: hundredth(Double(rows.reduce(0) { $0 + $1.actual }) / Double(rows.count)), incumbent: theirs,
          calibration: Self.shown.compactMap { Calibration($0, backtest.score(rows, main, level: $0)) })
      }
    }
    months = groups { String($0.placed.description.prefix(7)) }
    states = groups { history[$0.order].consignment.destinationRegion }
  }
}
