import Logistics

/// The rates of many services and bands as flat numbers, made once for all carts.
///
/// A rate is a value with an array inside: who takes one out of a list counts a reference, and two threads that count the same references
/// wait for each other. Here nothing is counted, and whoever takes the whole table counts one.
package final class RateTable: Sendable {
  /// The rates themselves, for whoever ships by one; `nil` where a service does not go.
  package let rates: [FreightRate?]
  /// Where the brackets of each rate begin in the lists below, and one end more.
  private let first: [Int32]
  private let upTo: [Int]
  private let price: [Int]
  /// Cubic centimetres that count as a kilogram; 0 if volume does not count.
  private let divisors: [Int]
  /// What happens beyond the last bracket: how much more for each so many grams, or 0 grams where nothing heavier is taken.
  private let stepGrams: [Int]
  private let stepPrice: [Int]
  /// The lowest price of each rate; below zero where there is none.
  private let lowest: [Int]

  let bandCount: Int
  /// For each band, then each other, then each service there: the services that ask no more in the one.
  private let noDearer: [UInt64]

  /// Whether no rate is below zero, as orders refuse.
  let isSound: Bool

  /// Rates of services, service by service, each in so many bands.
  package init(_ rates: [FreightRate?], bandCount: Int) {
    self.bandCount = bandCount
    self.rates = rates
    isSound = rates.allSatisfy { $0.map { $0.lowest >= .zero } ?? true }
    var first: [Int32] = [0]
    var (upTo, price): ([Int], [Int]) = ([], [])
    for rate in rates {
      upTo += rate?.brackets.map(\.upTo.grams) ?? []
      price += rate?.brackets.map(\.price.count) ?? []
      if let rate, rate.isFlat {
        upTo.append(.max)
        price.append(rate.lowest.count)
      }
      first.append(Int32(upTo.count))
    }
    (self.first, self.upTo, self.price) = (first, upTo, price)
    divisors = rates.map { $0?.cubicCentimetresPerKilogram ?? 0 }
    stepGrams = rates.map { $0?.step?.every.grams ?? 0 }
    stepPrice = rates.map { $0?.step?.price.count ?? 0 }
    lowest = rates.map { $0?.lowest.count ?? -1 }
    noDearer = Self.compared(rates, bandCount)
  }

  private static func compared(_ rates: [FreightRate?], _ bandCount: Int) -> [UInt64] {
    guard bandCount > 0, rates.count / bandCount <= 64 else { return [] }
    let (services, bands) = (0..<rates.count / bandCount, 0..<bandCount)
    return bands.flatMap { band in
      bands.flatMap { other in
        services.map { service in
          services.reduce(UInt64(0)) { found, cheap in
            guard let rate = rates[cheap * bandCount + band], let known = rates[service * bandCount + other],
              rate.isNoDearer(than: known)
            else { return found }
            return found | 1 << UInt64(cheap)
          }
        }
      }
    }
  }

  var count: Int { lowest.count }

  /// The services that ask no more in one band than a service does in another, whatever the parcel, and take whatever it takes: a bit
  /// each.
  @inline(__always)
  func noDearer(in band: Int, thanIn other: Int, by service: Int) -> UInt64 {
    noDearer[(band &* bandCount &+ other) &* (count / bandCount) &+ service]
  }

  package func isAbsent(_ rate: Int) -> Bool { lowest[rate] < 0 }

  func lowest(_ rate: Int) -> Int { lowest[rate] }

  func divisor(_ rate: Int) -> Int { divisors[rate] }

  /// The least divisor of the rates of some bands that is greater than another; `nil` if there is none.
  func divisor(after last: Int?, in bands: borrowing Scratch<Bool>) -> Int? {
    var least: Int?
    for rate in 0..<count where bands.base[rate % bandCount] && !isAbsent(rate) {
      if divisors[rate] > last ?? -1, divisors[rate] < least ?? .max { least = divisors[rate] }
    }
    return least
  }

  /// The weight that is charged where volume counts by a divisor: as ``FreightRate/chargeable(weight:volume:)``.
  static func charged(_ grams: Int, _ cubicCentimetres: Int, divisor: Int) -> Int {
    divisor == 0 ? grams : max(grams, (cubicCentimetres * 1000 + divisor - 1) / divisor)
  }

  /// The brackets of a rate.
  func brackets(_ rate: Int) -> Range<Int> { Int(first[rate])..<Int(first[rate + 1]) }

  func limit(_ bracket: Int) -> Int { upTo[bracket] }

  func price(_ bracket: Int) -> Int { price[bracket] }

  /// What a rate asks for so many charged grams, beyond its last bracket; below zero if it is refused, or beyond `Int`.
  func priceBeyond(_ rate: Int, _ grams: Int) -> Int {
    let last = Int(first[rate + 1]) - 1
    guard stepGrams[rate] > 0 else { return -1 }
    let steps = (grams - upTo[last] - 1) / stepGrams[rate] + 1
    let (extra, over) = steps.multipliedReportingOverflow(by: stepPrice[rate])
    let (sum, over2) = extra.addingReportingOverflow(price[last])
    return over || over2 ? -1 : sum
  }

  /// What a rate that is there asks for a parcel; below zero if it is refused.
  func price(_ rate: Int, _ grams: Int, _ cubicCentimetres: Int) -> Int {
    let charged = Self.charged(grams, cubicCentimetres, divisor: divisors[rate])
    for bracket in brackets(rate) where charged <= upTo[bracket] { return price[bracket] }
    return priceBeyond(rate, charged)
  }
}

extension FreightRate {
  /// What each step beyond the last bracket costs; `nil` where nothing heavier is taken, or all costs the same.
  fileprivate var step: (every: Weight, price: MinorUnits)? {
    if case .step(let every, let price) = beyond { (every, price) } else { nil }
  }

  /// Whether it asks no more than another rate, whatever the parcel, and takes whatever that takes; `false` for rates of another form,
  /// which are not looked into.
  fileprivate func isNoDearer(than other: FreightRate) -> Bool {
    guard isFlat == other.isFlat, cubicCentimetresPerKilogram ?? 0 == other.cubicCentimetresPerKilogram ?? 0,
      step?.every == other.step?.every, step?.price ?? .zero <= other.step?.price ?? .zero, brackets.count == other.brackets.count
    else { return false }
    guard !isFlat else { return lowest <= other.lowest }
    return zip(brackets, other.brackets).allSatisfy { $0.upTo == $1.upTo && $0.price <= $1.price }
  }
}
