/// A demand that a plan leaves out: what keeps it off each vehicle, and what would have it served.
public struct LeftOutDemand: Sendable {
  /// How far the remedies were looked for.
  public enum Depth: String, Hashable, Sendable {
    /// All kinds of change were tried.
    case complete
    /// The limit came, or the caller said that it was enough, before all were tried.
    case cutShort
    /// None was tried: more demands are left out than were to be explained in depth.
    case obstaclesOnly
  }

  public let demand: Demand
  /// Its jobs.
  public let jobs: [Int]
  /// What leaving it out costs, in the unit of the objective; `nil` if it must be served.
  public let dropCost: Int?
  /// For each type of vehicle what keeps it off one that does nothing else, and for each route what keeps it off that; routes of a type that
  /// lacks a skill are left out.
  public let obstacles: [VehicleObstacle]
  /// What would have it served, cheapest first, at most one of a kind, of capacity one for each dimension. Empty if no single change does.
  public let remedies: [LeftOutRemedy]
  /// How far the remedies were looked for.
  public let depth: Depth
  /// How many searches were made for them.
  public let searches: Int
}

/// How far a plan is explained.
public struct ExplanationLimit: Hashable, Sendable {
  /// For how many of the demands left out remedies are looked for; for the rest only what keeps them off each vehicle is told.
  public var mostInDepth: Int
  /// How many searches are made for one demand, at most.
  public var mostSearches: Int
  /// How to plan again.
  public var replanning: Replanning

  /// A limit.
  public init(mostInDepth: Int = 20, mostSearches: Int = 200, replanning: Replanning = Replanning()) {
    self.mostInDepth = mostInDepth
    self.mostSearches = mostSearches
    self.replanning = replanning
  }
}
