import Logistics

/// The rates of many services and bands as flat numbers, made once for all carts.
///
/// A rate is a value with an array inside: who takes one out of a list counts a reference, and two threads that count the same references
/// wait for each other. Here nothing is counted.
package struct RateTable: Sendable {
  /// The rates themselves, for whoever ships by one; `nil` where a service does not go.
  package let rates: [FreightRate?]
  /// Where the brackets of each rate begin in the lists below, and one end more.
  private var first: [Int32] = [0]
  private var upTo: [Int] = []
  private var price: [Int] = []
  /// Cubic centimetres that count as a kilogram; 0 if volume does not count.
  private var divisors: [Int] = []
  /// What happens beyond the last bracket: how much more for each so many grams, or 0 grams where nothing heavier is taken.
  private var stepGrams: [Int] = []
  private var stepPrice: [Int] = []
  /// The lowest price of each rate; below zero where there is none.
  private var lowest: [Int] = []

  let bandCount: Int
  /// For each band, then each other, then each service there: the services that ask no more in the one.
  private var noDearer: [UInt64] = []

  /// Whether no rate is below zero, as orders refuse.
  let isSound: Bool

  /// Rates of services, service by service, each in so many bands.
  package init(_ rates: [FreightRate?], bandCount: Int) {
    self.bandCount = bandCount
    self.rates = rates
    isSound = rates.allSatisfy { $0.map { $0.lowest >= .zero } ?? true }
    for rate in rates {
      if let rate {
        upTo += rate.brackets.map(\.upTo.grams)
        price += rate.brackets.map(\.price.count)
        if rate.isFlat {
          upTo.append(.max)
          price.append(rate.lowest.count)
        }
        var step = (grams: 0, price: 0)
        if case .step(let every, let more) = rate.beyond { step = (every.grams, more.count) }
        stepGrams.append(step.grams)
        stepPrice.append(step.price)
      } else {
        stepGrams.append(0)
        stepPrice.append(0)
      }
      divisors.append(rate?.cubicCentimetresPerKilogram ?? 0)
      lowest.append(rate?.lowest.count ?? -1)
      first.append(Int32(upTo.count))
    }
    compare()
  }

  private mutating func compare() {
    guard bandCount > 0, count / bandCount <= 64 else { return }
    let services = 0..<count / bandCount
    for band in 0..<bandCount {
      for other in 0..<bandCount {
        for service in services {
          noDearer.append(
            services.reduce(0) { services, cheap in
              isNoDearer(cheap * bandCount + band, than: service * bandCount + other) ? services | 1 << UInt64(cheap) : services
            })
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

  private func isNoDearer(_ rate: Int, than other: Int) -> Bool {
    guard !isAbsent(rate), !isAbsent(other), divisors[rate] == divisors[other], stepGrams[rate] == stepGrams[other],
      stepPrice[rate] <= stepPrice[other], brackets(rate).count == brackets(other).count
    else { return false }
    return zip(brackets(rate), brackets(other)).allSatisfy { upTo[$0] == upTo[$1] && price[$0] <= price[$1] }
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
