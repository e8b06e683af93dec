/// How much faster parcels arrive these days than was foretold: deliveries that came, divided by those expected of all that were
/// on their way, day by day, fading.
///
/// The ratio multiplies the hazard, as a frailty shared by all orders of a day does; with a gamma prior it is shrunk towards 1, and
/// that of a region towards that of all (Clayton 1978; "standardised mortality ratio"). It counts days of the calendar, not of
/// purchase: a strike shows on the next morning, in orders that are all still under way. O(1) for each order at risk and day.
struct HazardDrift: Hashable, Sendable, Codable {
  /// Deliveries and expected deliveries.
  private struct Ratio: Hashable, Sendable, Codable {
    var came = 0.0
    var expected = 0.0

    func shrunk(_ strength: Double) -> Double { (came + strength) / (expected + strength) }
  }

  /// Days in which a weight halves.
  private static let halfLife = 7.0
  /// How many expected deliveries the belief in no drift is worth.
  private static let strength = 20.0
  private static let regionStrength = 60.0
  /// How much of a drift is believed to last as long as a delivery takes: chosen on validation months, see decision 24.
  private static let persistence = 0.8

  private var all = Ratio()
  private var regions: [String: Ratio] = [:]

  /// Takes in a day that is over.
  ///
  /// - Parameter orders: For each order that was under way when the day began or placed on it, its region, the hazard foretold
  ///   for it on that day, and whether it came.
  mutating func add(day orders: [(region: String, hazard: Double, came: Bool)]) {
    let factor = FastMath.decay(1, halfLife: Self.halfLife)
    all.came *= factor
    all.expected *= factor
    for region in regions.keys {
      regions[region]?.came *= factor
      regions[region]?.expected *= factor
    }
    for order in orders {
      all.came += order.came ? 1 : 0
      all.expected += Self.probability(order.hazard)
    }
    let level = all.shrunk(Self.strength)
    for order in orders {
      regions[order.region, default: Ratio()].came += order.came ? 1 : 0
      regions[order.region, default: Ratio()].expected += Self.probability(order.hazard * level)
    }
  }

  /// That it comes on a day of a hazard: where many come on one day that is less than the hazard.
  private static func probability(_ hazard: Double) -> Double { 1 - FastMath.exp(-min(hazard, 700)) }

  /// What the hazards of an order to a region are multiplied by.
  func multiplier(_ region: String) -> Double {
    let level = all.shrunk(Self.strength) * (regions[region]?.shrunk(Self.regionStrength) ?? 1)
    return FastMath.exp(Self.persistence * FastMath.ln(level))
  }
}
