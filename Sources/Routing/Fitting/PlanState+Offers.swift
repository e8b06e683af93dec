import Logistics

extension PlanState {
  /// The best place in each window, or in the job's own if none is given, and what stands in the tables for the request.
  mutating func search(
    _ request: FitRequest, _ windows: [TimeWindow]?, _ end: FitRequest.End
  ) throws(InvalidInput) -> (ask: FitAsk, windows: [FitWindow]) {
    try validate(request, windows ?? [])
    let ask = seat(request, end)
    let job = ask.jobs[ask.varied]
    let tried = windows.map { $0.map { FitWindow($0, of: job) } } ?? [FitWindow(nil, of: job)]
    guard !tried.isEmpty else { return (ask, []) }
    if ask.isOwn, hasServedAlternative(ask.slots[0]) { return (ask, tried) }
    var scan = FitScan(
      tables: tables, routes: routes, freeVehicles: freeVehicles, guests: zip(ask.slots, ask.jobs).map(guest), varied: ask.varied,
      lateness: job.lateness, isLimited: ask.mostTimeOnBoard != nil, windows: tried)
    scan.run()
    // A job of the problem has its own windows again.
    tables.setWindows(job.windows, job.lateness, of: ask.slots[ask.varied], inRoomOf: ask.slots[ask.varied])
    return (ask, scan.windows)
  }

  /// What there is to say of each window.
  ///
  /// - Throws: `SearchError` if the checker does not agree.
  func offers(_ ask: FitAsk, _ windows: [FitWindow]) throws(SearchError) -> [FitOffer] {
    var offers: [FitOffer] = []
    for window in windows {
      offers.append(
        FitOffer(window: window.window, answer: window.isFound ? .open(try place(of: window, ask)) : .closed(window.obstacle)))
    }
    return offers
  }

  /// Writes what is asked for into the tables, where it stands until the next question.
  private mutating func seat(_ request: FitRequest, _ end: FitRequest.End) -> FitAsk {
    switch request.content {
    case .job(let job):
      let other = partner(of: job)
      let slots = other < 0 ? [job] : tables.flat.isDropOff[job] ? [other, job] : [job, other]
      let jobs = slots.map { problem.jobs[$0] }
      ensure(room(jobs))
      return FitAsk(
        slots: slots, jobs: jobs, rows: slots.map { rows[$0] }, varied: slots.count == 2 && end == .delivery ? 1 : 0,
        mostTimeOnBoard: mostTimeOnBoard(slots[0]), isOwn: true)
    case .visit(let stop): return seat([stop], nil, varied: 0)
    case .shipment(let pickup, let delivery, let most):
      return seat([pickup, delivery], most, varied: end == .delivery ? 1 : 0)
    }
  }

  private mutating func seat(_ stops: [NewStop], _ most: TimeSpan?, varied: Int) -> FitAsk {
    var wanted = room(stops.map(\.job))
    wanted.shipments = stops.count == 2
    wanted.timeOnBoard = most != nil
    ensure(wanted)
    var rows: [Int] = []
    var addresses: [(row: Int, address: Coordinate)] = []
    for (index, stop) in stops.enumerated() {
      guard let address = stop.address else {
        rows.append(stop.job.place)
        continue
      }
      rows.append(tables.guestRow + index)
      places.seat(address, at: tables.guestRow + index, besides: addresses, tables)
      addresses.append((tables.guestRow + index, address))
    }
    let slots = stops.indices.map { tables.guestSlot + $0 }
    for (index, stop) in stops.enumerated() {
      tables.part(slots[index])
      tables.seat(stop.job, at: slots[index], row: rows[index])
    }
    if stops.count == 2 { tables.join(slots[0], slots[1], most) }
    return FitAsk(
      slots: slots, jobs: stops.map(\.job), rows: rows, varied: varied, mostTimeOnBoard: most, isOwn: false)
  }

  /// The room that the windows of some jobs take.
  private func room(_ jobs: [Job]) -> FitRoom {
    var room = tables.room
    room.windows = max(room.windows, jobs.map(\.windows.count).max() ?? 0)
    return room
  }

  private func guest(_ slot: Int, _ job: Job) -> FitGuest {
    let row = Int(tables.flat.place[slot])
    return FitGuest(
      slot: slot, row: row, service: job.service.seconds, setup: job.setup.seconds,
      release: job.release?.secondsSince1970 ?? -FlatProblem.forever, delivery: job.delivery.amounts, pickup: job.pickup.amounts,
      isOrdered: tables.flat.deliveriesFirst || orders[slot] != nil,
      isSkilled: problem.vehicles.map { job.skills.isSubset(of: $0.skills) },
      bound: boundRoute(of: slot), ways: tables.ways(of: row))
  }

  /// What there is to say of a place that was found: the checker drives the route with it.
  private func place(of window: FitWindow, _ ask: FitAsk) throws(SearchError) -> FitPlace {
    let found = window.found
    let isNew = found.route == FitFound.newRoute
    let before = isNew ? nil : routes[found.route]
    let codes = self.codes(before?.codes ?? [], with: found, ask.slots)
    let jobs = Dictionary(uniqueKeysWithValues: zip(ask.slots, ask.jobs(in: window.windows)))
    let drive = try judge(codes, type: found.type, jobs, claiming: window.cost + (before?.cost ?? 0))
    let route = RouteCode.route(codes, type: found.type)
    let visits = ask.slots.map { slot -> FitPlace.Visit in
      let position = route.jobs.firstIndex(of: slot)!
      let stop = drive.stops[position]
      let trip = codes.prefix { $0 != Int32(slot) }.count { $0 < 0 }
      return FitPlace.Visit(
        position: position, trip: trip, arrival: stop.arrival, begin: stop.begin, departure: stop.departure)
    }
    let reload =
      found.reload < 0 ? nil : route.reloads[codes[..<(found.position + (found.reloadsBefore ? 0 : 1))].count { $0 < 0 }]
    return FitPlace(
      route: isNew ? nil : found.route, vehicle: found.type, visits: visits, reload: reload, extraCost: window.cost,
      extraDistance: drive.distance - Distance(before?.metres ?? 0), extraTime: drive.duration - TimeSpan(before?.duration ?? 0))
  }

  /// The codes of a route with what was found.
  func codes(_ codes: [Int32], with found: FitFound, _ slots: [Int]) -> [Int32] {
    var longer: [Int32] = []
    for index in 0...codes.count {
      if index == found.position {
        if found.reload >= 0, found.reloadsBefore { longer.append(RouteCode.reload(at: found.reload)) }
        longer.append(Int32(slots[0]))
        if found.reload >= 0, !found.reloadsBefore { longer.append(RouteCode.reload(at: found.reload)) }
      }
      if slots.count == 2, index == found.otherPosition { longer.append(Int32(slots[1])) }
      if index < codes.count { longer.append(codes[index]) }
    }
    return longer
  }
}
