import Logistics

/// A vehicle of a benchmark file, in counted units. Those that are equal become one type of the problem.
struct FileVehicle: Hashable {
  /// The node where it starts and ends.
  var depot = 0
  var capacity: Int
  /// What it costs to use it, in units of the objective.
  var fixedCost = 0
  /// What a counted unit of distance costs, in units of the objective.
  var unitCost = 1
  /// The longest a route may take, driving, serving and waiting.
  var longestTime: Int?
  /// The longest a route may be.
  var longestDistance: Int?
  /// Which of the file's lists of clients it may serve; `nil` for all clients.
  var clients: Int?
  /// The depots where it may load anew; none, if it may not.
  var reloads: [Int] = []
  var mostReloads: Int?
}

/// The vehicles of a benchmark file.
struct FileFleet {
  let order: VehicleOrder
  /// The kinds of vehicles, each once, and how many there are.
  let types: [(vehicle: FileVehicle, count: Int)]

  /// So many vehicles that are alike.
  init(_ count: Int, of vehicle: FileVehicle) {
    order = VehicleOrder(alike: count)
    types = [(vehicle, count)]
  }

  /// Vehicles that may differ, in the order of the file.
  init(_ vehicles: [FileVehicle]) {
    let groups = VehicleOrder.grouping(vehicles)
    order = groups.order
    types = groups.types.map { (vehicles[$0.first], $0.count) }
  }
}
