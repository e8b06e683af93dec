import Logistics

extension PlanState {
  /// Lets go of all that has ended by a moment.
  mutating func pass(to now: Instant) {
    guard let next = nextEnd, next <= now else { return }
    let ended = holds.values.filter { $0.hold.state == .held && $0.hold.until <= now }
    // In the order in which they end, so that it does not matter who looks when.
    for room in ended.sorted(by: { ($0.hold.until, $0.hold.id) < ($1.hold.until, $1.hold.id) }) {
      letGo(of: room.hold.id, as: .expired)
    }
    nextEnd = holds.values.filter { $0.hold.state == .held }.map(\.hold.until).min()
  }

  /// What is held under a name, and has not ended.
  func live(_ id: ID<PlanHold>) -> PlanHold? {
    guard let hold = holds[id]?.hold, hold.state == .held || hold.state == .confirmed else { return nil }
    return hold
  }

  /// Takes what was found into the plan.
  ///
  /// - Throws: `SearchError` if the checker does not agree; nothing has changed then.
  mutating func take(_ ask: FitAsk, _ window: FitWindow, _ request: FitRequest) throws(SearchError) -> (
    place: FitPlace, slots: [Int]
  ) {
    guard case .open(let place) = try offers(ask, [window])[0].answer else { preconditionFailure("a place that is none") }
    let slots = settle(ask, window.windows, request)
    let found = window.found
    let old = found.route == FitFound.newRoute ? nil : routes[found.route]
    var route = FitRoute(type: found.type, codes: codes(old?.codes ?? [], with: found, slots), fixed: old?.fixed ?? 0)
    guard route.refresh(tables) else { preconditionFailure("a route that was just driven") }
    route.duration = (old?.duration ?? 0) + place.extraTime.seconds
    if old == nil {
      routes.append(route)
      freeVehicles[found.type] -= 1
    } else {
      routes[found.route] = route
    }
    noteRoutes()
    version += 1
    return (place, slots)
  }

  /// Gives what is asked for its slots for good.
  mutating func settle(_ ask: FitAsk, _ windows: [TimeWindow], _ request: FitRequest) -> [Int] {
    let jobs = ask.jobs(in: windows)
    guard !ask.isOwn else {
      for (slot, job) in zip(ask.slots, jobs) { change(slot, to: job) }
      return ask.slots
    }
    let stops: [NewStop] =
      switch request.content {
      case .job: []
      case .visit(let stop): [stop]
      case .shipment(let pickup, let delivery, _): [pickup, delivery]
      }
    var slots: [Int] = []
    for (stop, job) in zip(stops, jobs) {
      var row = stop.job.place
      if let address = stop.address {
        row = places.add(address)
        ensure(tables.room)
        places.write(row, tables)
      }
      slots.append(add(job, at: row))
    }
    if slots.count == 2 { join(slots[0], slots[1], ask.mostTimeOnBoard) }
    return slots
  }

  /// Ends a hold and takes its jobs out of their route.
  mutating func letGo(of id: ID<PlanHold>, as state: PlanHold.State) {
    guard let room = holds[id] else { return }
    holds[id]?.hold.state = state
    holds[id]?.slots = []
    abandoned.formUnion(room.slots)
    clear()
  }

  /// Takes those given up out of their routes, as far as the routes can do without them. What one that goes makes longer or
  /// shorter may decide whether another can.
  private mutating func clear() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for slot in abandoned.sorted() where abandoned.contains(slot) {
        guard routeOfSlot[slot] >= 0, takeOut(slot) else { continue }
        isChanged = true
      }
    }
  }

  /// Takes a job, and the other end of its shipment, out of its route. Returns whether that could be done.
  private mutating func takeOut(_ slot: Int) -> Bool {
    let index = routeOfSlot[slot]
    let ends = [slot] + (partner(of: slot) < 0 ? [] : [partner(of: slot)])
    guard ends.allSatisfy(abandoned.contains) else { return false }
    let old = routes[index]
    var shorter = Array(old.codes[..<old.fixed])
    for code in old.codes[old.fixed...] where code < 0 || !ends.contains(Int(code)) {
      // A reload at either end, or beside another, loads nothing.
      if code < 0, shorter.last.map({ $0 < 0 }) ?? true { continue }
      shorter.append(code)
    }
    while let last = shorter.last, last < 0, shorter.count > old.fixed { shorter.removeLast() }
    guard !shorter.isEmpty else {
      routes.remove(at: index)
      freeVehicles[old.type] += 1
      return forget(ends)
    }
    // Perhaps it can do without a reload, too.
    var tried = [shorter]
    for at in shorter.indices where at >= old.fixed && shorter[at] < 0 {
      var without = shorter
      without.remove(at: at)
      tried.append(without)
    }
    let priced = tried.map { (codes: $0, cost: tables.simulation.cost(of: $0, on: old.type)) }
    let best = priced.min { $0.cost < $1.cost }!
    var route = FitRoute(type: old.type, codes: best.codes, fixed: old.fixed)
    guard best.cost < .max, route.refresh(tables), let drive = try? judge(best.codes, type: old.type, claiming: best.cost) else {
      return false
    }
    route.duration = drive.duration.seconds
    routes[index] = route
    return forget(ends)
  }

  private mutating func forget(_ slots: [Int]) -> Bool {
    for slot in slots {
      abandoned.remove(slot)
      if slot < problem.jobs.count { change(slot, to: problem.jobs[slot]) } else { remove(slot) }
    }
    noteRoutes()
    version += 1
    return true
  }
}
