import LastMile
import Logistics
import Sourcing

/// What it saves to fetch returns on the way of the deliveries: `together` is the plan of the day; `apart` is the sum of `deliveries`
/// and `pickups`, each with the whole fleet to itself. See `PickupComparison`.
public struct PickupComparisonReport: Encodable, Sendable {
  /// A plan in numbers.
  public struct Totals: Encodable, Sendable {
    /// Visits that a vehicle makes, and that nobody makes.
    public let stops: Int
    public let leftOut: Int
    public let vehicles: Int
    public let distanceMetres: Int
    /// From each departure to the return, all vehicles together.
    public let seconds: Int
    /// What the routes and the stops left out cost.
    public let cost: Int
    public let routeCost: Int
    public let leftOutCost: Int
  }

  /// What is saved: less is better everywhere, so a negative number is more than apart. Shares are of what it takes apart, `nil` of
  /// nothing.
  public struct Saving: Encodable, Sendable {
    public let vehicles: Int
    public let distanceMetres: Int
    public let seconds: Int
    public let cost: Int
    @OrNull public var vehicleShare: Double?
    @OrNull public var distanceShare: Double?
    @OrNull public var secondsShare: Double?
    @OrNull public var costShare: Double?
  }

  public let together: Totals
  public let apart: Totals
  public let deliveries: Totals
  public let pickups: Totals
  public let saved: Saving
  /// How much of the cost apart is, at the most, for vehicles that drive both rounds and are paid for twice.
  public let dayPricesPaidTwice: Int
  /// Rules that the checker found broken, in all three plans.
  public let violations: Int

  init(_ comparison: PickupComparison) {
    together = Totals(comparison.together.totals)
    apart = Totals(comparison.apart)
    deliveries = Totals(comparison.deliveries.totals)
    pickups = Totals(comparison.pickups.totals)
    saved = Saving(comparison.saved, of: comparison.apart)
    dayPricesPaidTwice = comparison.dayPricesPaidTwice.count
    violations = [comparison.together, comparison.deliveries, comparison.pickups].reduce(0) { $0 + $1.violations.count }
  }
}

extension PickupComparisonReport.Totals {
  fileprivate init(_ totals: DayTotals) {
    self.init(
      stops: totals.visits, leftOut: totals.leftOut, vehicles: totals.vehicles, distanceMetres: totals.distance.metres,
      seconds: totals.time.seconds, cost: totals.cost.count, routeCost: totals.routeCost.count,
      leftOutCost: totals.leftOutCost.count)
  }
}

extension PickupComparisonReport.Saving {
  fileprivate init(_ saved: DayTotals, of whole: DayTotals) {
    func share(_ part: Int, _ whole: Int) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }
    self.init(
      vehicles: saved.vehicles, distanceMetres: saved.distance.metres, seconds: saved.time.seconds, cost: saved.cost.count,
      vehicleShare: share(saved.vehicles, whole.vehicles), distanceShare: share(saved.distance.metres, whole.distance.metres),
      secondsShare: share(saved.time.seconds, whole.time.seconds), costShare: share(saved.cost.count, whole.cost.count))
  }
}
