import Logistics

/// The rules of a vehicle type as plain numbers. What has no limit has one that is never met.
struct SlotVehicle: BitwiseCopyable {
  /// The places of its start and end.
  let start: Int
  let end: Int
  /// Seconds since 1970.
  let opens: Int
  let closes: Int
  let fixedCost: Int
  let costPerMetre: Int
  let costPerSecond: Int
  let maximumMetres: Int
  /// The longest duration without overtime, and with it.
  let regular: Int
  let maximumDuration: Int
  let costPerOvertime: Int
  let maximumStops: Int

  init(_ vehicle: VehicleType) {
    start = vehicle.start
    end = vehicle.end
    opens = vehicle.shift?.opens.secondsSince1970 ?? -FlatProblem.forever
    closes = vehicle.shift?.closes.secondsSince1970 ?? FlatProblem.forever
    fixedCost = vehicle.fixedCost
    costPerMetre = vehicle.costPerMetre
    costPerSecond = vehicle.costPerSecond
    maximumMetres = vehicle.maximumDistance?.metres ?? .max
    regular = vehicle.maximumDuration?.seconds ?? .max
    maximumDuration = vehicle.maximumDuration.map { $0.seconds + (vehicle.overtime?.most.seconds ?? 0) } ?? .max
    costPerOvertime = vehicle.overtime?.costPerSecond ?? 0
    maximumStops = vehicle.maximumStops ?? .max
  }

  /// Whether how long a route lasts matters at all.
  var hasDuration: Bool { costPerSecond > 0 || maximumDuration < .max }

  /// What so many seconds cost; never falls.
  @inline(__always)
  func timeCost(_ seconds: Int) -> Int { seconds * costPerSecond + max(0, seconds - regular) * costPerOvertime }

  /// What the depots at both ends need of time; what is brought is there from a moment on.
  func departing(from release: Int) -> Stretch { Stretch(duration: 0, earliest: max(opens, release), latest: closes) }
  var returning: Stretch { Stretch(duration: 0, earliest: -FlatProblem.forever, latest: closes) }
}
