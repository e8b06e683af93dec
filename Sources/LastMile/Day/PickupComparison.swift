public import Logistics

/// What it is worth to fetch returns on the way of the deliveries: the day planned with both together, and as two rounds.
///
/// The two rounds are judged kindly, so that what is saved is rather told too small: each has the whole fleet, as if the same vehicles
/// could drive both at once; each is searched with the whole limit, though it has fewer stops, and that of the deliveries goes on from
/// the routes of both together; and no pickup of a swap has to keep the hours that the customer chose for the delivery. They are judged harshly in one: a vehicle that drives both rounds is
/// paid for twice. ``dayPricesPaidTwice`` says how much that can be at the most.
///
/// Goods that wait for their replacement's day are fetched in neither.
public struct PickupComparison: Sendable {
  /// Deliveries and pickups in one round, with swaps.
  public let together: DayPlan
  /// The deliveries alone. No bound was asked for.
  public let deliveries: DayPlan
  /// The pickups alone, each door for itself, old goods of swaps among them. No bound was asked for.
  public let pickups: DayPlan

  /// Both rounds that are driven apart.
  public var apart: DayTotals { deliveries.totals + pickups.totals }

  /// What driving together saves; negative where it costs more.
  public var saved: DayTotals { apart - together.totals }

  /// The day's prices of vehicles that are counted in both rounds, if of each kind as many as possible drove both.
  public var dayPricesPaidTwice: MinorUnits {
    zip(deliveries.vehiclePrices, pickups.vehiclePrices).reduce(.zero) { sum, kinds in
      sum + kinds.0.vehicles[0].fixedCost * min(kinds.0.used, kinds.1.used)
    }
  }
}

/// A plan in numbers, or the difference of two.
public struct DayTotals: Hashable, Sendable {
  /// Visits that a vehicle makes.
  public let visits: Int
  /// Visits that nobody makes.
  public let leftOut: Int
  /// Vehicles that drive.
  public let vehicles: Int
  public let distance: Distance
  /// From each departure to the return, all vehicles together: driving, waiting and standing at doors.
  public let time: TimeSpan
  /// What the routes cost.
  public let routeCost: MinorUnits
  /// What the visits left out cost.
  public let leftOutCost: MinorUnits

  public var cost: MinorUnits { routeCost + leftOutCost }

  public static func + (left: DayTotals, right: DayTotals) -> DayTotals {
    DayTotals(
      visits: left.visits + right.visits, leftOut: left.leftOut + right.leftOut, vehicles: left.vehicles + right.vehicles,
      distance: left.distance + right.distance, time: left.time + right.time, routeCost: left.routeCost + right.routeCost,
      leftOutCost: left.leftOutCost + right.leftOutCost)
  }

  public static func - (left: DayTotals, right: DayTotals) -> DayTotals {
    DayTotals(
      visits: left.visits - right.visits, leftOut: left.leftOut - right.leftOut, vehicles: left.vehicles - right.vehicles,
      distance: left.distance - right.distance, time: left.time - right.time, routeCost: left.routeCost - right.routeCost,
      leftOutCost: left.leftOutCost - right.leftOutCost)
  }
}

extension DayPlan {
  /// The plan in numbers. O(routes + left out).
  public var totals: DayTotals {
    DayTotals(
      visits: routes.reduce(0) { $0 + $1.visits.count }, leftOut: leftOut.count, vehicles: routes.count,
      distance: routes.reduce(.zero) { $0 + $1.distance }, time: routes.reduce(.zero) { $0 + ($1.arrival - $1.departure) },
      routeCost: cost.routes, leftOutCost: cost.leftOut)
  }
}
