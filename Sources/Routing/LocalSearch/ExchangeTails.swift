/// Lets two routes change what follows a stop of each (2-opt*). With an empty route it splits one in two.
enum ExchangeTails {
  /// By how much the price falls, or something not above `least` if it does not fall by more.
  ///
  /// - Precondition: The stops are on different routes, neither the depot at an end.
  @inline(__always)
  static func gain(_ tours: Tours, _ stop: Int, _ other: Int, over least: Int) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    let reaches = tours.reaches
    let (slot, otherSlot) = (Int(visits[stop].slot), Int(visits[other].slot))
    let (next, otherNext) = (Int(visits[stop].next), Int(visits[other].next))
    let (tour, otherTour) = (tours.tours[slot], tours.tours[otherSlot])
    let (type, otherType) = (tours.vehicle(slot), tours.vehicle(otherSlot))
    let head = Int(visits[stop].position)
    let otherHead = Int(visits[other].position)
    let (tail, otherTail) = (Int(tour.size) &- head, Int(otherTour.size) &- otherHead)
    // Two whole routes only change places if that means another vehicle.
    if (head == 0 && otherHead == 0 && tour.type == otherTour.type) || (tail == 0 && otherTail == 0) { return least }
    // The depots stay with their slots.
    let (end, otherEnd) = (tours.end(slot), tours.end(otherSlot))
    let (last, otherLast) = (Int(visits[end].previous), Int(visits[otherEnd].previous))
    let metres =
      reaches[stop].metresBefore
      &+ (otherTail == 0
        ? problem.metres(visits[stop].place, type.end)
        : problem.metres(visits[stop].place, visits[otherNext].place) &+ reaches[otherLast].metresBefore
          &- reaches[otherNext].metresBefore &+ problem.metres(visits[otherLast].place, type.end))
    let otherMetres =
      reaches[other].metresBefore
      &+ (tail == 0
        ? problem.metres(visits[other].place, otherType.end)
        : problem.metres(visits[other].place, visits[next].place) &+ reaches[last].metresBefore &- reaches[next].metresBefore
          &+ problem.metres(visits[last].place, otherType.end))
    let isEmptied = head == 0 && otherTail == 0
    let isOtherEmptied = otherHead == 0 && tail == 0
    let room = tour.price &+ otherTour.price &- least
    var price = isEmptied ? 0 : tours.priceOfWay(metres, type)
    if !isOtherEmptied { price &+= tours.priceOfWay(otherMetres, otherType) }
    guard price < room else { return least }
    if problem.isRestricted {
      guard tours.mayServe(otherSlot, next, tail), tours.mayServe(slot, otherNext, otherTail) else { return least }
    }
    let dimensions = problem.dimensions
    for dimension in 0..<dimensions {
      let load = tours.loadBefore[stop &* dimensions &+ dimension]
      let otherLoad = tours.loadBefore[other &* dimensions &+ dimension]
      let new = load &+ tours.load(otherSlot, dimension) &- otherLoad
      let otherNew = otherLoad &+ tours.load(slot, dimension) &- load
      let penalty = tours.loadPenalties[dimension]
      price &+= Penalties.price(new &- tours.capacity(slot, dimension), penalty)
      price &+= Penalties.price(otherNew &- tours.capacity(otherSlot, dimension), penalty)
    }
    guard price < room else { return least }
    if problem.hasTime {
      if !isEmptied {
        price &+= tours.priceOfTime(whole(tours, stop, otherNext, otherEnd, type, otherType), type)
        guard price < room else { return least }
      }
      if !isOtherEmptied {
        price &+= tours.priceOfTime(whole(tours, other, next, end, otherType, type), otherType)
      }
    }
    return room &- price &+ least
  }

  /// A route's head with another's tail. O(1) if both end alike, else O(stops).
  @inline(__always)
  private static func whole(
    _ tours: Tours, _ stop: Int, _ tail: Int, _ end: Int, _ type: LocalVehicle, _ tailType: LocalVehicle
  ) -> TimeSegment {
    let visits = tours.visits
    let reaches = tours.reaches
    if type.end == tailType.end && type.depot == tailType.depot {
      return tours.joined(reaches[stop].before, visits[stop].place, tail: tail)
    }
    var (segment, place) = (reaches[stop].before, visits[stop].place)
    var here = tail
    while here != end {
      tours.append(here, to: &segment, &place)
      here = Int(visits[here].next)
    }
    return segment.joined(tours.problem.seconds(place, type.end), type.depot)
  }

  static func apply(_ tours: Tours, _ stop: Int, _ other: Int) {
    let visits = tours.visits
    let (slot, otherSlot) = (Int(visits[stop].slot), Int(visits[other].slot))
    tours.touch(slot)
    tours.touch(otherSlot)
    let (next, otherNext) = (Int(visits[stop].next), Int(visits[other].next))
    let (end, otherEnd) = (tours.end(slot), tours.end(otherSlot))
    let (last, otherLast) = (Int(visits[end].previous), Int(visits[otherEnd].previous))
    if otherNext == otherEnd {
      tours.link(stop, end)
    } else {
      tours.link(stop, otherNext)
      tours.link(otherLast, end)
    }
    if next == end {
      tours.link(other, otherEnd)
    } else {
      tours.link(other, next)
      tours.link(last, otherEnd)
    }
    tours.refresh(slot)
    tours.refresh(otherSlot)
    tours.settle(slot)
    tours.settle(otherSlot)
    for here in [stop, next, other, otherNext] { tours.enqueue(here) }
  }
}
