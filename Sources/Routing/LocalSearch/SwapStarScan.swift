/// Finds exchanges for `SwapStar`, one route after another against those close to it, once the other operators find nothing more.
///
/// For each job the three cheapest places on each route it was tried on are kept until that route changes: whichever job leaves takes two
/// legs with it at most, so that the cheapest place left is among the three or where that job was (Vidal, 2022). Metres, driving time
/// that is paid for and loads pick the pairs; what these promise is then priced with all rules. Only routes one of which has a job among
/// the granular neighbours of the other are tried, in place of overlapping sectors: there need not be any coordinates.
final class SwapStarScan {
  /// The cheapest places of a job on a route, as the stops before them.
  private struct Places: BitwiseCopyable {
    var job: Int32 = -1
    var slot: Int32 = -1
    var revision = -1
    var stops: (Int32, Int32, Int32) = (-1, -1, -1)
    var costs = (SwapStarScan.unknown, SwapStarScan.unknown, SwapStarScan.unknown)
  }

  private struct State: BitwiseCopyable {
    var head = 0
    var count = 0
    var round = 0
  }

  private static let unknown = 1 << 50
  /// The most places kept, and the memory of them: 64 bytes each.
  private static let mostPlaces = 1 << 17

  /// How many pairs of jobs are sifted here in the time in which the other operators look at one, by time measured.
  private static let pairsAtOnce = 32

  private let tours: Tours
  private let arena = Arena()
  private let state: UnsafeMutablePointer<State>
  /// Routes that wait to be looked at.
  private let queue: UnsafeMutablePointer<Int32>
  private let isQueued: UnsafeMutablePointer<Bool>
  private let places: UnsafeMutablePointer<Places>
  private let placesKept: Int
  /// What leaving its route saves, for each job of the routes at hand.
  private let saved: UnsafeMutablePointer<Int>
  private let jobs: UnsafeMutablePointer<Int32>
  private let otherJobs: UnsafeMutablePointer<Int32>
  /// The routes close to the one at hand, and in which round each was last found close.
  private let close: UnsafeMutablePointer<Int32>
  private let foundIn: UnsafeMutablePointer<Int>

  /// Whether there are routes to exchange jobs between, and the way to them costs anything.
  static func isUseful(_ problem: LocalProblem) -> Bool {
    problem.slotCount > 1 && problem.jobCount > 1
      && (0..<problem.flat.typeCount).contains { problem.types[$0].costPerMetre > 0 || problem.types[$0].costPerSecond > 0 }
  }

  init(_ tours: Tours) {
    self.tours = tours
    let problem = tours.problem
    state = arena.table(1, of: State())
    queue = arena.table(problem.slotCount, of: 0)
    isQueued = arena.table(problem.slotCount, of: false)
    placesKept = max(1, min(Self.mostPlaces, problem.jobCount * problem.slotCount))
    places = arena.table(placesKept, of: Places())
    saved = arena.table(problem.jobCount, of: 0)
    jobs = arena.table(problem.jobCount, of: 0)
    otherJobs = arena.table(problem.jobCount, of: 0)
    close = arena.table(problem.slotCount, of: 0)
    foundIn = arena.table(problem.slotCount, of: 0)
  }

  /// Has a route looked at.
  @inline(__always)
  func enqueue(_ slot: Int) {
    guard !isQueued[slot] else { return }
    isQueued[slot] = true
    var place = state.pointee.head &+ state.pointee.count
    if place >= tours.problem.slotCount { place &-= tours.problem.slotCount }
    queue[place] = Int32(truncatingIfNeeded: slot)
    state.pointee.count = state.pointee.count &+ 1
  }

  /// The next route to look at, or −1.
  func dequeue() -> Int {
    guard state.pointee.count > 0 else { return -1 }
    let slot = Int(queue[state.pointee.head])
    state.pointee.head = state.pointee.head &+ 1
    if state.pointee.head == tours.problem.slotCount { state.pointee.head = 0 }
    state.pointee.count = state.pointee.count &- 1
    isQueued[slot] = false
    return slot
  }

  /// The best exchange of a route with the first route close to it where one pays.
  func move(_ slot: Int) -> Move {
    var move = Move()
    let found = findClose(slot)
    guard found > 0 else { return move }
    let count = collect(slot, jobs)
    for index in 0..<found {
      let otherSlot = Int(close[index])
      // One that waits is compared with this one when its turn comes.
      guard !isQueued[otherSlot] else { continue }
      consider(slot, count, otherSlot, &move)
      if move.kind != .none { break }
    }
    return move
  }

  private func findClose(_ slot: Int) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    state.pointee.round = state.pointee.round &+ 1
    let round = state.pointee.round
    foundIn[slot] = round
    var found = 0
    var stop = Int(visits[tours.start(slot)].next)
    while tours.isJob(stop) {
      let row = problem.neighbours + stop &* problem.width
      for rank in 0..<problem.width {
        let other = Int(visits[Int(row[rank])].slot)
        guard other >= 0, foundIn[other] != round else { continue }
        foundIn[other] = round
        close[found] = Int32(truncatingIfNeeded: other)
        found &+= 1
      }
      stop = Int(visits[stop].next)
    }
    return found
  }

  /// Lists the jobs of a route, with what leaving it saves.
  private func collect(_ slot: Int, _ jobs: UnsafeMutablePointer<Int32>) -> Int {
    let visits = tours.visits
    let type = tours.vehicle(slot)
    var count = 0
    var stop = Int(visits[tours.start(slot)].next)
    while tours.isJob(stop) {
      let (before, after) = (visits[Int(visits[stop].previous)].place, visits[Int(visits[stop].next)].place)
      saved[stop] = detour(before, visits[stop].place, after, type)
      jobs[count] = Int32(truncatingIfNeeded: stop)
      count &+= 1
      stop = Int(visits[stop].next)
    }
    return count
  }

  /// What it costs to drive by a place, in metres and in time that is paid for.
  @inline(__always)
  private func detour(_ before: Int32, _ place: Int32, _ after: Int32, _ type: LocalVehicle) -> Int {
    let problem = tours.problem
    let metres = problem.metres(before, place) &+ problem.metres(place, after) &- problem.metres(before, after)
    guard type.costPerSecond > 0 else { return metres &* type.costPerMetre }
    let seconds =
      Int(problem.seconds(before, place)) &+ Int(problem.seconds(place, after)) &- Int(problem.seconds(before, after))
    return metres &* type.costPerMetre &+ seconds &* type.costPerSecond
  }

  private func consider(_ slot: Int, _ count: Int, _ otherSlot: Int, _ move: inout Move) {
    let otherCount = collect(otherSlot, otherJobs)
    let (tour, otherTour) = (tours.tours[slot], tours.tours[otherSlot])
    var work = count &* otherCount / Self.pairsAtOnce &+ 1
    let before = tour.loadPenalty &+ otherTour.loadPenalty
    for index in 0..<count {
      let first = Int(jobs[index])
      guard tours.mayServe(otherSlot, first, 1) else { continue }
      for otherIndex in 0..<otherCount {
        let other = Int(otherJobs[otherIndex])
        var most = saved[first] &+ saved[other] &+ before
        guard most > move.gain else { continue }
        most &-= tours.loadPenalty(slot, taking: other, 1, giving: first, 1)
        guard most > move.gain else { continue }
        most &-= tours.loadPenalty(otherSlot, taking: first, 1, giving: other, 1)
        guard most > move.gain, tours.mayServe(slot, other, 1) else { continue }
        let (cost, target) = cheapest(other, slot, without: first)
        most &-= cost
        guard most > move.gain else { continue }
        let (otherCost, otherTarget) = cheapest(first, otherSlot, without: other)
        most &-= otherCost
        guard most > move.gain else { continue }
        work &+= 1
        let gain = SwapStar.gain(tours, first, target, other, otherTarget, over: move.gain)
        if gain > move.gain { move = .swapStar(first, target, other, otherTarget, gain) }
      }
    }
    tours.tally.pointee.work = tours.tally.pointee.work &+ work
  }

  /// The cheapest place for a job on a route that another leaves, as the stop before it.
  @inline(__always)
  private func cheapest(_ job: Int, _ slot: Int, without leaver: Int) -> (cost: Int, stop: Int) {
    let visits = tours.visits
    let (before, after) = (Int(visits[leaver].previous), Int(visits[leaver].next))
    let there = detour(visits[before].place, visits[job].place, visits[after].place, tours.vehicle(slot))
    let entry = places + (slot &* tours.problem.jobCount &+ job) % placesKept
    if entry.pointee.revision != tours.tours[slot].revision || entry.pointee.slot != Int32(truncatingIfNeeded: slot)
      || entry.pointee.job != Int32(truncatingIfNeeded: job)
    {
      entry.pointee = rank(job, slot)
    }
    let (stops, costs) = (entry.pointee.stops, entry.pointee.costs)
    if costs.0 >= there { return (there, before) }
    if Int(stops.0) != before && Int(stops.0) != leaver { return (costs.0, Int(stops.0)) }
    if costs.1 >= there { return (there, before) }
    if Int(stops.1) != before && Int(stops.1) != leaver { return (costs.1, Int(stops.1)) }
    return costs.2 >= there ? (there, before) : (costs.2, Int(stops.2))
  }

  private func rank(_ job: Int, _ slot: Int) -> Places {
    let visits = tours.visits
    let place = visits[job].place
    let type = tours.vehicle(slot)
    var best = Places()
    best.job = Int32(truncatingIfNeeded: job)
    best.slot = Int32(truncatingIfNeeded: slot)
    best.revision = tours.tours[slot].revision
    var stop = tours.start(slot)
    let end = tours.end(slot)
    while stop != end {
      let next = Int(visits[stop].next)
      let cost = detour(visits[stop].place, place, visits[next].place, type)
      if cost < best.costs.2 {
        let here = Int32(truncatingIfNeeded: stop)
        if cost < best.costs.0 {
          best.costs = (cost, best.costs.0, best.costs.1)
          best.stops = (here, best.stops.0, best.stops.1)
        } else if cost < best.costs.1 {
          best.costs = (best.costs.0, cost, best.costs.1)
          best.stops = (best.stops.0, here, best.stops.1)
        } else {
          best.costs.2 = cost
          best.stops.2 = here
        }
      }
      stop = next
    }
    return best
  }
}
