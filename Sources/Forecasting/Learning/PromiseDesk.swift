public import Logistics

/// Promises dates while it learns: a ``DeliveryLearner`` whose promises are checked, day by day, against what became of them.
///
/// ```swift
/// var desk = PromiseDesk(zone: zone)
/// let law = try desk.place(consignment)
/// let days = desk.model.days(law, level: 0.95, policy: .cheapest)
/// try desk.deliver(consignment.id, at: moment)
/// ```
public struct PromiseDesk: Sendable {
  /// The levels whose promises are checked; between them the calibration is interpolated.
  public static let levels = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.965, 0.98, 0.99, 0.995]

  private var learner: DeliveryLearner
  private var calibrated: PromiseModel
  private var reliability = OpenPromises()
  private var cheapest = OpenPromises()
  /// Whole days are much the same in the long run as of late; prices are to outlast a bad month, but not a season.
  private var lately = RecentLaws(spacing: 1)
  private var longer = RecentLaws(spacing: 5)
  private var settledUpTo: Int?

  /// A desk that has seen nothing.
  ///
  /// - Parameters:
  ///   - zone: Whose days are counted.
  ///   - prior: What is believed before anything was observed.
  ///   - daysOff: The days on which nobody delivers, as far as they are known in advance.
  ///   - levels: The shares of promises to be kept for which promises are checked, ascending.
  ///   - settings: How much work it does.
  public init(
    zone: Zone, prior: TransitPrior = TransitPrior(), daysOff: Set<LocalDate> = [], levels: [Double] = Self.levels,
    settings: LearningSettings = LearningSettings()
  ) {
    learner = DeliveryLearner(zone: zone, prior: prior, daysOff: daysOff, settings: settings)
    calibrated = PromiseModel(learner.model, levels: levels)
  }

  /// What can be saved: the forecast and its calibration as of the last event.
  public var model: PromiseModel {
    var model = calibrated
    model.forecast = learner.model
    return model
  }

  /// An order is placed. Returns how long it will take, as far as is known before it.
  ///
  /// - Throws: `InvalidInput` if there is such an order already, or if it is placed before an event that was observed.
  public mutating func place(_ consignment: Consignment) throws(InvalidInput) -> DayDistribution {
    advance(to: consignment.placedAt)
    let law = try learner.place(consignment)
    let day = learner.model.zone.date(at: consignment.placedAt).dayNumber
    for (index, level) in calibrated.reliability.levels.enumerated() {
      let days = calibrated.days(law, level: level, policy: .reliability)
      reliability.add(.init(order: consignment.id, index: index, days: days), dueOn: day + days)
      let cheap = calibrated.days(law, level: level, policy: .cheapest)
      cheapest.add(.init(order: consignment.id, index: index, days: cheap), dueOn: day + cheap)
    }
    lately.add(law)
    longer.add(law)
    return law
  }

  /// The days to promise for a law that ``place(_:)`` gave, under the calibration of now.
  public func days(_ law: DayDistribution, level: Double, policy: PromisePolicy) -> Int {
    calibrated.days(law, level: level, policy: policy)
  }

  /// The shipper hands an order over to the carrier.
  ///
  /// - Throws: `InvalidInput` if there is no such order, or if the moment is before an event that was observed.
  public mutating func handOver(_ id: ID<Consignment>, at moment: Instant) throws(InvalidInput) {
    advance(to: moment)
    try learner.handOver(id, at: moment)
  }

  /// An order is delivered.
  ///
  /// - Throws: `InvalidInput` if there is no such order, or if the moment is before an event that was observed.
  public mutating func deliver(_ id: ID<Consignment>, at moment: Instant) throws(InvalidInput) {
    advance(to: moment)
    try learner.deliver(id, at: moment)
  }

  /// Time passes: promises whose day is over by then are checked.
  public mutating func advance(to moment: Instant) {
    learner.advance(to: moment)
    guard let today = learner.today?.dayNumber else { return }
    let first = settledUpTo ?? today
    guard first < today else {
      settledUpTo = first
      return
    }
    for day in first..<today {
      for promise in reliability.take(dueOn: day) { calibrated.reliability.settle(promise.index, isKept: isKept(promise)) }
      for promise in cheapest.take(dueOn: day) { calibrated.cheapest.settle(promise.index, isKept: isKept(promise)) }
    }
    settledUpTo = today
    calibrated.thresholds.solve(lately.laws, misses: calibrated.reliability.falling)
    calibrated.prices.solve(longer.laws, misses: calibrated.cheapest.falling)
  }

  private func isKept(_ promise: OpenPromises.Promise) -> Bool {
    learner.days(of: promise.order).map { $0 <= promise.days } ?? false
  }
}
