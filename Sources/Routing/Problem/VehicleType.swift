public import Logistics

/// Vehicles that are alike in everything, and how many there are of them.
///
/// A route costs `fixedCost`, `costPerMetre` for each metre and `costPerSecond` for each second from its departure to its
/// return; the departure is chosen so that the route is as short in time as its windows allow.
public struct VehicleType: Sendable, Hashable {
  /// The caller's name for it; unique within a problem.
  public let id: ID<VehicleType>
  /// How many there are.
  public let count: Int
  /// The row of the travel matrix where a route begins.
  public let start: Int
  /// The row of the travel matrix where a route ends.
  public let end: Int
  /// The most it carries at any moment.
  public let capacity: Load
  /// The earliest departure and the latest return, or `nil` for no limit.
  public let shift: TimeWindow?
  /// What it can do.
  public let skills: Set<Skill>
  /// What a route costs before it moves, in the unit of the objective.
  public let fixedCost: Int
  /// What a metre costs, in the unit of the objective.
  public let costPerMetre: Int
  /// What a second of the route costs, driving, serving or waiting, in the unit of the objective.
  public let costPerSecond: Int
  /// The longest a route may be, or `nil` for no limit.
  public let maximumDistance: Distance?

  /// A type of vehicles.
  ///
  /// - Parameter end: Where a route ends; left out, where it began.
  public init(
    id: ID<VehicleType>, count: Int, start: Int, end: Int? = nil, capacity: Load, shift: TimeWindow? = nil,
    skills: Set<Skill> = [], fixedCost: Int = 0, costPerMetre: Int = 1, costPerSecond: Int = 0,
    maximumDistance: Distance? = nil
  ) {
    self.id = id
    self.count = count
    self.start = start
    self.end = end ?? start
    self.capacity = capacity
    self.shift = shift
    self.skills = skills
    self.fixedCost = fixedCost
    self.costPerMetre = costPerMetre
    self.costPerSecond = costPerSecond
    self.maximumDistance = maximumDistance
  }
}
