import Logistics

/// One class of vehicles and the trips of a group that its units can drive, in an order in which every chain runs forward.
struct ChainClass {
  /// The class, as an index into the problem's vehicles.
  let vehicle: Int
  /// How many units there are; one more than there are trips stands for any number beyond, so that one is idle for sure and worth
  /// nothing.
  let count: Int
  let fixedCost: Int
  /// How many trips a unit may drive; `Int.max` where the limit can never bind.
  let most: Int
  /// Whether that limit can bind.
  var isLimited: Bool { most != .max }
  /// How many turns of a unit are told apart: one for all where no limit binds.
  var turns: Int { isLimited ? most : 1 }
  /// The trips as places in the group's trips, by start, then end.
  let trips: [Int]
  /// For each of them what it costs on a unit.
  let costs: [Int]
  let starts: [Int]
  /// When a unit is free again: the end and the turnaround.
  let releases: [Int]
  /// Positions in `trips` by release, ties by position.
  let byRelease: [Int]
  /// For each trip of the group its position in `trips`, or −1.
  let positions: [Int]

  /// - Parameter group: The trips of the group as indices into the problem's trips.
  init(_ problem: TripProblem, vehicle: Int, group: [Int]) {
    let type = problem.vehicles[vehicle]
    let turnaround = problem.turnaround.seconds
    let times = group.map { (problem.trips[$0].start.secondsSince1970, problem.trips[$0].end.secondsSince1970) }
    let order = group.indices.filter { type.fits(problem.trips[group[$0]]) }.sorted {
      (times[$0].0, times[$0].1, $0) < (times[$1].0, times[$1].1, $1)
    }
    self.vehicle = vehicle
    trips = order
    costs = order.map { type.cost(of: problem.trips[group[$0]]) ?? .max }
    starts = order.map { times[$0].0 }
    let releases = order.map { times[$0].1 + turnaround }
    self.releases = releases
    byRelease = order.indices.sorted { (releases[$0], $0) < (releases[$1], $1) }
    fixedCost = type.fixedCost
    count = min(type.count, order.count + 1)
    var positions = [Int](repeating: -1, count: group.count)
    for (position, trip) in order.enumerated() { positions[trip] = position }
    self.positions = positions
    let limit = type.maximumTrips ?? .max
    most = limit >= Self.longestChain(starts, releases, byRelease) ? .max : limit
  }

  /// How many trips a chain can have: taking the earliest release each time.
  private static func longestChain(_ starts: [Int], _ releases: [Int], _ byRelease: [Int]) -> Int {
    var length = 0
    var free = Int.min
    for position in byRelease where starts[position] >= free {
      length += 1
      free = releases[position]
    }
    return length
  }

  /// Whether a unit can drive the trip at one position right after, or some time after, that at another.
  @inline(__always)
  func canFollow(_ first: Int, _ second: Int) -> Bool { first < second && releases[first] <= starts[second] }
}
