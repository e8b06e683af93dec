public import Logistics

extension RunningPlan {
  /// How often a search is made anew because the plan has changed meanwhile.
  private static let tries = 3

  /// Holds as ``hold(_:as:in:until:at:)`` does; if there is no place as the plan stands, after other stops have been moved within
  /// their windows, between routes and vehicles.
  ///
  /// The search begins with the routes as they are, and its plan is taken only if the checker finds every stop in it, in its
  /// windows. Others ask and hold meanwhile; if they have changed the plan, it is searched again, three times at the most.
  ///
  /// - Parameters:
  ///   - limit: How long to look; with a number of iterations the result is the same on every machine. That nothing was found
  ///     proves nothing.
  ///   - seed: Another seed, another plan.
  /// - Throws: As there; nothing has changed then.
  /// - Complexity: O(stops²) to begin with, then what the limit allows.
  @discardableResult
  public func hold(
    _ request: FitRequest, as id: ID<PlanHold>, in window: TimeWindow? = nil, until: Instant, at now: Instant,
    improving limit: SearchLimit, seed: UInt64 = 1
  ) throws -> PlanHoldResult {
    let hold = PlanHold(id: id, request: request, window: window, until: until, state: .held)
    var result = try self.hold(request, as: id, in: window, until: until, at: now)
    for _ in 0..<Self.tries {
      guard case .refused = result else { return result }
      guard let search = try look(at: now, { (state: inout PlanState) throws -> Draft? in try state.draft(hold) }) else {
        return result
      }
      let answer = try search.part.problem.solve(limit, seed: seed, threads: 1, start: search.start)
      guard answer.verdict.isFeasible else { return result }
      let adopted = try look(at: now) { (state: inout PlanState) throws -> PlanHoldResult? in
        guard state.version == search.version else { return nil }
        return try state.adopt(answer, search, hold)
      }
      if let adopted { return adopted }
      result = try self.hold(request, as: id, in: window, until: until, at: now)
    }
    return result
  }

  /// Moves stops within their windows, between routes and vehicles, so that the routes cost less and have more room. All that is
  /// served now is served then.
  ///
  /// - Parameters:
  ///   - limit: When to stop; with a number of iterations the result is the same on every machine.
  ///   - seed: Another seed, another plan.
  /// - Returns: What was saved, in the unit of the objective; zero if nothing was, or if somebody else changed the plan
  ///   meanwhile.
  /// - Throws: `SearchError` if the checker does not agree with the search; nothing has changed then.
  /// - Complexity: O(stops²) to begin with, then what the limit allows.
  @discardableResult
  public func improve(_ limit: SearchLimit, seed: UInt64 = 1) throws(SearchError) -> Int {
    let (part, start, version, cost) = look(at: nil) { state in
      let (part, start) = state.part(with: nil, [])
      return (part, start, state.version, state.cost)
    }
    guard !start.isEmpty else { return 0 }
    let answer = try part.problem.solve(limit, seed: seed, threads: 1, start: start)
    guard answer.verdict.isFeasible, answer.verdict.cost < cost else { return 0 }
    return look(at: nil) { state in
      guard state.version == version, state.adopt(answer.verdict.routes, answer.routes.map(part.outward)) else { return 0 }
      return cost - state.cost
    }
  }
}

/// A plan with what is asked for, for a search that runs while others ask.
struct Draft: Sendable {
  let part: PlanPart
  let start: [Route]
  /// The slots that what is asked for had in the tables then.
  let asked: [Int]
  let version: Int
}

extension PlanState {
  /// The problem of finding room for a hold; `nil` if moving others cannot help.
  mutating func draft(_ hold: PlanHold) throws -> Draft? {
    let (ask, windows) = try search(hold.request, hold.window.map { [$0] }, .delivery)
    if ask.isOwn, hasServedAlternative(ask.slots[0]) { return nil }
    let (part, start) = self.part(with: ask, windows[0].windows)
    return Draft(part: part, start: start, asked: ask.slots, version: version)
  }

  /// Takes a plan that a search has found for a hold.
  mutating func adopt(_ answer: Answer, _ draft: Draft, _ hold: PlanHold) throws -> PlanHoldResult {
    let before = cost
    let (ask, windows) = try search(hold.request, hold.window.map { [$0] }, .delivery)
    let slots = settle(ask, windows[0].windows, hold.request)
    let numbers = Dictionary(uniqueKeysWithValues: zip(draft.asked.map { Int32($0) }, slots.map { Int32($0) }))
    let codes = answer.routes.map { draft.part.outward($0).map { numbers[$0] ?? $0 } }
    guard adopt(answer.verdict.routes, codes) else {
      for slot in slots {
        if slot < problem.jobs.count { change(slot, to: problem.jobs[slot]) } else { remove(slot) }
      }
      return .refused(windows[0].obstacle)
    }
    note(hold, slots)
    return .heldByImproving(extraCost: cost - before)
  }
}
