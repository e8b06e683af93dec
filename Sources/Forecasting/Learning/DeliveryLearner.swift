public import Logistics

/// Learns from a stream of orders how long deliveries take. Every event has its moment, and what is said of an order rests on
/// events before it: there is nothing to peek at.
///
/// An event costs O(1) besides a forecast for an order placed; the end of a day O(orders under way); trees are grown anew every
/// two weeks, some tenths of a second for ten thousand orders.
public struct DeliveryLearner: Sendable {
  /// What answers.
  public internal(set) var model: ForecastModel
  /// An order that was observed.
  struct Record: Sendable {
    let consignment: Consignment
    let day: Int
    let features: [Double]
    /// What was foretold when it was placed, not what is known now: residuals of trees on what they were grown from are too small.
    var location: Double
    var isHandedOver = false
    /// Days from order to delivery; `nil` while it is under way.
    var days: Int?
    /// The hazards foretold, while it is under way.
    var hazard: [Double]
  }

  let settings: LearningSettings
  var records: [Record] = []
  private var numbers: [ID<Consignment>: Int] = [:]
  /// Orders under way that are not given up yet.
  var open: [Int] = []
  var cameToday: [Int] = []
  /// The day that is not over yet; `nil` before the first event.
  public internal(set) var today: LocalDate?
  private var lastMoment: Instant?
  var clockCounts = DeliveryClockCounts()
  var outcomes = ProductLimit()
  var lastGrown: Int?

  /// After so many days under way an order is not waited for any more: it may have been lost.
  static let patience = 120
  /// Days in which the weight of an outcome halves in the product-limit law.
  static let halfLife = 90.0

  /// A learner that has seen nothing.
  ///
  /// - Parameters:
  ///   - zone: Whose days are counted.
  ///   - prior: What is believed before anything was observed.
  ///   - daysOff: The days on which nobody delivers, as far as they are known in advance.
  ///   - settings: How much work it does.
  public init(
    zone: Zone, prior: TransitPrior = TransitPrior(), daysOff: Set<LocalDate> = [],
    settings: LearningSettings = LearningSettings()
  ) {
    self.settings = settings
    model = ForecastModel(zone: zone, prior: prior, daysOff: daysOff)
  }

  /// How many orders it has seen.
  public var count: Int { records.count }

  /// Whether an order has been delivered by now, and after how many days.
  public func days(of id: ID<Consignment>) -> Int? { numbers[id].flatMap { records[$0].days } }

  /// An order is placed. Returns how long it will take.
  ///
  /// - Throws: `InvalidInput` if there is such an order already, or if it is placed before an event that was observed.
  @discardableResult
  public mutating func place(_ consignment: Consignment) throws(InvalidInput) -> DayDistribution {
    try check(consignment.placedAt, consignment.id)
    guard numbers[consignment.id] == nil else {
      throw refusal(consignment.id, found: "an order placed before", expected: "a new one")
    }
    advance(to: consignment.placedAt)
    let base = model.base(consignment)
    numbers[consignment.id] = records.count
    open.append(records.count)
    records.append(
      Record(
        consignment: consignment, day: base.day, features: base.features, location: base.location, days: nil,
        hazard: base.hazard))
    model.handling.place(consignment.shipper, at: consignment.placedAt.secondsSince1970)
    return model.distribution(base.hazard, to: consignment.destinationRegion)
  }

  /// The shipper hands an order over to the carrier. A second time changes nothing.
  ///
  /// - Throws: `InvalidInput` if there is no such order, or if the moment is before an event that was observed.
  public mutating func handOver(_ id: ID<Consignment>, at moment: Instant) throws(InvalidInput) {
    let number = try number(id, at: moment)
    guard !records[number].isHandedOver else { return }
    records[number].isHandedOver = true
    let consignment = records[number].consignment
    model.handling.handOver(
      consignment.shipper, placedAt: consignment.placedAt.secondsSince1970, at: moment.secondsSince1970,
      day: model.zone.date(at: moment).dayNumber)
  }

  /// An order is delivered. A second time changes nothing.
  ///
  /// - Throws: `InvalidInput` if there is no such order, or if the moment is before an event that was observed.
  public mutating func deliver(_ id: ID<Consignment>, at moment: Instant) throws(InvalidInput) {
    let number = try number(id, at: moment)
    guard records[number].days == nil else { return }
    let record = records[number]
    let day = model.zone.date(at: moment).dayNumber
    let days = day - record.day
    records[number].days = days
    model.deliveries += 1
    cameToday.append(number)
    clockCounts.addDelivery(kind: model.clock.kind(of: day))
    let time = FastMath.ln(max(model.clock.middle(placedOn: record.day, days: days), 0.3))
    let believed = model.prior.location(record.consignment, kilometres: record.consignment.distance)
    model.levels.add(time - believed, record.consignment, on: day)
    // One that was given up has counted already.
    if !record.hazard.isEmpty {
      outcomes.addOutcome(time - record.location, weight: FastMath.decay(Double(days), halfLife: Self.halfLife))
    }
    if !record.isHandedOver {
      records[number].isHandedOver = true
      model.handling.remove(record.consignment.shipper, placedAt: record.consignment.placedAt.secondsSince1970)
    }
  }

  /// Time passes: whatever day is over by then is learnt from. Earlier moments change nothing.
  public mutating func advance(to moment: Instant) {
    lastMoment = max(moment, lastMoment ?? moment)
    let day = model.zone.date(at: moment).dayNumber
    guard let today else {
      self.today = LocalDate(dayNumber: day)
      return
    }
    for over in stride(from: today.dayNumber, to: day, by: 1) { end(over) }
    if day > today.dayNumber { self.today = LocalDate(dayNumber: day) }
  }

  private mutating func number(_ id: ID<Consignment>, at moment: Instant) throws(InvalidInput) -> Int {
    try check(moment, id)
    guard let number = numbers[id] else { throw refusal(id, found: "no such order", expected: "one that was placed") }
    advance(to: moment)
    return number
  }

  private func check(_ moment: Instant, _ id: ID<Consignment>) throws(InvalidInput) {
    guard let lastMoment, moment < lastMoment else { return }
    throw refusal(id, found: "an event at \(moment)", expected: "none before \(lastMoment), which was observed already")
  }

  private func refusal(_ id: ID<Consignment>, found: String, expected: String) -> InvalidInput {
    InvalidInput("events", [Fault(at: "\(id)", found: found, expected: expected)])
  }
}
