import Logistics

/// What customers were told, in numbers.
struct FlatAnnouncements: BitwiseCopyable {
  /// When each job was said to begin, and what a second sooner or later costs.
  let begin: UnsafePointer<Int>
  let costPerSecond: UnsafePointer<Int>
  /// Up to when a later departure may make it begin: when it was told, where a second costs something.
  let latest: UnsafePointer<Int>
  /// The type of vehicle that was said to come, or −1, and what another costs.
  let vehicle: UnsafePointer<Int32>
  let costOfAnother: UnsafePointer<Int>
  /// Whether any second costs something, and whether any change of the vehicle does.
  let hasTimes: Bool
  let hasVehicles: Bool

  init(_ jobs: [Job], _ arena: Arena) {
    let told = jobs.map(\.announced)
    begin = UnsafePointer(arena.table(told.map { $0?.begin.secondsSince1970 ?? 0 }))
    costPerSecond = UnsafePointer(arena.table(told.map { $0?.costPerSecond ?? 0 }))
    latest = UnsafePointer(
      arena.table(told.map { ($0?.costPerSecond ?? 0) > 0 ? $0?.begin.secondsSince1970 ?? 0 : FlatProblem.forever }))
    vehicle = UnsafePointer(arena.table(told.map { Int32($0?.vehicle ?? -1) }))
    costOfAnother = UnsafePointer(arena.table(told.map { $0?.vehicle == nil ? 0 : $0?.costOfAnotherVehicle ?? 0 }))
    hasTimes = told.contains { ($0?.costPerSecond ?? 0) > 0 }
    hasVehicles = told.contains { $0?.vehicle != nil && ($0?.costOfAnotherVehicle ?? 0) > 0 }
  }

  /// What it costs that a job begins at a moment.
  @inline(__always)
  func price(of job: Int, at moment: Int) -> Int {
    let (price, isTooLarge) = abs(moment - begin[job]).multipliedReportingOverflow(by: costPerSecond[job])
    return isTooLarge ? RoutingProblem.largestCost : min(RoutingProblem.largestCost, price)
  }

  /// What it costs that a job is served by a type of vehicle.
  @inline(__always)
  func price(of job: Int, on type: Int) -> Int { Int(vehicle[job]) == type ? 0 : costOfAnother[job] }
}
