import Testing

@testable import Forecasting

@Suite struct LatenessPricesTests {
  private static let levels = [0.5, 0.8, 0.9, 0.95]

  /// Days spread evenly up to `last`.
  private static func even(_ last: Int) -> DayDistribution {
    DayDistribution(survival: (0...120).map { max(0, 1 - Double($0) / Double(last)) })
  }

  /// Orders that take some days or some weeks, and as many that may take months.
  private static let laws = (0..<200).map { even($0 % 2 == 0 ? 4 + $0 % 17 : 60 + $0 % 50) }

  /// The prices at which those orders are late as often as the shares say.
  private static func solved(_ misses: [Double]) -> LatenessPrices {
    var prices = LatenessPrices(levels: levels)
    prices.solve(laws, misses: misses)
    return prices
  }

  @Test func `no order is given up, however dear it is and however low the price`() {
    let prices = Self.solved([0.9, 0.8, 0.7, 0.6])
    for (level, most) in [(0.5, 0.75), (0.8, 0.3), (0.9, 0.3), (0.95, 0.3)] {
      // By price alone the slow ones would be promised day 0.
      #expect(Self.even(110).cheapestDay(latenessPrice: prices.price(at: level)) == 0)
      for law in Self.laws { #expect(law.survival(after: prices.days(law, level: level)) <= most) }
    }
  }

  @Test func `orders promised at the prices found are late as often as was wanted, the bound included`() {
    let wanted = [0.5, 0.2, 0.1, 0.05]
    let prices = Self.solved(wanted)
    for (level, share) in zip(Self.levels, wanted) {
      let late = Self.laws.reduce(0) { $0 + $1.survival(after: prices.days($1, level: level)) } / Double(Self.laws.count)
      #expect(late <= share && late > share * 0.8, "\(level): \(late)")
    }
  }

  @Test func `at a higher level no order is promised an earlier day`() {
    let prices = Self.solved([0.5, 0.2, 0.1, 0.05])
    for law in Self.laws {
      let days = stride(from: 0.01, to: 1, by: 0.01).map { prices.days(law, level: $0) }
      #expect(days == days.sorted())
    }
  }
}
