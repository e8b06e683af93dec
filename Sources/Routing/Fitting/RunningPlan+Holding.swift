public import Logistics

extension RunningPlan {
  /// Keeps the cheapest place for a request until a moment: from now on others see the plan with it.
  ///
  /// What was offered a while ago is looked at anew, so that nothing is held that breaks a promise. Holding the same in the same
  /// window under the same name again changes nothing; a name whose hold has ended can be used again.
  ///
  /// - Parameters:
  ///   - id: A name for the hold.
  ///   - window: When the service begins, of a shipment that of the delivery; kept from now on. `nil` for the job's own windows.
  ///   - until: The moment from which it is void unless it was confirmed.
  ///   - now: The moment at which it is asked for.
  /// - Throws: `InvalidInput` with everything that is wrong with the request, also a job whose name the plan has already or an
  ///   end that is not after `now`; `SearchError` if the checker does not agree. Nothing has changed then.
  /// - Complexity: That of an offer, and O(length²) of the route that it joins.
  @discardableResult
  public func hold(
    _ request: FitRequest, as id: ID<PlanHold>, in window: TimeWindow? = nil, until: Instant, at now: Instant
  ) throws -> PlanHoldResult {
    try look(at: now) { (state: inout PlanState) throws -> PlanHoldResult in
      try state.hold(PlanHold(id: id, request: request, window: window, until: until, state: .held), at: now)
    }
  }

  /// Promises what is held: it no longer expires. Again, it changes nothing.
  public func confirm(_ id: ID<PlanHold>, at now: Instant) -> PlanHoldChange {
    look(at: now) { $0.change(id) { $0.state = .confirmed } }
  }

  /// Moves the end of a hold that is not confirmed.
  ///
  /// - Throws: `InvalidInput` if it is not after `now`.
  public func extend(_ id: ID<PlanHold>, until: Instant, at now: Instant) throws(InvalidInput) -> PlanHoldChange {
    try PlanState.validate(until, after: now)
    return look(at: now) { state in
      state.nextEnd = state.nextEnd.map { min($0, until) }
      return state.change(id) { $0.until = until }
    }
  }

  /// Gives up what is held or confirmed. Again, it changes nothing.
  ///
  /// Every other stop keeps its windows. Where a detour is shorter than the direct way a route may not be able to do without it;
  /// then the vehicle goes on stopping there until it can.
  ///
  /// - Complexity: O(length²) of its route.
  public func release(_ id: ID<PlanHold>, at now: Instant) -> PlanHoldChange {
    look(at: now) { state in
      guard let hold = state.holds[id]?.hold else { return .refused(.unknown) }
      switch hold.state {
      case .expired: return .refused(.expired)
      case .released: return .done(hold)
      case .held, .confirmed:
        state.letGo(of: id, as: .released)
        return state.holds[id].map { .done($0.hold) } ?? .refused(.unknown)
      }
    }
  }

  /// Lets go of all holds that have ended by a moment, as every other call with a moment does.
  public func expire(at now: Instant) { look(at: now) { _ in } }

  /// What is held under a name, or was; `nil` if nothing ever.
  public func hold(named id: ID<PlanHold>, at now: Instant) -> PlanHold? { look(at: now) { $0.holds[id]?.hold } }

  /// All that is held or confirmed, by name.
  public func liveHolds(at now: Instant) -> [PlanHold] {
    look(at: now) { state in state.holds.keys.sorted().compactMap { state.live($0) } }
  }
}

extension PlanState {
  static func validate(_ until: Instant, after now: Instant) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(until > now, at: "$.until", found: "\(until)", expected: "a moment after \(now)")
    try faults.throwIfAny("hold")
  }

  mutating func hold(_ hold: PlanHold, at now: Instant) throws -> PlanHoldResult {
    try Self.validate(hold.until, after: now)
    if let live = live(hold.id) {
      return live.request == hold.request && live.window == hold.window ? .alreadyHeld(live) : .nameTaken(live)
    }
    try validateNames(hold.request)
    let (ask, windows) = try search(hold.request, hold.window.map { [$0] }, .delivery)
    guard windows[0].isFound else { return .refused(windows[0].obstacle) }
    let (place, slots) = try take(ask, windows[0], hold.request)
    note(hold, slots)
    return .held(place)
  }

  /// Notes a hold that has its place.
  mutating func note(_ hold: PlanHold, _ slots: [Int]) {
    holds[hold.id] = HeldRoom(hold: hold, slots: slots)
    nextEnd = min(nextEnd ?? hold.until, hold.until)
  }

  mutating func change(_ id: ID<PlanHold>, _ body: (inout PlanHold) -> Void) -> PlanHoldChange {
    guard var hold = holds[id]?.hold else { return .refused(.unknown) }
    switch hold.state {
    case .expired: return .refused(.expired)
    case .released: return .refused(.released)
    case .held, .confirmed:
      body(&hold)
      holds[id]?.hold = hold
      return .done(hold)
    }
  }
}
