extension Solution {
  /// Brings the trips of a route up to date. O(length).
  func refreshTrips(_ state: RouteState, _ vehicle: UnsafePointer<FlatVehicle>) {
    let positions = state.memory.positions
    let trips = state.memory.trips
    let anyTime = Stretch(duration: 0, earliest: -4 * FlatProblem.forever, latest: 4 * FlatProblem.forever)
    for index in 0...state.length {
      let job = Int(positions[index].job)
      guard job >= 0 else {
        let ready =
          index == 0
          ? vehicle.pointee.opens
          : positions[index - 1].depart + Int(positions[index - 1].seconds) + vehicle.pointee.reloadSeconds
        trips[index] = TripState(
          start: index, ready: ready, loadBefore: 0, loadAfter: 0, releaseBefore: -FlatProblem.forever,
          releaseAfter: -FlatProblem.forever, stretch: anyTime)
        continue
      }
      let last = trips[index - 1]
      trips[index] = TripState(
        start: last.start, ready: last.ready, loadBefore: last.loadBefore + (problem.dimensions > 0 ? problem.delivery[job] : 0),
        loadAfter: 0, releaseBefore: max(last.releaseBefore, problem.release[job]), releaseAfter: -FlatProblem.forever,
        stretch: last.stretch.joined(Int(positions[index - 1].seconds), stretch(job)))
    }
    for index in stride(from: state.length - 1, through: 0, by: -1) {
      let job = Int(positions[index + 1].job)
      guard job >= 0 else { continue }
      trips[index].loadAfter = trips[index + 1].loadAfter + (problem.dimensions > 0 ? problem.delivery[job] : 0)
      trips[index].releaseAfter = max(trips[index + 1].releaseAfter, problem.release[job])
    }
  }
}
