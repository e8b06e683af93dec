import Forecasting
import Testing

@Suite struct DistributionTests {
  private let law = DayDistribution(survival: [1, 0.75, 0.5, 0.1, 0.1, 0])

  @Test func `a quantile is the first day by which enough have come`() {
    #expect(law.quantile(0.5) == 2 && law.quantile(0.9) == 3 && law.quantile(0.95) == 5 && law.quantile(0) == 0)
    #expect(law.mean == 2.45 && law.median == 2 && law.probability(within: 1) == 0.25 && law.survival(after: -1) == 1)
  }

  @Test func `the cheapest day weighs days against the probability of being late`() {
    // 0 + p, 1 + ¾p, 2 + ½p, 3 + p/10, 5
    for price in stride(from: 0.5, through: 60, by: 0.25) {
      let costs = law.survival.enumerated().map { Double($0.offset) + price * $0.element }
      #expect(law.cheapestDay(latenessPrice: price) == costs.firstIndex(of: costs.min()!))
    }
  }

  @Test func `the cheapest day from a day on is the cheapest of those that are left`() {
    for first in 0...5 {
      for price in stride(from: 0.5, through: 60, by: 0.25) {
        let costs = law.survival.enumerated().map { Double($0.offset) + price * $0.element }
        let least = costs[first...].min()!
        #expect(law.cheapestDay(latenessPrice: price, from: first) == costs[first...].firstIndex(of: least))
      }
    }
  }
}
