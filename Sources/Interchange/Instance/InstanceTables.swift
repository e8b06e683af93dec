import Logistics
import Routing
import Travel

/// What every reader gathers: one depot and its clients, in counted units.
struct InstanceTables {
  /// The most nodes: a dense matrix of so many takes 576 MB, and the search keeps another.
  static let mostNodes = 12_000
  /// The latest moment and the longest service, in counted units: room for sums of some thousands of them, and within
  /// what a routing problem accepts.
  static let latest = 3_000_000_000
  /// The largest demand and capacity.
  static let mostLoad = Weight.limit

  /// The number that a `.sol` gives each node, the depot first.
  var numbers: [Int]
  var travel: TravelMatrix
  var demand: [Int]
  var service: [Int]
  /// When each client may be served, when the depot is open; empty if the file has no windows.
  var windows: [TimeWindow] = []
  var capacity: Int
  /// `nil` if the file has no limit.
  var vehicles: Int?
  /// The longest a route may take, driving and serving; only in files without windows.
  var longestTime: Int?
  /// The longest a route may be.
  var longestDistance: Int?

  /// The problem: the distance is the cost, each vehicle is like the other.
  ///
  /// - Throws: `InvalidInput` if the problem does not accept what the reader let through.
  func problem() throws(InvalidInput) -> RoutingProblem {
    let clients = numbers.count - 1
    let jobs = (0..<clients).map { client in
      Job(
        id: ID("\(numbers[client + 1])"), place: client + 1, delivery: [demand[client + 1]],
        service: .seconds(service[client + 1]), window: windows.isEmpty ? nil : windows[client + 1])
    }
    let start = Instant(secondsSince1970: 0)
    let shift = windows.first ?? longestTime.flatMap { TimeWindow(opens: start, closes: start + .seconds($0)) }
    let vehicle = VehicleType(
      id: "vehicle", count: vehicles ?? clients, start: 0, capacity: [capacity], shift: shift,
      maximumDistance: longestDistance.map { .metres($0) })
    return try RoutingProblem(travel: travel, jobs: jobs, vehicles: [vehicle])
  }
}
