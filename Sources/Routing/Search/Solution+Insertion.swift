/// Where a job goes best, as far as was looked.
struct Insertion {
  /// What it costs; nothing dearer is taken.
  var cost: Int
  /// The slot, or −1 for a new route, or −2 if none was found.
  var slot = -2
  /// The position behind which it goes, or the type of the new route.
  var position = 0
}

extension Solution {
  /// Looks through all places in a route for one cheaper than the best so far. O(length), each in O(1).
  ///
  /// - Parameter blink: A place is passed over if the next random number is below this: with some chance the best is
  ///   missed, which keeps the search from doing the same thing again and again.
  @inline(__always)
  func improve(_ best: inout Insertion, of job: Int, in slot: Int, blink: UInt64, _ random: inout RandomSource) {
    let problem = self.problem
    let state = slots[slot]
    guard problem.compatible[state.type * problem.jobCount + job] else { return }
    let dimensions = problem.dimensions
    let capacity = problem.capacity + state.type * dimensions
    let delivery = problem.delivery + job * dimensions
    let pickup = problem.pickup + job * dimensions
    for dimension in 0..<dimensions {
      if state.memory.loads[dimension] + delivery[dimension] > capacity[dimension] { return }
    }
    if problem.hasPickups {
      for dimension in 0..<dimensions
      where state.memory.loads[dimensions + dimension] + pickup[dimension] > capacity[dimension] { return }
    }

    let vehicle = problem.types + state.type
    let costPerMetre = vehicle.pointee.costPerMetre
    let costPerSecond = vehicle.pointee.costPerSecond
    let spareMetres = vehicle.pointee.maximumDistance - state.metres
    let row = Int(problem.place[job]) * problem.placeCount
    let (metresTo, metresFrom) = (problem.metresTo + row, problem.metresFrom + row)
    let (secondsTo, secondsFrom) = (problem.secondsTo + row, problem.secondsFrom + row)
    let (ready, due, service) = (problem.ready[job], problem.due[job], problem.service[job])
    let (hasTime, hasPickups, hasDistanceLimit) = (problem.hasTime, problem.hasPickups, problem.hasDistanceLimit)
    let end = state.length + 1
    var position = state.memory.positions
    var place = Int(position.pointee.place)
    var bestCost = best.cost
    for index in 0..<end {
      let here = position
      let origin = place
      position += 1
      place = Int(position.pointee.place)
      let metres = Int(metresTo[origin]) + Int(metresFrom[place]) - Int(here.pointee.metres)
      var price = metres * costPerMetre
      if costPerSecond == 0 {
        if price >= bestCost { continue }
      } else {
        // At best the route stops waiting: what it then takes at least is known before any clock is looked at.
        let busy = Int(secondsTo[origin]) + Int(secondsFrom[place]) - Int(here.pointee.seconds) + service
        if price + (busy - state.waiting) * costPerSecond >= bestCost { continue }
      }
      if hasTime {
        let depart = here.pointee.depart
        if depart > due { break }  // and every later position leaves later still
        let arrival = depart + Int(secondsTo[origin])
        if arrival > due { continue }
        if max(arrival, ready) + service + Int(secondsFrom[place]) > position.pointee.latest { continue }
      }
      if hasDistanceLimit && metres > spareMetres { continue }
      if hasPickups && exceedsPeaks(state, index, delivery, pickup, capacity) { continue }
      if costPerSecond > 0 {
        let memory = state.memory
        let joined = memory.before[index].joined(Int(secondsTo[origin]), stretch(job))
          .joined(Int(secondsFrom[place]), memory.after[index + 1])
        price += (joined.duration - memory.before[end].duration) * costPerSecond
        if price >= bestCost { continue }
      }
      if random.next() < blink { continue }
      bestCost = price
      best = Insertion(cost: price, slot: slot, position: index)
    }
  }

  /// Prices a route of its own on every type of which a vehicle is free. O(types).
  ///
  /// - Parameter blink: As for a place in a route. The type that suits the first job is often not the one that suits the
  ///   route it grows into.
  @inline(__always)
  func improveByOpening(_ best: inout Insertion, of job: Int, blink: UInt64, _ random: inout RandomSource) {
    for type in 0..<problem.typeCount where freeVehicles[type] > 0 {
      let price = problem.soloCost[type * problem.jobCount + job]
      if price < best.cost && random.next() >= blink { best = Insertion(cost: price, slot: -1, position: type) }
    }
  }

  /// Does what was found.
  func apply(_ insertion: Insertion, _ job: Int) {
    if insertion.slot == -1 {
      open(type: insertion.position, with: CollectionOfOne(job))
    } else {
      insert(job, into: insertion.slot, after: insertion.position)
    }
  }

  @inline(__always)
  private func exceedsPeaks(
    _ state: RouteState, _ index: Int, _ delivery: UnsafePointer<Int>, _ pickup: UnsafePointer<Int>,
    _ capacity: UnsafePointer<Int>
  ) -> Bool {
    let dimensions = problem.dimensions
    for dimension in 0..<dimensions {
      let at = index * dimensions + dimension
      if state.memory.peakBefore[at] + delivery[dimension] > capacity[dimension] { return true }
      if state.memory.peakAfter[at] + pickup[dimension] > capacity[dimension] { return true }
    }
    return false
  }
}
