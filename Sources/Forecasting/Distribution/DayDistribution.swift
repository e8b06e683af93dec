/// How many whole days something takes, as a probability for each number of days: day 0 is the day of the order itself.
///
/// Kept as the survival function on whole days. What lies beyond ``horizon`` is not told apart: "later than any promise".
public struct DayDistribution: Hashable, Sendable {
  /// The probability that it takes more than `k` days, for `k` from 0; never rising, between 0 and 1.
  public let survival: [Double]

  /// A distribution by its survival function.
  ///
  /// - Precondition: There is at least one day, the values lie in 0...1 and never rise.
  public init(survival: [Double]) {
    precondition(!survival.isEmpty, "a distribution over no days")
    precondition(survival.allSatisfy { (0...1).contains($0) }, "a probability outside 0...1")
    precondition(zip(survival, survival.dropFirst()).allSatisfy { $0 >= $1 }, "a survival function that rises")
    self.survival = survival
  }

  /// A distribution by its cumulative hazard: survival is its negative exponential (Kalbfleisch and Prentice 2002, section 1.2).
  ///
  /// - Precondition: The values are not negative and never fall.
  public init(cumulativeHazard: [Double]) {
    self.init(survival: cumulativeHazard.map { FastMath.exp(-min($0, 700)) })
  }

  /// The last day that is told apart.
  public var horizon: Int { survival.count - 1 }

  /// The probability that it takes more than so many days; 1 before day 0.
  public func survival(after days: Int) -> Double { days < 0 ? 1 : survival[min(days, horizon)] }

  /// The probability that it is there within so many days.
  public func probability(within days: Int) -> Double { 1 - survival(after: days) }

  /// The least number of days within which it is there with at least this probability, at most ``horizon``. O(log days).
  ///
  /// A higher probability never gives fewer days. What differs in the twelfth digit counts as equal: 1 − 0.9 is not 0.1.
  public func quantile(_ probability: Double) -> Int { firstDay(latenessAtMost: 1 - probability + 1e-12) }

  /// The first day after which at most this share is still outstanding, at most ``horizon``; ``horizon`` for a negative share.
  public func firstDay(latenessAtMost share: Double) -> Int {
    var low = 0
    var high = horizon
    while low < high {
      let middle = (low + high) / 2
      if survival[middle] <= share { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The day `d` that minimises `d + price · P(later than d)`, the first of equals. O(days).
  ///
  /// - Parameters:
  ///   - price: What a broken promise costs, in days; a higher one never gives an earlier day.
  ///   - first: The first day that may be promised; a later one never gives an earlier day.
  /// - Precondition: `first` lies in 0 ... ``horizon``.
  public func cheapestDay(latenessPrice price: Double, from first: Int = 0) -> Int {
    precondition(survival.indices.contains(first), "a day that is not told apart")
    var best = first
    var least = Double(first) + price * survival[first]
    for day in first..<survival.count {
      // No later day can cost less than itself.
      if Double(day) >= least { break }
      let cost = Double(day) + price * survival[day]
      if cost < least { (best, least) = (day, cost) }
    }
    return best
  }

  /// The expected number of days, those beyond ``horizon`` counted as one day more than it. O(days).
  public var mean: Double { survival.reduce(0, +) }

  /// The day whose outcome is worse with half the probability.
  public var median: Int { quantile(0.5) }
}

extension DayDistribution: Codable {
  /// - Throws: `DecodingError` if the values are no survival function.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let values = try container.decode([Double].self)
    guard !values.isEmpty, values.allSatisfy({ (0...1).contains($0) }), zip(values, values.dropFirst()).allSatisfy({ $0 >= $1 })
    else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "no survival function") }
    self.init(survival: values)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(survival)
  }
}
