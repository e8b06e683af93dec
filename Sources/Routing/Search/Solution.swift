/// The current solution of one searcher: routes in slots, changed in place and taken back as a whole.
///
/// A change runs from `begin()` to `commit()` or `rollback()`. Each route that it touches is first set aside, so that taking
/// it back costs as much as was changed, not as much as there is. What `cost` and `missing` say is always true.
final class Solution {
  let problem: FlatProblem
  let pool: RouteMemoryPool
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
  var cost = 0
  /// How many jobs that must be served are not, alternatives counted once.
  private(set) var missing = 0
  /// The part of the cost that is for units on no route.
  private(set) var unassignedPrice = 0

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
  var moved: [(job: Int, slot: Int)] = []
  private var costBefore = 0
  private var missingBefore = 0
  private var unassignedPriceBefore = 0

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
      peakAfter: arena.table([]), trips: arena.table([]), waysToAll: arena.table([]), loads: arena.table([]))
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
      unassignedPrice += problem.dropCost[unit]
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
    unassignedPriceBefore = unassignedPrice
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
    unassignedPrice = unassignedPriceBefore
  }

  /// Whether a unit is on a route.
  @inline(__always)
  func isServed(_ unit: Int) -> Bool { placed[unit] == problem.needed[unit] }

  /// Whether the current change has touched a route.
  @inline(__always)
  func isTouched(_ slot: Int) -> Bool { touchedAt[slot] == change }

  /// The slots that the current change has touched, in use or not.
  func touchedSlots() -> [Int] { undo.map(\.slot) }

  func touch(_ slot: Int) {
    guard touchedAt[slot] != change else { return }
    touchedAt[slot] = change
    undo.append((slot, slots[slot]))
    guard slots[slot].length > 0 else { return }
    let positions = slots[slot].length + 2
    let memory = pool.take(positions + 8)
    pool.copy(slots[slot].memory, to: memory, positions: positions)
    slots[slot].memory = memory
  }

  func activate(_ slot: Int) {
    swapRanks(slot, order[activeCount])
    activeCount += 1
  }

  func deactivate(_ slot: Int) {
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
  func setSlot(_ slot: Int, of job: Int) {
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
    unassignedPrice += problem.dropCost[unit]
    missing += problem.isRequired[unit] ? problem.needed[unit] : 0
  }

  private func removeUnassigned(_ unit: Int) {
    unassignedCount -= 1
    let last = unassigned[unassignedCount]
    unassigned[unassignedRank[unit]] = last
    unassignedRank[last] = unassignedRank[unit]
    cost -= problem.dropCost[unit]
    unassignedPrice -= problem.dropCost[unit]
    missing -= problem.isRequired[unit] ? problem.needed[unit] : 0
  }

  /// Notes where the jobs of a route stand, and what is beside them.
  ///
  /// - Parameter changed: The positions before or behind which the way is new; whoever comes after them has only moved.
  func notePositions(_ slot: Int, around changed: ClosedRange<Int> = 1...(.max - 1)) {
    let positions = slots[slot].memory.positions
    let length = slots[slot].length
    var index = max(1, changed.lowerBound - 1)
    let lastLink = min(length, changed.upperBound + 1)
    while index <= lastLink {
      let position = positions + index
      let job = Int(position.pointee.job)
      if job >= 0 {
        positionOfJob[job] = Int32(truncatingIfNeeded: index)
        let (back, ahead) = (position[-1].metres, position.pointee.metres)
        links[job] = Link(
          slot: Int32(truncatingIfNeeded: slot), previous: position[-1].place, next: position[1].place,
          metresFromPrevious: back, metresToNext: ahead,
          longest: max(position[-1].job < 0 ? 0 : back, position[1].job < 0 ? 0 : ahead))
      }
      index += 1
    }
    while index <= length {
      let job = Int(positions[index].job)
      if job >= 0 { positionOfJob[job] = Int32(truncatingIfNeeded: index) }
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
