import Logistics

/// Puts the rest of a day together as a routing problem.
struct RunningDayAssembly {
  let maker: RunningDayMaker
  var jobs: [JobDraft] = []
  var vehicles: [VehicleDraft] = []
  /// For each job of the problem that ran its number here.
  private(set) var indexOfJob: [Int?]
  /// What the jobs are for that are no jobs of the problem that ran, and were not added.
  private(set) var errands: [Int: RunningDay.Errand] = [:]
  /// For each route of the plan its vehicle here.
  private(set) var vehicleOfRoute: [Int?]

  var problem: RoutingProblem { maker.problem }

  init(_ maker: RunningDayMaker) {
    self.maker = maker
    indexOfJob = [Int?](repeating: nil, count: maker.problem.jobs.count)
    vehicleOfRoute = [Int?](repeating: nil, count: maker.plan.routes.count)
  }

  mutating func day() throws(InvalidInput) -> RunningDay {
    makeVehicles()
    makeJobs()
    let relations = relations()
    let begun = begunRoutes()
    let checked = try relax(begun, relations)
    let rest = try RoutingProblem(
      profiles: checked.profiles, jobs: checked.jobs, vehicles: checked.vehicles, relations: checked.relations,
      traffic: checked.traffic, begun: checked.begun, preferences: checked.preferences)
    return RunningDay(problem: rest, start: start(in: rest), maker, vehicles: vehicleOfRoute, jobs: indexOfJob, errands: errands)
  }

  // MARK: Vehicles

  private mutating func makeVehicles() {
    let routes = maker.plan.routes.map(\.route)
    var names = Set(problem.vehicles.map(\.id))
    for (type, vehicle) in problem.vehicles.enumerated() {
      let used = routes.indices.filter { routes[$0].vehicle == type && !routes[$0].jobs.isEmpty }
      if used.count < vehicle.count || used.isEmpty {
        var draft = VehicleDraft(vehicle)
        draft.count -= used.count
        wait(&draft, until: maker.now)
        vehicles.append(draft)
      }
      for (number, route) in used.enumerated() {
        var draft = VehicleDraft(vehicle)
        draft.count = 1
        if vehicle.count > 1 {
          var name = "\(vehicle.id)/\(number + 1)"
          while !names.insert(ID(name)).inserted { name += "'" }
          draft.id = ID(name)
        }
        adapt(&draft, route)
        vehicleOfRoute[route] = vehicles.count
        vehicles.append(draft)
      }
    }
  }

  /// Keeps a vehicle that has not left from leaving before a moment.
  private func wait(_ draft: inout VehicleDraft, until moment: Instant) {
    let closes = draft.shift.map { $0.closes + maker.leeway.overrun } ?? Self.forever
    let shift = TimeWindow(opens: max(moment, draft.shift?.opens ?? moment), closes: closes)
    if let shift { draft.shift = shift } else { draft.count = 0 }
    draft.breaks = draft.breaks.map { later($0) }
  }

  /// A break that has not begun.
  private func later(_ pause: Break) -> Break {
    guard !pause.windows.isEmpty else { return pause }
    let left = Self.clipped(pause.windows, from: maker.now)
    let anyTime = TimeWindow(opens: maker.now, closes: Self.forever).map { [$0] } ?? []
    return Break(windows: left.isEmpty ? anyTime : left, duration: pause.duration, isPaid: pause.isPaid)
  }

  private func adapt(_ draft: inout VehicleDraft, _ route: Int) {
    let part = maker.parts[route]
    let trip = maker.plan.routes[route]
    guard part.hasLeft else {
      if part.isDown { draft.count = 0 }
      return wait(&draft, until: max(maker.now, maker.delays[route].map { trip.departure + $0 } ?? maker.now))
    }
    draft.shift = draft.shift.flatMap { TimeWindow(opens: $0.opens, closes: $0.closes + maker.leeway.overrun) }
    draft.skills.insert(Self.skill(of: draft.id))
    draft.breaks = draft.breaks.enumerated().map { index, pause in
      guard let taken = part.breaks.first(where: { $0.index == index }) else { return later(pause) }
      return Break(windows: [Self.moment(taken.begin)], duration: pause.duration, isPaid: pause.isPaid)
    }
    if part.isDown {
      draft.end = part.place
      draft.breaks = draft.breaks.enumerated().filter { index, _ in part.breaks.contains { $0.index == index } }.map(\.element)
      if part.jobs == 0 { draft.count = 0 }
    }
    if part.isDown || part.isOver { draft.maximumStops = part.jobs }
    // Cancelled goods on board take their room until the vehicle is back.
    let aboard =
      trip.route.jobs[..<part.jobs].filter { maker.cancelled.contains($0) } + part.onBoard.filter(maker.cancelled.contains)
    for job in aboard where !isShipped(job) { draft.capacity = Self.reduced(draft.capacity, by: problem.jobs[job].delivery) }
  }

  private func isShipped(_ job: Int) -> Bool {
    problem.relations.shipments.contains { $0.pickup == job || $0.delivery == job }
  }

  /// What is left of a capacity; a vehicle has room for something, be it nothing that there is.
  private static func reduced(_ capacity: Load, by load: Load) -> Load {
    var left = Load(zip(capacity.amounts, load.amounts).map { max(0, $0 - $1) })
    if left.isZero && left.dimensions > 0 { left[0] = 1 }
    return left
  }

  // MARK: Jobs

  private mutating func makeJobs() {
    for (index, job) in problem.jobs.enumerated() where !maker.removed.contains(index) {
      indexOfJob[index] = jobs.count
      var draft = JobDraft(job)
      draft.announced = nil
      if let pin = maker.pin(of: index) {
        freeze(&draft, at: pin, isCancelled: maker.cancelled.contains(index))
      } else {
        free(&draft, index)
      }
      jobs.append(draft)
    }
    for job in maker.added {
      var draft = JobDraft(job)
      draft.announced = nil
      soften(&draft)
      draft.windows = windows(draft.windows, from: maker.now)
      if !draft.delivery.isZero { draft.release = max(maker.now, draft.release ?? maker.now) }
      jobs.append(draft)
    }
    makeErrands()
  }

  /// Makes the jobs where goods of vehicles that are down are fetched, and where something is collected that cannot be in the same job.
  private mutating func makeErrands() {
    var names = Set(jobs.map(\.id))
    func name(_ words: String) -> ID<Job> {
      var name = words
      while !names.insert(ID(name)).inserted { name += "'" }
      return ID(name)
    }
    for (job, route, handover) in maker.fetched {
      guard let here = indexOfJob[job] else { continue }
      let goods = problem.jobs[job]
      errands[jobs.count] = RunningDay.Errand(kind: .fetch, job: here)
      jobs.append(
        JobDraft(
          Job(
            id: name("fetch \(goods.id)"), place: maker.parts[route].place, delivery: .zero(dimensions: problem.dimensions),
            pickup: goods.delivery, setup: handover, dropCost: goods.dropCost.map { _ in 0 })))
      guard !goods.pickup.isZero else { continue }
      // Where goods of a shipment are handed over nothing is collected, so that is a visit of its own, of the same vehicle.
      errands[jobs.count] = RunningDay.Errand(kind: .collect, job: here)
      var visit = jobs[here]
      visit.id = name("collect \(goods.id)")
      visit.delivery = .zero(dimensions: problem.dimensions)
      (visit.service, visit.setup, visit.announced) = (.zero, .zero, nil)
      jobs[here].pickup = visit.delivery
      jobs.append(visit)
    }
  }

  private func freeze(_ draft: inout JobDraft, at pin: DrivenPart.Pin, isCancelled: Bool) {
    draft.windows = [Self.moment(pin.begin)]
    draft.service = isCancelled ? .zero : pin.service
    draft.setup = .zero
    draft.lateness = nil
    draft.release = nil
    draft.skills = []
    if isCancelled {
      draft.delivery = .zero(dimensions: problem.dimensions)
      draft.pickup = draft.delivery
    }
  }

  private func free(_ draft: inout JobDraft, _ job: Int) {
    let isDelivery = problem.relations.shipments.first { $0.delivery == job }
    soften(&draft)
    let seat = maker.seats[job]
    let told = seat.map { maker.plan.routes[$0.route].stops[$0.stop].begin }
    var from = maker.now
    if let told, let early = maker.prices.mostEarly {
      from = max(from, min(told - early, draft.windows.last?.closes ?? Self.forever))
    }
    draft.windows = windows(draft.windows, from: from)
    if let seat, let told {
      draft.announced = Announcement(
        begin: told, costPerSecond: maker.prices.perSecond, vehicle: vehicleOfRoute[seat.route],
        costOfAnotherVehicle: maker.prices.perVehicle)
      draft.dropCost = draft.dropCost.map { min(RoutingProblem.largestCost, $0 + maker.prices.perDropped) }
    }
    if let route = maker.bound[job], let vehicle = vehicleOfRoute[route] {
      draft.skills.insert(Self.skill(of: vehicles[vehicle].id))
      draft.release = nil
      if let shipment = isDelivery {
        // It was taken aboard under way: it is in the load since then.
        draft.delivery = .zero(dimensions: problem.dimensions)
        limit(&draft, shipment)
      }
    } else if maker.fetched.contains(where: { $0.job == job }) {
      draft.release = nil
      // Of a day that was planned anew before: whoever fetches it has it on board.
      if let seat { draft.skills.remove(Self.skill(of: problem.vehicles[maker.plan.routes[seat.route].route.vehicle].id)) }
    } else if !draft.delivery.isZero && isDelivery == nil {
      draft.release = max(maker.now, draft.release ?? maker.now)
    }
  }

  /// Goods that may be on board for so long only are to be handed over by then.
  private func limit(_ draft: inout JobDraft, _ shipment: Shipment) {
    guard let most = shipment.mostTimeOnBoard, let pin = maker.pin(of: shipment.pickup) else { return }
    let last = pin.begin + pin.service + most
    let anyTime = TimeWindow(opens: min(maker.now, last), closes: last).map { [$0] } ?? []
    let left = (draft.windows.isEmpty ? anyTime : draft.windows).compactMap { window in
      TimeWindow(opens: window.opens, closes: min(window.closes, last))
    }
    draft.windows = left.isEmpty ? [Self.moment(last)] : left
  }

  private func soften(_ draft: inout JobDraft) {
    guard let price = maker.leeway.costPerLateSecond, draft.lateness == nil, !draft.windows.isEmpty else { return }
    draft.lateness = Lateness(costPerSecond: price)
  }

  /// What is left of windows from a moment on; the last one as it is, if they have all closed.
  private func windows(_ windows: [TimeWindow], from moment: Instant) -> [TimeWindow] {
    guard let last = windows.last else { return TimeWindow(opens: moment, closes: Self.forever).map { [$0] } ?? [] }
    let left = Self.clipped(windows, from: moment)
    return left.isEmpty ? [last] : left
  }

  private static func clipped(_ windows: [TimeWindow], from moment: Instant) -> [TimeWindow] {
    windows.compactMap { TimeWindow(opens: max($0.opens, moment), closes: $0.closes) }
  }

  private static func moment(_ moment: Instant) -> TimeWindow {
    // A moment is never after itself.
    TimeWindow(opens: moment, closes: moment)!
  }

  static let forever = Instant(secondsSince1970: RoutingProblem.longestHorizon)

  /// What only the vehicle with some goods on board can do.
  private static func skill(of vehicle: ID<VehicleType>) -> Skill { Skill("on board of \(vehicle)") }
}
