import Logistics

extension Replan {
  /// Compares an answer with the plan that ran, whatever search it comes from.
  ///
  /// - Precondition: It is an answer to the problem of the day.
  public init(_ day: RunningDay, _ answer: Answer) {
    self.day = day
    self.answer = answer
    let comparison = PlanComparison(day, answer.verdict)
    stops = comparison.stops()
    vehicles = comparison.vehicles()
  }
}

/// A plan that ran beside what it has become.
struct PlanComparison {
  private let day: RunningDay
  private let after: Verdict
  /// For each job that ran, and for each job now, its route and position.
  private let oldSeats: [Int: (route: Int, stop: Int)]
  private let newSeats: [Int: (route: Int, stop: Int)]

  init(_ day: RunningDay, _ after: Verdict) {
    self.day = day
    self.after = after
    oldSeats = Self.seats(day.plan)
    newSeats = Self.seats(after)
  }

  private static func seats(_ plan: Verdict) -> [Int: (route: Int, stop: Int)] {
    var seats: [Int: (route: Int, stop: Int)] = [:]
    for (index, route) in plan.routes.enumerated() {
      for (stop, times) in route.stops.enumerated() { seats[times.job] = (index, stop) }
    }
    return seats
  }

  // MARK: Jobs

  func stops() -> [Replan.StopChange] {
    let old = day.before.jobs.indices.compactMap { change(old: $0, new: day.jobs[$0]) }
    let first = day.jobs.count { $0 != nil }
    return old + (first..<first + day.addedCount).compactMap { change(old: nil, new: $0) }
  }

  private func change(old: Int?, new: Int?) -> Replan.StopChange? {
    let (before, after) = (old.flatMap(visitBefore), new.flatMap(visitNow))
    let isCancelled = old.map(day.cancelled.contains) ?? false
    // Alternatives that are not served, and what nobody was to come to and does not.
    if before == nil && after == nil && !isCancelled && old != nil { return nil }
    let isFrozen = old.flatMap { oldSeats[$0] }.map { $0.stop < day.frozen[$0.route] } ?? false
    let outcome: Replan.Outcome
    if isCancelled {
      outcome = .cancelled
    } else if isFrozen {
      outcome = .done
    } else if let after {
      outcome = before.map { $0.begin == after.begin && $0.vehicle == after.vehicle ? .kept : .moved } ?? .joined
    } else {
      outcome = .dropped
    }
    let job = old.map { day.before.jobs[$0].id } ?? new.map { day.problem.jobs[$0].id } ?? ""
    return Replan.StopChange(job: job, oldIndex: old, newIndex: new, outcome: outcome, before: before, after: after)
  }

  private func visitBefore(_ job: Int) -> Replan.Visit? {
    guard let seat = oldSeats[job], let vehicle = day.vehicles[seat.route] else { return nil }
    let times = day.plan.routes[seat.route].stops[seat.stop]
    return Replan.Visit(vehicle: day.problem.vehicles[vehicle].id, route: seat.route, arrival: times.arrival, begin: times.begin)
  }

  private func visitNow(_ job: Int) -> Replan.Visit? {
    guard let seat = newSeats[job] else { return nil }
    let times = after.routes[seat.route].stops[seat.stop]
    let vehicle = day.problem.vehicles[after.routes[seat.route].route.vehicle].id
    return Replan.Visit(vehicle: vehicle, route: seat.route, arrival: times.arrival, begin: times.begin)
  }

  // MARK: Vehicles

  func vehicles() -> [Replan.VehicleChange] {
    var changes: [Replan.VehicleChange] = []
    var taken = Set<Int>()
    for (index, route) in day.plan.routes.enumerated() {
      guard let vehicle = day.vehicles[index] else { continue }
      let new = after.routes.firstIndex { $0.route.vehicle == vehicle && !$0.stops.isEmpty }
      if let new { taken.insert(new) }
      // Cancelled jobs are there only where the vehicle is on its way to them.
      let past = route.route.jobs.map { day.jobs[$0] }
      changes.append(change(vehicle, old: index, new: new, past: past))
    }
    for (index, route) in after.routes.enumerated() where !taken.contains(index) && !route.stops.isEmpty {
      changes.append(change(route.route.vehicle, old: nil, new: index, past: []))
    }
    return changes
  }

  /// - Parameter past: The jobs that it had, in the numbers of now; `nil` for those that are not there any more.
  private func change(_ vehicle: Int, old: Int?, new: Int?, past: [Int?]) -> Replan.VehicleChange {
    let jobs = day.problem.jobs
    let present = new.map { after.routes[$0].route.jobs } ?? []
    let (had, has) = (Set(past.compactMap { $0 }), Set(present))
    let lost = old.map { day.plan.routes[$0].route.jobs.filter(day.lost.contains).map { day.before.jobs[$0].id } } ?? []
    return Replan.VehicleChange(
      vehicle: day.problem.vehicles[vehicle].id, oldRoute: old, newRoute: new, frozenStops: old.map { day.frozen[$0] } ?? 0,
      isDown: old.map(day.down.contains) ?? false, joined: present.filter { !had.contains($0) }.map { jobs[$0].id },
      left: past.compactMap { $0 }.filter { !has.contains($0) }.map { jobs[$0].id } + lost,
      isReordered: past.compactMap { $0 }.filter(has.contains) != present.filter(had.contains),
      endBefore: old.map { day.plan.routes[$0].arrival }, endAfter: new.map { after.routes[$0].arrival })
  }
}
