public import Logistics

/// Something that could be different about a problem of trips.
public enum TripChange: Hashable, Sendable {
  /// One more unit of a class, an index into the problem's vehicles.
  case oneMore(vehicle: Int)
  /// The shift of a class ends so much later.
  case longerShift(vehicle: Int, by: TimeSpan)
  /// A trip, an index into the problem's trips, is not there at all, neither driven nor dropped.
  case without(trip: Int)
}

extension TripProblem {
  /// The problem as it would be.
  ///
  /// - Throws: `InvalidInput` if the change names what the problem does not have, or leads to a number out of its range.
  public func changed(by change: TripChange) throws(InvalidInput) -> TripProblem {
    var faults = FaultList()
    switch change {
    case .oneMore(let index), .longerShift(let index, _):
      faults.check(
        vehicles.indices.contains(index), at: "vehicle", found: "\(index)", expected: "an index below \(vehicles.count)")
    case .without(let index):
      faults.check(trips.indices.contains(index), at: "trip", found: "\(index)", expected: "an index below \(trips.count)")
    }
    if case .longerShift(_, let time) = change {
      faults.check(
        (0...TimeSpan.limit).contains(time.seconds), at: "shift", found: "\(time) longer", expected: "0 to \(TimeSpan.limit)")
    }
    try faults.throwIfAny("change of a trip problem")
    var trips = trips, vehicles = vehicles
    switch change {
    case .oneMore(let index):
      // Of a million units one more is no change.
      vehicles[index] = vehicles[index].with(count: min(vehicles[index].count + 1, Self.largestCount))
    case .longerShift(let index, let time): vehicles[index] = vehicles[index].with(longer: time)
    case .without(let index): trips.remove(at: index)
    }
    return try TripProblem(trips: trips, vehicles: vehicles, turnaround: turnaround)
  }
}

extension VehicleClass {
  fileprivate func with(count: Int? = nil, longer: TimeSpan = .zero) -> VehicleClass {
    VehicleClass(
      id: id, depot: depot, count: count ?? self.count,
      shift: TimeWindow(
        opens: shift.opens,
        closes: Instant(secondsSince1970: min(TimeSpan.limit, shift.closes.secondsSince1970 + longer.seconds))) ?? shift,
      capacity: capacity, skills: skills,
      fixedCost: fixedCost, costPerSecond: costPerSecond, costPerMetre: costPerMetre, maximumTrips: maximumTrips)
  }
}
