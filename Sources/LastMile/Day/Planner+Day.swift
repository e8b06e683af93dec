import Dispatching
public import Logistics
import Promising
public import Returns
public import Routing
import Sourcing
import Synchronization

extension Planner {
  /// Plans the routes of a day: the parcels promised for it by the house's own vehicles, and returns to be fetched.
  ///
  /// A return is fetched by the vehicle that brings its replacement, or something else to the same customer at the same door, in one
  /// visit: see ``ReturnPickup``. Parcels of one order from one node come in one visit.
  ///
  /// In three steps: a search for routes, which begins with those that checkout promised by and near its end combines those it met anew; a linear program that chooses among all
  /// routes the search met, and prices stops and vehicles; trees and column generation for a bound on what any plan costs. A
  /// limit of time is shared out among them, six tenths for the search and the rest for the proof. Then it is told why stops are left out, and
  /// what would have them served: with a limit of time for a tenth of it more.
  ///
  /// - Parameters:
  ///   - date: The day, on the network's calendar.
  ///   - returns: Returns to be fetched at the door; those that the law does not let come back are judged and left where they
  ///     are.
  ///   - limit: When to stop. With a number of iterations and no time, the plan is the same on every machine.
  ///   - seed: Another seed, another plan.
  ///   - threads: How many threads the search may use, two at most.
  ///   - isCancelled: Asked now and then; the best plan so far is returned once it says yes.
  ///   - progress: Told now and then.
  /// - Returns: The plan; the independent checker has found nothing wrong with it.
  /// - Throws: `InvalidInput` if the network's fleet makes no sense, or no vehicle drives that day; `SearchError` if search and checker disagree.
  public func plan(
    _ date: LocalDate, returns: [ReturnRequest] = [], limit: SearchLimit, seed: UInt64 = 1, threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }, progress: (PlanProgress) -> Void = { _ in }
  ) throws -> DayPlan {
    try plan(
      date, returns, .everything, limit: limit, seed: seed, threads: threads, isCancelled: isCancelled, progress: progress)
  }

  /// Plans some of a day's visits; parameters and errors as above.
  ///
  /// - Parameters:
  ///   - known: A plan of the day that delivers the same, whose routes to begin with instead of those that were promised.
  ///   - isBounded: Whether to prove a bound, with the time that the limit has for it, and to look for what would have stops served.
  func plan(
    _ date: LocalDate, _ returns: [ReturnRequest], _ scope: DayScope, limit: SearchLimit, seed: UInt64, threads: Int,
    from known: DayPlan? = nil, isBounded: Bool = true, isCancelled: @Sendable () -> Bool, progress: (PlanProgress) -> Void
  ) throws -> DayPlan {
    let (stops, judged) = visits(on: date, returns, scope)
    let day = try DayProblem(network: network, date: date, stops: stops, without: vehiclesOut(on: date))
    let searching = SearchLimit(iterations: limit.iterations, time: limit.time.map { $0 * 6 / 10 })
    let answer = try day.problem.solve(
      searching, seed: seed, threads: threads,
      start: known.map(day.deliveries(of:)) ?? day.routes(of: tentativeDays(on: date), in: network),
      recombiner: PartitioningRecombiner(day.problem), isCancelled: isCancelled,
      progress: { progress(.searching($0)) })
    progress(.choosing(candidates: answer.pool.count))
    let selection = day.problem.selectRoutes(
      from: answer.pool, incumbent: answer.routes, limit: SelectionLimit(time: limit.time.map { $0 / 10 }),
      isCancelled: isCancelled)
    let bound =
      isBounded
      ? day.problem.lowerBound(
        pool: answer.pool, incumbent: selection.routes,
        limit: limit.time.map { BoundLimit(rounds: 100_000, time: $0 * 3 / 10, threads: threads) }
          ?? BoundLimit(threads: threads),
        isCancelled: isCancelled,
        progress: { progress(.proving($0)) }) : nil
    let better = bound?.betterRoutes.map { routes in
      day.problem.selectRoutes(
        from: answer.pool, incumbent: routes, limit: SelectionLimit(time: limit.time.map { $0 / 10 }), isCancelled: isCancelled)
    }
    // What would have stops served that are left out is looked for in a tenth of the time more, where time is what ends the search.
    let clock = ContinuousClock.now
    let most = limit.time.map { $0 / 10 }
    return try day.plan(
      date, answer, better ?? selection, bound, returns: judged, mostInDepth: isBounded ? DayProblem.mostInDepth : 0,
      isCancelled: { isCancelled() || most.map { ContinuousClock.now - clock > $0 } == true })
  }

  /// The visits of a day, and each return with what the law says of it and how it is fetched.
  func visits(on date: LocalDate, _ returns: [ReturnRequest], _ scope: DayScope) -> (stops: [DayStop], returns: [JudgedReturn]) {
    let arranged = arrangedPickups(on: date)
    let decisions = returns.map(decision(on:)) + arranged.map(\.decision)
    let returns = returns + arranged.map(\.request)
    var visits = DayVisits(network, date, acceptedOrders, without: vehiclesOut(on: date), scope)
    var pickups = visits.add(zip(returns, decisions).filter(\.1.isAuthorized).map(\.0)).makeIterator()
    let judged = zip(returns, decisions).map { request, decision in
      JudgedReturn(
        request: request, decision: decision, pickup: decision.isAuthorized ? pickups.next()! : .notAllowed)
    }
    return (visits.stops, judged)
  }

  /// The routes that keep what is promised on a day, by node.
  private func tentativeDays(on date: LocalDate) -> [ID<Node>: TentativePlan] {
    let days = state.withLock { $0.days.filter { $0.key.day == date } }
    return Dictionary(uniqueKeysWithValues: days.map { ($0.key.node, $0.value) })
  }

  /// Whether a return may come back, by the law of the network's country.
  public func decision(on request: ReturnRequest) -> ReturnDecision {
    // Only the day of the delivery is known of a return that comes from an earlier time: the contract is taken to be of that day.
    let delivered = network.zone.instant(request.deliveredOn, .midnight)
    let purchase = Purchase(country: network.country, setting: .distance, contract: delivered, delivered: delivered)
    return ReturnDecision(for: request.reason, purchase, at: request.requestedAt)
  }
}

extension Network {
  /// A day from midnight to midnight.
  func wholeDay(_ date: LocalDate) -> TimeWindow { window(date, .wholeDay) }

  /// Hours of a day on the network's clock.
  func window(_ date: LocalDate, _ hours: OpeningHours) -> TimeWindow {
    // Where the clock is turned within the hours, the window is longer or shorter, but never ends before it begins.
    let opens = zone.instant(date, hours.from)
    return TimeWindow(opens: opens, closes: max(opens, zone.instant(date, hours.until)))!
  }
}
