extension Solution {
  /// Gives a route to the free type that drives it for the least, if that is less than now. O(types × length).
  func retypeIfCheaper(_ slot: Int) {
    let state = slots[slot]
    guard state.length > 0 else { return }
    var best = (cost: state.cost, type: state.type)
    for type in 0..<problem.typeCount where type != state.type && freeVehicles[type] > 0 {
      if let cost = cost(of: state, on: type), cost < best.cost { best = (cost, type) }
    }
    if best.type != state.type { retype(slot, to: best.type) }
  }

  /// What a route costs on a vehicle of another type, or `nil` if that cannot drive it.
  private func cost(of state: RouteState, on type: Int) -> Int? {
    let vehicle = problem.types[type]
    let positions = state.memory.positions
    let dimensions = problem.dimensions
    for index in 1...state.length where !problem.compatible[type * problem.jobCount + Int(positions[index].job)] { return nil }
    for dimension in 0..<dimensions {
      let peak =
        problem.hasPickups ? state.memory.peakBefore[state.length * dimensions + dimension] : state.memory.loads[dimension]
      if peak > problem.capacity[type * dimensions + dimension] { return nil }
    }
    let first = leg(vehicle.start, positions[1].place)
    let last = leg(positions[state.length].place, vehicle.end)
    let metres =
      state.metres + Int(first.0) - Int(positions[0].metres) + Int(last.0) - Int(positions[state.length].metres)
    guard metres <= vehicle.maximumDistance else { return nil }
    var price = vehicle.fixedCost + metres * vehicle.costPerMetre
    guard problem.hasTime else { return price }
    let depot = Stretch(duration: 0, earliest: vehicle.opens, latest: vehicle.closes)
    var stretch = depot
    var seconds = Int(first.1)
    for index in 1...(state.length + 1) {
      let next = index > state.length ? depot : self.stretch(Int(positions[index].job))
      // In time as long as even the earliest begin here is not past the latest.
      if stretch.earliest + stretch.duration + seconds > next.latest { return nil }
      stretch = stretch.joined(seconds, next)
      seconds = index >= state.length ? Int(last.1) : Int(positions[index].seconds)
    }
    price += stretch.duration * vehicle.costPerSecond
    return price
  }
}
