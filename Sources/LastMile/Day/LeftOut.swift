public import Logistics
public import Routing

/// A stop that no vehicle makes, why, and what would change it.
public struct LeftOut: Hashable, Sendable {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// No vehicle that loads at the node has these skills.
    case skills(Set<Skill>)
    /// No vehicle of the house loads at the node.
    case noVehicle
    /// It is larger than any vehicle that could come.
    case tooLarge
    /// No vehicle that could come gets there within the window and back within its shift, even with nothing else to do.
    case outOfReach
    /// Every vehicle that could come has other things to do.
    case fleetBusy
    /// A vehicle could come, but serving it costs more than leaving it out.
    case tooDear
    /// A vehicle could come for less than leaving it out costs: the search has not found that.
    case overlooked
  }

  /// What keeps the stop off one vehicle.
  public struct Obstacle: Hashable, Sendable {
    /// The vehicle; of those that are alike and not out, the first.
    public let vehicle: ID<FleetVehicle>
    /// Whether it is out; otherwise this is about a vehicle like it with nothing else to do.
    public let isOut: Bool
    /// The rules in the way, where a job is a stop of the plan; empty if none is.
    public let breaches: [VehicleObstacle.Breach]
    /// Whether they stand in the way together; otherwise each is the only one at some place on the route.
    public let isJoint: Bool
  }

  /// A change by which the stop would be served: planning again with it serves the stop and everything served before, and with a second, a gram
  /// or a metre less it does not, see `LeftOutRemedy` of `Routing`.
  public enum Remedy: Hashable, Sendable {
    /// None is needed: planning again serves it.
    case noChange(cost: MinorUnits)
    /// The shift of a vehicle begins so much earlier.
    case earlierShift(vehicle: ID<FleetVehicle>, by: TimeSpan, cost: MinorUnits)
    /// The shift of a vehicle ends so much later.
    case longerShift(vehicle: ID<FleetVehicle>, by: TimeSpan, cost: MinorUnits)
    /// The customer's window opens so much earlier.
    case earlierWindow(vehicle: ID<FleetVehicle>, by: TimeSpan, cost: MinorUnits)
    /// The customer's window closes so much later.
    case laterWindow(vehicle: ID<FleetVehicle>, by: TimeSpan, cost: MinorUnits)
    /// The goods are ready so much earlier.
    case earlierGoods(vehicle: ID<FleetVehicle>, by: TimeSpan, cost: MinorUnits)
    /// A vehicle may drive so much further.
    case longerDistance(vehicle: ID<FleetVehicle>, by: Distance, cost: MinorUnits)
    /// A vehicle has so much more room in one of the dimensions: grams, cubic centimetres, parcels.
    case moreRoom(vehicle: ID<FleetVehicle>, by: Load, cost: MinorUnits)
    /// A vehicle has these skills.
    case moreSkills(vehicle: ID<FleetVehicle>, Set<Skill>, cost: MinorUnits)
    /// One more vehicle like this one drives.
    case oneMoreVehicle(like: ID<FleetVehicle>, cost: MinorUnits)
    /// Leaving it out is given at least this price.
    case higherPrice(MinorUnits)
  }

  /// The stop, as an index into the plan's stops.
  public let stop: Int
  public let reason: Reason
  /// For each vehicle that is out, and one of each kind with nothing else to do, what keeps the stop off it. Vehicles that do not load at its
  /// node or lack a skill are left out.
  public let obstacles: [Obstacle]
  /// At most one of each kind, cheapest first; empty if no single change helps, or none was looked for.
  public let remedies: [Remedy]
  /// How far the remedies were looked for.
  public let depth: LeftOutDemand.Depth
}
