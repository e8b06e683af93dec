public import Logistics

/// One visit that a vehicle is to make: goods handed over at a place, goods taken back, or both.
public struct Job: Sendable, Hashable {
  /// The caller's name for it; unique within a problem.
  public let id: ID<Job>
  /// The row of the travel matrix.
  public let place: Int
  /// What is brought from the depot.
  public let delivery: Load
  /// What is taken back to the depot.
  public let pickup: Load
  /// How long the vehicle stands there.
  public let service: TimeSpan
  /// When the service may begin, or `nil` for at any time.
  public let window: TimeWindow?
  /// What a vehicle must have to serve it.
  public let skills: Set<Skill>
  /// What it costs, in the unit of the objective, to leave it out; `nil` if it must be served.
  public let dropCost: Int?

  /// A visit. Loads left out are zero in the dimensions of the other.
  public init(
    id: ID<Job>, place: Int, delivery: Load, pickup: Load? = nil, service: TimeSpan = .zero, window: TimeWindow? = nil,
    skills: Set<Skill> = [], dropCost: Int? = nil
  ) {
    self.id = id
    self.place = place
    self.delivery = delivery
    self.pickup = pickup ?? .zero(dimensions: delivery.dimensions)
    self.service = service
    self.window = window
    self.skills = skills
    self.dropCost = dropCost
  }
}
