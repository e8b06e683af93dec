import Dispatching
import Testing

@Suite struct GapTests {
  @Test func `the gap is measured on the bound`() {
    #expect((Gap.between(cost: 27591, bound: 27105) * 10000).rounded() == 179)
    #expect(Gap.between(cost: 5, bound: 5) == 0)
    #expect(Gap.between(cost: 5, bound: 6) == 0)
    #expect(Gap.between(cost: 0, bound: 0) == 0)
    #expect(Gap.between(cost: 5, bound: 0) == .infinity)
    #expect(Gap.between(cost: .max, bound: .min) == .infinity)
  }
}
