/// The current solution of the penalised local search: routes as linked stops, changed in place and taken back as a whole.
///
/// Routes may break the limits of load, time and distance, at a penalty. All memory is flat and made once.
final class Tours {
  let problem: LocalProblem
  private let arena = Arena()

  /// The jobs, then for each slot the depot at its start and the depot at its end.
  let visits: UnsafeMutablePointer<Visit>
  let reaches: UnsafeMutablePointer<Reach>
  let tours: UnsafeMutablePointer<Tour>
  /// What is on board up to and with each stop; `stop * dimensions + dimension`.
  let loadBefore: UnsafeMutablePointer<Int>
  let penalties: UnsafeMutablePointer<Penalties>
  /// For each unit of a dimension beyond the capacity.
  let loadPenalties: UnsafeMutablePointer<Int>
  let tally: UnsafeMutablePointer<Tally>
  /// A free slot of each type, or −1.
  let freeSlot: UnsafeMutablePointer<Int32>

  /// Slots set aside, with where their jobs begin in `savedJobs`.
  private let savedSlots: UnsafeMutablePointer<(slot: Int32, begin: Int32)>
  private let savedJobs: UnsafeMutablePointer<Int32>

  /// Jobs that wait to be looked at.
  private let queue: UnsafeMutablePointer<Int32>
  private let isQueued: UnsafeMutablePointer<Bool>

  init(_ problem: LocalProblem) {
    self.problem = problem
    let zero = TimeSegment(duration: 0, warp: 0, earliest: 0, latest: 0)
    visits = arena.table(
      problem.nodeCount, of: Visit(place: 0, previous: -1, next: -1, metresToNext: 0, slot: -1, position: 0))
    reaches = arena.table(problem.nodeCount, of: Reach(before: zero, after: zero, metresBefore: 0, metresBack: 0))
    tours = arena.table(
      problem.slotCount,
      of: Tour(
        type: 0, size: 0, metres: 0, late: 0, duration: 0, cost: 0, loadPenalty: 0, price: 0, burden: 0, costPerMetre: 0,
        isFeasible: true, savedAt: 0, revision: 0))
    loadBefore = arena.table(problem.nodeCount * problem.dimensions, of: 0)
    penalties = arena.table(1, of: Penalties(late: 256, distance: 256))
    loadPenalties = arena.table(problem.dimensions, of: 256)
    tally = arena.table(1, of: Tally())
    freeSlot = arena.table(problem.flat.typeCount, of: -1)
    savedSlots = arena.table(problem.slotCount, of: (slot: Int32(0), begin: Int32(0)))
    savedJobs = arena.table(problem.jobCount + 1, of: 0)
    queue = arena.table(problem.jobCount + 1, of: 0)
    isQueued = arena.table(problem.jobCount, of: false)
    for job in 0..<problem.jobCount { visits[job].place = problem.flat.place[job] }
    for slot in 0..<problem.slotCount {
      let type = problem.typeOfSlot[slot]
      tours[slot].type = type
      tours[slot].costPerMetre = problem.types[Int(type)].costPerMetre
      for (stop, place) in [(start(slot), problem.types[Int(type)].start), (end(slot), problem.types[Int(type)].end)] {
        visits[stop].place = place
        visits[stop].slot = Int32(slot)
      }
    }
    clear()
  }

  /// The depot at the start of a slot.
  @inline(__always)
  func start(_ slot: Int) -> Int { problem.jobCount &+ 2 &* slot }

  /// The depot at the end of a slot.
  @inline(__always)
  func end(_ slot: Int) -> Int { problem.jobCount &+ 2 &* slot &+ 1 }

  @inline(__always)
  func isJob(_ stop: Int) -> Bool { stop < problem.jobCount }

  // MARK: Whole solutions

  /// Takes all jobs off all routes. Nothing before can be taken back.
  func clear() {
    begin()
    tally.pointee.price = 0
    tally.pointee.infeasible = 0
    for job in 0..<problem.jobCount {
      visits[job].slot = -1
      tally.pointee.price += problem.flat.dropCost[job]
    }
    for slot in 0..<problem.slotCount {
      tours[slot].price = 0
      tours[slot].isFeasible = true
      link(start(slot), end(slot))
      refresh(slot)
    }
    for type in 0..<problem.flat.typeCount { freeSlot[type] = -1 }
    for slot in (0..<problem.slotCount).reversed() { freeSlot[Int(problem.typeOfSlot[slot])] = Int32(slot) }
    forgetQueue()
  }

  /// Puts routes into the free slots of their types; those for which there is none are left out.
  func load(_ routes: [Route]) {
    clear()
    for route in routes where freeSlot[route.vehicle] >= 0 {
      let slot = Int(freeSlot[route.vehicle])
      var stop = start(slot)
      for job in route.jobs where visits[job].slot < 0 {
        link(stop, job)
        visits[job].slot = Int32(slot)
        tally.pointee.price -= problem.flat.dropCost[job]
        stop = job
      }
      link(stop, end(slot))
      refresh(slot)
      findFreeSlot(Int(tours[slot].type))
    }
  }

  /// The routes as lists, in the order of the slots.
  func routes() -> [Route] {
    var routes: [Route] = []
    for slot in 0..<problem.slotCount where tours[slot].size > 0 {
      var jobs: [Int] = []
      jobs.reserveCapacity(Int(tours[slot].size))
      var stop = Int(visits[start(slot)].next)
      while isJob(stop) {
        jobs.append(stop)
        stop = Int(visits[stop].next)
      }
      routes.append(Route(vehicle: Int(tours[slot].type), jobs: jobs))
    }
    return routes
  }

  /// The solution as the searchers hand it on.
  ///
  /// - Precondition: It is feasible.
  func snapshot() -> Incumbent {
    var missing = 0
    for job in 0..<problem.jobCount where visits[job].slot < 0 && problem.flat.isRequired[job] { missing += 1 }
    let routes = self.routes().sorted { ($0.vehicle, $0.jobs[0]) < ($1.vehicle, $1.jobs[0]) }
    return Incumbent(missing: missing, cost: tally.pointee.price, routes: routes)
  }

  var isFeasible: Bool { tally.pointee.infeasible == 0 }

  // MARK: Changes

  /// Starts a change that `rollback()` can take back.
  func begin() {
    tally.pointee.change += 1
    tally.pointee.savedTours = 0
    tally.pointee.savedJobs = 0
  }

  /// Takes back what was changed since `begin()`.
  func rollback() {
    let saved = tally.pointee.savedTours
    for index in 0..<saved {
      let slot = Int(savedSlots[index].slot)
      var stop = Int(visits[start(slot)].next)
      while isJob(stop) {
        visits[stop].slot = -1
        tally.pointee.price += problem.flat.dropCost[stop]
        stop = Int(visits[stop].next)
      }
    }
    for index in 0..<saved {
      let slot = Int(savedSlots[index].slot)
      let ends = index + 1 < saved ? Int(savedSlots[index + 1].begin) : tally.pointee.savedJobs
      var stop = start(slot)
      for position in Int(savedSlots[index].begin)..<ends {
        let job = Int(savedJobs[position])
        link(stop, job)
        visits[job].slot = Int32(slot)
        tally.pointee.price -= problem.flat.dropCost[job]
        stop = job
      }
      link(stop, end(slot))
      refresh(slot)
    }
    for index in 0..<saved { findFreeSlot(Int(tours[Int(savedSlots[index].slot)].type)) }
    begin()
  }

  /// Sets a route aside before its first alteration in this change.
  @inline(__always)
  func touch(_ slot: Int) {
    if tours[slot].savedAt != tally.pointee.change { save(slot) }
  }

  private func save(_ slot: Int) {
    tours[slot].savedAt = tally.pointee.change
    savedSlots[tally.pointee.savedTours] = (Int32(slot), Int32(tally.pointee.savedJobs))
    tally.pointee.savedTours += 1
    var stop = Int(visits[start(slot)].next)
    while isJob(stop) {
      savedJobs[tally.pointee.savedJobs] = Int32(stop)
      tally.pointee.savedJobs += 1
      stop = Int(visits[stop].next)
    }
  }

  /// How many routes the current change has touched, and which.
  var touchedCount: Int { tally.pointee.savedTours }

  func touched(_ index: Int) -> Int { Int(savedSlots[index].slot) }

  /// Makes one stop follow another; the route must be refreshed.
  @inline(__always)
  func link(_ stop: Int, _ next: Int) {
    visits[stop].next = Int32(truncatingIfNeeded: next)
  }

  /// Puts an absent job behind a stop.
  func insert(_ job: Int, after stop: Int) {
    let slot = Int(visits[stop].slot)
    touch(slot)
    link(job, Int(visits[stop].next))
    link(stop, job)
    visits[job].slot = Int32(slot)
    tally.pointee.price -= problem.flat.dropCost[job]
    refresh(slot)
    settle(slot)
  }

  /// Takes a job off its route.
  func remove(_ job: Int) {
    let slot = Int(visits[job].slot)
    touch(slot)
    link(Int(visits[job].previous), Int(visits[job].next))
    visits[job].slot = -1
    tally.pointee.price += problem.flat.dropCost[job]
    refresh(slot)
    settle(slot)
  }

  /// Keeps the free slot of a type true after a route was opened or emptied.
  @inline(__always)
  func settle(_ slot: Int) {
    let type = Int(tours[slot].type)
    if tours[slot].size == 0 {
      if freeSlot[type] < 0 || slot < Int(freeSlot[type]) { freeSlot[type] = Int32(truncatingIfNeeded: slot) }
    } else if freeSlot[type] == Int32(truncatingIfNeeded: slot) {
      findFreeSlot(type)
    }
  }

  private func findFreeSlot(_ type: Int) {
    freeSlot[type] = -1
    for slot in 0..<problem.slotCount where Int(problem.typeOfSlot[slot]) == type && tours[slot].size == 0 {
      freeSlot[type] = Int32(truncatingIfNeeded: slot)
      return
    }
  }

  // MARK: The queue

  /// Has a job looked at by the descent; depots are passed over.
  @inline(__always)
  func enqueue(_ stop: Int) {
    guard isJob(stop), !isQueued[stop] else { return }
    isQueued[stop] = true
    var place = tally.pointee.queueHead &+ tally.pointee.queueCount
    if place >= problem.jobCount { place &-= problem.jobCount }
    queue[place] = Int32(truncatingIfNeeded: stop)
    tally.pointee.queueCount &+= 1
  }

  /// The next job to look at, or −1.
  @inline(__always)
  func dequeue() -> Int {
    guard tally.pointee.queueCount > 0 else { return -1 }
    let job = Int(queue[tally.pointee.queueHead])
    tally.pointee.queueHead &+= 1
    if tally.pointee.queueHead == problem.jobCount { tally.pointee.queueHead = 0 }
    tally.pointee.queueCount &-= 1
    isQueued[job] = false
    return job
  }

  func forgetQueue() {
    while dequeue() >= 0 {}
    tally.pointee.queueHead = 0
  }
}
