import Logistics

/// A vehicle type in numbers.
struct FlatVehicle: BitwiseCopyable {
  let start: Int32
  let end: Int32
  let count: Int
  let fixedCost: Int
  let costPerMetre: Int
  let costPerSecond: Int
  let opens: Int
  let closes: Int
  let maximumDistance: Int
  let maximumDuration: Int
  let overtime: Int
  let costPerOvertime: Int
  let maximumStops: Int
  /// The ways by which this type drives.
  let ways: FlatWays
  /// Where it may load anew, a range of the problem's table of such places.
  let firstReload: Int
  let reloadCount: Int
  let maximumReloads: Int
  let reloadSeconds: Int
  /// Its breaks, a range of the problem's table of them.
  let firstBreak: Int
  let breakCount: Int

  init(_ vehicle: VehicleType, _ ways: FlatWays, firstReload: Int, firstBreak: Int) {
    start = Int32(vehicle.start)
    end = Int32(vehicle.end)
    count = vehicle.count
    fixedCost = vehicle.fixedCost
    costPerMetre = vehicle.costPerMetre
    costPerSecond = vehicle.costPerSecond
    opens = vehicle.shift?.opens.secondsSince1970 ?? -FlatProblem.forever
    closes = vehicle.shift?.closes.secondsSince1970 ?? FlatProblem.forever
    maximumDistance = vehicle.maximumDistance?.metres ?? FlatProblem.forever
    maximumDuration = vehicle.maximumDuration?.seconds ?? 4 * FlatProblem.forever
    overtime = vehicle.overtime?.most.seconds ?? 0
    costPerOvertime = vehicle.overtime?.costPerSecond ?? 0
    maximumStops = vehicle.maximumStops ?? .max
    self.ways = ways
    self.firstReload = firstReload
    reloadCount = vehicle.reload?.places.count ?? 0
    maximumReloads = vehicle.reload.map { $0.most ?? .max } ?? 0
    reloadSeconds = vehicle.reload?.duration.seconds ?? 0
    self.firstBreak = firstBreak
    breakCount = vehicle.breaks.count
  }
}

/// Metres and seconds by origin row, and by destination row: the search walks along the row of the job it places, and a column would
/// touch a new cache line at every step. One table serves both if it is symmetric.
struct FlatWays: BitwiseCopyable {
  let metresFrom: UnsafePointer<Int32>
  let metresTo: UnsafePointer<Int32>
  let secondsFrom: UnsafePointer<Int32>
  let secondsTo: UnsafePointer<Int32>
}

/// A break in numbers; its windows are a range of the problem's table of windows.
struct FlatBreak: BitwiseCopyable {
  let firstWindow: Int
  let windowCount: Int
  let seconds: Int
  let isPaid: Bool
}
