public import Logistics

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
  }

  /// A change by which the stop would be served; the checker has judged the route that results.
  public enum Remedy: Hashable, Sendable {
    /// The shift of a vehicle ends so much later.
    case longerShift(vehicle: ID<FleetVehicle>, by: TimeSpan, cost: MinorUnits)
    /// The customer's window closes so much later.
    case laterWindow(vehicle: ID<FleetVehicle>, by: TimeSpan, cost: MinorUnits)
    /// A vehicle has so much more room: grams, cubic centimetres, parcels.
    case moreRoom(vehicle: ID<FleetVehicle>, by: Load, cost: MinorUnits)
    /// One more vehicle like this one drives.
    case oneMoreVehicle(like: ID<FleetVehicle>, cost: MinorUnits)
    /// Leaving it out is given at least this price.
    case higherPrice(MinorUnits)
  }

  /// The stop, as an index into the plan's stops.
  public let stop: Int
  public let reason: Reason
  /// At most one of each kind, cheapest first; empty if nothing that was tried helps.
  public let remedies: [Remedy]
}
