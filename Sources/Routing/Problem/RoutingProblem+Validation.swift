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
    try faults.throwIfAny("routing problem")
  }

  private func validate(_ job: Job, _ path: String, _ faults: inout FaultList) {
    checkPlace(job.place, "\(path).place", &faults)
    checkLoad(job.delivery, "\(path).delivery", &faults)
    checkLoad(job.pickup, "\(path).pickup", &faults)
    checkRange(job.service.seconds, 0...Self.longestHorizon, "\(path).service", &faults)
    checkWindow(job.window, "\(path).window", &faults)
    checkRange(job.dropCost ?? 0, 0...Self.largestCost, "\(path).dropCost", &faults)
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
    checkWindow(vehicle.shift, "\(path).shift", &faults)
    checkRange(vehicle.fixedCost, 0...Self.largestCost, "\(path).fixedCost", &faults)
    checkRange(vehicle.costPerMetre, 0...Self.largestRate, "\(path).costPerMetre", &faults)
    checkRange(vehicle.costPerSecond, 0...Self.largestRate, "\(path).costPerSecond", &faults)
    checkRange(vehicle.maximumDistance?.metres ?? 0, 0...Distance.limit, "\(path).maximumDistance", &faults)
  }

  private func checkPlace(_ place: Int, _ path: String, _ faults: inout FaultList) {
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

  private func checkWindow(_ window: TimeWindow?, _ path: String, _ faults: inout FaultList) {
    guard let window else { return }
    let century = -Self.longestHorizon...Self.longestHorizon
    checkRange(window.opens.secondsSince1970, century, "\(path).opens", &faults)
    checkRange(window.closes.secondsSince1970, century, "\(path).closes", &faults)
  }

  private func checkRange(_ value: Int, _ range: ClosedRange<Int>, _ path: String, _ faults: inout FaultList) {
    faults.check(range.contains(value), at: path, found: "\(value)", expected: "\(range.lowerBound) to \(range.upperBound)")
  }
}
