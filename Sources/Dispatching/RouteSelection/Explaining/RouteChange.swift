public import Logistics
public import Routing

/// Something that could be different about a routing problem.
public enum RouteChange: Hashable, Sendable {
  /// One more vehicle of a type, an index into the problem's vehicles.
  case oneMore(vehicle: Int)
  /// The shift of a type ends so much later; a type without a shift has all the time there is.
  case longerShift(vehicle: Int, by: TimeSpan)
  /// A job, an index into the problem's jobs, is not there at all, neither served nor dropped.
  case without(job: Int)
}

extension RoutingProblem {
  /// The problem as it would be.
  ///
  /// What binds other jobs to one that is taken out is taken out with it; a shipment cannot lose an end.
  ///
  /// - Throws: `InvalidInput` if the change names what the problem does not have, takes out the end of a shipment, or leads to a number
  ///   out of its range.
  public func changed(by change: RouteChange) throws(InvalidInput) -> RoutingProblem {
    var faults = FaultList()
    switch change {
    case .oneMore(let index), .longerShift(let index, _):
      faults.check(
        vehicles.indices.contains(index), at: "vehicle", found: "\(index)", expected: "an index below \(vehicles.count)")
    case .without(let index):
      faults.check(jobs.indices.contains(index), at: "job", found: "\(index)", expected: "an index below \(jobs.count)")
      faults.check(
        relations.shipments.allSatisfy { $0.pickup != index && $0.delivery != index }, at: "job",
        found: "\(index), the end of a shipment", expected: "a job by itself")
    }
    if case .longerShift(_, let time) = change {
      faults.check(
        (0...Self.longestChange).contains(time.seconds), at: "shift", found: "\(time) longer",
        expected: "0 to \(Self.longestChange) s")
    }
    try faults.throwIfAny("change of a routing problem")
    var jobs = jobs, vehicles = vehicles, relations = relations, begun = begun
    switch change {
    case .oneMore(let index): vehicles[index] = vehicles[index].with(count: vehicles[index].count + 1)
    case .longerShift(let index, let time): vehicles[index] = vehicles[index].with(longer: time)
    case .without(let index):
      jobs.remove(at: index)
      relations = relations.without(index)
      begun = begun.compactMap { $0.without(index) }
    }
    return try RoutingProblem(
      profiles: profiles, jobs: jobs, vehicles: vehicles, relations: relations, traffic: traffic, begun: begun,
      preferences: preferences)
  }

  /// A year: no shift grows by more.
  private static let longestChange = 366 * 86_400
}

extension VehicleType {
  fileprivate func with(count: Int? = nil, longer: TimeSpan = .zero) -> VehicleType {
    VehicleType(
      id: id, count: count ?? self.count, start: start, end: end, capacity: capacity,
      shift: shift.flatMap { TimeWindow(opens: $0.opens, closes: $0.closes + longer) }, skills: skills, fixedCost: fixedCost,
      costPerMetre: costPerMetre, costPerSecond: costPerSecond, maximumDistance: maximumDistance,
      maximumDuration: maximumDuration, overtime: overtime, maximumStops: maximumStops, breaks: breaks, reload: reload,
      profile: profile)
  }
}

extension Relations {
  /// Those between the other jobs, in a problem without one.
  ///
  /// - Precondition: The job is no end of a shipment.
  fileprivate func without(_ gone: Int) -> Relations {
    func moved(_ job: Int) -> Int { job > gone ? job - 1 : job }
    func moved(_ jobs: [Int]) -> [Int] { jobs.filter { $0 != gone }.map(moved) }
    return Relations(
      shipments: shipments.map {
        Shipment(pickup: moved($0.pickup), delivery: moved($0.delivery), mostTimeOnBoard: $0.mostTimeOnBoard)
      },
      alternatives: alternatives.map { Alternatives(jobs: moved($0.jobs), dropCost: $0.dropCost) }.filter { !$0.jobs.isEmpty },
      sameRoute: sameRoute.map { moved($0) },
      precedences: precedences.filter { $0.first != gone && $0.second != gone }.map {
        Precedence(moved($0.first), before: moved($0.second))
      },
      deliveriesFirst: deliveriesFirst)
  }
}

extension Route {
  /// The route in a problem without a job; `nil` if nothing is left of it.
  func without(_ gone: Int) -> Route? {
    let left = jobs.compactMap { $0 == gone ? nil : $0 > gone ? $0 - 1 : $0 }
    guard !left.isEmpty else { return nil }
    let places = jobs.indices.filter { jobs[$0] == gone }
    return Route(
      vehicle: vehicle, jobs: left,
      reloads: reloads.map { reload in
        ReloadStop(beforeJob: reload.beforeJob - places.count { $0 < reload.beforeJob }, at: reload.place)
      })
  }
}
