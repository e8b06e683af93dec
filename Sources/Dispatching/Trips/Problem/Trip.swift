public import Logistics

/// A planned drive out of a depot and back to it, its times fixed: a delivery round, a shuttle between stores.
public struct Trip: Hashable, Sendable {
  /// The caller's name for it; unique within a problem.
  public let id: ID<Trip>
  /// Where it begins and ends.
  public let depot: ID<Node>
  /// When it leaves.
  public let start: Instant
  /// When it is back.
  public let end: Instant
  /// How far it goes.
  public let distance: Distance
  /// What must fit into the vehicle.
  public let load: Load
  /// What the vehicle must have.
  public let skills: Set<Skill>
  /// What it costs, in the unit of the objective, not to drive it; `nil` if it must be driven.
  public let dropCost: Int?

  /// A trip.
  public init(
    id: ID<Trip>, depot: ID<Node>, start: Instant, end: Instant, distance: Distance = .zero, load: Load = [],
    skills: Set<Skill> = [], dropCost: Int? = nil
  ) {
    self.id = id
    self.depot = depot
    self.start = start
    self.end = end
    self.distance = distance
    self.load = load
    self.skills = skills
    self.dropCost = dropCost
  }
}
