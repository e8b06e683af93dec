/// Lets two jobs of different routes change routes, each going where it costs least and not into the place of the other.
///
/// SWAP* of T. Vidal ("Hybrid genetic search for the CVRP: open-source implementation and SWAP* neighborhood", Computers & Operations
/// Research, 2022). Which jobs and which places are tried is up to `SwapStarScan`; here an exchange is priced with every rule, and made.
enum SwapStar {
  /// By how much the price falls if `first` moves behind `otherTarget` on the route of `other`, and `other` behind `target` on the route
  /// of `first`, or something not above `least` if it does not fall by more. O(stops between a job and the place of the newcomer).
  ///
  /// - Precondition: The jobs are on different routes, and each target is a stop of its route other than the job that leaves it and than
  ///   its end. A target right before the job that leaves stands for the place of that job.
  static func gain(_ tours: Tours, _ first: Int, _ target: Int, _ other: Int, _ otherTarget: Int, over least: Int) -> Int {
    let (slot, otherSlot) = (Int(tours.visits[first].slot), Int(tours.visits[other].slot))
    let here = metres(tours, first, givesWayTo: other, behind: target)
    let there = metres(tours, other, givesWayTo: first, behind: otherTarget)
    let most =
      tours.tours[slot].burden &+ tours.tours[otherSlot].burden &- here &* tours.tours[slot].costPerMetre
      &- there &* tours.tours[otherSlot].costPerMetre
    guard most > least else { return least }
    let (type, otherType) = (tours.vehicle(slot), tours.vehicle(otherSlot))
    let room = tours.tours[slot].price &+ tours.tours[otherSlot].price &- least
    var price =
      tours.priceOfWay(tours.tours[slot].metres &+ here, type)
      &+ tours.priceOfWay(tours.tours[otherSlot].metres &+ there, otherType)
    guard price < room, tours.mayServe(slot, other, 1), tours.mayServe(otherSlot, first, 1) else { return least }
    price &+= tours.loadPenalty(slot, taking: other, 1, giving: first, 1)
    price &+= tours.loadPenalty(otherSlot, taking: first, 1, giving: other, 1)
    guard price < room else { return least }
    if tours.problem.hasTime {
      price = priceWithTime(tours, first, givesWayTo: other, behind: target, price, room)
      guard price < room else { return least }
      price = priceWithTime(tours, other, givesWayTo: first, behind: otherTarget, price, room)
      guard price < room else { return least }
    }
    return room &- price &+ least
  }

  /// How many metres longer a route gets if one job leaves it and another is put behind a stop.
  @inline(__always)
  private static func metres(_ tours: Tours, _ job: Int, givesWayTo newcomer: Int, behind target: Int) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    let (before, after) = (Int(visits[job].previous), Int(visits[job].next))
    let place = visits[newcomer].place
    let left = Int(visits[before].metresToNext) &+ Int(visits[job].metresToNext)
    let into = problem.metres(visits[target].place, place)
    if target == before { return into &+ problem.metres(place, visits[after].place) &- left }
    return into &+ problem.metres(place, visits[Int(visits[target].next)].place) &- Int(visits[target].metresToNext)
      &+ problem.metres(visits[before].place, visits[after].place) &- left
  }

  /// The price so far and that of the time of a route which one job leaves and another joins, or at least `room` if it gets so high.
  private static func priceWithTime(
    _ tours: Tours, _ job: Int, givesWayTo newcomer: Int, behind target: Int, _ price: Int, _ room: Int
  ) -> Int {
    let visits = tours.visits
    let isLater = visits[target].position > visits[job].position
    let head = isLater ? Int(visits[job].previous) : target
    var (segment, place) = (tours.reaches[head].before, visits[head].place)
    if !isLater { tours.append(newcomer, to: &segment, &place) }
    var stop = Int(visits[isLater ? job : target].next)
    let end = isLater ? Int(visits[target].next) : job
    while stop != end {
      tours.append(stop, to: &segment, &place)
      // What is late stays late, whatever follows.
      guard price &+ Penalties.price(segment.warp, tours.penalties.pointee.late) < room else { return room }
      stop = Int(visits[stop].next)
    }
    if isLater { tours.append(newcomer, to: &segment, &place) }
    let tail = isLater ? end : Int(visits[job].next)
    return price &+ tours.priceOfTime(tours.joined(segment, place, tail: tail), tours.vehicle(Int(visits[job].slot)))
  }

  static func apply(_ tours: Tours, _ first: Int, _ target: Int, _ other: Int, _ otherTarget: Int) {
    let visits = tours.visits
    let (slot, otherSlot) = (Int(visits[first].slot), Int(visits[other].slot))
    tours.touch(slot)
    tours.touch(otherSlot)
    let (before, after) = (Int(visits[first].previous), Int(visits[first].next))
    let (otherBefore, otherAfter) = (Int(visits[other].previous), Int(visits[other].next))
    // Both leave before either arrives, so that a place beside the one who left is found closed up.
    tours.link(before, after)
    tours.link(otherBefore, otherAfter)
    let (next, otherNext) = (Int(visits[target].next), Int(visits[otherTarget].next))
    tours.link(target, other)
    tours.link(other, next)
    tours.link(otherTarget, first)
    tours.link(first, otherNext)
    tours.refresh(slot)
    tours.refresh(otherSlot)
    for stop in [before, after, target, other, next, otherBefore, otherAfter, otherTarget, first, otherNext] {
      tours.enqueue(stop)
    }
  }
}
