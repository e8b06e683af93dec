import Logistics
import Travel

extension RoutingProblem {
  /// Judges routes by the rules of this problem, from nothing but the problem.
  ///
  /// Written without a line in common with the search, and slowly on purpose: it drives each route stop by stop as the
  /// vehicle would. Never traps, whatever the routes say. O(stops) apart from sorting the unassigned.
  ///
  /// - Returns: Times, loads and costs, and every rule that is broken. A route without jobs costs nothing and uses no
  ///   vehicle.
  public func check(_ routes: [Route]) -> Verdict {
    var violations: [Violation] = []
    var scheduled: [ScheduledRoute] = []
    var visits = [Int](repeating: 0, count: jobs.count)
    var used = [Int](repeating: 0, count: vehicles.count)
    for (index, route) in routes.enumerated() {
      guard vehicles.indices.contains(route.vehicle) else {
        violations.append(Violation(.unknown, route: index, amount: route.vehicle))
        continue
      }
      let strangers = route.jobs.enumerated().filter { !jobs.indices.contains($0.element) }
      for (stop, job) in strangers { violations.append(Violation(.unknown, route: index, stop: stop, amount: job)) }
      guard strangers.isEmpty else { continue }
      if !route.jobs.isEmpty { used[route.vehicle] += 1 }
      for (stop, job) in route.jobs.enumerated() {
        visits[job] += 1
        if visits[job] > 1 { violations.append(Violation(.duplicate, route: index, stop: stop, job: job, amount: 1)) }
      }
      let trip = drive(route)
      violations += faults(of: trip, route: index)
      scheduled.append(trip)
    }
    for (type, vehicle) in vehicles.enumerated() where used[type] > vehicle.count {
      violations.append(Violation(.fleet, amount: used[type] - vehicle.count))
    }
    let unassigned = jobs.indices.filter { visits[$0] == 0 }
    for job in unassigned where jobs[job].dropCost == nil {
      violations.append(Violation(.missing, job: job, amount: 1))
    }
    let cost = scheduled.reduce(0) { $0 + $1.cost } + unassigned.reduce(0) { $0 + (jobs[$1].dropCost ?? 0) }
    return Verdict(routes: scheduled, unassigned: unassigned, cost: cost, violations: violations)
  }

  /// Judges one route by itself, as `check` does each: its times, load and cost, and the rules it breaks, all under route 0. Who else
  /// serves its jobs, and how many vehicles there are, is not asked.
  ///
  /// - Precondition: The problem has its vehicle type and its jobs.
  /// - Complexity: O(stops), where `check` would also go through all jobs.
  package func schedule(_ route: Route) -> (route: ScheduledRoute, violations: [Violation]) {
    let trip = drive(route)
    return (trip, faults(of: trip, route: 0))
  }

  /// Drives a route as early as it can be driven, then once more from the latest departure that changes nothing after it.
  private func drive(_ route: Route) -> ScheduledRoute {
    let vehicle = vehicles[route.vehicle]
    let earliest = vehicle.shift?.opens ?? earlyEnough(route)
    // Leaving later cuts waiting, until the first service would begin past its window or the arrival would slip.
    let early = walk(route, from: earliest)
    guard early.waiting > .zero else { return early }
    var slack = TimeSpan.zero  // how much later the route may leave with every stop before this one still in time
    var spare = TimeSpan(Int.max / 4)  // the least room to the closing of a window so far
    var waited = TimeSpan.zero
    for stop in early.stops {
      waited = waited + (stop.begin - stop.arrival)
      if let window = jobs[stop.job].window { spare = min(spare, window.closes - stop.begin + waited) }
      slack = min(waited, spare)
    }
    // A fault cannot be mended by leaving later, nor may it get worse.
    return walk(route, from: earliest + max(.zero, slack))
  }

  /// A departure, for a vehicle without a shift, so early that leaving earlier would only mean more waiting.
  private func earlyEnough(_ route: Route) -> Instant {
    let opening = route.jobs.compactMap { jobs[$0].window?.opens }.min()
    guard let opening else { return Instant(secondsSince1970: 0) }
    let unhindered = walk(route, from: opening)
    return opening - (unhindered.driving + route.jobs.reduce(.zero) { $0 + jobs[$1].service })
  }

  private func walk(_ route: Route, from departure: Instant) -> ScheduledRoute {
    let vehicle = vehicles[route.vehicle]
    let initial = route.jobs.reduce(Load.zero(dimensions: dimensions)) { $0 + jobs[$1].delivery }
    var load = initial
    var clock = departure
    var place = vehicle.start
    var distance = Distance.zero
    var driving = TimeSpan.zero
    var waiting = TimeSpan.zero
    var stops: [ScheduledRoute.Stop] = []
    for index in route.jobs {
      let job = jobs[index]
      distance = distance + travel.distance(from: place, to: job.place)
      driving = driving + travel.duration(from: place, to: job.place)
      let arrival = clock + travel.duration(from: place, to: job.place)
      let begin = max(arrival, job.window?.opens ?? arrival)
      waiting = waiting + (begin - arrival)
      clock = begin + job.service
      load = load - job.delivery + job.pickup
      place = job.place
      stops.append(ScheduledRoute.Stop(job: index, arrival: arrival, begin: begin, departure: clock, load: load))
    }
    if !route.jobs.isEmpty {
      distance = distance + travel.distance(from: place, to: vehicle.end)
      driving = driving + travel.duration(from: place, to: vehicle.end)
      clock = clock + travel.duration(from: place, to: vehicle.end)
    }
    let cost =
      route.jobs.isEmpty
      ? 0
      : vehicle.fixedCost + distance.metres * vehicle.costPerMetre + (clock - departure).seconds * vehicle.costPerSecond
    return ScheduledRoute(
      route: route, stops: stops, departure: departure, arrival: clock, initialLoad: initial, distance: distance,
      driving: driving, waiting: waiting, cost: cost)
  }

  private func faults(of trip: ScheduledRoute, route: Int) -> [Violation] {
    let vehicle = vehicles[trip.route.vehicle]
    guard !trip.stops.isEmpty else { return [] }
    var violations: [Violation] = []
    if let excess = excess(trip.initialLoad, vehicle) { violations.append(Violation(.capacity, route: route, amount: excess)) }
    for (index, stop) in trip.stops.enumerated() {
      let job = jobs[stop.job]
      if let excess = excess(stop.load, vehicle) {
        violations.append(Violation(.capacity, route: route, stop: index, job: stop.job, amount: excess))
      }
      if let window = job.window, stop.begin > window.closes {
        let late = (stop.begin - window.closes).seconds
        violations.append(Violation(.timeWindow, route: route, stop: index, job: stop.job, amount: late))
      }
      let lacking = job.skills.subtracting(vehicle.skills).count
      if lacking > 0 { violations.append(Violation(.skills, route: route, stop: index, job: stop.job, amount: lacking)) }
    }
    if let shift = vehicle.shift, trip.arrival > shift.closes {
      violations.append(Violation(.shift, route: route, amount: (trip.arrival - shift.closes).seconds))
    }
    if let longest = vehicle.maximumDistance, trip.distance > longest {
      violations.append(Violation(.maximumDistance, route: route, amount: (trip.distance - longest).metres))
    }
    return violations
  }

  private func excess(_ load: Load, _ vehicle: VehicleType) -> Int? {
    let worst = zip(load.amounts, vehicle.capacity.amounts).map { $0 - $1 }.max() ?? 0
    return worst > 0 ? worst : nil
  }
}
