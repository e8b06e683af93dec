import Logistics

/// Makes the rest of a day out of a plan and what has happened: first what each vehicle has done, then jobs, vehicles and relations.
struct RunningDayMaker {
  let problem: RoutingProblem
  let plan: Verdict
  let now: Instant
  let prices: StabilityPrices
  let leeway: Leeway
  private let events: [DayEvent]

  // What the events say.
  private(set) var traffic: Traffic?
  private(set) var delays: [Int: TimeSpan] = [:]
  private(set) var stranded: [Int: StrandedGoods] = [:]
  private(set) var cancelled: Set<Int> = []
  private(set) var added: [Job] = []

  /// What each route of the plan has done.
  private(set) var parts: [DrivenPart] = []
  /// Where each planned job stands: its route and position.
  private(set) var seats: [Int: (route: Int, stop: Int)] = [:]
  /// The jobs that are no part of the rest of the day.
  private(set) var removed: Set<Int> = []
  /// The jobs that are removed since their goods are on a vehicle that is down.
  private(set) var lost: Set<Int> = []
  /// For jobs whose goods are on board of a vehicle its route.
  private(set) var bound: [Int: Int] = [:]
  /// The jobs whose goods are to be fetched from the vehicle of a route that is down, ascending.
  private(set) var fetched: [(job: Int, route: Int, handover: TimeSpan)] = []

  init(
    _ problem: RoutingProblem, _ plan: [Route], _ now: Instant, _ events: [DayEvent], _ prices: StabilityPrices, _ leeway: Leeway
  ) {
    self.problem = problem
    self.plan = problem.check(plan)
    self.now = now
    self.events = events
    self.prices = prices
    self.leeway = leeway
    traffic = problem.traffic
  }

  mutating func make() throws(InvalidInput) -> RunningDay {
    var faults = FaultList()
    checkNumbers(&faults)
    checkPlan(&faults)
    try faults.throwIfAny("running day")
    readEvents(&faults)
    try faults.throwIfAny("running day")
    drive()
    cancel(&faults)
    try faults.throwIfAny("running day")
    sortGoods()
    var assembly = RunningDayAssembly(self)
    return try assembly.day()
  }

  // MARK: What was given

  private func checkNumbers(_ faults: inout FaultList) {
    problem.checkMoment(now, "$.now", &faults)
    let (rate, most) = (RoutingProblem.largestRate, RoutingProblem.largestCost)
    problem.checkRange(prices.perSecond, 0...rate, "$.prices.perSecond", &faults)
    problem.checkRange(prices.perVehicle, 0...most, "$.prices.perVehicle", &faults)
    problem.checkRange(prices.perDropped, 0...most, "$.prices.perDropped", &faults)
    let century = RoutingProblem.longestHorizon
    problem.checkRange(prices.mostEarly?.seconds ?? 0, 0...century, "$.prices.mostEarly", &faults)
    problem.checkRange(leeway.costPerLateSecond ?? 0, 0...rate, "$.leeway.costPerLateSecond", &faults)
    problem.checkRange(leeway.overrun.seconds, 0...century, "$.leeway.overrun", &faults)
  }

  private func checkPlan(_ faults: inout FaultList) {
    for fault in plan.violations {
      switch fault.kind {
      case .unknown, .duplicate, .reload:
        let stop = fault.stop.map { ".jobs[\($0)]" } ?? ""
        faults.add(
          at: "$.plan[\(fault.route ?? 0)]\(stop)", found: "\(fault.kind.rawValue)",
          expected: "vehicles, jobs and reloads of the problem, each job once")
      case .fleet:
        faults.add(at: "$.plan", found: "\(fault.amount) vehicles too many", expected: "no more than the problem has")
      default: continue
      }
    }
  }

  private mutating func readEvents(_ faults: inout FaultList) {
    let century = RoutingProblem.longestHorizon
    var names = Set(problem.jobs.map(\.id))
    for (index, event) in events.enumerated() {
      let path = "$.events[\(index)]"
      switch event {
      case .vehicleDown(let route, let goods):
        guard checkRoute(route, path, &faults) else { continue }
        stranded[route] = goods
        if case .fetched(let handover) = goods {
          problem.checkRange(handover.seconds, 0...century, "\(path).handover", &faults)
        }
      case .behind(let route, let delay):
        problem.checkRange(delay.seconds, 0...century, "\(path).by", &faults)
        if checkRoute(route, path, &faults) { delays[route] = min(.seconds(century), delay + (delays[route] ?? .zero)) }
      case .cancelled(let job):
        let isThere = faults.check(
          problem.jobs.indices.contains(job), at: "\(path).job", found: "\(job)",
          expected: "a job, 0 to \(problem.jobs.count - 1)")
        if isThere { cancelled.insert(job) }
      case .added(let job):
        faults.check(
          names.insert(job.id).inserted, at: "\(path).id", found: "\(job.id)", expected: "a name that no other job has")
        added.append(job)
      case .slower(let percent, let from, let until):
        problem.checkRange(percent, 0...99, "\(path).percent", &faults)
        problem.checkMoment(from, "\(path).from", &faults)
        problem.checkMoment(until, "\(path).until", &faults)
        let start = max(now, from ?? now)
        // What is over changes nothing any more.
        if percent == 0 || until.map({ $0 <= start }) ?? false { continue }
        if (1...99).contains(percent) { traffic = (traffic ?? Traffic([])).slowed(by: percent, from: start, until: until) }
      }
    }
  }

  private func checkRoute(_ route: Int, _ path: String, _ faults: inout FaultList) -> Bool {
    let isThere = plan.routes.indices.contains(route) && !plan.routes[route].stops.isEmpty
    return faults.check(
      isThere, at: "\(path).route", found: "\(route)", expected: "a route of the plan with stops, 0 to \(plan.routes.count - 1)")
  }

  // MARK: What is done

  private mutating func drive() {
    let changes = (before: problem.traffic ?? Traffic([]), after: traffic ?? Traffic([]))
    for (index, trip) in plan.routes.enumerated() {
      var part = DrivenPart(
        of: trip, in: problem, at: now, delay: delays[index] ?? .zero, isDown: stranded[index] != nil, traffic: changes)
      if let begun = problem.begun.first(where: { trip.route.begins(with: $0) }) {
        part.keep(jobs: begun.jobs.count, reloads: begun.reloads.count)
      }
      parts.append(part)
      for (stop, job) in trip.route.jobs.enumerated() { seats[job] = (index, stop) }
    }
  }

  /// Whether a job is done, or a vehicle on its way to it.
  func isFrozen(_ job: Int) -> Bool { seats[job].map { $0.stop < parts[$0.route].jobs } ?? false }

  /// When a frozen job begins; `nil` for others, and for those that only the problem has as begun.
  func pin(of job: Int) -> DrivenPart.Pin? {
    seats[job].flatMap { $0.stop < parts[$0.route].pins.count ? parts[$0.route].pins[$0.stop] : nil }
  }

  // MARK: What is no more

  private mutating func cancel(_ faults: inout FaultList) {
    let shipments = problem.relations.shipments
    for (index, event) in events.enumerated() {
      guard case .cancelled(let job) = event else { continue }
      let alternatives = problem.relations.alternatives.first { $0.jobs.contains(job) }?.jobs ?? [job]
      for job in alternatives {
        if let pin = pin(of: job), pin.hasBegun {
          faults.add(
            at: "$.events[\(index)].job", found: "job \(job), begun at \(pin.begin)", expected: "a job that has not begun")
        }
        cancelled.insert(job)
        if !isFrozen(job) { removed.insert(job) }
      }
      for shipment in shipments where shipment.pickup == job || shipment.delivery == job {
        // What is on board already stays there, and goes where the vehicle goes.
        for end in [shipment.pickup, shipment.delivery] where !isFrozen(end) {
          cancelled.insert(end)
          removed.insert(end)
        }
      }
    }
  }

  /// Finds out whose goods are on board of which vehicle.
  private mutating func sortGoods() {
    let ends = Dictionary(
      problem.relations.shipments.flatMap { [($0.pickup, $0), ($0.delivery, $0)] }, uniquingKeysWith: { first, _ in first })
    var aboard: [(job: Int, route: Int)] = []
    for (route, part) in parts.enumerated() where part.hasLeft {
      aboard += part.onBoard.filter { ends[$0] == nil && !problem.jobs[$0].delivery.isZero }.map { ($0, route) }
    }
    for shipment in problem.relations.shipments where isFrozen(shipment.pickup) && !isFrozen(shipment.delivery) {
      if let seat = seats[shipment.pickup] { aboard.append((shipment.delivery, seat.route)) }
    }
    for (job, route) in aboard.sorted(by: { $0.job < $1.job }) where !removed.contains(job) {
      let others = problem.relations.alternatives.first { $0.jobs.contains(job) }?.jobs ?? [job]
      switch stranded[route] {
      case nil: for other in others { bound[other] = route }
      case .fetched(let handover):
        fetched.append((job, route, handover))
        removed.formUnion(others.filter { $0 != job })
      case .lost:
        lost.insert(job)
        removed.formUnion(others)
      }
    }
  }
}
