public import Logistics
import Synchronization
import Travel

/// Routes that stand, by all rules of their ``RoutingProblem``, and the question whether something else still fits: a job that
/// they leave out, a visit or a shipment that nobody had heard of, a return to fetch on the way. Room can be held while a
/// customer decides.
///
/// ```swift
/// let plan = try RunningPlan(problem, routes: answer.routes)
/// let parcel = NewStop(Job(id: "order-7", place: 12, delivery: [1], service: .minutes(3)))
/// for offer in try plan.offers(for: .visit(parcel), in: windows) { print(offer.window, offer.answer) }
/// print(try plan.hold(.visit(parcel), as: "cart-7", in: windows[0], until: now + .minutes(15), at: now))
/// ```
///
/// An answer is exact for the plan as it stands: every place in every route is considered (of a shipment all pairs of them, of a
/// job also with a reload beside it where the vehicle may load anew), and every vehicle that is not out yet. Where a route has
/// begun, only what comes after. Before it is told, the checker has driven the route with it. What customers were told
/// (`Job.announced`) has no price in it: the stops keep their routes unless room is looked for.
///
/// Safe under concurrency: one lock around plain values, so that each question sees the plan between two changes, and two askers
/// never get the same room. No clock is looked at: whoever asks says what time it is.
public final class RunningPlan: Sendable {
  /// The problem that the plan was made from; for what it is now see ``routingProblem()``.
  public let problem: RoutingProblem
  private let state: Mutex<PlanState>

  /// A plan of routes that keep every rule; they may leave jobs out.
  ///
  /// - Parameters:
  ///   - routes: Those without jobs are passed over.
  ///   - map: Where the places are, for questions about addresses that are not among them; `nil` if all places are rows of the
  ///     matrices.
  /// - Throws: `InvalidInput` with every rule that the routes break, each at its route and stop, and all that is wrong with the
  ///   map. A vehicle that is late already needs the windows, or the lateness, that it can keep.
  /// - Complexity: O(places²) and what the checker takes.
  public init(_ problem: RoutingProblem, routes: [Route], map: StreetMap? = nil) throws(InvalidInput) {
    let problem = problem.withoutAnnouncements
    let verdict = problem.check(routes)
    var faults = FaultList()
    for violation in verdict.violations where violation.kind != .missing {
      let route = violation.route.map { ".routes[\($0)]" } ?? ""
      let stop = violation.stop.map { ".jobs[\($0)]" } ?? ""
      let job = violation.job.map { ", job \($0)" } ?? ""
      faults.add(
        at: "$\(route)\(stop)", found: "\(violation.kind.rawValue) by \(violation.amount)\(job)",
        expected: "routes that keep every rule")
    }
    for (index, route) in routes.enumerated() where !route.jobs.isEmpty && route.reloads.count > route.jobs.count {
      faults.add(at: "$.routes[\(index)].reloads", found: "\(route.reloads.count)", expected: "no more than jobs")
    }
    if let map {
      faults.check(
        map.places.count == problem.travel.count, at: "$.map.places", found: "\(map.places.count)",
        expected: "\(problem.travel.count), as the matrices have")
      faults.check(
        map.streets.count == problem.profiles.count, at: "$.map.streets", found: "\(map.streets.count)",
        expected: "\(problem.profiles.count), one for each profile")
    }
    try faults.throwIfAny("running plan", advice: "`check` says more of the routes.")
    self.problem = problem
    state = Mutex(try PlanState(problem, verdict.routes, map))
  }

  /// Looks at the plan, or changes it, as it stands at a moment, if one is given.
  func look<Result: Sendable, Failure: Error>(
    at now: Instant?, _ body: (inout PlanState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { (state: inout PlanState) throws(Failure) -> Result in
      if let now { state.pass(to: now) }
      return try body(&state)
    }
  }

  // MARK: Questions

  /// Which of several windows can be promised for a request as the plan stands, at what extra cost, or why not.
  ///
  /// - Parameters:
  ///   - windows: Any windows; they may overlap. Each is tried in the place of the job's own.
  ///   - end: The end of a shipment whose windows they are; the other keeps its own.
  ///   - now: The moment of the question, at which holds may have ended; `nil` to look at the plan as it is.
  /// - Returns: An offer for each window, in the order given.
  /// - Throws: `InvalidInput` with everything that is wrong with the request; `SearchError` if the checker does not agree.
  /// - Complexity: O(places in the matrix) to begin with. O(1) for each place and window, pair of places for a shipment; where
  ///   breaks, traffic, lateness, several windows, time on board or a new reload matter, a drive through the route for as many
  ///   places as may be the cheapest by what is known of them in O(1).
  public func offers(
    for request: FitRequest, in windows: [TimeWindow], of end: FitRequest.End = .delivery, at now: Instant? = nil
  ) throws -> [FitOffer] {
    try look(at: now) { (state: inout PlanState) throws -> [FitOffer] in
      let (ask, found) = try state.search(request, windows, end)
      return try state.offers(ask, found)
    }
  }

  /// The same in the job's own windows, or in none if it has none.
  ///
  /// - Throws: As above.
  public func offer(for request: FitRequest, at now: Instant? = nil) throws -> FitOffer {
    try look(at: now) { (state: inout PlanState) throws -> FitOffer in
      let (ask, found) = try state.search(request, nil, .delivery)
      return try state.offers(ask, found)[0]
    }
  }

  // MARK: The plan

  /// The plan as it stands: a problem of the jobs of ``problem`` and those that are held besides, whose windows are those
  /// promised, and its routes, in the order in which ``FitPlace/route`` counts them. For the checker, or for a search with these
  /// routes as its start.
  ///
  /// - Complexity: O(places²).
  public func routingProblem() -> (problem: RoutingProblem, routes: [Route]) {
    look(at: nil) { $0.routingProblem() }
  }

  /// What the routes cost, in the unit of the objective; jobs left out are not in it.
  public var cost: Int { look(at: nil) { $0.cost } }

  /// How many rows its matrices have.
  public var placeCount: Int { look(at: nil) { $0.places.count } }

  /// Adds a place, for questions about jobs there; it stays.
  ///
  /// - Parameter ways: The ways between it and every row so far, one for each of the problem's profiles.
  /// - Returns: Its row.
  /// - Throws: `InvalidInput` with everything that is wrong: a plan that has a map, another number of profiles or of rows, ways
  ///   that are negative or beyond `TravelMatrix.longest`. Nothing has changed then. If somebody else added a place meanwhile,
  ///   the number of rows is another: look at ``placeCount`` and give the ways again.
  /// - Complexity: O(rows), now and then O(rows²).
  public func addPlace(_ ways: [PlaceWays]) throws(InvalidInput) -> Int {
    try look(at: nil) { (state: inout PlanState) throws(InvalidInput) -> Int in try state.addPlace(ways) }
  }
}
