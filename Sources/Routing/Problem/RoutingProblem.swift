public import Logistics
public import Travel

/// Which vehicles visit which jobs in which order, at the least cost.
///
/// The objective is a whole number in a unit of the caller's choice: pesos, thousandths of a peso, metres. It is the sum of
/// what the routes cost (see `VehicleType` and ``Preferences``) and the drop costs of the jobs and alternatives left out.
///
/// ```swift
/// let problem = try RoutingProblem(travel: travel, jobs: jobs, vehicles: [van])
/// let answer = try problem.solve(within: .seconds(10))
/// ```
public struct RoutingProblem: Sendable {
  /// The ways between the places that jobs and vehicles name by row, one matrix for each profile of vehicles; at least one, all of the
  /// same places.
  public let profiles: [TravelMatrix]
  public let jobs: [Job]
  public let vehicles: [VehicleType]
  /// What binds jobs together.
  public let relations: Relations
  /// How the speed changes through the day; `nil` if it does not.
  public let traffic: Traffic?
  /// Routes that have begun: each is kept as the beginning of a route of its vehicle type, with these jobs and reloads first. A type has
  /// no more of them than vehicles. One that breaks a rule by itself cannot be gone on with: its jobs are planned anew, and the verdict
  /// says so; give what has been driven the windows that it kept.
  public let begun: [Route]
  /// What makes a plan better besides what it costs to drive it; none, if empty.
  public let preferences: Preferences

  /// The matrix of the first profile.
  public var travel: TravelMatrix { profiles[0] }

  /// How many dimensions every load has.
  public var dimensions: Int { vehicles.first?.capacity.dimensions ?? jobs.first?.delivery.dimensions ?? 0 }

  /// A problem that is sound: it may be infeasible, but every number in it means something.
  ///
  /// - Throws: `InvalidInput` with everything that is wrong: a place that the matrix does not have, a negative amount, a
  ///   load of a different number of dimensions, a name given twice, a vehicle that can carry nothing, a cost so large that
  ///   sums of it would overflow, windows that overlap, a relation of jobs that are not there, a
  ///   preference without a scale.
  public init(
    profiles: [TravelMatrix], jobs: [Job], vehicles: [VehicleType], relations: Relations = Relations(), traffic: Traffic? = nil,
    begun: [Route] = [], preferences: Preferences = Preferences()
  ) throws(InvalidInput) {
    self.init(
      known: profiles, jobs: jobs, vehicles: vehicles, relations: relations, traffic: traffic, begun: begun,
      preferences: preferences)
    try validate()
  }

  /// A problem that is known to be sound, like a part of one that is.
  init(
    known profiles: [TravelMatrix], jobs: [Job], vehicles: [VehicleType], relations: Relations, traffic: Traffic?, begun: [Route],
    preferences: Preferences
  ) {
    self.profiles = profiles
    self.jobs = jobs
    self.vehicles = vehicles
    self.relations = relations
    self.traffic = traffic
    self.begun = begun
    self.preferences = preferences
  }

  /// The same with one matrix for all vehicles.
  ///
  /// - Throws: `InvalidInput` as above.
  public init(
    travel: TravelMatrix, jobs: [Job], vehicles: [VehicleType], relations: Relations = Relations(), traffic: Traffic? = nil,
    begun: [Route] = [], preferences: Preferences = Preferences()
  ) throws(InvalidInput) {
    try self.init(
      profiles: [travel], jobs: jobs, vehicles: vehicles, relations: relations, traffic: traffic, begun: begun,
      preferences: preferences)
  }
}
