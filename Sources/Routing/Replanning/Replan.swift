public import Logistics

/// The rest of a day, planned anew: the routes with all that they have driven, and what changes for whom.
public struct Replan: Sendable {
  /// What happens to a job.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// It has begun, or its vehicle is on the way to it.
    case done
    /// The same vehicle begins it at the moment that was told.
    case kept
    /// It begins at another moment, or another vehicle comes.
    case moved
    /// It was not planned and is now: it is new, or there is room for it.
    case joined
    /// It was planned, or is new, and nobody comes.
    case dropped
    /// It was cancelled.
    case cancelled
  }

  /// When a vehicle comes to a job.
  public struct Visit: Hashable, Sendable {
    /// The vehicle, by its name in ``Replan/problem``.
    public let vehicle: ID<VehicleType>
    /// The route, of the plan that ran for what was told, of ``Replan/verdict`` for what is planned now.
    public let route: Int
    /// When it gets there.
    public let arrival: Instant
    /// When the service begins.
    public let begin: Instant
  }

  /// What changes at a job.
  public struct StopChange: Hashable, Sendable {
    /// The job's name.
    public let job: ID<Job>
    /// The job in the problem that ran; `nil` if it is new.
    public let oldIndex: Int?
    /// The job in ``Replan/problem``; `nil` if it is not there any more.
    public let newIndex: Int?
    public let outcome: Outcome
    /// What was told; `nil` if nobody was to come.
    public let before: Visit?
    /// What is planned now; `nil` if nobody comes.
    public let after: Visit?

    /// How much later it begins than was told, in seconds, negative if sooner; `nil` where it has but one of the two times.
    public var shift: TimeSpan? {
      guard let before, let after else { return nil }
      return after.begin - before.begin
    }

    /// Whether another vehicle comes than was told.
    public var changesVehicle: Bool {
      guard let before, let after else { return false }
      return before.vehicle != after.vehicle
    }
  }

  /// What changes on a vehicle's route.
  public struct VehicleChange: Hashable, Sendable {
    /// The vehicle, by its name in ``Replan/problem``.
    public let vehicle: ID<VehicleType>
    /// The route in the plan that ran; `nil` if the vehicle was not to drive.
    public let oldRoute: Int?
    /// The route in ``Replan/verdict``; `nil` if it does not drive any more, and has done nothing.
    public let newRoute: Int?
    /// How many stops were done, or left for, and stay as they are.
    public let frozenStops: Int
    /// Whether it drives no further.
    public let isDown: Bool
    /// The jobs that it did not have, and those it has no longer, in the order of the route; those are left out that are cancelled.
    public let joined: [ID<Job>]
    public let left: [ID<Job>]
    /// Whether it does what is left in another order.
    public let isReordered: Bool
    /// When its route was to end, and when it ends now.
    public let endBefore: Instant?
    public let endAfter: Instant?

    /// Whether its driver has to be told anything but times.
    public var isChanged: Bool { isDown || isReordered || !joined.isEmpty || !left.isEmpty }
  }

  /// The rest of the day, as it was searched.
  public let day: RunningDay
  /// The answer of the search.
  public let answer: Answer
  /// Every job that was planned, is planned, or is new, those that ran first, in the order of their numbers.
  public let stops: [StopChange]
  /// Every vehicle with a route then or now, those that had one first.
  public let vehicles: [VehicleChange]

  /// The problem that ``verdict`` judges: its numbers of jobs and vehicles are those of ``StopChange/newIndex`` and of what follows.
  public var problem: RoutingProblem { day.problem }
  /// All routes, what is driven first, with times and costs.
  public var verdict: Verdict { answer.verdict }
  /// What is different for a customer, soonest first as it was told, then those who are new.
  public var changes: [StopChange] { sorted(stops.filter { $0.outcome != .done && $0.outcome != .kept }) }
  /// What it costs that customers get something else than was told, and that jobs are left out that were planned: a part of the
  /// verdict's cost.
  public var stabilityPrice: Int {
    let dropped = stops.count { $0.outcome == .dropped && $0.before != nil && mayBeDropped($0) }
    return verdict.announcementPrice + dropped * day.prices.perDropped
  }
  /// What the plan costs without that.
  public var costWithoutPrices: Int { verdict.cost - stabilityPrice }

  private func mayBeDropped(_ change: StopChange) -> Bool { change.newIndex.map { problem.jobs[$0].dropCost != nil } ?? false }

  private func sorted(_ changes: [StopChange]) -> [StopChange] {
    func key(_ change: StopChange) -> Instant { change.before?.begin ?? Instant(secondsSince1970: .max) }
    return changes.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }.map(\.element)
  }
}
