import Logistics
import Sourcing
import Testing

@Suite struct FreightRateTests {
  static func rate() throws -> FreightRate {
    try FreightRate(
      brackets: [.init(upTo: .kilograms(1), price: 420), .init(upTo: .kilograms(5), price: 790)],
      beyond: .step(every: .kilograms(1), price: 110), cubicCentimetresPerKilogram: 5000)
  }

  @Test(arguments: [
    (0, 0, 420), (1000, 0, 420), (1001, 0, 790), (5000, 0, 790), (5001, 0, 900), (6000, 0, 900), (6001, 0, 1010),
    // 20 litres count for 4 kg, a cubic centimetre more for a gram more.
    (100, 5000, 420), (100, 5001, 790), (6200, 20_000, 1010), (0, 25_001, 900),
  ])
  func `a parcel pays the bracket of its weight or of its volume`(grams: Int, volume: Int, price: Int) throws {
    let found = try Self.rate().price(weight: .grams(grams), volume: .cubicCentimetres(volume))
    #expect(found == MinorUnits(price))
  }

  @Test func `a carrier without steps refuses what is heavier than its last bracket`() throws {
    let rate = try FreightRate(brackets: [.init(upTo: .kilograms(2), price: 5)])
    #expect(rate.price(weight: .grams(2000), volume: .zero) == 5)
    #expect(rate.price(weight: .grams(2001), volume: .zero) == nil)
  }

  @Test func `all faults of a rate are told at once`() {
    let error = #expect(throws: InvalidInput.self) {
      try FreightRate(
        brackets: [.init(upTo: .kilograms(2), price: 50), .init(upTo: .kilograms(2), price: 40)],
        beyond: .step(every: .zero, price: -1), cubicCentimetresPerKilogram: 0)
    }
    #expect(
      error?.faults.map(\.place) == [
        "$.brackets[1].upTo", "$.brackets[1].price", "$.beyond.every", "$.beyond.price", "$.cubicCentimetresPerKilogram",
      ])
  }

  @Test func `a tariff knows the zones it serves`() throws {
    let tariff = FreightTariff(zones: ["near": try Self.rate()])
    #expect(tariff.rate(zone: "near")?.lowest == 420 && tariff.rate(zone: "far") == nil)
  }
}
