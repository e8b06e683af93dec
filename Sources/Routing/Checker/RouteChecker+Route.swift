import Logistics

extension RouteChecker {
  /// The rules that a route breaks by itself, what binds its jobs together aside.
  func faults(of trip: ScheduledRoute, route: Int) -> [Violation] {
    guard !trip.stops.isEmpty else { return [] }
    let vehicle = problem.vehicles[trip.route.vehicle]
    var violations: [Violation] = []
    func broken(_ kind: Violation.Kind, by amount: Int) {
      if amount > 0 { violations.append(Violation(kind, route: route, amount: amount)) }
    }
    for load in [trip.initialLoad] + trip.reloads.map(\.load) { broken(.capacity, by: excess(load, vehicle)) }
    for (stop, times) in trip.stops.enumerated() {
      let job = problem.jobs[times.job]
      func broken(_ kind: Violation.Kind, by amount: Int) {
        if amount > 0 { violations.append(Violation(kind, route: route, stop: stop, job: times.job, amount: amount)) }
      }
      broken(.capacity, by: excess(times.load, vehicle))
      let allowed = job.lateness.map { $0.most ?? times.lateness } ?? .zero
      broken(.timeWindow, by: (times.lateness - allowed).seconds)
      broken(.skills, by: job.skills.subtracting(vehicle.skills).count)
    }
    violations += reloadFaults(of: trip.route, route: route)
    if problem.relations.deliveriesFirst { violations += deliveriesFirstFaults(of: trip.route, route: route) }
    if trip.breaks.isEmpty { broken(.breaks, by: vehicle.breaks.count) }
    if let shift = vehicle.shift { broken(.shift, by: (trip.arrival - shift.closes).seconds) }
    if let longest = vehicle.maximumDistance { broken(.maximumDistance, by: (trip.distance - longest).metres) }
    broken(.maximumDuration, by: (trip.overtime - (vehicle.overtime?.most ?? .zero)).seconds)
    if let most = vehicle.maximumStops { broken(.maximumStops, by: trip.stops.count - most) }
    return violations
  }

  private func excess(_ load: Load, _ vehicle: VehicleType) -> Int {
    zip(load.amounts, vehicle.capacity.amounts).map { $0 - $1 }.max() ?? 0
  }

  /// Each reload at its place and position, and no more of them than allowed.
  private func reloadFaults(of given: Route, route: Int) -> [Violation] {
    let rule = problem.vehicles[given.vehicle].reload
    let allowed = Set(rule?.places ?? [])
    var violations: [Violation] = []
    var before = 0
    for reload in given.reloads {
      let isInOrder = (before...max(before, given.jobs.count)).contains(reload.beforeJob)
      before = max(before, min(reload.beforeJob, given.jobs.count))
      if isInOrder && allowed.contains(reload.place) { continue }
      let stop = given.jobs.indices.contains(reload.beforeJob) ? reload.beforeJob : nil
      violations.append(Violation(.reload, route: route, stop: stop, job: stop.map { given.jobs[$0] }, amount: 1))
    }
    if let most = rule?.most, given.reloads.count > most {
      violations.append(Violation(.reload, route: route, amount: given.reloads.count - most))
    }
    return violations
  }

  /// In each trip no backhaul, which is a job that picks up and delivers nothing, before a job that is none.
  private func deliveriesFirstFaults(of given: Route, route: Int) -> [Violation] {
    func isBackhaul(_ job: Int) -> Bool { problem.jobs[job].delivery.isZero && !problem.jobs[job].pickup.isZero }
    return given.trips.flatMap { trip in
      trip.indices.filter { stop in
        stop == trip.startIndex ? isBackhaul(trip[stop]) : isBackhaul(trip[stop - 1]) && !isBackhaul(trip[stop])
      }.map { Violation(.deliveriesFirst, route: route, stop: $0, job: given.jobs[$0], amount: 1) }
    }
  }
}
