import Foundation
import Testing

@testable import Forecasting

@Suite struct ProductLimitTests {
  @Test func `a law is found though half of the outcomes are not known yet`() {
    // Outcomes are normal with deviation 0.5; each is looked at only up to a moment of its own.
    var random = SyntheticOrders.Random(7)
    var law = ProductLimit()
    var deaf = ProductLimit()
    for _ in 0..<4_000 {
      let outcome = 0.5 * random.normal()
      let end = -1 + 2 * random.unit()
      if outcome <= end {
        law.addOutcome(outcome, weight: 1)
        deaf.addOutcome(outcome, weight: 1)
      } else {
        law.addWaiting(end, weight: 1)
      }
    }
    let (curve, biased) = (law.curve(prior: 10, spread: 0.5), deaf.curve(prior: 10, spread: 0.5))
    for z in [-0.6, -0.3, 0, 0.3, 0.6] {
      let truth = erfc(z / 0.5 / 2.0.squareRoot()) / 2
      #expect(abs(exp(-curve(z)) - truth) < 0.03, "\(z): \(exp(-curve(z))) for \(truth)")
    }
    #expect(exp(-biased(0)) < 0.4, "who forgets those under way is misled")
  }

  @Test func `without outcomes the law is the prior`() {
    let curve = ProductLimit().curve(prior: 10, spread: 0.5)
    for z in [-1.0, -0.5, 0, 0.5, 1] {
      #expect(abs(exp(-curve(z)) - erfc(z / 0.5 / 2.0.squareRoot()) / 2) < 0.02)
    }
  }

  @Test func `levels differ from what was kept by what their aim has moved`() {
    var levels = AdaptiveLevels(levels: [0.8, 0.9], step: 0.004)
    var random = SyntheticOrders.Random(8)
    for _ in 0..<5_000 { levels.settle(1, isKept: random.unit() < 0.84) }
    let broken = 1 - Double(levels.kept[1]) / Double(levels.settled[1])
    #expect(abs((broken - 0.1) - (0.1 - levels.misses[1]) / (0.004 * 0.1 * 5_000)) < 1e-9)
    #expect(levels.misses[0] == 1 - 0.8 && levels.falling[1] < 0.1)
  }
}
