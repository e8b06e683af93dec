public import Logistics

/// What a carrier charges for one parcel on one lane, by its chargeable weight.
///
/// The chargeable weight is the larger of what the parcel weighs and what its volume counts for. The price is that of the
/// first bracket the weight still fits in (its limit included); beyond the last bracket it grows by steps, or the
/// carrier refuses the parcel. Prices never fall as weight grows.
///
/// ```swift
/// let rate = try FreightRate(
///   brackets: [.init(upTo: .kilograms(1), price: 420), .init(upTo: .kilograms(5), price: 790)],
///   beyond: .step(every: .kilograms(1), price: 110), cubicCentimetresPerKilogram: 5000)
/// rate.price(weight: .grams(6200), volume: .litres(20))   // 790 + 2 × 110
/// ```
public struct FreightRate: Hashable, Sendable {
  /// One price up to one weight.
  public struct Bracket: Hashable, Sendable {
    /// The heaviest chargeable weight at this price.
    public let upTo: Weight
    public let price: MinorUnits

    /// A bracket.
    public init(upTo: Weight, price: MinorUnits) {
      self.upTo = upTo
      self.price = price
    }
  }

  /// What happens above the last bracket.
  public enum Beyond: Hashable, Sendable {
    /// The carrier takes no heavier parcel.
    case refused
    /// The last price, and so much more for every step of weight begun.
    case step(every: Weight, price: MinorUnits)
  }

  /// The brackets, lightest first; empty for a flat rate.
  public let brackets: [Bracket]
  public let beyond: Beyond
  /// How many cubic centimetres count as a kilogram, or `nil` if volume does not count. Carriers use 4,000 to 6,000.
  public let cubicCentimetresPerKilogram: Int?
  private let flatPrice: Int

  /// A rate by weight.
  ///
  /// - Throws: `InvalidInput` with every bracket that is not heavier than the one before or cheaper than it, every number
  ///   that is negative or beyond 10¹², a step of no weight, a divisor that is not 1 to 10⁶, or no bracket at all.
  public init(
    brackets: [Bracket], beyond: Beyond = .refused, cubicCentimetresPerKilogram: Int? = nil
  ) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(!brackets.isEmpty, at: "$.brackets", found: "no bracket", expected: "at least one")
    for (index, bracket) in brackets.enumerated() {
      let last = index == 0 ? Bracket(upTo: .zero, price: 0) : brackets[index - 1]
      faults.check(
        bracket.upTo > last.upTo && bracket.upTo.count <= Weight.limit, at: "$.brackets[\(index)].upTo",
        found: "\(bracket.upTo)", expected: "more than \(last.upTo), at most 10^12 g")
      faults.check(
        bracket.price >= last.price && bracket.price.count <= MinorUnits.limit, at: "$.brackets[\(index)].price",
        found: "\(bracket.price)", expected: "at least \(last.price), at most 10^12")
    }
    if case .step(let every, let price) = beyond {
      faults.check(
        (1...Weight.limit).contains(every.count), at: "$.beyond.every", found: "\(every)", expected: "1 to 10^12 g")
      faults.check(
        (0...MinorUnits.limit).contains(price.count), at: "$.beyond.price", found: "\(price)", expected: "0 to 10^12")
    }
    if let divisor = cubicCentimetresPerKilogram {
      faults.check(
        (1...1_000_000).contains(divisor), at: "$.cubicCentimetresPerKilogram", found: "\(divisor)", expected: "1 to 10^6")
    }
    try faults.throwIfAny("freight rate", advice: "the brackets are not sorted by weight.")
    self.brackets = brackets
    self.beyond = beyond
    self.cubicCentimetresPerKilogram = cubicCentimetresPerKilogram
    flatPrice = brackets[0].price.count
  }

  /// The same rate with other prices.
  ///
  /// - Precondition: They rise where the prices of the rate do, or stay, from 0 to 10¹².
  package func repriced(_ price: (MinorUnits) -> MinorUnits) -> FreightRate {
    guard !brackets.isEmpty else { return .flat(price(MinorUnits(flatPrice))) }
    var beyond = beyond
    if case .step(let every, let step) = beyond { beyond = .step(every: every, price: price(step)) }
    let rate = try? FreightRate(
      brackets: brackets.map { Bracket(upTo: $0.upTo, price: price($0.price)) }, beyond: beyond,
      cubicCentimetresPerKilogram: cubicCentimetresPerKilogram)
    guard let rate else { preconditionFailure("prices that are none") }
    return rate
  }

  private init(flat price: MinorUnits) {
    brackets = []
    beyond = .step(every: .kilograms(1), price: 0)
    cubicCentimetresPerKilogram = nil
    flatPrice = price.count
  }

  /// The same rate with every price so many times as high. Prices may leave the range that is checked.
  init(_ rate: FreightRate, times factor: Int) {
    brackets = rate.brackets.map { Bracket(upTo: $0.upTo, price: $0.price * factor) }
    beyond = if case .step(let every, let price) = rate.beyond { .step(every: every, price: price * factor) } else { .refused }
    cubicCentimetresPerKilogram = rate.cubicCentimetresPerKilogram
    flatPrice = rate.flatPrice * factor
  }

  /// The same price for every parcel, whatever it weighs. A price below zero is refused where an order uses it.
  public static func flat(_ price: MinorUnits) -> FreightRate { FreightRate(flat: price) }

  /// The lowest price of any parcel.
  public var lowest: MinorUnits { MinorUnits(flatPrice) }

  /// Whether the price does not depend on the parcel.
  public var isFlat: Bool { brackets.isEmpty }

  /// The weight that is charged, volume turned into weight and rounded up to a gram.
  ///
  /// - Precondition: weight and volume are 0 to 10¹².
  public func chargeable(weight: Weight, volume: Volume) -> Weight {
    guard let divisor = cubicCentimetresPerKilogram else { return weight }
    return max(weight, Weight((volume.cubicCentimetres * 1000 + divisor - 1) / divisor))
  }

  /// The price of a parcel, or `nil` if the carrier refuses it. Complexity: logarithmic in the brackets.
  public func price(weight: Weight, volume: Volume) -> MinorUnits? {
    isFlat ? MinorUnits(flatPrice) : price(chargeable: chargeable(weight: weight, volume: volume).grams)?.price
  }

  /// The price at a chargeable weight in grams and the heaviest weight at the same price; `nil` if refused, or if the
  /// price is beyond `Int`.
  func price(chargeable grams: Int) -> (price: MinorUnits, upTo: Int)? {
    guard let last = brackets.last else { return (MinorUnits(flatPrice), .max) }
    guard grams > last.upTo.grams else {
      var low = 0
      var high = brackets.count - 1
      while low < high {
        let middle = (low + high) / 2
        if brackets[middle].upTo.grams >= grams { high = middle } else { low = middle + 1 }
      }
      return (brackets[low].price, brackets[low].upTo.grams)
    }
    guard case .step(let every, let price) = beyond else { return nil }
    let steps = (grams - last.upTo.grams - 1) / every.grams + 1
    let (extra, over) = steps.multipliedReportingOverflow(by: price.count)
    let (sum, over2) = extra.addingReportingOverflow(last.price.count)
    let (length, over3) = steps.multipliedReportingOverflow(by: every.grams)
    guard !over, !over2 else { return nil }
    let (end, over4) = length.addingReportingOverflow(last.upTo.grams)
    return (MinorUnits(sum), over3 || over4 ? .max : end)
  }
}
