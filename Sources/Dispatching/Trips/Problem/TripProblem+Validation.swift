import Logistics

extension TripProblem {
  /// The greatest number of units of a class.
  static let largestCount = 1_000_000

  /// The greatest cost of one thing: what a `Double` still counts one by one.
  static let largestCost = 1 << 53

  /// More than all trips together can cost, drop costs and units included; `nil` if sums of it would overflow.
  var costAboveAll: Int? {
    var total = 1
    for trip in trips {
      var dearest = trip.dropCost ?? 0
      for vehicle in vehicles where vehicle.fits(trip) {
        guard let cost = vehicle.cost(of: trip) else { return nil }
        dearest = max(dearest, cost.addingClamped(vehicle.fixedCost))
      }
      total = total.addingClamped(dearest)
    }
    // A missing trip counts as much as everything else; sums of prices go some times as far.
    return total.multipliedClamped(by: trips.count + 1) <= 1 << 58 ? total : nil
  }

  func validate() throws(InvalidInput) {
    var faults = FaultList()
    let depots = Set(vehicles.map(\.depot))
    let dimensions = vehicles.first?.capacity.dimensions ?? trips.first?.load.dimensions ?? 0
    checkRange(turnaround.seconds, TimeSpan.limit, "$.turnaround", &faults)
    checkNames(vehicles.map(\.id), "$.vehicles", &faults)
    checkNames(trips.map(\.id), "$.trips", &faults)
    for (index, vehicle) in vehicles.enumerated() { validate(vehicle, "$.vehicles[\(index)]", dimensions, &faults) }
    for (index, trip) in trips.enumerated() {
      let path = "$.trips[\(index)]"
      faults.check(
        depots.contains(trip.depot), at: "\(path).depot", found: "\"\(trip.depot)\"", expected: "a depot that vehicles have")
      faults.check(
        trip.start <= trip.end, at: "\(path).end", found: "\(trip.end.secondsSince1970)",
        expected: "no earlier than the start, \(trip.start.secondsSince1970)")
      checkTime(trip.start, "\(path).start", &faults)
      checkTime(trip.end, "\(path).end", &faults)
      checkRange(trip.distance.metres, Distance.limit, "\(path).distance", &faults)
      checkLoad(trip.load, "\(path).load", dimensions, &faults)
      checkRange(trip.dropCost ?? 0, Self.largestCost, "\(path).dropCost", &faults)
    }
    if faults.isEmpty, costAboveAll == nil {
      faults.add(
        at: "$.vehicles", found: "costs so large that sums of them would overflow",
        expected: "a coarser unit of the objective")
    }
    try faults.throwIfAny("trip problem")
  }

  private func validate(_ vehicle: VehicleClass, _ path: String, _ dimensions: Int, _ faults: inout FaultList) {
    checkRange(vehicle.count, Self.largestCount, "\(path).count", &faults)
    checkTime(vehicle.shift.opens, "\(path).start", &faults)
    checkTime(vehicle.shift.closes, "\(path).end", &faults)
    checkLoad(vehicle.capacity, "\(path).capacity", dimensions, &faults)
    checkRange(vehicle.fixedCost, Self.largestCost, "\(path).fixedCost", &faults)
    checkRate(vehicle.costPerSecond, "\(path).costPerSecond", &faults)
    checkRate(vehicle.costPerMetre, "\(path).costPerMetre", &faults)
    checkRange(vehicle.maximumTrips ?? 0, 1_000_000, "\(path).maxTrips", &faults)
  }

  private func checkNames(_ names: [ID<some Any>], _ path: String, _ faults: inout FaultList) {
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if let earlier = first[name.text] {
        faults.add(at: "\(path)[\(index)].id", found: "\"\(name)\", as at \(path)[\(earlier)]", expected: "a name given once")
      } else {
        first[name.text] = index
      }
    }
  }

  private func checkTime(_ time: Instant, _ path: String, _ faults: inout FaultList) {
    checkMagnitude(time.secondsSince1970, TimeSpan.limit, path, &faults)
  }

  private func checkLoad(_ load: Load, _ path: String, _ dimensions: Int, _ faults: inout FaultList) {
    faults.check(
      load.dimensions == dimensions, at: path, found: "\(load.dimensions) dimensions", expected: "\(dimensions), as everywhere")
    for (dimension, amount) in load.amounts.enumerated() {
      checkRange(amount, Int.max, "\(path)[\(dimension)]", &faults)
    }
  }

  private func checkRange(_ value: Int, _ most: Int, _ path: String, _ faults: inout FaultList) {
    faults.check((0...most).contains(value), at: path, found: "\(value)", expected: "0 to \(most)")
  }

  private func checkRate(_ rate: Double, _ path: String, _ faults: inout FaultList) {
    faults.check(rate >= 0 && rate.isFinite, at: path, found: "\(rate)", expected: "a finite number, zero or more")
  }

  private func checkMagnitude(_ value: Int, _ most: Int, _ path: String, _ faults: inout FaultList) {
    faults.check(value.magnitude <= most, at: path, found: "\(value)", expected: "-\(most) to \(most)")
  }
}
