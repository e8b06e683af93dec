/// Joins the head of a route to the head of another, turned round, and their tails likewise: the other kind of 2-opt*.
///
/// Only where no clock runs, the way back is as long as the way there, and all vehicles are alike: elsewhere a route turned round is seldom
/// any good.
enum ExchangeHeads {
  static func isUseful(_ problem: LocalProblem) -> Bool {
    !problem.hasTime && problem.isSymmetric && problem.isUniform && problem.types[0].start == problem.types[0].end
  }

  /// By how much the price falls if `stop` is followed by `other`, and what followed the one by what followed the other.
  ///
  /// - Precondition: Both are jobs, on different routes, and `isUseful(_:)`.
  @inline(__always)
  static func gain(_ tours: Tours, _ stop: Int, _ other: Int, over least: Int) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    let reaches = tours.reaches
    let (slot, otherSlot) = (Int(visits[stop].slot), Int(visits[other].slot))
    let (next, otherNext) = (Int(visits[stop].next), Int(visits[other].next))
    let (tour, otherTour) = (tours.tours[slot], tours.tours[otherSlot])
    let type = tours.vehicle(slot)
    let metres =
      reaches[stop].metresBefore &+ problem.metres(visits[stop].place, visits[other].place) &+ reaches[other].metresBefore
    let isOtherEmptied = !tours.isJob(next) && !tours.isJob(otherNext)
    let room = tour.price &+ otherTour.price &- least
    var price = tours.priceOfWay(metres, type)
    if !isOtherEmptied {
      let otherMetres =
        tour.metres &- reaches[next].metresBefore &+ problem.metres(visits[next].place, visits[otherNext].place)
        &+ otherTour.metres &- reaches[otherNext].metresBefore
      price &+= tours.priceOfWay(otherMetres, type)
    }
    guard price < room else { return least }
    let dimensions = problem.dimensions
    for dimension in 0..<dimensions {
      let heads = tours.loadBefore[stop &* dimensions &+ dimension] &+ tours.loadBefore[other &* dimensions &+ dimension]
      let tails = tours.load(slot, dimension) &+ tours.load(otherSlot, dimension) &- heads
      let capacity = tours.capacity(slot, dimension)
      let penalty = tours.loadPenalties[dimension]
      price &+= Penalties.price(heads &- capacity, penalty) &+ Penalties.price(tails &- capacity, penalty)
    }
    return room &- price &+ least
  }

  static func apply(_ tours: Tours, _ stop: Int, _ other: Int) {
    let visits = tours.visits
    let (slot, otherSlot) = (Int(visits[stop].slot), Int(visits[other].slot))
    tours.touch(slot)
    tours.touch(otherSlot)
    let (next, otherNext) = (Int(visits[stop].next), Int(visits[other].next))
    let (end, otherStart) = (tours.end(slot), tours.start(otherSlot))
    // The other slot first gets the one's tail turned round, then the other's tail.
    var write = otherStart
    var here = Int(visits[end].previous)
    let head = stop
    while here != head {
      let previous = Int(visits[here].previous)
      tours.link(write, here)
      write = here
      here = previous
    }
    tours.link(write, otherNext)
    write = stop
    here = other
    while here != otherStart {
      let previous = Int(visits[here].previous)
      tours.link(write, here)
      write = here
      here = previous
    }
    tours.link(write, end)
    tours.refresh(slot)
    tours.refresh(otherSlot)
    tours.settle(slot)
    tours.settle(otherSlot)
    for here in [stop, next, other, otherNext] { tours.enqueue(here) }
  }
}
