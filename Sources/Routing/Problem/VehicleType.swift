public import Logistics

/// Vehicles that are alike in everything, and how many there are of them.
///
/// A route costs `fixedCost`, `costPerMetre` for each metre, `costPerSecond` for each second from its departure to its return without
/// unpaid breaks, and what ``Overtime``, ``Lateness`` and ``Preferences`` ask. It departs as late as it can without coming back any later or being later
/// anywhere, so that it waits no longer than it must.
public struct VehicleType: Sendable, Hashable {
  /// The caller's name for it; unique within a problem.
  public let id: ID<VehicleType>
  /// How many there are.
  public let count: Int
  /// The row of the travel matrix where a route begins. For routes that begin at their first stop see `TravelMatrix.addingNowhere`.
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
  /// The longest from departure to return, breaks included, or `nil` for no limit.
  public let maximumDuration: TimeSpan?
  /// How much longer than `maximumDuration` a route may last, and at what price; `nil` for not at all.
  public let overtime: Overtime?
  /// The most jobs on a route, or `nil` for no limit.
  public let maximumStops: Int?
  /// The breaks that each route takes, in this order.
  public let breaks: [Break]
  /// Whether and where it may load anew and make another trip; `nil` for one trip.
  public let reload: Reload?
  /// Which of the problem's travel matrices it drives by.
  public let profile: Int

  /// A type of vehicles.
  ///
  /// - Parameter end: Where a route ends; left out, where it began.
  public init(
    id: ID<VehicleType>, count: Int, start: Int, end: Int? = nil, capacity: Load, shift: TimeWindow? = nil,
    skills: Set<Skill> = [], fixedCost: Int = 0, costPerMetre: Int = 1, costPerSecond: Int = 0,
    maximumDistance: Distance? = nil, maximumDuration: TimeSpan? = nil, overtime: Overtime? = nil, maximumStops: Int? = nil,
    breaks: [Break] = [], reload: Reload? = nil, profile: Int = 0
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
    self.maximumDuration = maximumDuration
    self.overtime = overtime
    self.maximumStops = maximumStops
    self.breaks = breaks
    self.reload = reload
    self.profile = profile
  }
}

/// Time beyond a vehicle's longest duration.
public struct Overtime: Sendable, Hashable {
  /// The most of it.
  public let most: TimeSpan
  /// What a second costs besides the vehicle's own cost of a second, in the unit of the objective.
  public let costPerSecond: Int

  /// Overtime at a price.
  public init(most: TimeSpan, costPerSecond: Int) {
    self.most = most
    self.costPerSecond = costPerSecond
  }
}

/// A pause of the driver, taken between two stops or at either end of the route: after a service, or before the next one begins.
public struct Break: Sendable, Hashable {
  /// When it may begin: apart from each other and in order of time; empty for at any time.
  public let windows: [TimeWindow]
  /// How long it takes.
  public let duration: TimeSpan
  /// Whether the vehicle's cost of a second counts during it.
  public let isPaid: Bool

  /// A break.
  public init(windows: [TimeWindow] = [], duration: TimeSpan, isPaid: Bool = true) {
    self.windows = windows
    self.duration = duration
    self.isPaid = isPaid
  }
}

/// Loading anew on the way: what was picked up is unloaded, what the next trip delivers is loaded.
public struct Reload: Sendable, Hashable {
  /// The rows of the travel matrix where that can be done.
  public let places: [Int]
  /// How often on one route at most, or `nil` for no limit.
  public let most: Int?
  /// How long it takes.
  public let duration: TimeSpan

  /// Loading anew.
  public init(places: [Int], most: Int? = nil, duration: TimeSpan = .zero) {
    self.places = places
    self.most = most
    self.duration = duration
  }
}
