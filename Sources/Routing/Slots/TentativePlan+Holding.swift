public import Logistics

extension TentativePlan {
  /// Holds a stop in a window, at the place of least cost as the plan stands.
  ///
  /// What was offered a while ago is looked at anew, so nothing is held that breaks a promise. Holding the same stop in the same
  /// window under the same name again changes nothing.
  ///
  /// - Parameters:
  ///   - request: The stop.
  ///   - id: A name for it, for ``remove(_:)``.
  ///   - window: When its service begins; kept from now on until it is removed.
  /// - Throws: `InvalidInput` as ``offers(for:in:)`` does; nothing has changed then.
  /// - Complexity: That of an offer, and O(length) of the route that it joins.
  @discardableResult
  public mutating func insert(
    _ request: SlotRequest, as id: ID<Job>, in window: TimeWindow
  ) throws(InvalidInput) -> HoldResult {
    try validate(request, [window])
    let stop = HeldStop(id: id, request: request, window: window)
    if let held = self[id] { return held == stop ? .alreadyHeld : .nameTaken(held) }
    let (probe, found) = search(request, [window])
    guard found[0].isFound else { return .refused(found[0].obstacle) }
    let place = place(of: found[0], probe)
    let number = table.add(stop)
    places[id] = number
    let rules = self.rules[found[0].type]
    if place.opensVehicle {
      routes.append(SlotRoute(type: found[0].type, rules, through: [number], table))
      freeVehicles[found[0].type] -= 1
    } else {
      routes[found[0].route].insert(number, after: found[0].position, rules, table)
    }
    return .held(place)
  }

  /// Gives a stop up: its window, and the vehicle if it was alone on it.
  ///
  /// Every other stop keeps its window. Since ways are rounded, the direct way may be a metre or a second longer than that over
  /// the stop; in the rare case that its route has no room for that, the vehicle goes on passing there, without load or service,
  /// until another stop of the route is removed or the plan is improved.
  ///
  /// - Returns: The stop, or `nil` if none was held under that name.
  /// - Complexity: O(stops) to find it, O(length) of its route for the rest.
  @discardableResult
  public mutating func remove(_ id: ID<Job>) -> HeldStop? {
    guard let place = places.removeValue(forKey: id), let stop = table.stops[place] else { return nil }
    guard let index = routes.firstIndex(where: { $0.positions.contains { Int($0.job) == place } }) else { return nil }
    let rules = self.rules[routes[index].type]
    table.hollow(place)
    routes[index].refresh(rules, table)
    // What one that is left out makes longer or shorter may decide whether another can be.
    while let hollow = leaveOneOut(of: index) { table.remove(hollow) }
    // Nobody drives for those alone.
    if routes[index].places.allSatisfy(table.hollows.contains) {
      for place in routes[index].places { table.remove(place) }
      freeVehicles[routes[index].type] += 1
      routes.remove(at: index)
    }
    return stop
  }

  /// Lets a stop that is held need less: of what is brought and taken back, of time, of skills; and what it brings be ready sooner.
  ///
  /// It keeps its window and its place in its route.
  ///
  /// - Returns: The stop as it is held from now on, or `nil` if none was held under that name.
  /// - Precondition: What it was held for covers the request, see ``SlotRequest/covers(_:)``.
  /// - Complexity: As that of ``remove(_:)``.
  @discardableResult
  public mutating func reduce(_ id: ID<Job>, to request: SlotRequest) -> HeldStop? {
    guard let place = places[id], let stop = table.stops[place],
      let index = routes.firstIndex(where: { $0.positions.contains { Int($0.job) == place } })
    else { return nil }
    precondition(stop.request.covers(request), "\(request) needs more than \(stop.request)")
    let smaller = HeldStop(id: id, request: request, window: stop.window)
    table.replace(place, by: smaller)
    routes[index].refresh(rules[routes[index].type], table)
    return smaller
  }

  /// Has a route no longer pass by the first stop that was given up and that it is in time without. Returns its place.
  private mutating func leaveOneOut(of index: Int) -> Int? {
    let rules = self.rules[routes[index].type]
    for (stop, place) in routes[index].places.enumerated() where table.hollows.contains(place) {
      var route = routes[index]
      route.remove(at: stop + 1, rules, table)
      guard route.isInTime(rules) else { continue }
      routes[index] = route
      return place
    }
    return nil
  }
}
