/// Insertion where every rule can be tested in constant time.
extension Solution {
  /// How many neighbours of a job are looked at where its routes have more places than that.
  static let nearest = 60

  /// Offers a route to the vehicle of another capacity that takes the job for the least, if there is one free.
  private func offerLarger(_ slot: Int, _ job: Int) -> Bool {
    let state = slots + slot
    guard state.pointee.fixed == 0 else { return false }
    let own = problem.types + state.pointee.type
    let load = state.pointee.memory.loads[0] + problem.delivery[job]
    let first = problem.siblings + problem.firstSibling[state.pointee.type]
    var least = Int.max
    for index in 1..<max(1, problem.siblingCount[state.pointee.type]) {
      let type = Int(first[index])
      guard problem.capacity[type] >= load, freeVehicles[type] > 0, problem.compatible[type * problem.jobCount + job] else {
        continue
      }
      let other = problem.types + type
      let extra =
        other.pointee.fixedCost - own.pointee.fixedCost
        + state.pointee.metres * (other.pointee.costPerMetre - own.pointee.costPerMetre)
        + (problem.preferences.hasSpread ? spreadExtra(slot, job) : 0)
      if extra < least {
        least = extra
        offeredType[slot] = type
        offeredExtra[slot] = extra
      }
    }
    return least < .max
  }

  /// Whether a job may join a route at all: loads, stops, and who else is on it.
  @inline(__always)
  func admits(_ slot: Int, _ job: Int) -> Bool {
    let problem = self.problem
    let state = slots + slot
    let type = state.pointee.type
    if problem.hasSameRoute, let bound = boundSlot(of: job), bound != slot { return false }
    // What is on board at once is less than the sum of loads where trips or shipments divide it.
    if problem.dividesLoads { return true }
    if problem.hasStopLimit && state.pointee.length >= problem.types[type].maximumStops { return false }
    let dimensions = problem.dimensions
    let capacity = problem.capacity + type * dimensions
    let loads = state.pointee.memory.loads
    let delivery = problem.delivery + job * dimensions
    var dimension = 0
    while dimension < dimensions {
      if loads[dimension] + delivery[dimension] > capacity[dimension] { return false }
      dimension += 1
    }
    guard problem.hasPickups else { return true }
    let pickup = problem.pickup + job * dimensions
    dimension = 0
    while dimension < dimensions {
      if loads[dimensions + dimension] + pickup[dimension] > capacity[dimension] { return false }
      dimension += 1
    }
    return true
  }

  /// Looks through all places in a route that admits the job. O(length), each in O(1).
  @inline(__always)
  func improvePlainly(_ best: inout Insertion, of job: Int, in slot: Int, blink: UInt64, _ random: inout RandomSource) {
    let probe = Probe(problem, job, type: offeredType[slot])
    let end = slots[slot].length + 1
    let positions = slots[slot].memory.positions
    guard problem.hasOnlyPlainRules else {
      for index in slots[slot].fixed..<end {
        if problem.hasTime && positions[index].depart > probe.due { break }  // and every later position leaves later still
        test(&best, probe, slot, index, blink: blink, &random)
      }
      return
    }
    // The same as `test` with nothing but distance and windows, written out: here a small problem spends most of its time.
    let (metresTo, metresFrom, costPerMetre) = (probe.metresTo, probe.metresFrom, probe.costPerMetre)
    let (secondsTo, secondsFrom) = (probe.secondsTo, probe.secondsFrom)
    let (ready, due, service) = (probe.ready, probe.due, probe.service)
    let hasTime = problem.hasTime
    let extra = offeredExtra[slot]
    var bestCost = best.cost - extra
    var bestIndex = -1
    var index = slots[slot].fixed
    var position = positions + index
    var place = Int(position.pointee.place)
    while index < end {
      let here = position
      let origin = place
      index += 1
      position += 1
      place = Int(position.pointee.place)
      let price = (Int(metresTo[origin]) + Int(metresFrom[place]) - Int(here.pointee.metres)) * costPerMetre
      if price >= bestCost { continue }
      if hasTime {
        let depart = here.pointee.depart
        if depart > due { break }
        let arrival = depart + Int(secondsTo[origin])
        if arrival > due { continue }
        if max(arrival, ready) + service + Int(secondsFrom[place]) > position.pointee.latest { continue }
      }
      if random.next() < blink { continue }
      bestCost = price
      bestIndex = index - 1
    }
    guard bestIndex >= 0 else { return }
    best = Insertion(cost: bestCost + extra, slot: slot, position: bestIndex, type: change(slot), job: job)
  }

  /// Looks through the routes that a job may join: at every place if there are few, else beside its neighbours.
  @inline(__always)
  func improveServing(_ best: inout Insertion, of job: Int, blink: UInt64, _ random: inout RandomSource) {
    stamp += 1
    var places = 0
    var count = 0
    let problem = self.problem
    let (briefs, order, stamp) = (self.briefs, self.order, self.stamp)
    let needed = problem.dimensions > 0 ? problem.delivery[job * problem.dimensions] : 0
    let compatible = problem.compatible + job
    let (isPlain, jobCount) = (problem.hasPlainLoads, problem.jobCount)
    let hasSiblings = problem.hasSiblings && isPlain && !problem.needsSimulation
    var index = 0
    while index < activeCount {
      let slot = order[index]
      index += 1
      let brief = briefs + slot
      if brief.pointee.spare >= needed {
        guard compatible[Int(brief.pointee.type) * jobCount], isPlain || admits(slot, job) else { continue }
        offeredType[slot] = Int(brief.pointee.type)
        offeredExtra[slot] = problem.hasExtras ? extra(slot, job) : 0
      } else {
        guard hasSiblings, offerLarger(slot, job) else { continue }
      }
      stamps[slot] = stamp
      admitting[count] = slot
      count += 1
      places += Int(brief.pointee.length)
    }
    let before = best.cost
    if places > 2 * Self.nearest && !problem.hasReloads { improveNear(&best, of: job, count, blink: blink, &random) }
    guard best.cost == before else { return }
    for index in 0..<count {
      if problem.needsSimulation {
        improveBySimulation(&best, of: job, in: admitting[index], blink: blink, &random)
      } else {
        improvePlainly(&best, of: job, in: admitting[index], blink: blink, &random)
      }
    }
  }

  /// Looks at the places beside a job's neighbours and at both ends of the routes that it may join: a long way from a depot passes near
  /// jobs that are no neighbours of the first job on it. O(neighbours + routes), each in O(1).
  private func improveNear(
    _ best: inout Insertion, of job: Int, _ count: Int, blink: UInt64, _ random: inout RandomSource
  ) {
    let problem = self.problem
    let neighbours = problem.neighbours + job * problem.neighbourCount
    let (links, places) = (self.links, problem.place)
    let (stamps, stamp, briefs) = (self.stamps, self.stamp, self.briefs)
    var probe = Probe(problem, job, type: 0)
    var type = 0
    let isUniform = problem.typeCount == 1
    // Where nothing but the way counts, how far a neighbour is says what a place beside it costs at least.
    let isPlain = isUniform && problem.hasOnlyDistanceCost && !problem.hasExtras
    let reach = isPlain ? problem.neighbourMetres.map { $0 + job * problem.neighbourCount } : nil
    var rank = 1
    let nearest = min(Self.nearest, problem.neighbourCount)
    while rank < nearest {
      let neighbour = Int(neighbours[rank])
      let link = links + neighbour
      defer { rank += 1 }
      // Whoever stands beside it is nearer, and has been looked at, or no nearer: two ways as long as this less the one that is saved. Ways
      // to a depot are looked at below.
      if let reach, (2 * Int(reach[rank]) - Int(link.pointee.longest)) * probe.costPerMetre >= best.cost { continue }
      let slot = Int(link.pointee.slot)
      if slot < 0 || stamps[slot] != stamp { continue }
      if !isUniform && offeredType[slot] != type {
        type = offeredType[slot]
        probe = Probe(problem, job, type: type)
      }
      // What it costs at least is known from the links alone, and rules out most places.
      let place = Int(places[neighbour])
      let (to, from) = (Int(probe.metresTo[place]), Int(probe.metresFrom[place]))
      let after = to + Int(probe.metresFrom[Int(link.pointee.next)]) - Int(link.pointee.metresToNext)
      let before = Int(probe.metresTo[Int(link.pointee.previous)]) + from - Int(link.pointee.metresFromPrevious)
      let limit = best.cost - offeredExtra[slot]
      if min(after, before) * probe.costPerMetre >= limit && (problem.hasOnlyDistanceCost) { continue }
      let position = Int(positionOfJob[neighbour])
      let fixed = slots[slot].fixed
      if position > fixed { tryPlace(&best, probe, slot, position - 1, blink: blink, &random) }
      if position >= fixed { tryPlace(&best, probe, slot, position, blink: blink, &random) }
    }
    for index in 0..<count {
      let slot = admitting[index]
      if !isUniform && offeredType[slot] != type {
        type = offeredType[slot]
        probe = Probe(problem, job, type: type)
      }
      let ends = briefs + slot
      let first =
        Int(probe.metresTo[Int(ends.pointee.start)]) + Int(probe.metresFrom[Int(ends.pointee.first)])
        - Int(ends.pointee.metresOut)
      let last =
        Int(probe.metresTo[Int(ends.pointee.last)]) + Int(probe.metresFrom[Int(ends.pointee.end)]) - Int(ends.pointee.metresBack)
      if min(first, last) * probe.costPerMetre >= best.cost - offeredExtra[slot] && (problem.hasOnlyDistanceCost) { continue }
      if slots[slot].fixed == 0 { tryPlace(&best, probe, slot, 0, blink: blink, &random) }
      tryPlace(&best, probe, slot, slots[slot].length, blink: blink, &random)
    }
  }

  @inline(never)
  private func tryPlace(
    _ best: inout Insertion, _ probe: Probe, _ slot: Int, _ index: Int, blink: UInt64, _ random: inout RandomSource
  ) {
    if problem.needsSimulation {
      testBySimulation(&best, probe, slot, index, blink: blink, &random)
    } else {
      test(&best, probe, slot, index, blink: blink, &random)
    }
  }

  /// Tests one place. O(1).
  @inline(__always)
  func test(
    _ best: inout Insertion, _ probe: Probe, _ slot: Int, _ index: Int, blink: UInt64, _ random: inout RandomSource
  ) {
    let problem = self.problem
    let state = slots + slot
    let positions = state.pointee.memory.positions
    let here = positions + index
    let origin = Int(here.pointee.place)
    let place = Int(here[1].place)
    let metres = Int(probe.metresTo[origin]) + Int(probe.metresFrom[place]) - Int(here.pointee.metres)
    var price = metres * probe.costPerMetre + offeredExtra[slot]
    if price >= best.cost && probe.costPerSecond == 0 { return }
    if problem.hasTime {
      let depart = here.pointee.depart
      if depart > probe.due { return }
      let arrival = depart + Int(probe.secondsTo[origin])
      if arrival > probe.due { return }
      if max(arrival, probe.ready) + probe.service + Int(probe.secondsFrom[place]) > here[1].latest { return }
    }
    if problem.hasDistanceLimit && state.pointee.metres + metres > problem.types[state.pointee.type].maximumDistance { return }
    if problem.deliveriesFirst {
      let linehauls = state.pointee.linehauls
      if problem.isBackhaul[probe.job] ? index < linehauls || linehauls == 0 : index > linehauls { return }
    }
    if problem.hasPickups && exceedsPeaks(state.pointee, index, probe.job) { return }
    var seconds = 0
    var secondsBefore = 0
    if problem.hasDuration {
      let memory = state.pointee.memory
      if probe.costPerSecond > 0 {
        // At best the route stops waiting: what it then takes at least is known before any clock is looked at.
        let busy = Int(probe.secondsTo[origin]) + Int(probe.secondsFrom[place]) - Int(here.pointee.seconds) + probe.service
        if price + (busy - state.pointee.waiting) * probe.costPerSecond >= best.cost { return }
      }
      let joined = memory.before[index].joined(Int(probe.secondsTo[origin]), stretch(probe.job))
        .joined(Int(probe.secondsFrom[place]), memory.after[index + 1])
      if joined.duration > problem.types[state.pointee.type].maximumDuration { return }
      (seconds, secondsBefore) = (joined.duration, memory.before[state.pointee.length + 1].duration)
      price += (seconds - secondsBefore) * probe.costPerSecond
      if price >= best.cost { return }
    }
    if problem.preferences.hasBalance {
      price += balancePrice(state, metres: state.pointee.metres + metres, seconds: seconds, joining: probe.job)
      price -= balancePrice(state, metres: state.pointee.metres, seconds: secondsBefore)
      if price >= best.cost { return }
    }
    if random.next() < blink { return }
    best = Insertion(cost: price, slot: slot, position: index, type: change(slot), job: probe.job)
  }

  /// The type that a slot is offered to, or −1 if it is its own.
  @inline(__always)
  private func change(_ slot: Int) -> Int { offeredType[slot] == slots[slot].type ? -1 : offeredType[slot] }

  @inline(__always)
  private func exceedsPeaks(_ state: RouteState, _ index: Int, _ job: Int) -> Bool {
    let dimensions = problem.dimensions
    let capacity = problem.capacity + state.type * dimensions
    for dimension in 0..<dimensions {
      let at = index * dimensions + dimension
      if state.memory.peakBefore[at] + problem.delivery[job * dimensions + dimension] > capacity[dimension] { return true }
      if state.memory.peakAfter[at] + problem.pickup[job * dimensions + dimension] > capacity[dimension] { return true }
    }
    return false
  }
}

/// What a job brings along to every place it is tested at, for one type of vehicle.
struct Probe: BitwiseCopyable {
  let job: Int
  let metresTo: UnsafePointer<Int32>
  let metresFrom: UnsafePointer<Int32>
  let secondsTo: UnsafePointer<Int32>
  let secondsFrom: UnsafePointer<Int32>
  let costPerMetre: Int
  let costPerSecond: Int
  let ready: Int
  let due: Int
  let service: Int

  @inline(__always)
  init(_ problem: FlatProblem, _ job: Int, type: Int) {
    self.job = job
    let vehicle = problem.types + type
    let row = Int(problem.place[job]) * problem.placeCount
    metresTo = vehicle.pointee.ways.metresTo + row
    metresFrom = vehicle.pointee.ways.metresFrom + row
    secondsTo = vehicle.pointee.ways.secondsTo + row
    secondsFrom = vehicle.pointee.ways.secondsFrom + row
    costPerMetre = vehicle.pointee.costPerMetre
    costPerSecond = vehicle.pointee.costPerSecond
    ready = problem.ready[job]
    due = problem.due[job]
    service = problem.service[job]
  }
}
