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
  /// The jobs on no route, in no order that means anything.
  let unassigned: UnsafeMutablePointer<Int>
  private let unassignedRank: UnsafeMutablePointer<Int>
  private(set) var unassignedCount: Int
  /// The objective, with the search's own price on jobs that must be served and are not.
  private(set) var cost = 0
  /// How many jobs that must be served are not.
  private(set) var missing = 0

  private var undo: [(slot: Int, state: RouteState)] = []
  private let touchedAt: UnsafeMutablePointer<Int>
  private var change = 0
  private var moved: [(job: Int, slot: Int)] = []
  private var costBefore = 0
  private var missingBefore = 0

  /// The solution that serves nobody.
  init(_ problem: FlatProblem) {
    self.problem = problem
    pool = RouteMemoryPool(problem)
    let jobs = problem.jobCount
    let fleet = (0..<problem.typeCount).reduce(0) { $0 + min(problem.types[$1].count, jobs) }
    let slotCount = min(fleet, jobs)
    let noMemory = RouteMemory(
      capacity: 0, positions: arena.table([]), before: arena.table([]), after: arena.table([]), peakBefore: arena.table([]),
      peakAfter: arena.table([]), loads: arena.table([]))
    slots = arena.table(slotCount, of: RouteState(memory: noMemory, type: 0, length: 0, metres: 0, cost: 0))
    order = arena.table(Array(0..<slotCount))
    rank = arena.table(Array(0..<slotCount))
    touchedAt = arena.table(slotCount, of: 0)
    freeVehicles = arena.table((0..<problem.typeCount).map { min(problem.types[$0].count, jobs) })
    slotOfJob = arena.table(jobs, of: -1)
    unassigned = arena.table(Array(0..<jobs))
    unassignedRank = arena.table(Array(0..<jobs))
    unassignedCount = jobs
    for job in 0..<jobs {
      cost += problem.dropCost[job]
      missing += problem.isRequired[job] ? 1 : 0
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
      }
    }
    for (job, slot) in moved.reversed() {
      if slot < 0 { if slotOfJob[job] >= 0 { addUnassigned(job) } } else if slotOfJob[job] < 0 { removeUnassigned(job) }
      slotOfJob[job] = slot
    }
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

  private func addUnassigned(_ job: Int) {
    unassigned[unassignedCount] = job
    unassignedRank[job] = unassignedCount
    unassignedCount += 1
  }

  private func removeUnassigned(_ job: Int) {
    unassignedCount -= 1
    let last = unassigned[unassignedCount]
    unassigned[unassignedRank[job]] = last
    unassignedRank[last] = unassignedRank[job]
  }

  // MARK: Routes

  /// Opens a route of jobs in an order.
  ///
  /// - Precondition: A vehicle of the type is free, the jobs are unassigned, and the route is feasible.
  func open(type: Int, with jobs: some Collection<Int>) {
    let slot = order[activeCount]
    touch(slot)
    let vehicle = problem.types[type]
    let memory = pool.take(jobs.count + 2)
    memory.positions[0] = Position(
      place: vehicle.start, job: -1, metres: 0, seconds: 0, depart: vehicle.opens, latest: vehicle.closes)
    for index in 0..<2 * problem.dimensions { memory.loads[index] = 0 }
    slots[slot] = RouteState(memory: memory, type: type, length: jobs.count, metres: 0, cost: 0)
    for (index, job) in jobs.enumerated() {
      memory.positions[index + 1] = Position(
        place: problem.place[job], job: Int32(job), metres: 0, seconds: 0, depart: 0, latest: 0)
      assign(job, to: slot)
    }
    memory.positions[jobs.count + 1] = Position(
      place: vehicle.end, job: -1, metres: 0, seconds: 0, depart: vehicle.opens, latest: vehicle.closes)
    freeVehicles[type] -= 1
    activate(slot)
    refreshLegs(slot)
    refresh(slot)
  }

  /// Puts a job behind a position of a route.
  ///
  /// - Precondition: The job is unassigned, and the route stays feasible.
  func insert(_ job: Int, into slot: Int, after position: Int) {
    touch(slot)
    let length = slots[slot].length
    if slots[slot].memory.capacity < length + 3 {
      slots[slot].memory = pool.grown(slots[slot].memory, holding: length + 2, to: length + 3)
    }
    let positions = slots[slot].memory.positions
    (positions + position + 2).update(from: positions + position + 1, count: length + 1 - position)
    let place = problem.place[job]
    let to = leg(positions[position].place, place)
    let from = leg(place, positions[position + 2].place)
    slots[slot].metres += Int(to.0) + Int(from.0) - Int(positions[position].metres)
    positions[position].metres = to.0
    positions[position].seconds = to.1
    positions[position + 1] = Position(
      place: place, job: Int32(job), metres: from.0, seconds: from.1, depart: 0, latest: FlatProblem.forever)
    slots[slot].length = length + 1
    assign(job, to: slot)
    refresh(slot, around: position + 1)
  }

  /// Takes jobs out of a route: the positions of a range but for those of a range within it.
  ///
  /// - Precondition: Both ranges lie in 1 to the route's length, `kept` in `range`.
  func remove(_ range: Range<Int>, keeping kept: Range<Int>, from slot: Int) {
    touch(slot)
    let positions = slots[slot].memory.positions
    let length = slots[slot].length
    var write = range.lowerBound
    for read in range.lowerBound...(length + 1) {
      if range.contains(read) && !kept.contains(read) {
        unassign(Int(positions[read].job), from: slot)
      } else {
        positions[write] = positions[read]
        write += 1
      }
    }
    slots[slot].length = write - 2
    guard write > 2 else { return close(slot) }
    refreshLegs(slot)
    refresh(slot)
    // Where a detour is shorter than the direct way, a route can come to break a limit by what is taken out of it.
    if !isInTime(slot) { remove(1..<(write - 1), keeping: 1..<1, from: slot) }
  }

  private func isInTime(_ slot: Int) -> Bool {
    let state = slots[slot]
    if state.metres > problem.types[state.type].maximumDistance { return false }
    guard problem.hasTime else { return true }
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
    let vehicle = problem.types[type]
    let length = slots[slot].length
    let positions = slots[slot].memory.positions
    freeVehicles[slots[slot].type] += 1
    freeVehicles[type] -= 1
    slots[slot].type = type
    let first = leg(vehicle.start, positions[1].place)
    let last = leg(positions[length].place, vehicle.end)
    slots[slot].metres += Int(first.0) - Int(positions[0].metres) + Int(last.0) - Int(positions[length].metres)
    positions[0] = Position(
      place: vehicle.start, job: -1, metres: first.0, seconds: first.1, depart: vehicle.opens, latest: vehicle.closes)
    positions[length].metres = last.0
    positions[length].seconds = last.1
    positions[length + 1].place = vehicle.end
    refresh(slot)
  }

  /// Metres and seconds between two places.
  @inline(__always)
  func leg(_ from: Int32, _ to: Int32) -> (Int32, Int32) {
    let index = Int(from) * problem.placeCount + Int(to)
    return (problem.metresFrom[index], problem.secondsFrom[index])
  }

  private func assign(_ job: Int, to slot: Int) {
    load(job, slots[slot].memory, sign: 1)
    moved.append((job, -1))
    slotOfJob[job] = slot
    removeUnassigned(job)
    cost -= problem.dropCost[job]
    missing -= problem.isRequired[job] ? 1 : 0
  }

  private func unassign(_ job: Int, from slot: Int) {
    load(job, slots[slot].memory, sign: -1)
    moved.append((job, slot))
    slotOfJob[job] = -1
    addUnassigned(job)
    cost += problem.dropCost[job]
    missing += problem.isRequired[job] ? 1 : 0
  }

  @inline(__always)
  private func load(_ job: Int, _ memory: RouteMemory, sign: Int) {
    let dimensions = problem.dimensions
    for dimension in 0..<dimensions {
      memory.loads[dimension] += sign * problem.delivery[job * dimensions + dimension]
      memory.loads[dimensions + dimension] += sign * problem.pickup[job * dimensions + dimension]
    }
  }

  private func refreshLegs(_ slot: Int) {
    let positions = slots[slot].memory.positions
    var metres = 0
    for index in 0...slots[slot].length {
      let next = leg(positions[index].place, positions[index + 1].place)
      positions[index].metres = next.0
      positions[index].seconds = next.1
      metres += Int(next.0)
    }
    slots[slot].metres = metres
  }

  /// Brings the clocks, peaks and cost of a route up to date.
  ///
  /// - Parameter changed: The one position whose neighbours are new; left out, any may be.
  private func refresh(_ slot: Int, around changed: Int? = nil) {
    let state = slots[slot]
    let vehicle = problem.types[state.type]
    let end = state.length + 1
    if problem.hasTime { refreshClocks(state, vehicle, around: changed) }
    if problem.hasPickups { refreshPeaks(state) }
    var price = vehicle.fixedCost + state.metres * vehicle.costPerMetre
    if problem.hasTimeCost {
      let busy = refreshStretches(state, vehicle)
      let duration = state.memory.before[end].duration
      slots[slot].waiting = duration - busy
      price += duration * vehicle.costPerSecond
    }
    cost += price - state.cost
    slots[slot].cost = price
  }

  // MARK: Exchange

  /// The routes as lists, ordered by type and first job.
  func snapshot() -> Incumbent {
    var routes: [Route] = []
    for index in 0..<activeCount {
      let state = slots[order[index]]
      routes.append(Route(vehicle: state.type, jobs: (1...state.length).map { Int(state.memory.positions[$0].job) }))
    }
    routes.sort { ($0.vehicle, $0.jobs[0]) < ($1.vehicle, $1.jobs[0]) }
    return Incumbent(missing: missing, cost: cost, routes: routes)
  }
}
