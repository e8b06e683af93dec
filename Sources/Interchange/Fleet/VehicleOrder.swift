import Routing

/// The vehicles of a file in its order, where the problem only knows types and counts.
///
/// A solution's route `k` is driven by the file's vehicle `k` wherever that makes a difference, so that the order is a part of the file.
struct VehicleOrder: Sendable {
  /// How many vehicles.
  let count: Int
  /// The type of each, by its place in the file; empty if they are all alike.
  let types: [Int]

  /// Whether it matters which vehicle drives a route.
  var isMixed: Bool { !types.isEmpty }

  /// So many vehicles that are alike.
  init(alike count: Int) {
    self.count = count
    types = []
  }

  /// Vehicles that may differ: those that are equal become one type, types stand in the order of their first vehicles.
  ///
  /// - Returns: The order, and for each type its first vehicle and how many there are.
  static func grouping<Vehicle: Hashable>(_ vehicles: [Vehicle]) -> (order: VehicleOrder, types: [(first: Int, count: Int)]) {
    var known: [Vehicle: Int] = [:]
    var types: [(first: Int, count: Int)] = []
    let typeOf = vehicles.indices.map { index in
      let type = known[vehicles[index], default: types.count]
      if type == types.count {
        known[vehicles[index]] = type
        types.append((index, 0))
      }
      types[type].count += 1
      return type
    }
    return (VehicleOrder(count: vehicles.count, types: types.count > 1 ? typeOf : []), types)
  }

  private init(count: Int, types: [Int]) {
    self.count = count
    self.types = types
  }

  /// The type of a vehicle of the file, by its place from 0; beyond the last one, the type of that.
  func type(of vehicle: Int) -> Int { types.isEmpty ? 0 : types[min(max(0, vehicle), types.count - 1)] }

  /// The routes in the order in which the file's solutions list them: that of its vehicles, `nil` where one stays at home.
  ///
  /// Routes of vehicles that are alike keep their own order and leave no gaps. Those beyond a type's number, which only a plan that breaks
  /// that rule has, come last.
  func seats(of routes: [Route]) -> [Int?] {
    let driven = routes.indices.filter { !routes[$0].jobs.isEmpty }
    guard isMixed else { return driven }
    var waiting: [Int: ArraySlice<Int>] = [:]
    for route in driven { waiting[routes[route].vehicle, default: []].append(route) }
    let seated = types.map { type in waiting[type]?.popFirst() }
    return seated + waiting.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}
