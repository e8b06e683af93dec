public import Logistics

/// One visit that a vehicle is to make: goods handed over at a place, goods taken back, or both.
///
/// Goods delivered come from the depot where the trip begins, goods taken back go to the depot where it ends, unless the job is an end
/// of a ``Shipment``. What binds several jobs together (shipments, alternatives, the same vehicle, an order) stands in ``Relations``.
public struct Job: Sendable, Hashable {
  /// The caller's name for it; unique within a problem.
  public let id: ID<Job>
  /// The row of the travel matrix.
  public let place: Int
  /// What is brought.
  public let delivery: Load
  /// What is taken back.
  public let pickup: Load
  /// How long the vehicle stands there.
  public let service: TimeSpan
  /// How much longer it stands there if the stop before is at another place, or there is none: parking, finding the door. Paid once for
  /// jobs at one place that follow each other.
  public let setup: TimeSpan
  /// When the service, with its set-up, may begin: apart from each other and in order of time; empty for at any time.
  public let windows: [TimeWindow]
  /// Whether the service may begin after the last window has closed, and at what price; `nil` if not.
  public let lateness: Lateness?
  /// When the goods are at the depot: the trip that carries them leaves no earlier. `nil` for always there.
  public let release: Instant?
  /// What a vehicle must have to serve it.
  public let skills: Set<Skill>
  /// What it costs, in the unit of the objective, to leave it out (a prize not won, a priority in money); `nil` if it must be served.
  public let dropCost: Int?
  /// What the customer was told, and what it costs to do otherwise; `nil` for nothing.
  public let announced: Announcement?

  /// From the first opening to the last closing, or `nil` for at any time.
  public var window: TimeWindow? {
    guard let first = windows.first, let last = windows.last else { return nil }
    return TimeWindow(opens: first.opens, closes: last.closes)
  }

  /// A visit with any number of windows. Loads left out are zero in the dimensions of the other.
  public init(
    id: ID<Job>, place: Int, delivery: Load, pickup: Load? = nil, service: TimeSpan = .zero, setup: TimeSpan = .zero,
    windows: [TimeWindow], lateness: Lateness? = nil, release: Instant? = nil, skills: Set<Skill> = [], dropCost: Int? = nil,
    announced: Announcement? = nil
  ) {
    self.id = id
    self.place = place
    self.delivery = delivery
    self.pickup = pickup ?? .zero(dimensions: delivery.dimensions)
    self.service = service
    self.setup = setup
    self.windows = windows
    self.lateness = lateness
    self.release = release
    self.skills = skills
    self.dropCost = dropCost
    self.announced = announced
  }

  /// A visit with one window or none. Loads left out are zero in the dimensions of the other.
  public init(
    id: ID<Job>, place: Int, delivery: Load, pickup: Load? = nil, service: TimeSpan = .zero, setup: TimeSpan = .zero,
    window: TimeWindow? = nil, lateness: Lateness? = nil, release: Instant? = nil, skills: Set<Skill> = [], dropCost: Int? = nil,
    announced: Announcement? = nil
  ) {
    self.init(
      id: id, place: place, delivery: delivery, pickup: pickup, service: service, setup: setup,
      windows: window.map { [$0] } ?? [], lateness: lateness, release: release, skills: skills, dropCost: dropCost,
      announced: announced)
  }
}

/// What it costs to begin a service after its last window has closed.
public struct Lateness: Sendable, Hashable {
  /// What a second costs, in the unit of the objective.
  public let costPerSecond: Int
  /// The most that is allowed, or `nil` for no limit.
  public let most: TimeSpan?

  /// A price on lateness.
  public init(costPerSecond: Int, most: TimeSpan? = nil) {
    self.costPerSecond = costPerSecond
    self.most = most
  }
}
