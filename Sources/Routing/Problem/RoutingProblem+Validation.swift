import Logistics
import Travel

extension RoutingProblem {
  /// The largest cost of one thing: a route's fixed cost, a job's drop cost. Leaves room for a million of them in an `Int`.
  public static let largestCost = 1_000_000_000_000
  /// The largest cost of a metre or a second.
  public static let largestRate = 100_000_000
  /// The longest stretch of time from the first opening of a window to the last closing, and the latest moment: a century.
  static let longestHorizon = 100 * 366 * 86_400

  func validate() throws(InvalidInput) {
    var faults = FaultList()
    guard !profiles.isEmpty else {
      faults.add(at: "$.profiles", found: "none", expected: "at least one travel matrix")
      throw InvalidInput("routing problem", faults.faults)
    }
    for (index, matrix) in profiles.enumerated() {
      faults.check(
        matrix.count == travel.count, at: "$.profiles[\(index)]", found: "\(matrix.count) places",
        expected: "\(travel.count), as in the first")
    }
    faults.check(!vehicles.isEmpty, at: "$.vehicles", found: "none", expected: "at least one")
    var jobNames: [ID<Job>: Int] = [:]
    for (index, job) in jobs.enumerated() {
      let path = "$.jobs[\(index)]"
      if let first = jobNames.updateValue(index, forKey: job.id) {
        faults.add(at: "\(path).id", found: "\(job.id), as at $.jobs[\(first)]", expected: "a name given once")
      }
      validate(job, path, &faults)
    }
    var vehicleNames: [ID<VehicleType>: Int] = [:]
    for (index, vehicle) in vehicles.enumerated() {
      let path = "$.vehicles[\(index)]"
      if let first = vehicleNames.updateValue(index, forKey: vehicle.id) {
        faults.add(at: "\(path).id", found: "\(vehicle.id), as at $.vehicles[\(first)]", expected: "a name given once")
      }
      validate(vehicle, path, &faults)
    }
    validateTraffic(&faults)
    validateRelations(&faults)
    validateBegun(&faults)
    validatePreferences(&faults)
    try faults.throwIfAny("routing problem")
  }

  func validate(_ job: Job, _ path: String, _ faults: inout FaultList) {
    checkPlace(job.place, "\(path).place", &faults)
    checkLoad(job.delivery, "\(path).delivery", &faults)
    checkLoad(job.pickup, "\(path).pickup", &faults)
    checkRange(job.service.seconds, 0...Self.longestHorizon, "\(path).service", &faults)
    checkRange(job.setup.seconds, 0...Self.longestHorizon, "\(path).setup", &faults)
    checkWindows(job.windows, "\(path).windows", &faults)
    checkMoment(job.release, "\(path).release", &faults)
    if let lateness = job.lateness {
      checkRange(lateness.costPerSecond, 0...Self.largestRate, "\(path).lateness.costPerSecond", &faults)
      checkRange(lateness.most?.seconds ?? 0, 0...Self.longestHorizon, "\(path).lateness.most", &faults)
      faults.check(!job.windows.isEmpty, at: "\(path).lateness", found: "no window", expected: "one that closes")
    }
    checkRange(job.dropCost ?? 0, 0...Self.largestCost, "\(path).dropCost", &faults)
    if let announced = job.announced { validate(announced, "\(path).announced", &faults) }
  }

  private func validate(_ announced: Announcement, _ path: String, _ faults: inout FaultList) {
    checkMoment(announced.begin, "\(path).begin", &faults)
    checkRange(announced.costPerSecond, 0...Self.largestRate, "\(path).costPerSecond", &faults)
    checkRange(announced.costOfAnotherVehicle, 0...Self.largestCost, "\(path).costOfAnotherVehicle", &faults)
    if let vehicle = announced.vehicle {
      faults.check(
        vehicles.indices.contains(vehicle), at: "\(path).vehicle", found: "\(vehicle)",
        expected: "a vehicle type, 0 to \(vehicles.count - 1)")
    }
  }

  private func validate(_ vehicle: VehicleType, _ path: String, _ faults: inout FaultList) {
    checkRange(vehicle.count, 0...1_000_000, "\(path).count", &faults)
    checkPlace(vehicle.start, "\(path).start", &faults)
    checkPlace(vehicle.end, "\(path).end", &faults)
    checkLoad(vehicle.capacity, "\(path).capacity", &faults)
    if dimensions > 0 {
      faults.check(
        !vehicle.capacity.isZero, at: "\(path).capacity", found: "\(vehicle.capacity)", expected: "room for something")
    }
    checkWindows(vehicle.shift.map { [$0] } ?? [], "\(path).shift", &faults)
    checkRange(vehicle.fixedCost, 0...Self.largestCost, "\(path).fixedCost", &faults)
    checkRange(vehicle.costPerMetre, 0...Self.largestRate, "\(path).costPerMetre", &faults)
    checkRange(vehicle.costPerSecond, 0...Self.largestRate, "\(path).costPerSecond", &faults)
    checkRange(vehicle.maximumDistance?.metres ?? 0, 0...Distance.limit, "\(path).maximumDistance", &faults)
    checkRange(vehicle.maximumDuration?.seconds ?? 0, 0...Self.longestHorizon, "\(path).maximumDuration", &faults)
    checkRange(vehicle.maximumStops ?? 0, 0...Int(Int32.max), "\(path).maximumStops", &faults)
    faults.check(
      profiles.indices.contains(vehicle.profile), at: "\(path).profile", found: "\(vehicle.profile)",
      expected: "a travel matrix, 0 to \(profiles.count - 1)")
    if let overtime = vehicle.overtime {
      checkRange(overtime.most.seconds, 0...Self.longestHorizon, "\(path).overtime.most", &faults)
      checkRange(overtime.costPerSecond, 0...Self.largestRate, "\(path).overtime.costPerSecond", &faults)
      faults.check(
        vehicle.maximumDuration != nil, at: "\(path).overtime", found: "no maximumDuration", expected: "one to go beyond")
    }
    if let reload = vehicle.reload {
      faults.check(!reload.places.isEmpty, at: "\(path).reload.places", found: "none", expected: "at least one")
      for (index, place) in reload.places.enumerated() { checkPlace(place, "\(path).reload.places[\(index)]", &faults) }
      checkRange(reload.most ?? 0, 0...Int(Int32.max), "\(path).reload.most", &faults)
      checkRange(reload.duration.seconds, 0...Self.longestHorizon, "\(path).reload.duration", &faults)
    }
    for (index, pause) in vehicle.breaks.enumerated() {
      checkWindows(pause.windows, "\(path).breaks[\(index)].windows", &faults)
      checkRange(pause.duration.seconds, 0...Self.longestHorizon, "\(path).breaks[\(index)].duration", &faults)
    }
  }

  func checkPlace(_ place: Int, _ path: String, _ faults: inout FaultList) {
    faults.check(
      (0..<travel.count).contains(place), at: path, found: "\(place)", expected: "a row of the matrix, 0 to \(travel.count - 1)")
  }

  private func checkLoad(_ load: Load, _ path: String, _ faults: inout FaultList) {
    faults.check(
      load.dimensions == dimensions, at: path, found: "\(load.dimensions) dimensions", expected: "\(dimensions), as everywhere")
    for (dimension, amount) in load.amounts.enumerated() {
      checkRange(amount, 0...Weight.limit, "\(path)[\(dimension)]", &faults)
    }
  }

  private func checkWindows(_ windows: [TimeWindow], _ path: String, _ faults: inout FaultList) {
    for (index, window) in windows.enumerated() {
      let place = windows.count == 1 ? path : "\(path)[\(index)]"
      checkMoment(window.opens, "\(place).opens", &faults)
      checkMoment(window.closes, "\(place).closes", &faults)
      if index > 0, window.opens <= windows[index - 1].closes {
        faults.add(
          at: "\(place).opens", found: "\(window.opens.secondsSince1970)",
          expected: "later than the closing of the window before, \(windows[index - 1].closes.secondsSince1970)")
      }
    }
  }

  func checkMoment(_ moment: Instant?, _ path: String, _ faults: inout FaultList) {
    guard let moment else { return }
    checkRange(moment.secondsSince1970, -Self.longestHorizon...Self.longestHorizon, path, &faults)
  }

  func checkRange(_ value: Int, _ range: ClosedRange<Int>, _ path: String, _ faults: inout FaultList) {
    faults.check(range.contains(value), at: path, found: "\(value)", expected: "\(range.lowerBound) to \(range.upperBound)")
  }
}
