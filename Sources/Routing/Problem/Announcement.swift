public import Logistics

/// What a customer was told of a visit, and what it costs to do otherwise.
///
/// Neither price forbids anything: a plan pays for each stop that comes sooner or later than was told, or in another vehicle, and so keeps
/// what was told wherever that is worth more than what changing it saves. `RoutingProblem.replanned(from:at:events:prices:limit:)` makes
/// announcements out of a plan that runs.
public struct Announcement: Sendable, Hashable {
  /// When the service was said to begin.
  public let begin: Instant
  /// What each second costs by which it begins sooner or later, in the unit of the objective. A stop costs no more than
  /// ``RoutingProblem/largestCost`` for it.
  public let costPerSecond: Int
  /// The type of the vehicle that was said to come, as an index into the problem's vehicles; `nil` if none was named.
  public let vehicle: Int?
  /// What it costs if a vehicle of another type comes, in the unit of the objective.
  public let costOfAnotherVehicle: Int

  /// What was told.
  public init(begin: Instant, costPerSecond: Int, vehicle: Int? = nil, costOfAnotherVehicle: Int = 0) {
    self.begin = begin
    self.costPerSecond = costPerSecond
    self.vehicle = vehicle
    self.costOfAnotherVehicle = costOfAnotherVehicle
  }
}
