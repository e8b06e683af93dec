/// What a route keeps up to date, so that an insertion is judged in O(1).
extension Solution {
  /// The earliest departures and latest begins. O(length), less where few positions are new.
  ///
  /// - Parameter changed: The positions before or behind which the way is new.
  /// - Returns: Whether any departure is later, or any latest begin earlier, than it was.
  func refreshClocks(_ state: RouteState, _ vehicle: FlatVehicle, around changed: ClosedRange<Int>) -> Bool {
    var isLater = false
    let positions = state.memory.positions
    let end = state.length + 1
    let (ready, due, service) = (problem.ready, problem.due, problem.service)
    positions[end].latest = vehicle.closes
    for index in changed.lowerBound...end {
      let before = positions[index - 1]
      var clock = before.depart + Int(before.seconds)
      if index < end {
        let job = Int(positions[index].job)
        clock = max(clock, ready[job]) + service[job]
      }
      // Once a later position leaves as before, so do all after it.
      if index > changed.upperBound, positions[index].depart == clock { break }
      isLater = isLater || clock > positions[index].depart
      positions[index].depart = clock
    }
    for index in stride(from: min(changed.upperBound, state.length), through: 0, by: -1) {
      var latest = positions[index + 1].latest - Int(positions[index].seconds)
      if index > 0 {
        let job = Int(positions[index].job)
        latest = min(due[job], latest - service[job])
      }
      if index < changed.lowerBound, positions[index].latest == latest { break }
      isLater = isLater || latest < positions[index].latest
      positions[index].latest = latest
    }
    return isLater
  }

  /// Takes over the earliest clock of the simulation, and notes up to when each position may begin at the most: rules that only the
  /// simulation knows leave less.
  func copyClocks(_ state: RouteState, _ vehicle: UnsafePointer<FlatVehicle>) {
    let positions = state.memory.positions
    let end = state.length + 1
    for index in 0...state.length { positions[index].depart = simulation.departs[index] }
    positions[end].depart = simulation.begins[end]
    positions[end].latest = vehicle.pointee.closes
    // Where traffic can be faster than the matrix, the way back in time is not known.
    let knows = problem.trafficCount == 0
    for index in stride(from: state.length, through: 0, by: -1) {
      let job = Int(positions[index].job)
      var latest = knows ? positions[index + 1].latest - Int(positions[index].seconds) : FlatProblem.forever
      if job >= 0 {
        latest = min(problem.due[job], latest - problem.service[job])
      } else if index > 0 {
        latest -= vehicle.pointee.reloadSeconds
      }
      positions[index].latest = latest
    }
  }

  /// The stretches up to each position and from it on. Returns the seconds of driving and service. O(length).
  func refreshStretches(_ state: RouteState, _ vehicle: FlatVehicle) -> Int {
    let positions = state.memory.positions
    let (before, after) = (state.memory.before, state.memory.after)
    let end = state.length + 1
    let depot = Stretch(duration: 0, earliest: vehicle.opens, latest: vehicle.closes)
    before[0] = depot
    after[end] = depot
    var busy = 0
    for index in 1...end {
      let here = index == end ? depot : stretch(Int(positions[index].job))
      let seconds = Int(positions[index - 1].seconds)
      busy += seconds + here.duration
      before[index] = before[index - 1].joined(seconds, here)
    }
    for index in stride(from: state.length, through: 1, by: -1) {
      after[index] = stretch(Int(positions[index].job)).joined(Int(positions[index].seconds), after[index + 1])
    }
    after[0] = depot.joined(Int(positions[0].seconds), after[1])
    return busy
  }

  /// A visit as a stretch of its own.
  @inline(__always)
  func stretch(_ job: Int) -> Stretch {
    Stretch(duration: problem.service[job], earliest: problem.ready[job], latest: problem.due[job])
  }

  /// The most on board up to each position and from it on. O(length × dimensions).
  func refreshPeaks(_ state: RouteState) {
    let memory = state.memory
    let dimensions = problem.dimensions
    for dimension in 0..<dimensions {
      var load = memory.loads[dimension]
      var peak = load
      memory.peakBefore[dimension] = peak
      for index in 1..<(state.length + 1) {
        let job = Int(memory.positions[index].job) * dimensions + dimension
        load += problem.pickup[job] - problem.delivery[job]
        peak = max(peak, load)
        memory.peakBefore[index * dimensions + dimension] = peak
      }
      peak = load
      for index in stride(from: state.length, through: 0, by: -1) {
        peak = max(peak, load)
        memory.peakAfter[index * dimensions + dimension] = peak
        guard index > 0 else { break }
        let job = Int(memory.positions[index].job) * dimensions + dimension
        load += problem.delivery[job] - problem.pickup[job]
      }
    }
  }
}
