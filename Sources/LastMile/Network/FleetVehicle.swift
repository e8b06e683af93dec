public import Logistics
public import Promising

/// One vehicle of the house with its driver's shift.
public struct FleetVehicle: Hashable, Sendable {
  public let id: ID<FleetVehicle>
  /// What kind it is, as people call it: "van 10 m³".
  public let model: String
  /// Where it starts, loads and ends.
  public let node: ID<Node>
  public let weight: Weight
  public let volume: Volume
  /// The most parcels it takes.
  public let parcels: Int
  /// When it may be under way, on the clock of its node.
  public let shift: OpeningHours
  public let skills: Set<Skill>
  /// What a day on which it drives costs.
  public let fixedCost: MinorUnits
  public let costPerKilometre: MinorUnits
  /// What an hour under way costs, driving, serving or waiting.
  public let costPerHour: MinorUnits
  /// How many stops it makes in a shift, by experience: checkout promises no more of it, whatever the routes would let it.
  public let stops: Int
  /// How far it drives in a day at most, or `nil` for no limit.
  public let maximumDistance: Distance?

  /// A vehicle.
  public init(
    id: ID<FleetVehicle>, model: String, node: ID<Node>, weight: Weight, volume: Volume, parcels: Int, shift: OpeningHours,
    skills: Set<Skill>, fixedCost: MinorUnits, costPerKilometre: MinorUnits, costPerHour: MinorUnits, stops: Int,
    maximumDistance: Distance?
  ) {
    self.id = id
    self.model = model
    self.node = node
    self.weight = weight
    self.volume = volume
    self.parcels = parcels
    self.shift = shift
    self.skills = skills
    self.fixedCost = fixedCost
    self.costPerKilometre = costPerKilometre
    self.costPerHour = costPerHour
    self.stops = stops
    self.maximumDistance = maximumDistance
  }

}
