public import Logistics
import Travel

extension RoutingProblem {
  /// The problem as it would be. An amount of nothing changes nothing. O(jobs).
  ///
  /// - Throws: `InvalidInput` if the change names a job, window, vehicle, limit or price that the problem does not have, or leads to a number
  ///   out of its range.
  public func changed(by change: RuleChange) throws(InvalidInput) -> RoutingProblem {
    var faults = FaultList()
    let most = most(of: change.rule)
    faults.check(most != nil, at: "rule", found: "\(change.rule)", expected: "one that the problem has")
    if let most {
      faults.check(
        (0...most).contains(change.amount), at: "amount", found: "\(change.amount)", expected: "a number from 0 to \(most)")
    }
    try faults.throwIfAny("change of a rule")
    return relaxed(by: change)
  }

  /// The largest change of a rule that leaves every number in its range, or `nil` if the problem has no such rule.
  func most(of rule: RuleChange.Rule) -> Int? {
    func window(_ job: Int, _ index: Int) -> TimeWindow? {
      guard jobs.indices.contains(job), jobs[job].windows.indices.contains(index) else { return nil }
      return jobs[job].windows[index]
    }
    func vehicle(_ index: Int) -> VehicleType? { vehicles.indices.contains(index) ? vehicles[index] : nil }
    let horizon = Self.longestHorizon
    switch rule {
    case .opening(let job, let index): return window(job, index).map { horizon + $0.opens.secondsSince1970 }
    case .closing(let job, let index): return window(job, index).map { horizon - $0.closes.secondsSince1970 }
    case .release(let job):
      return jobs.indices.contains(job) ? jobs[job].release.map { horizon + $0.secondsSince1970 } : nil
    case .timeOnBoard(let index):
      guard relations.shipments.indices.contains(index) else { return nil }
      return relations.shipments[index].mostTimeOnBoard.map { horizon - $0.seconds }
    case .dropCost(let demand):
      guard has(demand), case .job(let job) = demand else {
        return has(demand) ? dropCost(of: demand).map { _ in Self.largestCost - firstDropCost(of: demand) } : nil
      }
      return jobs[job].dropCost.map { Self.largestCost - $0 }
    case .shiftStart(let index): return vehicle(index)?.shift.map { horizon + $0.opens.secondsSince1970 }
    case .shiftEnd(let index): return vehicle(index)?.shift.map { horizon - $0.closes.secondsSince1970 }
    case .duration(let index): return vehicle(index)?.maximumDuration.map { horizon - $0.seconds }
    case .distance(let index): return vehicle(index)?.maximumDistance.map { Distance.limit - $0.metres }
    case .stops(let index): return vehicle(index)?.maximumStops.map { Int(Int32.max) - $0 }
    case .capacity(let index, let dimension):
      guard let vehicle = vehicle(index), (0..<dimensions).contains(dimension) else { return nil }
      return Weight.limit - vehicle.capacity[dimension]
    case .skills(let index, let skills): return vehicle(index).map { _ in skills.count }
    case .count(let index): return vehicle(index).map { 1_000_000 - $0.count }
    }
  }

  private func firstDropCost(of demand: Demand) -> Int {
    if case .shipment(let index) = demand { return jobs[relations.shipments[index].pickup].dropCost ?? 0 }
    return dropCost(of: demand) ?? 0
  }

  /// The problem as it would be.
  ///
  /// - Precondition: `most(of:)` allows the amount.
  func relaxed(by change: RuleChange) -> RoutingProblem {
    var jobs = jobs, vehicles = vehicles, relations = relations
    let amount = change.amount
    switch change.rule {
    case .opening(let job, let index): jobs[job] = jobs[job].with(window: index, opening: amount)
    case .closing(let job, let index): jobs[job] = jobs[job].with(window: index, closing: amount)
    case .release(let job): jobs[job] = jobs[job].with(release: jobs[job].release.map { $0 - .seconds(amount) })
    case .timeOnBoard(let index):
      let shipment = relations.shipments[index]
      relations.shipments[index] = Shipment(
        pickup: shipment.pickup, delivery: shipment.delivery,
        mostTimeOnBoard: shipment.mostTimeOnBoard.map { $0 + .seconds(amount) })
    case .dropCost(.alternatives(let index)):
      let choice = relations.alternatives[index]
      relations.alternatives[index] = Alternatives(jobs: choice.jobs, dropCost: choice.dropCost.map { $0 + amount })
    case .dropCost(let demand):
      let job = self.jobs(of: demand)[0]
      jobs[job] = jobs[job].with(dropCost: jobs[job].dropCost.map { $0 + amount })
    case .shiftStart(let index), .shiftEnd(let index), .duration(let index), .distance(let index), .stops(let index),
      .capacity(let index, _), .skills(let index, _), .count(let index):
      vehicles[index] = vehicles[index].relaxed(by: change)
    }
    return RoutingProblem(
      known: profiles, jobs: jobs, vehicles: vehicles, relations: relations, traffic: traffic, begun: begun,
      preferences: preferences)
  }
}

extension Job {
  fileprivate func with(window index: Int, opening: Int = 0, closing: Int = 0) -> Job {
    let changed = windows.enumerated().map { place, window in
      place == index
        ? TimeWindow(opens: window.opens - .seconds(opening), closes: window.closes + .seconds(closing))! : window
    }
    var merged: [TimeWindow] = []
    for window in changed.sorted(by: { $0.opens < $1.opens }) {
      if let last = merged.last, window.opens <= last.closes {
        merged[merged.count - 1] = TimeWindow(opens: last.opens, closes: max(last.closes, window.closes))!
      } else {
        merged.append(window)
      }
    }
    return Job(
      id: id, place: place, delivery: delivery, pickup: pickup, service: service, setup: setup, windows: merged,
      lateness: lateness, release: release, skills: skills, dropCost: dropCost, announced: announced)
  }

  fileprivate func with(release: Instant?) -> Job {
    Job(
      id: id, place: place, delivery: delivery, pickup: pickup, service: service, setup: setup, windows: windows,
      lateness: lateness, release: release, skills: skills, dropCost: dropCost, announced: announced)
  }
}

extension VehicleType {
  fileprivate func relaxed(by change: RuleChange) -> VehicleType {
    var count = count, capacity = capacity, shift = shift, skills = skills
    var distance = maximumDistance, duration = maximumDuration, stops = maximumStops
    let amount = change.amount
    switch change.rule {
    case .shiftStart: shift = shift.flatMap { TimeWindow(opens: $0.opens - .seconds(amount), closes: $0.closes) }
    case .shiftEnd: shift = shift.flatMap { TimeWindow(opens: $0.opens, closes: $0.closes + .seconds(amount)) }
    case .duration: duration = duration.map { $0 + .seconds(amount) }
    case .distance: distance = distance.map { $0 + .metres(amount) }
    case .stops: stops = stops.map { $0 + amount }
    case .capacity(_, let dimension): capacity[dimension] += amount
    case .skills(_, let more): skills.formUnion(more.prefix(amount))
    case .count: count += amount
    case .opening, .closing, .release, .timeOnBoard, .dropCost: break
    }
    return VehicleType(
      id: id, count: count, start: start, end: end, capacity: capacity, shift: shift, skills: skills, fixedCost: fixedCost,
      costPerMetre: costPerMetre, costPerSecond: costPerSecond, maximumDistance: distance, maximumDuration: duration,
      overtime: overtime, maximumStops: stops, breaks: breaks, reload: reload, profile: profile)
  }
}
