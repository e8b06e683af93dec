import Foundation
import Forecasting
import Logistics
import Testing

@Suite struct BacktestTests {
  private static let steady = SyntheticOrders.make(days: 140, perDay: 8) { region, _ in 4 + 3 * Double(region) }
  private static let levels = [0.5, 0.8, 0.9, 0.95]

  private static func replay(_ orders: [HistoricalOrder]) throws -> Backtest {
    try Backtest(orders, zone: .utc, levels: levels, settings: SyntheticOrders.settings)
  }

  @Test func `promises keep their level when nothing changes`() throws {
    let backtest = try Self.replay(Self.steady)
    let rows = backtest.rows(from: SyntheticOrders.start.adding(days: 60))
    for policy in PromisePolicy.allCases {
      for level in [0.8, 0.9, 0.95] {
        let score = try #require(backtest.score(rows, .desk(policy), level: level))
        #expect(score.onTime > level - 0.02 && score.onTime < level + 0.05, "\(policy) \(level): \(score)")
      }
    }
  }

  @Test func `promises keep their level while deliveries become slower and faster again`() throws {
    let orders = SyntheticOrders.make(days: 240, perDay: 8, seed: 2) { region, day in
      (4 + 2 * Double(region)) * (1 + 0.5 * sin(Double(day) / 40))
    }
    let backtest = try Self.replay(orders)
    let rows = backtest.rows(from: SyntheticOrders.start.adding(days: 70))
    for level in [0.8, 0.9, 0.95] {
      let score = try #require(backtest.score(rows, .desk(.reliability), level: level))
      #expect(abs(score.onTime - level) < 0.04, "\(level): \(score)")
    }
  }

  @Test func `the law that is known is found, whatever the region`() throws {
    let rows = try Self.replay(Self.steady).rows(from: SyntheticOrders.start.adding(days: 70))
    for region in 0..<4 {
      let ours = rows.filter { Self.steady[$0.order].consignment.destinationRegion == "R\(region)" }
      let foretold = ours.reduce(0) { $0 + $1.law.mean } / Double(ours.count)
      // Whole days are cut off: half a day less than the mean of the log-normal law.
      let mean = (4 + 3 * Double(region)) * exp(0.08) - 0.5
      #expect(abs(foretold / mean - 1) < 0.15, "R\(region): \(foretold) for \(mean)")
    }
  }

  @Test func `what comes later changes no promise`() throws {
    let all = SyntheticOrders.make(days: 110, perDay: 8, seed: 3) { region, _ in 3 + Double(region) }
    let end = Zone.utc.instant(SyntheticOrders.start.adding(days: 90), .midnight)
    let past = all.filter { $0.consignment.placedAt < end }
    // The future is gone, or another one: what was bought later arrives late, and what was under way never does.
    let other = all.map { order in
      var order = order
      if let delivered = order.deliveredAt, delivered >= end { order.deliveredAt = delivered + .hours(1_200) }
      return order
    }
    let last = SyntheticOrders.start.adding(days: 89)
    func promises(_ orders: [HistoricalOrder]) throws -> [(law: DayDistribution, days: [Int])] {
      let backtest = try Self.replay(orders)
      return backtest.rows(to: last).map { row in
        let promisers: [Backtest.Promiser] = [.desk(.reliability), .desk(.cheapest), .corridor]
        return (row.law, promisers.flatMap { promiser in Self.levels.indices.map { row.days(promiser, levelIndex: $0) } })
      }
    }
    let known = try promises(all)
    #expect(known.count == 90 * 8)
    for orders in [past, other] {
      // Not only the days, which are rounded: the laws to the last bit.
      #expect(try promises(orders).elementsEqual(known) { $0.law == $1.law && $0.days == $1.days })
    }
  }

  @Test func `a higher level never promises earlier`() throws {
    let backtest = try Backtest(
      SyntheticOrders.make(days: 90, perDay: 10, seed: 4) { region, day in 3 + Double(region) + Double(day) / 20 }, zone: .utc,
      settings: SyntheticOrders.settings)
    for row in backtest.rows {
      for promiser in [Backtest.Promiser.desk(.reliability), .desk(.cheapest), .corridor] {
        let days = backtest.levels.indices.map { row.days(promiser, levelIndex: $0) }
        #expect(days == days.sorted())
      }
    }
    for policy in PromisePolicy.allCases {
      let law = try #require(backtest.rows.last).law
      let days = stride(from: 0.01, to: 1, by: 0.01).map { backtest.model.days(law, level: $0, policy: policy) }
      #expect(days == days.sorted())
    }
  }

  @Test func `at the same reliability prices need no more days than equal treatment`() throws {
    // Two kinds of tails: where there is something to share out, it is shared out.
    var random = SyntheticOrders.Random(9)
    let orders = SyntheticOrders.make(days: 140, perDay: 8, spread: 0.1, seed: 5) { region, _ in
      region == 0 && random.unit() < 0.15 ? 30 : 5
    }
    let backtest = try Backtest(orders, zone: .utc, settings: SyntheticOrders.settings)
    let rows = backtest.rows(from: SyntheticOrders.start.adding(days: 60))
    let equal = try #require(backtest.meanPromisedDays(rows, .desk(.reliability), keeping: 0.955))
    let cheap = try #require(backtest.meanPromisedDays(rows, .desk(.cheapest), keeping: 0.955))
    #expect(cheap < equal * 0.95, "\(cheap) against \(equal)")
  }
}
