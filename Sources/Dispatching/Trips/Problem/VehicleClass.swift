public import Logistics

/// Vehicles of one depot that are alike in everything, and how many there are of them.
///
/// A unit that drives at least one trip costs `fixedCost`, and for each of its trips `costPerSecond` and `costPerMetre`, together
/// rounded to a whole unit of the objective. Waiting between trips costs nothing.
public struct VehicleClass: Hashable, Sendable {
  /// The caller's name for it; unique within a problem.
  public let id: ID<VehicleClass>
  /// The depot that all its trips begin and end at.
  public let depot: ID<Node>
  /// How many units there are.
  public let count: Int
  /// No trip begins before it opens or ends after it closes.
  public let shift: TimeWindow
  /// What fits into a unit.
  public let capacity: Load
  /// What a unit can do.
  public let skills: Set<Skill>
  /// What a unit costs that drives at all, in the unit of the objective.
  public let fixedCost: Int
  /// What a second on a trip costs, in the unit of the objective; a rate may be a fraction.
  public let costPerSecond: Double
  /// What a metre costs, in the unit of the objective; a rate may be a fraction.
  public let costPerMetre: Double
  /// How many trips a unit may drive, or `nil` for any number.
  public let maximumTrips: Int?

  /// A class of vehicles.
  public init(
    id: ID<VehicleClass>, depot: ID<Node>, count: Int, shift: TimeWindow, capacity: Load = [], skills: Set<Skill> = [],
    fixedCost: Int = 0, costPerSecond: Double = 0, costPerMetre: Double = 0, maximumTrips: Int? = nil
  ) {
    self.id = id
    self.depot = depot
    self.count = count
    self.shift = shift
    self.capacity = capacity
    self.skills = skills
    self.fixedCost = fixedCost
    self.costPerSecond = costPerSecond
    self.costPerMetre = costPerMetre
    self.maximumTrips = maximumTrips
  }

  /// Whether a unit may drive a trip: its depot, shift, capacity and skills.
  public func fits(_ trip: Trip) -> Bool {
    trip.depot == depot && shift.opens <= trip.start && trip.end <= shift.closes && trip.load.fits(in: capacity)
      && trip.skills.isSubset(of: skills)
  }

  /// What a trip costs on a unit, its fixed cost aside; `nil` if that is beyond what sums have room for.
  func cost(of trip: Trip) -> Int? {
    let cost = Double((trip.end - trip.start).seconds) * costPerSecond + Double(trip.distance.metres) * costPerMetre
    return cost < 0x1p53 ? Int(cost.rounded()) : nil
  }
}
