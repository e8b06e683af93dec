/// The current solution of one searcher: routes in slots, changed in place and taken back as a whole.
///
/// A change runs from `begin()` to `commit()` or `rollback()`. Each route that it touches is first set aside, so that taking
/// it back costs as much as was changed, not as much as there is. What `cost` and `missing` say is always true.
final class Solution {
  let problem: FlatProblem
  private let pool: RouteMemoryPool
  private let arena = Arena()

  /// The routes; a slot that is not in use has length zero.
  let slots: UnsafeMutablePointer<RouteState>
  /// Every slot once: the first `activeCount` are in use, in no order that means anything.
  let order: UnsafeMutablePointer<Int>
  private let rank: UnsafeMutablePointer<Int>
  private(set) var activeCount = 0
  /// How many vehicles of each type are not in use.
  let freeVehicles: UnsafeMutablePointer<Int>
  /// The slot of each job, or −1.
  let slotOfJob: UnsafeMutablePointer<Int>
  /// The position of each job on its route.
  let positionOfJob: UnsafeMutablePointer<Int32>
  /// What stands beside each job, and at the ends of each slot's route.
  let links: UnsafeMutablePointer<Link>
  let briefs: UnsafeMutablePointer<RouteBrief>
  /// How many of a unit's jobs are on routes.
  private let placed: UnsafeMutablePointer<Int>
  /// The units that are not served, in no order that means anything.
  let unassigned: UnsafeMutablePointer<Int>
  private let unassignedRank: UnsafeMutablePointer<Int>
  private(set) var unassignedCount: Int
  /// How many jobs of each list of jobs on one route are served, and on which slot.
  let sameRouteServed: UnsafeMutablePointer<Int>
  let sameRouteSlot: UnsafeMutablePointer<Int>
  /// The objective, with the search's own price on units that must be served and are not.
  private(set) var cost = 0
  /// How many jobs that must be served are not, alternatives counted once.
  private(set) var missing = 0

  let simulation: RouteSimulation
  /// A row of codes to try a change on.
  let scratch: UnsafeMutablePointer<Int32>
  /// The slots that admit the job at hand, and the stamp that says so.
  let admitting: UnsafeMutablePointer<Int>
  let stamps: UnsafeMutablePointer<Int>
  /// By which type of vehicle a slot admits the job, and what the change to it costs.
  let offeredType: UnsafeMutablePointer<Int>
  let offeredExtra: UnsafeMutablePointer<Int>
  var stamp = 0

  private var undo: [(slot: Int, state: RouteState)] = []
  private let touchedAt: UnsafeMutablePointer<Int>
  private var change = 0
  private var moved: [(job: Int, slot: Int)] = []
  private var costBefore = 0
  private var missingBefore = 0

  /// The solution that serves nobody but whom the routes that have begun serve.
  init(_ problem: FlatProblem) {
    self.problem = problem
    pool = RouteMemoryPool(problem)
    simulation = RouteSimulation(problem)
    let jobs = problem.jobCount
    let fleet = (0..<problem.typeCount).reduce(0) { $0 + min(problem.types[$1].count, jobs) }
    let slotCount = min(fleet, jobs)
    let noMemory = RouteMemory(
      capacity: 0, positions: arena.table([]), before: arena.table([]), after: arena.table([]), peakBefore: arena.table([]),
      peakAfter: arena.table([]), trips: arena.table([]), loads: arena.table([]))
    slots = arena.table(slotCount, of: RouteState(memory: noMemory, type: 0, length: 0, metres: 0, cost: 0))
    order = arena.table(Array(0..<slotCount))
    rank = arena.table(Array(0..<slotCount))
    touchedAt = arena.table(slotCount, of: 0)
    offeredType = arena.table(slotCount, of: 0)
    offeredExtra = arena.table(slotCount, of: 0)
    admitting = arena.table(slotCount, of: 0)
    stamps = arena.table(slotCount, of: 0)
    freeVehicles = arena.table((0..<problem.typeCount).map { min(problem.types[$0].count, jobs) })
    slotOfJob = arena.table(jobs, of: -1)
    positionOfJob = arena.table(jobs, of: 0)
    links = arena.table(jobs, of: Link())
    briefs = arena.table(slotCount, of: RouteBrief())
    placed = arena.table(problem.unitCount, of: 0)
    unassigned = arena.table(Array(0..<problem.unitCount))
    unassignedRank = arena.table(Array(0..<problem.unitCount))
    unassignedCount = problem.unitCount
    sameRouteServed = arena.table(problem.sameRouteCount, of: 0)
    sameRouteSlot = arena.table(problem.sameRouteCount, of: -1)
    scratch = arena.table(2 * jobs + 4, of: 0)
    for unit in 0..<problem.unitCount {
      cost += problem.dropCost[unit]
      missing += problem.isRequired[unit] ? problem.needed[unit] : 0
    }
  }

  deinit {
    if change > 0 { commit() }
    for index in 0..<activeCount { pool.free(slots[order[index]].memory) }
  }

  // MARK: Changes

  /// Starts a change.
  func begin() {
    change += 1
    costBefore = cost
    missingBefore = missing
  }

  /// Keeps the change.
  func commit() {
    for saved in undo where saved.state.length > 0 { pool.give(saved.state.memory) }
    undo.removeAll(keepingCapacity: true)
    moved.removeAll(keepingCapacity: true)
  }

  /// Takes the change back.
  func rollback() {
    for (slot, state) in undo {
      if slots[slot].length > 0 {
        pool.give(slots[slot].memory)
        freeVehicles[slots[slot].type] += 1
        deactivate(slot)
      }
      slots[slot] = state
      if state.length > 0 {
        freeVehicles[state.type] -= 1
        activate(slot)
        notePositions(slot)
      }
    }
    for (job, slot) in moved.reversed() { setSlot(slot, of: job) }
    undo.removeAll(keepingCapacity: true)
    moved.removeAll(keepingCapacity: true)
    cost = costBefore
    missing = missingBefore
  }

  /// Whether the current change has touched a route.
  @inline(__always)
  func isTouched(_ slot: Int) -> Bool { touchedAt[slot] == change }

  /// The slots that the current change has touched, in use or not.
  func touchedSlots() -> [Int] { undo.map(\.slot) }

  private func touch(_ slot: Int) {
    guard touchedAt[slot] != change else { return }
    touchedAt[slot] = change
    undo.append((slot, slots[slot]))
    guard slots[slot].length > 0 else { return }
    let positions = slots[slot].length + 2
    let memory = pool.take(positions + 8)
    pool.copy(slots[slot].memory, to: memory, positions: positions)
    slots[slot].memory = memory
  }

  private func activate(_ slot: Int) {
    swapRanks(slot, order[activeCount])
    activeCount += 1
  }

  private func deactivate(_ slot: Int) {
    activeCount -= 1
    swapRanks(slot, order[activeCount])
  }

  private func swapRanks(_ one: Int, _ other: Int) {
    let (left, right) = (rank[one], rank[other])
    order[left] = other
    order[right] = one
    rank[one] = right
    rank[other] = left
  }

  /// Puts a job on a slot or, with −1, on none, and keeps the books of its unit.
  private func setSlot(_ slot: Int, of job: Int) {
    let before = slotOfJob[job]
    slotOfJob[job] = slot
    links[job].slot = Int32(truncatingIfNeeded: slot)
    guard (before < 0) != (slot < 0) else { return }
    let unit = Int(problem.unitOfJob[job])
    let list = Int(problem.sameRoute[job])
    if slot >= 0 {
      placed[unit] = placed[unit] + 1
      if placed[unit] == problem.needed[unit] { removeUnassigned(unit) }
      if list >= 0 {
        sameRouteServed[list] = sameRouteServed[list] + 1
        sameRouteSlot[list] = slot
      }
    } else {
      if placed[unit] == problem.needed[unit] { addUnassigned(unit) }
      placed[unit] = placed[unit] - 1
      if list >= 0 { sameRouteServed[list] = sameRouteServed[list] - 1 }
    }
  }

  private func addUnassigned(_ unit: Int) {
    unassigned[unassignedCount] = unit
    unassignedRank[unit] = unassignedCount
    unassignedCount += 1
    cost += problem.dropCost[unit]
    missing += problem.isRequired[unit] ? problem.needed[unit] : 0
  }

  private func removeUnassigned(_ unit: Int) {
    unassignedCount -= 1
    let last = unassigned[unassignedCount]
    unassigned[unassignedRank[unit]] = last
    unassignedRank[last] = unassignedRank[unit]
    cost -= problem.dropCost[unit]
    missing -= problem.isRequired[unit] ? problem.needed[unit] : 0
  }

  /// Notes where the jobs of a route stand from a position on, and what is beside the one before it.
  private func notePositions(_ slot: Int, from first: Int = 1) {
    let positions = slots[slot].memory.positions
    let length = slots[slot].length
    var index = max(1, first - 1)
    while index <= length {
      let position = positions + index
      let job = Int(position.pointee.job)
      if job >= 0 {
        positionOfJob[job] = Int32(truncatingIfNeeded: index)
        links[job] = Link(
          slot: Int32(truncatingIfNeeded: slot), previous: position[-1].place, next: position[1].place,
          metresFromPrevious: position[-1].metres, metresToNext: position.pointee.metres)
      }
      index += 1
    }
    let type = slots[slot].type
    let spare =
      problem.dimensions > 0 && !problem.dividesLoads
      ? problem.capacity[type * problem.dimensions] - slots[slot].memory.loads[0] : Int.max
    briefs[slot] = RouteBrief(
      spare: spare, type: Int32(truncatingIfNeeded: type), length: Int32(truncatingIfNeeded: length), start: positions[0].place,
      first: positions[1].place, metresOut: positions[0].metres, last: positions[length].place,
      end: positions[length + 1].place, metresBack: positions[length].metres)
  }

  // MARK: Routes

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
    notePositions(slot, from: index + 1)
    if isFinal { refresh(slot, around: index + 1) }
  }

  /// Takes jobs out of a route: the positions of a range but for those of a range within it. Reloads stay as long as they are needed; the
  /// other end of a shipment goes along.
  ///
  /// - Precondition: Both ranges lie in 1 to the route's length, `kept` in `range`, and no position of `range` is fixed.
  func remove(_ range: Range<Int>, keeping kept: Range<Int>, from slot: Int) {
    touch(slot)
    let positions = slots[slot].memory.positions
    let length = slots[slot].length
    for read in range where !kept.contains(read) {
      let job = Int(positions[read].job)
      guard job >= 0, slotOfJob[job] >= 0 else { continue }
      unassign(job, from: slot)
      let other = Int(problem.partner[job])
      if other >= 0, slotOfJob[other] >= 0 { unassign(other, from: slot) }
    }
    var write = 1
    for read in 1...(length + 1) {
      let job = Int(positions[read].job)
      if job >= 0 && slotOfJob[job] < 0 { continue }
      // A reload at either end, or beside another, loads nothing.
      if job < -1, read > slots[slot].fixed, positions[write - 1].job < 0 { continue }
      if job == -1, write > 1, positions[write - 1].job < -1, write - 1 > slots[slot].fixed { write -= 1 }
      positions[write] = positions[read]
      write += 1
    }
    slots[slot].length = write - 2
    guard write > 2 else { return close(slot) }
    refreshLegs(slot)
    notePositions(slot)
    if problem.hasReloads { dropReloads(slot) }
    // Where a detour is shorter than the direct way, a route can come to break a limit by what is taken out of it.
    if !refresh(slot) { remove(slots[slot].fixed + 1..<(slots[slot].length + 1), keeping: 1..<1, from: slot) }
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
      let before = simulation.cost(codes, length, on: slots[slot].type)
      (codes + index - 1).update(from: codes + index, count: length - index)
      guard simulation.cost(codes, length - 1, on: slots[slot].type) <= before else { continue }
      (positions + index).update(from: positions + index + 1, count: length + 1 - index)
      slots[slot].length = length - 1
      refreshLegs(slot)
      notePositions(slot, from: index)
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
    if state.metres > problem.types[state.type].maximumDistance { return false }
    if problem.deliveriesFirst && state.linehauls == 0 { return false }
    guard problem.hasTime else { return true }
    if problem.hasDuration, state.memory.before[state.length + 1].duration > problem.types[state.type].maximumDuration { return false }
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
  /// - Parameter changed: The one position whose neighbours are new; left out, any may be.
  /// - Returns: Whether the route keeps every rule; its cost means nothing if it does not.
  @discardableResult
  private func refresh(_ slot: Int, around changed: Int? = nil) -> Bool {
    let state = slots[slot]
    let vehicle = problem.types + state.type
    let end = state.length + 1
    var price: Int
    if problem.needsSimulation {
      price = simulation.cost(codes(of: slot), state.length, on: state.type)
      guard price < .max else { return false }
      if problem.hasTime { copyClocks(state, vehicle) }
      if problem.knowsTrips { refreshTrips(state, vehicle) }
      slots[slot].waiting = simulation.duration - simulation.busy
    } else {
      if problem.hasTime { refreshClocks(state, vehicle.pointee, around: changed) }
      if problem.hasPickups { refreshPeaks(state) }
      price = vehicle.pointee.fixedCost + state.metres * vehicle.pointee.costPerMetre
      if problem.hasDuration {
        let busy = refreshStretches(state, vehicle.pointee)
        let duration = state.memory.before[end].duration
        slots[slot].waiting = duration - busy
        price += duration * vehicle.pointee.costPerSecond
      }
      if changed == nil && !isFeasible(slot) { return false }
    }
    cost += price - state.cost
    slots[slot].cost = price
    return true
  }

  // MARK: Exchange

  /// The routes as lists, ordered by type and first job.
  func snapshot() -> Incumbent {
    var routes: [Route] = []
    routes.reserveCapacity(activeCount)
    for index in 0..<activeCount {
      let state = slots[order[index]]
      routes.append(RouteCode.route((1...state.length).lazy.map { state.memory.positions[$0].job }, type: state.type))
    }
    routes.sort { ($0.vehicle, $0.jobs[0]) < ($1.vehicle, $1.jobs[0]) }
    return Incumbent(missing: missing, cost: cost, routes: routes)
  }
}
