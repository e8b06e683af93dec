/// Drives the stops of a route between two others the other way round (2-opt).
enum Reverse {
  /// By how much the price falls if what follows `stop`, up to and with `other`, is turned round, or something not above `least`.
  ///
  /// - Precondition: Both are on one route.
  @inline(__always)
  static func gain(_ tours: Tours, _ stop: Int, _ other: Int, over least: Int) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    let reaches = tours.reaches
    // A single stop is the same both ways.
    guard visits[other].position > visits[stop].position &+ 1 else { return least }
    let (first, after) = (Int(visits[stop].next), Int(visits[other].next))
    let slot = Int(visits[stop].slot)
    let type = tours.vehicle(slot)
    var metres =
      problem.metres(visits[stop].place, visits[other].place) &+ problem.metres(visits[first].place, visits[after].place)
      &- Int(visits[stop].metresToNext) &- Int(visits[other].metresToNext)
    if !problem.isSymmetric {
      metres &+=
        reaches[other].metresBack &- reaches[first].metresBack &- (reaches[other].metresBefore &- reaches[first].metresBefore)
    }
    let room = tours.tours[slot].price &- least
    var price = tours.priceOfWay(tours.tours[slot].metres &+ metres, type) &+ tours.tours[slot].loadPenalty
    guard price < room else { return least }
    if problem.hasTime {
      var (segment, place) = (reaches[stop].before, visits[stop].place)
      var here = other
      while here != stop {
        tours.append(here, to: &segment, &place)
        guard price &+ Penalties.price(segment.warp, tours.penalties.pointee.late) < room else { return least }
        here = Int(visits[here].previous)
      }
      price &+= tours.priceOfTime(tours.joined(segment, place, tail: after), type)
    }
    return room &- price &+ least
  }

  static func apply(_ tours: Tours, _ stop: Int, _ other: Int) {
    let visits = tours.visits
    let slot = Int(visits[stop].slot)
    tours.touch(slot)
    let (first, after) = (Int(visits[stop].next), Int(visits[other].next))
    tours.link(stop, other)
    var here = other
    while here != first {
      tours.link(here, Int(visits[here].previous))
      here = Int(visits[here].previous)
    }
    tours.link(first, after)
    tours.refresh(slot)
    for here in [stop, first, other, after] { tours.enqueue(here) }
  }
}
