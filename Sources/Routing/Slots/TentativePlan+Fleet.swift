import Logistics

extension TentativePlan {
  /// Takes a vehicle out of the day, as when it breaks down before it departs.
  ///
  /// If all of its type are out, the one with the fewest stops is given up, and each of them goes where it costs least among the other
  /// routes, in its window; those whose windows close first have the first choice.
  ///
  /// - Returns: The stops for which there is no place any more. They are not held from now on.
  /// - Precondition: There is such a type, with at least one vehicle.
  /// - Complexity: An insertion for each stop of the route.
  public mutating func withdrawVehicle(ofType type: Int) -> [HeldStop] {
    precondition(vehicles[type].count > 0, "no vehicle of type \(type)")
    vehicles[type] = vehicles[type].counting(vehicles[type].count - 1)
    guard freeVehicles[type] == 0 else {
      freeVehicles[type] -= 1
      return []
    }
    let fewest = routes.indices.filter { routes[$0].type == type }.min { routes[$0].count < routes[$1].count }!
    let places = Array(routes.remove(at: fewest).places)
    let stranded = places.filter { !table.hollows.contains($0) }.compactMap { table.stops[$0] }
    for place in places { table.remove(place) }
    for stop in stranded { self.places[stop.id] = nil }
    return stranded.sorted { ($0.window.closes, $0.id) < ($1.window.closes, $1.id) }.filter { stop in
      if case .held = try? insert(stop.request, as: stop.id, in: stop.window) { false } else { true }
    }
  }
}

extension VehicleType {
  /// The same type with another number of vehicles.
  fileprivate func counting(_ count: Int) -> VehicleType {
    VehicleType(
      id: id, count: count, start: start, end: end, capacity: capacity, shift: shift, skills: skills, fixedCost: fixedCost,
      costPerMetre: costPerMetre, costPerSecond: costPerSecond, maximumDistance: maximumDistance,
      maximumDuration: maximumDuration, overtime: overtime, maximumStops: maximumStops)
  }
}
