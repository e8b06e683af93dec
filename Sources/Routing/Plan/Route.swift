/// The jobs that one vehicle visits, in order.
public struct Route: Hashable, Sendable {
  /// The vehicle's type, as an index into the problem's vehicles.
  public var vehicle: Int
  /// The jobs, as indices into the problem's jobs.
  public var jobs: [Int]

  /// A route.
  public init(vehicle: Int, jobs: [Int]) {
    self.vehicle = vehicle
    self.jobs = jobs
  }
}
