public import Logistics

extension TentativePlan {
  /// Moves stops within their windows, between routes and vehicles, so that the plan costs less and later windows have more room.
  ///
  /// The search of ``RoutingProblem`` goes on from the routes as they stand. Whatever it finds, the plan changes only to one in
  /// which the checker finds every stop that is held in its window, and that costs less. So that no customer waits meanwhile,
  /// improve a copy, and take it if the same ``stops`` are still held then.
  ///
  /// - Parameters:
  ///   - limit: When to stop; with a number of iterations the result is the same on every machine.
  ///   - seed: Another seed, another plan.
  ///   - threads: At most so many threads work; more than two are not used.
  /// - Returns: What was saved, in the unit of the objective; zero if nothing was.
  /// - Throws: `SearchError` if the checker does not agree with the search; nothing has changed then.
  /// - Complexity: O(stops²) to begin with, then what the limit allows.
  @discardableResult
  public mutating func improve(_ limit: SearchLimit, seed: UInt64 = 1, threads: Int = 1) throws(SearchError) -> Int {
    guard count > 0 else { return 0 }
    let held = heldPlaces
    let answer = try problem(of: held).solve(limit, seed: seed, threads: threads, start: routes(through: held))
    let before = cost
    guard answer.verdict.isFeasible, answer.verdict.cost < before else { return 0 }
    adopt(answer.routes, held)
    return before - cost
  }

  /// Whether a stop has a place in a window, if need be after other stops have been moved within theirs.
  ///
  /// - Parameters:
  ///   - limit: How long to look if there is no place as the plan stands. That none was found in that time proves nothing.
  /// - Throws: `InvalidInput` as ``offers(for:in:)`` does, `SearchError` if the checker does not agree with the search.
  public func canFit(
    _ request: SlotRequest, in window: TimeWindow, afterImproving limit: SearchLimit, seed: UInt64 = 1, threads: Int = 1
  ) throws -> Bool {
    let offer = try offers(for: request, in: [window])[0]
    if offer.place != nil { return true }
    guard offer.loneCost != nil else { return false }
    return try routes(with: HeldStop(id: "", request: request, window: window), limit, seed, threads) != nil
  }

  /// Holds a stop in a window, if need be after other stops have been moved within theirs.
  ///
  /// - Parameter limit: How long to look if there is no place as the plan stands.
  /// - Throws: `InvalidInput` as ``insert(_:as:in:)`` does, `SearchError` if the checker does not agree with the search; nothing
  ///   has changed then.
  @discardableResult
  public mutating func insert(
    _ request: SlotRequest, as id: ID<Job>, in window: TimeWindow, improving limit: SearchLimit, seed: UInt64 = 1,
    threads: Int = 1
  ) throws -> HoldResult {
    let result = try insert(request, as: id, in: window)
    guard case .refused = result, try offers(for: request, in: [window])[0].loneCost != nil else { return result }
    let stop = HeldStop(id: id, request: request, window: window)
    let held = heldPlaces
    guard let routes = try routes(with: stop, limit, seed, threads) else { return result }
    let before = cost
    let place = table.add(stop)
    places[id] = place
    adopt(routes, held + [place])
    return .heldByImproving(extraCost: cost - before)
  }

  /// The places of the stops that are held, ascending.
  private var heldPlaces: [Int] { places.values.sorted() }

  /// Routes through all stops held, in the order of their places, and one more that come last; `nil` if none were found.
  private func routes(
    with stop: HeldStop, _ limit: SearchLimit, _ seed: UInt64, _ threads: Int
  ) throws(SearchError) -> [Route]? {
    let held = heldPlaces
    let answer = try problem(of: held, and: stop).solve(limit, seed: seed, threads: threads, start: routes(through: held))
    return answer.verdict.isFeasible ? answer.routes : nil
  }

  /// Takes routes through all stops that are held, which are at these places.
  private mutating func adopt(_ routes: [Route], _ held: [Int]) {
    for place in table.hollows.sorted() { table.remove(place) }
    self.routes = routes.filter { !$0.jobs.isEmpty }.map { route in
      SlotRoute(type: route.vehicle, rules[route.vehicle], through: route.jobs.map { held[$0] }, table)
    }
    freeVehicles = vehicles.map(\.count)
    for route in self.routes { freeVehicles[route.type] -= 1 }
  }
}
