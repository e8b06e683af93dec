public import Logistics
public import Routing

/// Which of the three plans of a comparison is being made.
public enum ComparisonStage: String, Hashable, Sendable, CaseIterable {
  /// Deliveries and pickups in one round.
  case together
  /// The deliveries alone.
  case deliveries
  /// The pickups alone.
  case pickups
}

extension Planner {
  /// Plans a day three times, to tell what it saves to fetch returns on the way of the deliveries: all together, as
  /// ``plan(_:returns:limit:seed:threads:isCancelled:progress:)`` does; the deliveries alone; the pickups alone.
  ///
  /// Each plan has the same fleet, the same seed and the whole limit, so this takes up to three times as long. What that means for the
  /// comparison, ``PickupComparison`` says. The search for the deliveries alone begins with the routes of all together, less their
  /// pickups: what a search happened to miss is not told as saved.
  ///
  /// - Parameters:
  ///   - date: The day, on the network's calendar.
  ///   - returns: Returns to be fetched at the door.
  ///   - limit: When to stop each search.
  ///   - seed: Another seed, other plans.
  ///   - threads: How many threads the search may use, two at most.
  ///   - isCancelled: Asked now and then; the best plans so far are returned once it says yes.
  ///   - progress: Told now and then, with the plan that it is about.
  /// - Returns: The three plans; the independent checker has found nothing wrong with any.
  /// - Throws: As ``plan(_:returns:limit:seed:threads:isCancelled:progress:)``.
  public func comparePickups(
    _ date: LocalDate, returns: [ReturnRequest], limit: SearchLimit, seed: UInt64 = 1, threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }, progress: (ComparisonStage, PlanProgress) -> Void = { _, _ in }
  ) throws -> PickupComparison {
    func made(
      _ stage: ComparisonStage, _ returns: [ReturnRequest], _ scope: DayScope, from known: DayPlan? = nil
    ) throws -> DayPlan {
      try plan(
        date, returns, scope, limit: limit, seed: seed, threads: threads, from: known, isBounded: stage == .together,
        isCancelled: isCancelled, progress: { progress(stage, $0) })
    }
    let together = try made(.together, returns, .everything)
    return PickupComparison(
      together: together, deliveries: try made(.deliveries, [], .everything, from: together),
      pickups: try made(.pickups, returns, .pickups))
  }
}
