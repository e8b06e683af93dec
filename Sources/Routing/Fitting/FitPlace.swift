public import Logistics

/// Where something goes in a running plan, and what that costs. Its times are those of the checker, see ``ScheduledRoute``.
public struct FitPlace: Hashable, Sendable {
  /// One of its visits.
  public struct Visit: Hashable, Sendable {
    /// The position among the jobs of the route as it then stands, from 0.
    public let position: Int
    /// The trip of the route that it is on, from 0; there are several where the vehicle loads anew.
    public let trip: Int
    /// When the vehicle gets there.
    public let arrival: Instant
    /// When the service, with its set-up, begins.
    public let begin: Instant
    /// When the service is over.
    public let departure: Instant
  }

  /// The route, as an index into ``RunningPlan/routes``; `nil` if it takes a vehicle that is not out yet.
  public let route: Int?
  /// The type of the vehicle, as an index into the problem's vehicles.
  public let vehicle: Int
  /// Where the job is visited; of a shipment where the goods are taken, and then where they are handed over.
  public let visits: [Visit]
  /// Where the vehicle loads anew besides, on the route as it then stands; `nil` if it need not.
  public let reload: ReloadStop?
  /// What the routes cost more with it, in the unit of the objective, by all that a route costs: distance, time, overtime,
  /// lateness of others, preferences, and the fixed cost of a vehicle that is not out yet. Where a detour is shorter than the
  /// direct way it can be less than nothing.
  public let extraCost: Int
  /// How much farther the vehicle drives.
  public let extraDistance: Distance
  /// How much longer the vehicle is out.
  public let extraTime: TimeSpan

  /// Whether it takes a vehicle that is not out yet.
  public var opensVehicle: Bool { route == nil }
  /// The position of its first visit.
  public var position: Int { visits[0].position }
  /// When its service begins; of a shipment, when the goods are taken.
  public var begin: Instant { visits[0].begin }
}
