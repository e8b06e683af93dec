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
    let told = jobs.map { Told($0.announced) }
    begin = UnsafePointer(arena.table(told.map(\.begin)))
    costPerSecond = UnsafePointer(arena.table(told.map(\.costPerSecond)))
    latest = UnsafePointer(arena.table(told.map(\.latest)))
    vehicle = UnsafePointer(arena.table(told.map(\.vehicle)))
    costOfAnother = UnsafePointer(arena.table(told.map(\.costOfAnother)))
    hasTimes = told.contains { $0.costPerSecond > 0 }
    hasVehicles = told.contains { $0.costOfAnother > 0 }
  }

  /// The numbers of one job.
  struct Told {
    var begin = 0
    var costPerSecond = 0
    var latest = FlatProblem.forever
    var vehicle: Int32 = -1
    var costOfAnother = 0

    init(_ announced: Announcement?) {
      guard let announced else { return }
      begin = announced.begin.secondsSince1970
      costPerSecond = announced.costPerSecond
      if costPerSecond > 0 { latest = begin }
      guard let type = announced.vehicle else { return }
      vehicle = Int32(type)
      costOfAnother = announced.costOfAnotherVehicle
    }
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
