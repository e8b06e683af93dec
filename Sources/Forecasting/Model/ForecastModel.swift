public import Logistics

/// What answers how long a delivery will take: a value without history, to be saved, looked at and loaded again.
///
/// An answer is made in four steps. A location, the logarithm of the days foretold on the ``DeliveryClock``: from boosted trees,
/// or from the levels of lane and destination over the prior while there is too little history. A hazard for each day: the mean
/// of a product-limit law of the outcomes around the location and of trees that know the day (discrete-time survival: Singer and
/// Willett 1993). The drift of the last days, which multiplies the hazards. Their sum, as survival.
public struct ForecastModel: Hashable, Sendable, Codable {
  /// The zone whose days are counted.
  public let zone: Zone
  /// What was believed before anything was seen.
  public let prior: TransitPrior
  /// How fast parcels move on each day.
  public internal(set) var clock: DeliveryClock
  /// How many deliveries it has learnt from.
  public internal(set) var deliveries = 0
  var levels = LaneLevels()
  var handling = HandlingLevels()
  var drift = HazardDrift()
  var curve: HazardCurve
  /// The features that the trees count from 0.
  var features = FeatureRow.names + FeatureRow.dayNames
  var locationTrees: TreeEnsemble?
  var hazardTrees: TreeEnsemble?

  /// The days that answers tell apart: 0 ... 120.
  static let days = 121

  init(zone: Zone, prior: TransitPrior, daysOff: Set<LocalDate>) {
    self.zone = zone
    self.prior = prior
    clock = DeliveryClock(rates: [Double](repeating: 1, count: 7), daysOff: daysOff)
    curve = ProductLimit().curve(prior: prior.weight, spread: prior.spread)
  }

  /// How long a consignment will take, as far as is known at the moment it is placed. Some 100 µs.
  public func forecast(_ consignment: Consignment) -> DayDistribution {
    let base = base(consignment)
    return distribution(base.hazard, to: consignment.destinationRegion)
  }

  /// What is foretold of a consignment before the drift.
  struct Base {
    let day: Int
    let features: [Double]
    let location: Double
    /// For each day, the hazard of that day.
    let hazard: [Double]
  }

  func base(_ consignment: Consignment) -> Base {
    let day = zone.date(at: consignment.placedAt).dayNumber
    let features = FeatureRow.of(consignment, model: self)
    let location = location(consignment, features, on: day)
    return Base(day: day, features: features, location: location, hazard: hazard(features, location, placedOn: day))
  }

  func location(_ consignment: Consignment, _ features: [Double], on day: Int) -> Double {
    if let locationTrees { return locationTrees(features) }
    let effects = levels.effects(consignment, on: day)
    // How much longer everything takes than was believed is left to the product-limit law, which knows what is still under way.
    return prior.location(consignment, kilometres: consignment.distance) + effects.destination + effects.lane
  }

  private func hazard(_ features: [Double], _ location: Double, placedOn day: Int) -> [Double] {
    let ends = clock.ends(placedOn: day, count: Self.days)
    var hazard: [Double] = []
    hazard.reserveCapacity(Self.days)
    var before = 0.0
    var row = features
    row.reserveCapacity(features.count + 6)
    for offset in 0..<Self.days {
      let sum = curve(FastMath.ln(max(ends[offset], 1e-3)) - location)
      var value = max(0, sum - before)
      before = max(before, sum)
      if let hazardTrees {
        row.removeSubrange(features.count...)
        let kind = clock.kind(of: day + offset)
        FeatureRow.appendDay(
          offset, clock: ends[offset], kind: kind, rate: clock.rates[kind], location: location, to: &row)
        // −ln(1 − p) of the logistic p, without cancellation.
        value = (value + FastMath.ln(1 + FastMath.exp(min(hazardTrees(row), 30)))) / 2
      }
      hazard.append(value)
    }
    return hazard
  }

  func distribution(_ hazard: [Double], to region: String) -> DayDistribution {
    let multiplier = drift.multiplier(region)
    var sum = 0.0
    return DayDistribution(
      cumulativeHazard: hazard.map { value in
        sum += value * multiplier
        return sum
      })
  }
}
