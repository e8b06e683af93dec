import Logistics

/// A routing problem as the penalised local search reads it, beside the tables of `FlatProblem`.
final class LocalProblem: @unchecked Sendable {
  let arena = Arena()
  let flat: FlatProblem
  let jobCount: Int
  let placeCount: Int
  let dimensions: Int
  let hasTime: Bool
  /// Whether the duration of a route costs anything or is limited.
  let hasDuration: Bool
  /// Whether some type may not serve some job.
  let isRestricted: Bool
  /// Whether the way back is as long as the way there, everywhere.
  let isSymmetric: Bool
  /// Whether all types are alike but for their number.
  let isUniform: Bool

  let metres: UnsafePointer<Int32>
  let seconds: UnsafePointer<Int32>
  /// The stretch of a visit alone.
  let own: UnsafePointer<TimeSegment>
  /// What each job takes of each dimension; `job * dimensions + dimension`.
  let demand: UnsafePointer<Int>
  let types: UnsafePointer<LocalVehicle>
  /// The type of each slot for a route, those of one type side by side.
  let typeOfSlot: UnsafePointer<Int32>
  let slotCount: Int
  /// Whether some vehicle can serve the job at all.
  let isServable: UnsafePointer<Bool>
  /// For each job those it may well be next to, best first; `job * width + rank`.
  let neighbours: UnsafePointer<Int32>
  let width: Int

  /// Slots, and so nodes, are few enough for 32 bits: a fleet larger than the jobs is cut to their number.
  var nodeCount: Int { jobCount + 2 * slotCount }

  /// How many pairs of stops the descent looks at while the ruin and recreate makes an iteration: measured at 100 to 1000 jobs, of Solomon,
  /// Gehring & Homberger, and X. Where the clock sets the pace, it is only where that begins.
  var workOfAnIteration: Double {
    let jobs = Double(jobCount)
    return hasTime ? min(12 + 0.07 * jobs, 1 + 0.18 * jobs) : min(8 + 0.028 * jobs, 1 + 0.1 * jobs)
  }

  init(_ problem: RoutingProblem, _ flat: FlatProblem) {
    self.flat = flat
    jobCount = flat.jobCount
    placeCount = flat.placeCount
    dimensions = flat.dimensions
    hasTime = flat.hasTime || problem.vehicles.contains { $0.maximumDuration != nil }
    hasDuration = problem.vehicles.contains { $0.costPerSecond > 0 || $0.maximumDuration != nil }
    metres = flat.metresFrom
    seconds = flat.secondsFrom
    own = UnsafePointer(
      arena.table(
        (0..<flat.jobCount).map {
          TimeSegment(duration: flat.service[$0], warp: 0, earliest: flat.ready[$0], latest: flat.due[$0])
        }))
    // One of the two is zero throughout, so that the sum is what is on board at the fuller end of the route.
    demand = UnsafePointer(
      arena.table((0..<flat.jobCount * flat.dimensions).map { flat.delivery[$0] + flat.pickup[$0] }))
    types = UnsafePointer(
      arena.table(
        problem.vehicles.indices.map { LocalVehicle(flat.types[$0], problem.vehicles[$0].maximumDuration?.seconds) }))
    let slots = problem.vehicles.enumerated().flatMap { type, vehicle in
      [Int32](repeating: Int32(type), count: min(vehicle.count, flat.jobCount))
    }
    typeOfSlot = UnsafePointer(arena.table(slots))
    slotCount = slots.count
    isServable = UnsafePointer(
      arena.table(
        (0..<flat.jobCount).map { job in
          (0..<flat.typeCount).contains { flat.types[$0].count > 0 && flat.soloCost[$0 * flat.jobCount + job] < .max }
        }))
    isRestricted = !(0..<flat.jobCount * flat.typeCount).allSatisfy { flat.compatible[$0] }
    isSymmetric = flat.metresFrom == flat.metresTo
    isUniform = problem.vehicles.dropFirst().allSatisfy { other in
      let first = problem.vehicles[0]
      return first.start == other.start && first.end == other.end && first.capacity == other.capacity
        && first.shift == other.shift && first.skills == other.skills && first.fixedCost == other.fixedCost
        && first.costPerMetre == other.costPerMetre && first.costPerSecond == other.costPerSecond
        && first.maximumDistance == other.maximumDistance && first.maximumDuration == other.maximumDuration
    }
    width = max(0, min(GranularNeighbours.width, jobCount - 1))
    neighbours = GranularNeighbours.table(problem, flat, width: width, arena)
  }

  @inline(__always)
  func metres(_ from: Int32, _ to: Int32) -> Int { Int(metres[Int(from) &* placeCount &+ Int(to)]) }

  @inline(__always)
  func seconds(_ from: Int32, _ to: Int32) -> Int32 { seconds[Int(from) &* placeCount &+ Int(to)] }
}

/// A vehicle type in numbers.
struct LocalVehicle: BitwiseCopyable {
  let start: Int32
  let end: Int32
  let fixedCost: Int
  let costPerMetre: Int
  let costPerSecond: Int
  let maximumDistance: Int
  let maximumDuration: Int
  /// The depot as a stretch, at either end.
  let depot: TimeSegment

  init(_ vehicle: FlatVehicle, _ maximumDuration: Int?) {
    start = vehicle.start
    end = vehicle.end
    fixedCost = vehicle.fixedCost
    costPerMetre = vehicle.costPerMetre
    costPerSecond = vehicle.costPerSecond
    maximumDistance = vehicle.maximumDistance
    self.maximumDuration = maximumDuration ?? FlatProblem.forever
    depot = TimeSegment(duration: 0, warp: 0, earliest: vehicle.opens, latest: vehicle.closes)
  }
}
