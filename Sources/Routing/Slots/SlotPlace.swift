public import Logistics

/// Where a stop goes in a tentative plan, and what that costs.
public struct SlotPlace: Hashable, Sendable {
  /// The type of the vehicle, as an index into the plan's vehicles.
  public let vehicle: Int
  /// Whether it takes a vehicle that is not out yet.
  public let opensVehicle: Bool
  /// The position among the stops of its route, from 0.
  public let position: Int
  /// The stop before it on the route; `nil` if it is the first.
  public let after: ID<Job>?
  /// What the plan costs more with it, in the unit of the objective: by distance, by time with overtime, and the fixed cost of a
  /// vehicle that is not out yet. Only rounding of ways can make it negative.
  public let extraCost: Int
  /// What the time of its service costs, a part of ``extraCost`` unless the vehicle had to wait in any case.
  public let serviceCost: Int
  /// How much farther the vehicle drives.
  public let extraDistance: Distance
  /// How much longer the vehicle is out.
  public let extraTime: TimeSpan
  /// When the vehicle gets there, on the route as it then stands; see ``ScheduledRoute`` for when it departs.
  public let arrival: Instant
  /// When the service begins: on arrival, or when the window opens.
  public let begin: Instant
  /// The last moment at which the service could begin with everything that is promised kept.
  public let latestBegin: Instant
}
