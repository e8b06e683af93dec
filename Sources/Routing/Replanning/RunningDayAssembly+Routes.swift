import Logistics

extension RunningDayAssembly {
  func begunRoutes() -> [Route] {
    maker.plan.routes.enumerated().compactMap { index, trip in
      let part = maker.parts[index]
      guard let vehicle = vehicleOfRoute[index], part.jobs > 0 else { return nil }
      return Route(
        vehicle: vehicle, jobs: moved(Array(trip.route.jobs.prefix(part.jobs))),
        reloads: Array(trip.route.reloads.prefix(part.reloads)))
    }
  }

  /// Lets vehicles be out as long, and drive as far, as what they have begun takes.
  ///
  /// - Throws: `InvalidInput` if the driven part of a route breaks another rule.
  mutating func relax(_ begun: [Route], _ relations: Relations) throws(InvalidInput) -> RoutingProblem {
    for round in 0..<4 {
      let rest = RoutingProblem(
        known: problem.profiles, jobs: jobs.map(\.job), vehicles: vehicles.map(\.vehicle), relations: relations,
        traffic: maker.traffic, begun: begun, preferences: problem.preferences)
      let checker = RouteChecker(rest)
      var faults = FaultList()
      for route in begun {
        for fault in checker.judge(route).violations {
          if round < 3 {
            relax(fault, of: route, firmly: round > 0)
          } else {
            faults.add(
              at: "$.plan",
              found: "\(fault.kind.rawValue) in what \(rest.vehicles[route.vehicle].id) has driven, by \(fault.amount)",
              expected: "a driven part that keeps the rules")
          }
        }
      }
      try faults.throwIfAny("running day")
      if begun.allSatisfy({ checker.judge($0).violations.isEmpty }) { return rest }
    }
    // The last round has thrown, or found nothing.
    return RoutingProblem(
      known: problem.profiles, jobs: jobs.map(\.job), vehicles: vehicles.map(\.vehicle), relations: relations,
      traffic: maker.traffic, begun: begun, preferences: problem.preferences)
  }

  private mutating func relax(_ fault: Violation, of route: Route, firmly: Bool) {
    let vehicle = route.vehicle
    switch fault.kind {
    case .shift:
      vehicles[vehicle].shift = vehicles[vehicle].shift.flatMap {
        TimeWindow(opens: $0.opens, closes: $0.closes + .seconds(fault.amount))
      }
    case .maximumDuration:
      vehicles[vehicle].maximumDuration = vehicles[vehicle].maximumDuration.map { $0 + .seconds(fault.amount) }
    case .maximumDistance:
      vehicles[vehicle].maximumDistance = vehicles[vehicle].maximumDistance.map { $0 + .metres(fault.amount) }
    case .maximumStops: vehicles[vehicle].maximumStops = vehicles[vehicle].maximumStops.map { $0 + fault.amount }
    case .breaks:
      // What has not been taken by now can be taken on the way home.
      let breaks = vehicles[vehicle].breaks
      vehicles[vehicle].shift = vehicles[vehicle].shift.flatMap { shift in
        TimeWindow(opens: shift.opens, closes: breaks.reduce(shift.closes) { $0 + $1.duration })
      }
      let anyTime = TimeWindow(opens: maker.now, closes: Self.forever).map { [$0] } ?? []
      vehicles[vehicle].breaks = breaks.map { pause in
        let isTaken = pause.windows.first.map { $0.opens == $0.closes } ?? false
        return Break(windows: firmly ? [] : isTaken ? pause.windows : anyTime, duration: pause.duration, isPaid: pause.isPaid)
      }
    case .timeWindow: if let job = fault.job { jobs[job].lateness = Lateness(costPerSecond: 0) }
    case .capacity:
      vehicles[vehicle].capacity = Load(vehicles[vehicle].capacity.amounts.map { min(Weight.limit, $0 + fault.amount) })
    default: break
    }
  }

  /// The plan as far as it can be gone on with; stops with which it cannot are left to the search.
  func start(in rest: RoutingProblem) -> [Route] {
    let checker = RouteChecker(rest)
    return maker.plan.routes.enumerated().compactMap { index, trip in
      let part = maker.parts[index]
      guard let vehicle = vehicleOfRoute[index], rest.vehicles[vehicle].count > 0 else { return nil }
      var stops = part.isDown ? Array(trip.route.jobs.prefix(part.jobs)) : trip.route.jobs
      var faults: [Violation]
      var route: Route
      repeat {
        route = Self.route(of: trip.route, keeping: stops, vehicle, part, indexOfJob)
        faults = route.jobs.isEmpty ? [] : checker.judge(route).violations
        guard let fault = faults.first, stops.count > part.jobs else { break }
        let named = fault.stop.flatMap { $0 >= part.jobs ? route.jobs[$0] : nil } ?? route.jobs.last
        stops.removeAll { indexOfJob[$0] == named || indexOfJob[$0] == nil }
      } while true
      return faults.isEmpty && !route.jobs.isEmpty ? route : nil
    }
  }

  /// A route with some of its jobs, in the numbers of the rest of the day, and the reloads that still load something.
  private static func route(
    of old: Route, keeping stops: [Int], _ vehicle: Int, _ part: DrivenPart, _ index: [Int?]
  ) -> Route {
    let kept = Set(stops.filter { index[$0] != nil })
    var route = Route(vehicle: vehicle, jobs: [])
    for (trip, jobs) in old.trips.enumerated() {
      let left = jobs.filter(kept.contains)
      if trip > 0, trip <= part.reloads || !left.isEmpty && !route.jobs.isEmpty {
        let reload = ReloadStop(beforeJob: route.jobs.count, at: old.reloads[trip - 1].place)
        if trip <= part.reloads || route.reloads.last?.beforeJob != reload.beforeJob { route.reloads.append(reload) }
      }
      route.jobs += left.compactMap { index[$0] }
    }
    return route
  }
}
