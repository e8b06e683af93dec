import Logistics
import Travel

/// A routing problem as the search reads it: flat tables of integers, numbered from zero.
///
/// Immutable once made, so that all searchers share one.
final class FlatProblem: @unchecked Sendable {
  /// Beyond every moment; far from overflow when some are added.
  static let forever = 1 << 40

  let arena = Arena()
  let jobCount: Int
  let typeCount: Int
  let placeCount: Int
  let dimensions: Int

  /// Whether any clock matters at all.
  let hasTime: Bool
  /// Whether anything is taken back to a depot, so that the load does not only fall.
  let hasPickups: Bool
  /// Whether a second costs anything on any vehicle.
  let hasTimeCost: Bool
  /// Whether any job may be left out.
  let hasOptionalJobs: Bool
  /// Whether any vehicle may only drive so far.
  let hasDistanceLimit: Bool

  /// Metres by origin row, and by destination row: the search walks along the row of the job it places, and a column would
  /// touch a new cache line at every step. One table serves both if it is symmetric.
  let metresFrom: UnsafePointer<Int32>
  let metresTo: UnsafePointer<Int32>
  let secondsFrom: UnsafePointer<Int32>
  let secondsTo: UnsafePointer<Int32>

  let place: UnsafePointer<Int32>
  let ready: UnsafePointer<Int>
  let due: UnsafePointer<Int>
  let service: UnsafePointer<Int>
  let delivery: UnsafePointer<Int>
  let pickup: UnsafePointer<Int>
  /// The price of leaving a job out; for one that must be served, more than any detour costs.
  let dropCost: UnsafePointer<Int>
  let isRequired: UnsafePointer<Bool>

  let types: UnsafePointer<FlatVehicle>
  let capacity: UnsafePointer<Int>
  /// Whether a type may serve a job, by skills and size; `type * jobCount + job`.
  let compatible: UnsafePointer<Bool>
  /// What a route of this job alone costs, or `Int.max` if it is infeasible; `type * jobCount + job`.
  let soloCost: UnsafePointer<Int>
  /// How much of the largest capacity a job takes in its fullest dimension, in millionths.
  let size: UnsafePointer<Int>
  /// Metres from the nearest start of a vehicle.
  let remoteness: UnsafePointer<Int>
  /// For each job the jobs in the order of their distance, itself first; `job * neighbourCount + rank`.
  let neighbours: UnsafePointer<Int32>
  let neighbourCount: Int

  init(_ problem: RoutingProblem) {
    let jobs = problem.jobs
    let vehicles = problem.vehicles
    let travel = problem.travel
    jobCount = jobs.count
    typeCount = vehicles.count
    placeCount = travel.count
    dimensions = problem.dimensions
    hasTimeCost = vehicles.contains { $0.costPerSecond > 0 }
    hasTime = hasTimeCost || jobs.contains { $0.window != nil } || vehicles.contains { $0.shift != nil }
    hasPickups = jobs.contains { !$0.pickup.isZero }
    hasOptionalJobs = jobs.contains { $0.dropCost != nil }
    hasDistanceLimit = vehicles.contains { $0.maximumDistance != nil }

    let metres = arena.table(travel.metres)
    metresFrom = UnsafePointer(metres)
    metresTo = Self.transposed(metres, travel.count, arena)
    if travel.sharesTables {
      secondsFrom = metresFrom
      secondsTo = metresTo
    } else {
      let seconds = arena.table(travel.seconds)
      secondsFrom = UnsafePointer(seconds)
      secondsTo = Self.transposed(seconds, travel.count, arena)
    }

    place = UnsafePointer(arena.table(jobs.map { Int32($0.place) }))
    ready = UnsafePointer(arena.table(jobs.map { $0.window?.opens.secondsSince1970 ?? -Self.forever }))
    due = UnsafePointer(arena.table(jobs.map { $0.window?.closes.secondsSince1970 ?? Self.forever }))
    service = UnsafePointer(arena.table(jobs.map(\.service.seconds)))
    delivery = UnsafePointer(arena.table(jobs.flatMap(\.delivery.amounts)))
    pickup = UnsafePointer(arena.table(jobs.flatMap(\.pickup.amounts)))
    isRequired = UnsafePointer(arena.table(jobs.map { $0.dropCost == nil }))
    types = UnsafePointer(arena.table(vehicles.map(FlatVehicle.init)))
    capacity = UnsafePointer(arena.table(vehicles.flatMap(\.capacity.amounts)))

    let compatible = arena.table(typeCount * jobCount, of: false)
    let soloCost = arena.table(typeCount * jobCount, of: Int.max)
    var dearest = 1
    for (type, vehicle) in vehicles.enumerated() {
      for (index, job) in jobs.enumerated() {
        let fits = job.delivery.fits(in: vehicle.capacity) && job.pickup.fits(in: vehicle.capacity)
        guard fits, job.skills.isSubset(of: vehicle.skills) else { continue }
        compatible[type * jobs.count + index] = true
        guard let cost = Self.soloCost(job, vehicle, travel) else { continue }
        soloCost[type * jobs.count + index] = cost
        dearest = max(dearest, cost)
      }
    }
    self.compatible = UnsafePointer(compatible)
    self.soloCost = UnsafePointer(soloCost)
    dropCost = UnsafePointer(arena.table(jobs.map { $0.dropCost ?? 2 * dearest }))

    let room = (0..<problem.dimensions).map { dimension in vehicles.map { $0.capacity[dimension] }.max() ?? 1 }
    size = UnsafePointer(
      arena.table(
        jobs.map { job in
          room.indices.map { max(job.delivery[$0], job.pickup[$0]) * 1_000_000 / max(1, room[$0]) }.max() ?? 0
        }))
    remoteness = UnsafePointer(
      arena.table(
        jobs.map { job in vehicles.map { travel.distance(from: $0.start, to: job.place).metres }.min() ?? 0 }))

    neighbourCount = min(jobs.count, 1000)
    neighbours = Self.neighbours(jobs, travel, width: neighbourCount, arena)
  }

  private static func transposed(_ table: UnsafeMutablePointer<Int32>, _ count: Int, _ arena: Arena) -> UnsafePointer<Int32> {
    var symmetric = true
    for row in 0..<count where symmetric {
      for column in 0..<row where table[row * count + column] != table[column * count + row] {
        symmetric = false
        break
      }
    }
    guard !symmetric else { return UnsafePointer(table) }
    let other = arena.table(count * count, of: Int32(0))
    for row in 0..<count {
      for column in 0..<count { other[column * count + row] = table[row * count + column] }
    }
    return UnsafePointer(other)
  }

  private static func soloCost(_ job: Job, _ vehicle: VehicleType, _ travel: TravelMatrix) -> Int? {
    let out = travel.duration(from: vehicle.start, to: job.place).seconds
    let back = travel.duration(from: job.place, to: vehicle.end).seconds
    let opens = vehicle.shift?.opens.secondsSince1970 ?? -forever
    let closes = vehicle.shift?.closes.secondsSince1970 ?? forever
    let begin = max(opens + out, job.window?.opens.secondsSince1970 ?? -forever)
    guard begin <= job.window?.closes.secondsSince1970 ?? forever, begin + job.service.seconds + back <= closes else {
      return nil
    }
    let metres =
      travel.distance(from: vehicle.start, to: job.place).metres + travel.distance(from: job.place, to: vehicle.end).metres
    if let longest = vehicle.maximumDistance?.metres, metres > longest { return nil }
    let seconds = out + job.service.seconds + back  // leaving later costs nothing, so nothing is waited for
    return vehicle.fixedCost + metres * vehicle.costPerMetre + seconds * vehicle.costPerSecond
  }

  /// For each job the nearest, by the way there and back, ties by number, so that the order is the same everywhere.
  private static func neighbours(_ jobs: [Job], _ travel: TravelMatrix, width: Int, _ arena: Arena) -> UnsafePointer<Int32> {
    let table = arena.table(jobs.count * width, of: Int32(0))
    let metres = travel.metres
    var ranked = [UInt64](repeating: 0, count: jobs.count)
    for (index, job) in jobs.enumerated() {
      for (other, neighbour) in jobs.enumerated() {
        let there = UInt64(metres[job.place * travel.count + neighbour.place])
        let back = UInt64(metres[neighbour.place * travel.count + job.place])
        ranked[other] = (there + back) << 32 | UInt64(other)
      }
      ranked[index] = 0  // itself first, whoever else stands at the same place
      if width < jobs.count { ranked.partitionSmallest(width) }
      ranked[..<width].sort()
      for rank in 0..<width { table[index * width + rank] = Int32(truncatingIfNeeded: ranked[rank] & 0xFFFF_FFFF) }
      table[index * width] = Int32(index)
    }
    return UnsafePointer(table)
  }
}

extension [UInt64] {
  /// Moves the `count` smallest to the front, in no order. O(n) on average; the elements differ from each other.
  fileprivate mutating func partitionSmallest(_ count: Int) {
    var low = 0
    var high = self.count - 1
    while low < high {
      let middle = (low + high) / 2
      let pivot = Swift.max(Swift.min(self[low], self[middle]), Swift.min(Swift.max(self[low], self[middle]), self[high]))
      var left = low
      var right = high
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count <= right { high = right } else if count > left { low = left } else { return }
    }
  }
}

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

  init(_ vehicle: VehicleType) {
    start = Int32(vehicle.start)
    end = Int32(vehicle.end)
    count = vehicle.count
    fixedCost = vehicle.fixedCost
    costPerMetre = vehicle.costPerMetre
    costPerSecond = vehicle.costPerSecond
    opens = vehicle.shift?.opens.secondsSince1970 ?? -FlatProblem.forever
    closes = vehicle.shift?.closes.secondsSince1970 ?? FlatProblem.forever
    maximumDistance = vehicle.maximumDistance?.metres ?? FlatProblem.forever
  }
}
