/// Opens, fills, empties and closes routes, and keeps their clocks, loads and costs.
extension Solution {
  /// Opens a route of codes.
  ///
  /// - Parameter fixed: How many of them are not to be moved.
  /// - Precondition: A vehicle of the type is free, the jobs are unassigned, and the route is feasible.
  func open(type: Int, with codes: some Collection<Int32>, fixed: Int = 0) {
    let slot = order[activeCount]
    touch(slot)
    let vehicle = problem.types + type
    let memory = pool.take(codes.count + 2)
    memory.positions[0] = depot(vehicle.pointee.start, vehicle)
    for index in 0..<2 * problem.dimensions { memory.loads[index] = 0 }
    slots[slot] = RouteState(memory: memory, type: type, length: codes.count, metres: 0, cost: 0, fixed: fixed)
    for (index, code) in codes.enumerated() {
      memory.positions[index + 1] = position(of: code)
      if code >= 0 { assign(Int(code), to: slot) }
    }
    memory.positions[codes.count + 1] = depot(vehicle.pointee.end, vehicle)
    freeVehicles[type] -= 1
    activate(slot)
    refreshLegs(slot)
    notePositions(slot)
    refresh(slot)
  }

  @inline(__always)
  private func depot(_ place: Int32, _ vehicle: UnsafePointer<FlatVehicle>) -> Position {
    Position(
      place: place, job: -1, metres: 0, seconds: 0, depart: vehicle.pointee.opens, latest: vehicle.pointee.closes)
  }

  @inline(__always)
  private func position(of code: Int32) -> Position {
    Position(
      place: code >= 0 ? problem.place[Int(code)] : RouteCode.place(ofReload: code), job: code, metres: 0, seconds: 0, depart: 0,
      latest: FlatProblem.forever)
  }

  /// Puts a code behind a position of a route.
  ///
  /// - Precondition: The route stays feasible, or `isFinal` is false and another change of it follows at once.
  func insert(_ code: Int32, into slot: Int, after index: Int, isFinal: Bool = true) {
    touch(slot)
    let length = slots[slot].length
    if slots[slot].memory.capacity < length + 3 {
      slots[slot].memory = pool.grown(slots[slot].memory, holding: length + 2, to: length + 3)
    }
    let positions = slots[slot].memory.positions
    (positions + index + 2).update(from: positions + index + 1, count: length + 1 - index)
    positions[index + 1] = position(of: code)
    let ways = problem.types[slots[slot].type].ways
    let to = leg(positions[index].place, positions[index + 1].place, ways)
    let from = leg(positions[index + 1].place, positions[index + 2].place, ways)
    slots[slot].metres += Int(to.0) + Int(from.0) - Int(positions[index].metres)
    positions[index].metres = to.0
    positions[index].seconds = to.1
    positions[index + 1].metres = from.0
    positions[index + 1].seconds = from.1
    slots[slot].length = length + 1
    if code >= 0 { assign(Int(code), to: slot) }
    notePositions(slot, around: (index + 1)...(index + 1))
    if isFinal { refresh(slot, around: (index + 1)...(index + 1)) }
  }

  /// Takes jobs out of a route: the positions of a range but for those of a range within it. Reloads stay as long as they are needed; the
  /// other end of a shipment goes along.
  ///
  /// - Precondition: Both ranges lie in 1 to the route's length, `kept` in `range`, and no position of `range` is fixed.
  func remove(_ range: Range<Int>, keeping kept: Range<Int>, from slot: Int) {
    touch(slot)
    for read in range where !kept.contains(read) {
      let job = Int(slots[slot].memory.positions[read].job)
      guard job >= 0, slotOfJob[job] >= 0 else { continue }
      unassign(job, from: slot)
      let other = Int(problem.partner[job])
      if other >= 0, slotOfJob[other] >= 0 { unassign(other, from: slot) }
    }
    let changed = problem.dividesLoads ? closeGapsAnywhere(slot) : closeGaps(slot, range, keeping: kept)
    guard slots[slot].length > 0 else { return close(slot) }
    notePositions(slot, around: changed)
    if problem.hasReloads { dropReloads(slot) }
    // Where a detour is shorter than the direct way, a route can come to break a limit by what is taken out of it.
    if !refresh(slot, around: changed, isShorter: true), slots[slot].length > slots[slot].fixed {
      remove(slots[slot].fixed + 1..<(slots[slot].length + 1), keeping: 1..<1, from: slot)
    }
  }

  /// Moves what is left of a route together where jobs were taken out of a range. Returns the positions before which the way is new.
  private func closeGaps(_ slot: Int, _ range: Range<Int>, keeping kept: Range<Int>) -> ClosedRange<Int> {
    let positions = slots[slot].memory.positions
    let end = slots[slot].length + 1
    let ways = problem.types[slots[slot].type].ways
    var metres = slots[slot].metres
    var write = range.lowerBound
    var hasGap = false
    for read in range.lowerBound...end {
      if range.contains(read) && !kept.contains(read) {
        metres -= Int(positions[read].metres)
        hasGap = true
        continue
      }
      positions[write] = positions[read]
      if hasGap {
        let way = leg(positions[write - 1].place, positions[write].place, ways)
        metres += Int(way.0) - Int(positions[write - 1].metres)
        positions[write - 1].metres = way.0
        positions[write - 1].seconds = way.1
        hasGap = false
      }
      write += 1
    }
    slots[slot].metres = metres
    slots[slot].length = write - 2
    return range.lowerBound...(range.lowerBound + kept.count)
  }

  /// The same where jobs may be missing, and reloads of no use, anywhere on the route.
  private func closeGapsAnywhere(_ slot: Int) -> ClosedRange<Int> {
    let positions = slots[slot].memory.positions
    var write = 1
    for read in 1...(slots[slot].length + 1) {
      let job = Int(positions[read].job)
      if job >= 0 && slotOfJob[job] < 0 { continue }
      // A reload at either end, or beside another, loads nothing.
      if job < -1, read > slots[slot].fixed, positions[write - 1].job < 0 { continue }
      if job == -1, write > 1, positions[write - 1].job < -1, write - 1 > slots[slot].fixed { write -= 1 }
      positions[write] = positions[read]
      write += 1
    }
    slots[slot].length = write - 2
    if write > 2 { refreshLegs(slot) }
    return 1...max(1, write - 1)
  }

  /// Takes out the jobs that may be left out and cost more, in distance alone, than that.
  func dropUnprofitable(_ slot: Int) {
    var index = slots[slot].fixed + 1
    while index <= slots[slot].length {
      let positions = slots[slot].memory.positions
      let unit = Int(problem.unitOfJob[Int(positions[index].job)])
      let vehicle = problem.types + slots[slot].type
      let direct = leg(positions[index - 1].place, positions[index + 1].place, vehicle.pointee.ways).0
      let detour = Int(positions[index - 1].metres) + Int(positions[index].metres) - Int(direct)
      let saved = slots[slot].length == 1 ? slots[slot].cost : detour * vehicle.pointee.costPerMetre
      guard !problem.isRequired[unit], saved > problem.dropCost[unit] else {
        index += 1
        continue
      }
      remove(index..<(index + 1), keeping: 1..<1, from: slot)
      index = max(slots[slot].fixed + 1, index - 1)
    }
  }

  /// Takes out the reloads without which the route keeps every rule and costs no more.
  private func dropReloads(_ slot: Int) {
    let positions = slots[slot].memory.positions
    var index = slots[slot].fixed + 1
    while index <= slots[slot].length {
      defer { index += 1 }
      guard positions[index].job < -1 else { continue }
      let length = slots[slot].length
      let codes = codes(of: slot)
      let before = simulation.cost(codes, length, on: slots[slot].type, withSpread: false)
      (codes + index - 1).update(from: codes + index, count: length - index)
      guard simulation.cost(codes, length - 1, on: slots[slot].type, withSpread: false) <= before else { continue }
      (positions + index).update(from: positions + index + 1, count: length + 1 - index)
      slots[slot].length = length - 1
      refreshLegs(slot)
      notePositions(slot)
      index -= 1
    }
  }

  /// The codes of a route, in the scratch row.
  @inline(__always)
  func codes(of slot: Int) -> UnsafeMutablePointer<Int32> {
    let positions = slots[slot].memory.positions
    let length = slots[slot].length
    var index = 0
    while index < length {
      scratch[index] = positions[index + 1].job
      index += 1
    }
    return scratch
  }

  private func isFeasible(_ slot: Int) -> Bool {
    let state = slots[slot]
    return !exceedsLimits(state) && (!problem.hasTime || isOnTime(state))
  }

  /// Whether a route is too long, in metres or in time, or does not deliver before it picks up.
  private func exceedsLimits(_ state: RouteState) -> Bool {
    if state.metres > problem.types[state.type].maximumDistance { return true }
    if problem.deliveriesFirst && state.linehauls == 0 { return true }
    return problem.hasDuration
      && state.memory.before[state.length + 1].duration > problem.types[state.type].maximumDuration
  }

  private func isOnTime(_ state: RouteState) -> Bool {
    let positions = state.memory.positions
    for index in 0...(state.length + 1) {
      let job = Int(positions[index].job)
      if positions[index].depart - (job < 0 ? 0 : problem.service[job]) > positions[index].latest { return false }
    }
    return true
  }

  private func close(_ slot: Int) {
    cost -= slots[slot].cost
    pool.give(slots[slot].memory)
    freeVehicles[slots[slot].type] += 1
    slots[slot].length = 0
    slots[slot].cost = 0
    deactivate(slot)
  }

  /// Gives a route to a vehicle of another type.
  ///
  /// - Precondition: A vehicle of the type is free and can drive the route.
  func retype(_ slot: Int, to type: Int) {
    touch(slot)
    let vehicle = problem.types + type
    freeVehicles[slots[slot].type] += 1
    freeVehicles[type] -= 1
    slots[slot].type = type
    let positions = slots[slot].memory.positions
    positions[0] = depot(vehicle.pointee.start, vehicle)
    positions[slots[slot].length + 1] = depot(vehicle.pointee.end, vehicle)
    refreshLegs(slot)
    notePositions(slot)
    refresh(slot)
  }

  /// Metres and seconds between two places.
  @inline(__always)
  func leg(_ from: Int32, _ to: Int32, _ ways: FlatWays) -> (Int32, Int32) {
    let index = Int(from) * problem.placeCount + Int(to)
    return (ways.metresFrom[index], ways.secondsFrom[index])
  }

  private func assign(_ job: Int, to slot: Int) {
    load(job, slot, sign: 1)
    moved.append((job, -1))
    setSlot(slot, of: job)
  }

  private func unassign(_ job: Int, from slot: Int) {
    load(job, slot, sign: -1)
    moved.append((job, slot))
    setSlot(-1, of: job)
  }

  @inline(__always)
  private func load(_ job: Int, _ slot: Int, sign: Int) {
    let dimensions = problem.dimensions
    let loads = slots[slot].memory.loads
    var dimension = 0
    while dimension < dimensions {
      loads[dimension] = loads[dimension] + sign * problem.delivery[job * dimensions + dimension]
      loads[dimensions + dimension] = loads[dimensions + dimension] + sign * problem.pickup[job * dimensions + dimension]
      dimension += 1
    }
    if problem.deliveriesFirst && !problem.isBackhaul[job] { slots[slot].linehauls += sign }
  }

  private func refreshLegs(_ slot: Int) {
    let positions = slots[slot].memory.positions
    let ways = problem.types[slots[slot].type].ways
    var metres = 0
    for index in 0...slots[slot].length {
      let next = leg(positions[index].place, positions[index + 1].place, ways)
      positions[index].metres = next.0
      positions[index].seconds = next.1
      metres += Int(next.0)
    }
    slots[slot].metres = metres
  }

  /// Brings the clocks, peaks and cost of a route up to date.
  ///
  /// - Parameters:
  ///   - changed: The positions before or behind which the way is new; left out, any may be.
  ///   - isShorter: Whether jobs were taken out, and not put in where every rule was tested.
  /// - Returns: Whether the route keeps every rule; its cost means nothing if it does not.
  @discardableResult
  private func refresh(_ slot: Int, around changed: ClosedRange<Int>? = nil, isShorter: Bool = false) -> Bool {
    let state = slots[slot]
    let vehicle = problem.types + state.type
    let end = state.length + 1
    var price: Int
    if problem.needsSimulation {
      price = simulation.cost(codes(of: slot), state.length, on: state.type, withSpread: false)
      guard price < .max else { return false }
      if problem.hasTime { copyClocks(state, vehicle) }
      if problem.knowsTrips { refreshTrips(state, vehicle) }
      slots[slot].waiting = simulation.duration - simulation.busy
    } else {
      let isLater = problem.hasTime && refreshClocks(state, vehicle.pointee, around: changed ?? 1...end)
      if problem.hasPickups { refreshPeaks(state) }
      price = vehicle.pointee.fixedCost + state.metres * vehicle.pointee.costPerMetre
      if problem.hasDuration {
        let busy = refreshStretches(state, vehicle.pointee)
        let duration = state.memory.before[end].duration
        slots[slot].waiting = duration - busy
        price += duration * vehicle.pointee.costPerSecond
      }
      if problem.announcements.hasVehicles { price += vehiclePrice(slot) }
      if problem.preferences.hasBalance {
        let seconds = problem.hasDuration ? state.memory.before[end].duration : 0
        price += balancePrice(slots + slot, metres: state.metres, seconds: seconds)
      }
      if isShorter ? exceedsLimits(state) || isLater && !isOnTime(state) : changed == nil && !isFeasible(slot) { return false }
    }
    if problem.preferences.hasSpread {
      refreshSpread(slot, joined: isShorter ? nil : changed?.lowerBound)
      price += slots[slot].spreadPrice
    }
    cost += price - state.cost
    slots[slot].cost = price
    return true
  }
}
