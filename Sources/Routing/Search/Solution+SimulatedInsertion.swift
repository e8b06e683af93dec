/// Insertion where some rule needs the whole route to be driven through: what can be ruled out in constant time is, and the rest is
/// simulated.
extension Solution {
  /// Looks through all places in a route that may admit the job. O(length²) at worst, far less as long as the price rules most places out.
  func improveBySimulation(
    _ best: inout Insertion, of job: Int, in slot: Int, blink: UInt64, _ random: inout RandomSource
  ) {
    let probe = Probe(problem, job, type: slots[slot].type)
    let end = slots[slot].length + 1
    for index in slots[slot].fixed..<end { testBySimulation(&best, probe, slot, index, blink: blink, &random) }
  }

  /// Tests one place, with and without a reload beside the job.
  func testBySimulation(
    _ best: inout Insertion, _ probe: Probe, _ slot: Int, _ index: Int, blink: UInt64, _ random: inout RandomSource
  ) {
    let state = slots + slot
    let here = state.pointee.memory.positions + index
    let (origin, place) = (Int(here.pointee.place), Int(here[1].place))
    let direct = Int(here.pointee.metres)
    // What the slot asks for the job besides is what its spread may come to and what its vehicle costs.
    let extra = offeredExtra[slot]
    let price = (Int(probe.metresTo[origin]) + Int(probe.metresFrom[place]) - direct) * probe.costPerMetre + extra
    if price < best.cost, mayBeInTime(probe, here, origin, place) {
      tryInsertion(
        Insertion(cost: price, slot: slot, position: index, job: probe.job), probe, state, &best, blink: blink, &random)
    }
    let vehicle = problem.types + state.pointee.type
    guard vehicle.pointee.reloadCount > 0 else { return }
    for number in 0..<vehicle.pointee.reloadCount {
      let depot = problem.reloadPlaces[vehicle.pointee.firstReload + number]
      let ways = vehicle.pointee.ways
      for reloadsBefore in [true, false] {
        // A reload at an end of the route, or beside another, would load nothing.
        let beside = reloadsBefore ? here.pointee.job : here[1].job
        if beside < 0 { continue }
        let (first, last) = (Int32(truncatingIfNeeded: origin), Int32(truncatingIfNeeded: place))
        let metres =
          reloadsBefore
          ? Int(leg(first, depot, ways).0) + Int(probe.metresTo[Int(depot)]) + Int(probe.metresFrom[place])
          : Int(probe.metresTo[origin]) + Int(probe.metresFrom[Int(depot)]) + Int(leg(depot, last, ways).0)
        let price = (metres - direct) * probe.costPerMetre + extra
        guard price < best.cost else { continue }
        let found = Insertion(
          cost: price, slot: slot, position: index, job: probe.job, reload: depot, reloadsBefore: reloadsBefore)
        tryInsertion(found, probe, state, &best, blink: blink, &random)
      }
    }
  }

  /// Takes an insertion that is cheap enough if it keeps every rule.
  @inline(__always)
  private func tryInsertion(
    _ insertion: Insertion, _ probe: Probe, _ state: UnsafeMutablePointer<RouteState>, _ best: inout Insertion, blink: UInt64,
    _ random: inout RandomSource
  ) {
    guard problem.knowsTrips else {
      if random.next() >= blink { simulate(insertion, state, &best) }
      return
    }
    guard keepsTrips(insertion, probe, state), random.next() >= blink else { return }
    if problem.hasDuration || problem.hasDistanceLimit || problem.hasStopLimit || problem.preferences.hasBalance
      || insertion.reload >= 0
    {
      simulate(insertion, state, &best)
    } else {
      best = insertion
    }
  }

  /// Whether loads, releases and windows are kept. O(1).
  private func keepsTrips(_ insertion: Insertion, _ probe: Probe, _ state: UnsafeMutablePointer<RouteState>) -> Bool {
    let job = probe.job
    let index = insertion.position
    let here = state.pointee.memory.positions + index
    let trip = state.pointee.memory.trips + index
    let capacity = problem.dimensions > 0 ? problem.capacity[state.pointee.type] : .max
    let load = problem.dimensions > 0 ? problem.delivery[job] : 0
    let release = problem.release[job]
    let (before, after) = (trip.pointee.releaseBefore, trip.pointee.releaseAfter)
    let place = here[1].place
    guard insertion.reload >= 0 else {
      if trip.pointee.loadBefore + trip.pointee.loadAfter + load > capacity { return false }
      guard let leaves = leaving(trip, released: max(before, after, release)) else { return false }
      guard let left = serve(probe, from: leaves + Int(probe.secondsTo[Int(here.pointee.place)])) else { return false }
      return left + Int(probe.secondsFrom[Int(place)]) <= here[1].latest
    }
    let ways = problem.types[state.pointee.type].ways
    let reload = problem.types[state.pointee.type].reloadSeconds
    if insertion.reloadsBefore {
      if trip.pointee.loadAfter + load > capacity { return false }
      guard let leaves = leaving(trip, released: before) else { return false }
      let loaded = max(leaves + Int(leg(here.pointee.place, insertion.reload, ways).1) + reload, after, release)
      guard let left = serve(probe, from: loaded + Int(probe.secondsTo[Int(insertion.reload)])) else { return false }
      return left + Int(probe.secondsFrom[Int(place)]) <= here[1].latest
    }
    if trip.pointee.loadBefore + load > capacity { return false }
    guard let leaves = leaving(trip, released: max(before, release)) else { return false }
    guard let left = serve(probe, from: leaves + Int(probe.secondsTo[Int(here.pointee.place)])) else { return false }
    let loaded = max(left + Int(probe.secondsFrom[Int(insertion.reload)]) + reload, after)
    return loaded + Int(leg(insertion.reload, place, ways).1) <= here[1].latest
  }

  /// When the vehicle leaves a position if its trip waits for goods until a moment; `nil` if it comes too late somewhere by that.
  @inline(__always)
  private func leaving(_ trip: UnsafeMutablePointer<TripState>, released: Int) -> Int? {
    let departure = max(trip.pointee.ready, released)
    let stretch = trip.pointee.stretch
    return departure > stretch.latest ? nil : max(departure, stretch.earliest) + stretch.duration
  }

  /// When the vehicle leaves a job that it arrives at, or `nil` if that is too late.
  @inline(__always)
  private func serve(_ probe: Probe, from arrival: Int) -> Int? {
    arrival > probe.due ? nil : max(arrival, probe.ready) + probe.service
  }

  /// Whether nothing that is known without driving the route says that a job comes too late, or makes what follows too late.
  @inline(__always)
  private func mayBeInTime(_ probe: Probe, _ here: UnsafeMutablePointer<Position>, _ origin: Int, _ place: Int) -> Bool {
    guard problem.hasTime else { return true }
    guard here.pointee.depart <= probe.due else { return false }
    guard problem.trafficCount == 0 else { return true }
    let arrival = here.pointee.depart + Int(probe.secondsTo[origin])
    guard arrival <= probe.due else { return false }
    return max(arrival, probe.ready) + probe.service + Int(probe.secondsFrom[place]) <= here[1].latest
  }

  /// Takes an insertion if the route with it keeps every rule and costs less than the best.
  private func simulate(_ insertion: Insertion, _ state: UnsafeMutablePointer<RouteState>, _ best: inout Insertion) {
    let positions = state.pointee.memory.positions
    var count = 0
    for index in 1..<(insertion.position + 1) {
      scratch[count] = positions[index].job
      count += 1
    }
    if insertion.reload >= 0 && insertion.reloadsBefore {
      scratch[count] = RouteCode.reload(at: insertion.reload)
      count += 1
    }
    scratch[count] = Int32(truncatingIfNeeded: insertion.job)
    count += 1
    if insertion.reload >= 0 && !insertion.reloadsBefore {
      scratch[count] = RouteCode.reload(at: insertion.reload)
      count += 1
    }
    for index in (insertion.position + 1)..<(state.pointee.length + 1) {
      scratch[count] = positions[index].job
      count += 1
    }
    take(insertion, count, state, &best)
  }

  /// Looks for the best two places of a shipment. O(length²) pairs at worst; what is too dear or too late is not driven through.
  func improvePair(
    _ best: inout Insertion, of pickup: Int, and delivery: Int, blink: UInt64, _ random: inout RandomSource
  ) {
    let bounds = problem.hasSameRoute ? [pickup, delivery].compactMap { boundSlot(of: $0) } : []
    if Set(bounds).count > 1 { return }
    let bound = bounds.first
    for rank in 0..<activeCount {
      let slot = order[rank]
      if let bound, bound != slot { continue }
      let state = slots + slot
      guard problem.compatible[state.pointee.type * problem.jobCount + pickup],
        problem.compatible[state.pointee.type * problem.jobCount + delivery]
      else { continue }
      offeredExtra[slot] = problem.hasExtras ? extra(slot, pickup) + extra(slot, delivery) : 0
      let first = Probe(problem, pickup, type: state.pointee.type)
      let second = Probe(problem, delivery, type: state.pointee.type)
      for index in state.pointee.fixed...state.pointee.length {
        testPair(&best, first, second, slot, index, blink: blink, &random)
      }
    }
  }

  /// Tests all places of the delivery for one of the pickup.
  private func testPair(
    _ best: inout Insertion, _ first: Probe, _ second: Probe, _ slot: Int, _ index: Int, blink: UInt64,
    _ random: inout RandomSource
  ) {
    let state = slots + slot
    let positions = state.pointee.memory.positions
    let here = positions + index
    let (origin, place) = (Int(here.pointee.place), Int(here[1].place))
    let there = Int(problem.place[second.job])
    guard mayBeInTime(first, here, origin, place) else { return }
    let toFirst = Int(first.metresTo[origin]) - Int(here.pointee.metres)
    let alone = toFirst + Int(first.metresFrom[place])
    if alone * first.costPerMetre >= best.cost {
      // Only with the delivery at once behind the pickup can it still be cheaper, where ways are no metric.
      let price = (toFirst + Int(first.metresFrom[there]) + Int(second.metresFrom[place])) * first.costPerMetre
      if price >= best.cost { return }
    }
    let knowsTime = problem.hasTime && problem.trafficCount == 0
    var clock = 0
    if knowsTime {
      clock = max(here.pointee.depart + Int(first.secondsTo[origin]), first.ready) + first.service
    }
    for next in index...state.pointee.length {
      let after = positions + next
      let (from, to) = (Int(after.pointee.place), Int(after[1].place))
      let price: Int
      if next == index {
        price = toFirst + Int(first.metresFrom[there]) + Int(second.metresFrom[to])
      } else {
        price = alone + Int(second.metresTo[from]) + Int(second.metresFrom[to]) - Int(after.pointee.metres)
      }
      if knowsTime {
        if next > index {
          let job = Int(after.pointee.job)
          let seconds = next == index + 1 ? Int(first.secondsFrom[from]) : Int(positions[next - 1].seconds)
          clock += seconds
          if job >= 0 { clock = max(clock, problem.ready[job]) + problem.service[job] }
          // The vehicle is later than it was: once no later position can take that, nor can any after it.
          if clock - (job >= 0 ? problem.service[job] : 0) > after.pointee.latest { return }
        }
        let seconds = next == index ? Int(first.secondsFrom[there]) : Int(second.secondsTo[from])
        let arrival = clock + seconds
        if clock > second.due { return }
        if arrival > second.due { continue }
        if max(arrival, second.ready) + second.service + Int(second.secondsFrom[to]) > after[1].latest { continue }
      }
      guard price * first.costPerMetre < best.cost, random.next() >= blink else { continue }
      simulatePair(
        Insertion(
          cost: price * first.costPerMetre, slot: slot, position: index, job: first.job, otherPosition: next), second.job,
        state, &best)
    }
  }

  private func simulatePair(
    _ insertion: Insertion, _ delivery: Int, _ state: UnsafeMutablePointer<RouteState>, _ best: inout Insertion
  ) {
    let positions = state.pointee.memory.positions
    var count = 0
    for index in 0..<(state.pointee.length + 1) {
      if index > 0 {
        scratch[count] = positions[index].job
        count += 1
      }
      if index == insertion.position {
        scratch[count] = Int32(truncatingIfNeeded: insertion.job)
        count += 1
      }
      if index == insertion.otherPosition {
        scratch[count] = Int32(truncatingIfNeeded: delivery)
        count += 1
      }
    }
    take(insertion, count, state, &best)
  }

  /// Takes an insertion if the route in the scratch row, which has it, keeps every rule and costs less than the best.
  private func take(_ insertion: Insertion, _ count: Int, _ state: UnsafeMutablePointer<RouteState>, _ best: inout Insertion) {
    let cost = simulation.cost(scratch, count, on: state.pointee.type, withSpread: false)
    guard cost < .max else { return }
    // What the vehicle costs is in both.
    let price =
      cost + state.pointee.spreadPrice + offeredExtra[insertion.slot] - vehiclePrice(of: insertion) - state.pointee.cost
    guard price < best.cost else { return }
    best = insertion
    best.cost = price
  }
}
