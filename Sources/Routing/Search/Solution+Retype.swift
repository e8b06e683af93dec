extension Solution {
  /// Gives a route to the free type that drives it for the least, if that is less than now. O(types × length).
  func retypeIfCheaper(_ slot: Int) {
    let state = slots[slot]
    guard state.length > 0, state.fixed == 0 else { return }
    var best = (cost: state.cost, type: state.type)
    let isQuick = problem.hasPlainLoads && !problem.needsSimulation && problem.dimensions == 1
    if isQuick {
      let own = problem.types + state.type
      let first = problem.siblings + problem.firstSibling[state.type]
      for index in 1..<max(1, problem.siblingCount[state.type]) {
        let type = Int(first[index])
        let other = problem.types + type
        guard problem.capacity[type] >= state.memory.loads[0], freeVehicles[type] > 0 else { continue }
        let cost =
          state.cost + other.pointee.fixedCost - own.pointee.fixedCost
          + state.metres * (other.pointee.costPerMetre - own.pointee.costPerMetre)
        if cost < best.cost { best = (cost, type) }
      }
      if problem.siblingCount[state.type] == problem.typeCount {
        if best.type != state.type { retype(slot, to: best.type) }
        return
      }
    }
    let codes = codes(of: slot)
    for type in 0..<problem.typeCount where type != state.type && freeVehicles[type] > 0 {
      guard serves(codes, state.length, type) else { continue }
      let cost = simulation.cost(codes, state.length, on: type)
      if cost < best.cost { best = (cost, type) }
    }
    if best.type != state.type { retype(slot, to: best.type) }
  }

  private func serves(_ codes: UnsafePointer<Int32>, _ count: Int, _ type: Int) -> Bool {
    let vehicle = problem.types + type
    for index in 0..<count {
      if codes[index] >= 0 {
        if !problem.compatible[type * problem.jobCount + Int(codes[index])] { return false }
        continue
      }
      let place = RouteCode.place(ofReload: codes[index])
      let places = problem.reloadPlaces + vehicle.pointee.firstReload
      if !(0..<vehicle.pointee.reloadCount).contains(where: { places[$0] == place }) { return false }
    }
    return true
  }
}
