import Forecasting
import Foundation
import Logistics

/// Orders of a law that the tests know.
struct SyntheticOrders {
  /// A linear congruential generator (Knuth's MMIX): nothing of the library's own.
  struct Random {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// A number of 0 ..< 1.
    mutating func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }

    /// A normal number, by Box and Muller.
    mutating func normal() -> Double { (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit()) }
  }

  /// Few trees, seldom grown: tests run without the optimiser.
  static let settings = LearningSettings(period: 42, locationTrees: 10, hazardTrees: 8)

  static let start = LocalDate("2020-01-01")!

  /// Orders spread over some days; each takes `median(region, day)` days times a log-normal factor, counted in whole days.
  static func make(
    days: Int, perDay: Int, spread: Double = 0.4, seed: UInt64 = 1, median: (_ region: Int, _ day: Int) -> Double
  ) -> [HistoricalOrder] {
    var random = Random(seed)
    var orders: [HistoricalOrder] = []
    for day in 0..<days {
      for number in 0..<perDay {
        let region = Int(random.unit() * 4)
        let placed = Zone.utc.instant(start.adding(days: day), .midnight) + .seconds(Int(random.unit() * 80_000))
        let took = median(region, day) * exp(spread * random.normal())
        let consignment = Consignment(
          id: ID("\(day)-\(number)"), placedAt: placed, shipper: "s\(number % 5)", originRegion: "O",
          destinationRegion: "R\(region)", kilometres: Double(200 + 300 * region), price: 10 + 90 * random.unit())
        let date = start.adding(days: day + Int(took))
        let delivered = max(placed + .seconds(60), Zone.utc.instant(date, .midnight) + .seconds(43_200))
        orders.append(
          HistoricalOrder(
            consignment, handedOverAt: placed + .seconds(40_000), deliveredAt: delivered, estimate: start.adding(days: day + 30)))
      }
    }
    return orders
  }
}
