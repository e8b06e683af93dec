public import Logistics
public import Travel

/// Which vehicles visit which jobs in which order, at the least cost.
///
/// The objective is a whole number in a unit of the caller's choice: pesos, thousandths of a peso, metres. It is the sum of
/// what the routes cost (see `VehicleType`) and the drop costs of the jobs left out.
///
/// ```swift
/// let problem = try RoutingProblem(travel: travel, jobs: jobs, vehicles: [van])
/// let answer = try problem.solve(within: .seconds(10))
/// ```
public struct RoutingProblem: Sendable {
  /// The ways between the places that jobs and vehicles name by row.
  public let travel: TravelMatrix
  public let jobs: [Job]
  public let vehicles: [VehicleType]

  /// How many dimensions every load has.
  public var dimensions: Int { vehicles.first?.capacity.dimensions ?? jobs.first?.delivery.dimensions ?? 0 }

  /// A problem that is sound: it may be infeasible, but every number in it means something.
  ///
  /// - Throws: `InvalidInput` with everything that is wrong: a place that the matrix does not have, a negative amount, a
  ///   load of a different number of dimensions, a name given twice, a vehicle that can carry nothing, a cost so large that
  ///   sums of it would overflow.
  public init(travel: TravelMatrix, jobs: [Job], vehicles: [VehicleType]) throws(InvalidInput) {
    self.travel = travel
    self.jobs = jobs
    self.vehicles = vehicles
    try validate()
  }
}
