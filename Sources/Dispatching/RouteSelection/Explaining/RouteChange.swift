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
  /// - Throws: `InvalidInput` if the change names what the problem does not have, or leads to a number out of its range.
  public func changed(by change: RouteChange) throws(InvalidInput) -> RoutingProblem {
    var faults = FaultList()
    switch change {
    case .oneMore(let index), .longerShift(let index, _):
      faults.check(
        vehicles.indices.contains(index), at: "vehicle", found: "\(index)", expected: "an index below \(vehicles.count)")
    case .without(let index):
      faults.check(jobs.indices.contains(index), at: "job", found: "\(index)", expected: "an index below \(jobs.count)")
    }
    if case .longerShift(_, let time) = change {
      faults.check(
        (0...Self.longestChange).contains(time.seconds), at: "shift", found: "\(time) longer",
        expected: "0 to \(Self.longestChange) s")
    }
    try faults.throwIfAny("change of a routing problem")
    var jobs = jobs, vehicles = vehicles
    switch change {
    case .oneMore(let index): vehicles[index] = vehicles[index].with(count: vehicles[index].count + 1)
    case .longerShift(let index, let time): vehicles[index] = vehicles[index].with(longer: time)
    case .without(let index): jobs.remove(at: index)
    }
    return try RoutingProblem(travel: travel, jobs: jobs, vehicles: vehicles)
  }

  /// A year: no shift grows by more.
  private static let longestChange = 366 * 86_400
}

extension VehicleType {
  fileprivate func with(count: Int? = nil, longer: TimeSpan = .zero) -> VehicleType {
    VehicleType(
      id: id, count: count ?? self.count, start: start, end: end, capacity: capacity,
      shift: shift.flatMap { TimeWindow(opens: $0.opens, closes: $0.closes + longer) }, skills: skills, fixedCost: fixedCost,
      costPerMetre: costPerMetre, costPerSecond: costPerSecond, maximumDistance: maximumDistance)
  }
}
