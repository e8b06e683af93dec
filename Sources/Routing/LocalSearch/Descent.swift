/// Improves a solution until no operator finds anything next to the jobs that wait in the queue.
///
/// Only jobs whose surroundings have changed are looked at (the selective caching of L. Accorsi and D. Vigo, "A fast and scalable heuristic
/// for the solution of large-scale capacitated vehicle routing problems", 2021): what was a local optimum elsewhere still is one.
struct Descent {
  /// A new leg is worth pricing if it is no longer than the four at its ends together, divided by this:
  /// by one, nothing is lost of single jobs and tails (`docs/decisions/0019-short-legs.md`).
  private static let legsToGain = 3

  let tours: Tours
  private let turnsHeads: Bool
  /// Whether each move applied is compared with a full recomputation.
  private let verifies: Bool
  /// The last operator, tried where the others find nothing more; not for every descent.
  private let scan: SwapStarScan?

  init(_ tours: Tours, verifying: Bool = false, swapsFreely: Bool = false) {
    self.tours = tours
    verifies = verifying
    scan = swapsFreely && SwapStarScan.isUseful(tours.problem) ? SwapStarScan(tours) : nil
    turnsHeads = ExchangeHeads.isUseful(tours.problem)
  }

  /// Looks at all jobs.
  func enqueueAll(_ order: [Int]) {
    for job in order { tours.enqueue(job) }
  }

  /// Looks at the jobs of the routes that break a limit.
  func enqueueInfeasible() {
    for slot in 0..<tours.problem.slotCount where !tours.tours[slot].isFeasible {
      var stop = Int(tours.visits[tours.start(slot)].next)
      while tours.isJob(stop) {
        tours.enqueue(stop)
        stop = Int(tours.visits[stop].next)
      }
    }
  }

  /// Goes on until no job waits or so much work is done; says whether it is at a local optimum.
  @discardableResult
  func run(most: Int = .max) -> Bool {
    let start = tours.tally.pointee.work
    while tours.tally.pointee.work &- start < most {
      let job = tours.dequeue()
      if job < 0 {
        guard let scan else { return true }
        let slot = scan.dequeue()
        guard slot >= 0 else { return true }
        let move = scan.move(slot)
        if move.kind != .none { apply(move) }
        continue
      }
      if tours.visits[job].slot < 0 { serve(job) } else { improve(job) }
    }
    return false
  }

  private func improve(_ job: Int) {
    let problem = tours.problem
    scan?.enqueue(Int(tours.visits[job].slot))
    let row = problem.neighbours + job &* problem.width
    var looked = 0
    for rank in 0..<problem.width {
      let other = Int(row[rank])
      let slot = tours.visits[other].slot
      guard slot >= 0, mayGain(job, other) else { continue }
      looked &+= 1
      var move = Move()
      if slot == tours.visits[job].slot { considerWithin(job, other, &move) } else { considerBetween(job, other, &move) }
      if move.kind != .none { apply(move) }
    }
    tours.tally.pointee.work &+= looked &+ 1
    considerEmptyRoutes(job)
    if !problem.flat.isRequired[job] {
      let gain = Attendance.gain(tours, leavingOut: job)
      if gain > 0 { leaveOut(job, gain) }
    }
  }

  /// Whether the leg between two stops is short enough, beside the legs at both, that a move next to it is worth pricing.
  ///
  /// If it is as long as all four together, it cannot pay to move one of the two to the other or to change what follows them (by the triangle
  /// inequality, unless a penalty falls by more); nearly all that pays is far shorter.
  @inline(__always)
  func mayGain(_ stop: Int, _ other: Int, divisor: Int = legsToGain) -> Bool {
    let visits = tours.visits
    let (visit, otherVisit) = (visits[stop], visits[other])
    let (tour, otherTour) = (tours.tours + Int(visit.slot), tours.tours + Int(otherVisit.slot))
    // Another vehicle may be cheaper, and a route that is emptied saves its fixed cost.
    guard tour.pointee.type == otherTour.pointee.type, tour.pointee.size > 3, otherTour.pointee.size > 3 else { return true }
    let legs =
      Int(visits[Int(visit.previous)].metresToNext) &+ Int(visit.metresToNext)
      &+ Int(visits[Int(otherVisit.previous)].metresToNext) &+ Int(otherVisit.metresToNext)
    let detour = tours.problem.metres(visit.place, otherVisit.place) &- legs / divisor
    return detour <= 0 || detour &* tour.pointee.costPerMetre <= tour.pointee.burden &+ otherTour.pointee.burden
  }

  private func apply(_ move: Move) {
    let price = tours.tally.pointee.price
    move.apply(to: tours)
    if verifies { tours.verify(move, from: price) }
  }

  @inline(__always)
  private func considerRelocations(_ stop: Int, _ other: Int, _ move: inout Move) {
    let before = Int(tours.visits[other].previous)
    move.improve(.relocate, Relocate.gain(tours, stop, 1, after: other, reversed: false, over: move.gain), stop, 1, other, 0)
    move.improve(.relocate, Relocate.gain(tours, stop, 1, after: before, reversed: false, over: move.gain), stop, 1, before, 0)
    for count in 2...3 {
      move.improve(
        .relocate, Relocate.gain(tours, stop, count, after: other, reversed: false, over: move.gain), stop, count, other, 0)
      move.improve(
        .relocate, Relocate.gain(tours, stop, count, after: before, reversed: true, over: move.gain), stop, count, before, 0,
        reversed: true)
    }
  }

  @inline(__always)
  private func considerSwaps(_ stop: Int, _ other: Int, _ move: inout Move) {
    move.improve(.swap, Swap.gain(tours, stop, 1, other, 1, over: move.gain), stop, 1, other, 1)
    move.improve(.swap, Swap.gain(tours, stop, 2, other, 1, over: move.gain), stop, 2, other, 1)
    move.improve(.swap, Swap.gain(tours, stop, 1, other, 2, over: move.gain), stop, 1, other, 2)
    move.improve(.swap, Swap.gain(tours, stop, 2, other, 2, over: move.gain), stop, 2, other, 2)
  }

  private func considerBetween(_ stop: Int, _ other: Int, _ move: inout Move) {
    considerRelocations(stop, other, &move)
    considerRelocations(other, stop, &move)
    considerSwaps(stop, other, &move)
    let before = Int(tours.visits[stop].previous)
    let otherBefore = Int(tours.visits[other].previous)
    move.improve(.exchangeTails, ExchangeTails.gain(tours, stop, otherBefore, over: move.gain), stop, 0, otherBefore, 0)
    move.improve(.exchangeTails, ExchangeTails.gain(tours, before, other, over: move.gain), before, 0, other, 0)
    if turnsHeads {
      move.improve(.exchangeHeads, ExchangeHeads.gain(tours, stop, other, over: move.gain), stop, 0, other, 0)
    }
  }

  private func considerWithin(_ stop: Int, _ other: Int, _ move: inout Move) {
    considerRelocations(stop, other, &move)
    considerRelocations(other, stop, &move)
    considerSwaps(stop, other, &move)
    let isForward = tours.visits[stop].position < tours.visits[other].position
    let (first, last) = isForward ? (stop, other) : (other, stop)
    move.improve(.reverse, Reverse.gain(tours, first, last, over: move.gain), first, 0, last, 0)
    let (before, lastBefore) = (Int(tours.visits[first].previous), Int(tours.visits[last].previous))
    move.improve(.reverse, Reverse.gain(tours, before, lastBefore, over: move.gain), before, 0, lastBefore, 0)
  }

  /// An empty route of each type is always a candidate, for a chain and for a tail; also for a whole route, if it is of another type.
  private func considerEmptyRoutes(_ job: Int) {
    var move = Move()
    for type in 0..<tours.problem.flat.typeCount where tours.freeSlot[type] >= 0 {
      let start = tours.start(Int(tours.freeSlot[type]))
      for count in 1...3 {
        move.improve(
          .relocate, Relocate.gain(tours, job, count, after: start, reversed: false, over: move.gain), job, count, start, 0)
      }
      let before = Int(tours.visits[job].previous)
      move.improve(.exchangeTails, ExchangeTails.gain(tours, before, start, over: move.gain), before, 0, start, 0)
      move.improve(.exchangeTails, ExchangeTails.gain(tours, job, start, over: move.gain), job, 0, start, 0)
    }
    if move.kind != .none { apply(move) }
  }

  private func leaveOut(_ job: Int, _ gain: Int) {
    let price = tours.tally.pointee.price
    let (before, after) = (Int(tours.visits[job].previous), Int(tours.visits[job].next))
    tours.remove(job)
    tours.enqueue(before)
    tours.enqueue(after)
    if verifies { tours.verify(Move(gain: gain), from: price) }
  }

  /// Puts an absent job where it costs least; a job that may be left out only if that is cheaper.
  private func serve(_ job: Int) {
    guard tours.problem.isServable[job] else { return }
    let target = bestPlace(job)
    if target >= 0 { serve(job, after: target) }
  }

  func serve(_ job: Int, after target: Int) {
    let price = tours.tally.pointee.price
    let gain = verifies ? Attendance.gain(tours, inserting: job, after: target, over: -(1 << 60)) : 0
    let next = Int(tours.visits[target].next)
    tours.insert(job, after: target)
    if verifies { tours.verify(Move(gain: gain), from: price) }
    tours.enqueue(job)
    tours.enqueue(target)
    tours.enqueue(next)
  }

  /// The stop behind which an absent job costs least, next to one of its neighbours or alone, or −1 if leaving it out costs less and that
  /// counts.
  func bestPlace(_ job: Int, generously: Bool = false) -> Int {
    var random = RandomSource(seed: 0, stream: 0)
    return bestPlace(job, generously: generously, blink: 0, &random)
  }

  /// The same, each place and each empty route passed over with a chance of `blink` in 2⁶⁴.
  func bestPlace(_ job: Int, generously: Bool, blink: UInt64, _ random: inout RandomSource) -> Int {
    let problem = tours.problem
    let row = problem.neighbours + job &* problem.width
    var (best, target) = (generously || problem.flat.isRequired[job] ? -(1 << 60) : 0, -1)
    var looked = 1
    for rank in 0..<problem.width {
      let other = Int(row[rank])
      guard tours.visits[other].slot >= 0 else { continue }
      looked &+= 1
      for stop in [other, Int(tours.visits[other].previous)] where blink == 0 || random.next() >= blink {
        let gain = Attendance.gain(tours, inserting: job, after: stop, over: best)
        if gain > best { (best, target) = (gain, stop) }
      }
    }
    for type in 0..<problem.flat.typeCount where tours.freeSlot[type] >= 0 && (blink == 0 || random.next() >= blink) {
      let start = tours.start(Int(tours.freeSlot[type]))
      let gain = Attendance.gain(tours, inserting: job, after: start, over: best)
      if gain > best { (best, target) = (gain, start) }
    }
    if target < 0, problem.flat.isRequired[job] {
      // No neighbour is served and no vehicle is free: anywhere is better than nowhere.
      for slot in 0..<problem.slotCount where tours.tours[slot].size > 0 {
        var stop = tours.start(slot)
        while stop != tours.end(slot) {
          let gain = Attendance.gain(tours, inserting: job, after: stop, over: best)
          if gain > best { (best, target) = (gain, stop) }
          stop = Int(tours.visits[stop].next)
        }
      }
    }
    tours.tally.pointee.work &+= looked / 4
    return target
  }
}
