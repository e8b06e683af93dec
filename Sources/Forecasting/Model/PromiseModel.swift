public import Logistics

/// A forecast with its calibration: what turns a consignment into a date. A value to be saved as JSON, looked at, and loaded with
/// the same answers.
public struct PromiseModel: Hashable, Sendable, Codable {
  /// The version of the file's form.
  public static let version = 1

  /// The version that was written.
  public let version: Int
  /// How long deliveries take.
  public internal(set) var forecast: ForecastModel
  /// What to aim at under ``PromisePolicy/reliability``.
  public internal(set) var reliability: AdaptiveLevels
  /// What each order is allowed under ``PromisePolicy/reliability``.
  public internal(set) var thresholds: LatenessThresholds
  /// What to aim at under ``PromisePolicy/cheapest``.
  public internal(set) var cheapest: AdaptiveLevels
  /// What a broken promise costs under ``PromisePolicy/cheapest``.
  public internal(set) var prices: LatenessPrices

  init(_ forecast: ForecastModel, levels: [Double]) {
    version = Self.version
    self.forecast = forecast
    reliability = AdaptiveLevels(levels: levels)
    thresholds = LatenessThresholds(levels: levels)
    // A price is to outlast a bad month: to follow each month at its own price gives away what prices gain.
    cheapest = AdaptiveLevels(levels: levels, step: 0.002)
    prices = LatenessPrices(levels: levels)
  }

  /// The number of days to promise. A higher level never gives fewer.
  ///
  /// - Parameters:
  ///   - law: How long the order will take.
  ///   - level: The share of promises to be kept, between 0 and 1.
  public func days(_ law: DayDistribution, level: Double, policy: PromisePolicy) -> Int {
    switch policy {
    case .reliability: law.firstDay(latenessAtMost: thresholds.threshold(at: level))
    case .cheapest: prices.days(law, level: level)
    }
  }

  /// The date to promise for a consignment placed now, with the probability that it is kept. Some 100 µs.
  ///
  /// - Parameter level: The share of promises to be kept, between 0 and 1.
  public func promise(_ consignment: Consignment, level: Double, policy: PromisePolicy = .cheapest) -> DatePromise {
    let law = forecast.forecast(consignment)
    let days = days(law, level: level, policy: policy)
    let placed = forecast.zone.date(at: consignment.placedAt)
    return DatePromise(date: placed.adding(days: days), days: days, probability: law.probability(within: days))
  }
}

/// A date and what stands behind it.
public struct DatePromise: Hashable, Sendable {
  /// The day on or before which it will be there.
  public let date: LocalDate
  /// Days from the order to it.
  public let days: Int
  /// The probability that it is kept, by the forecast.
  public let probability: Double
}
