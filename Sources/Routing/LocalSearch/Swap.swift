/// Lets two chains of stops change places, between routes or within one.
enum Swap {
  /// By how much the price falls, or something not above `least` if it does not fall by more.
  @inline(__always)
  static func gain(_ tours: Tours, _ first: Int, _ count: Int, _ other: Int, _ otherCount: Int, over least: Int) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    let reaches = tours.reaches
    let last = count == 1 ? first : Relocate.last(tours, first, count)
    let otherLast = otherCount == 1 ? other : Relocate.last(tours, other, otherCount)
    guard last >= 0, otherLast >= 0 else { return least }
    let (slot, otherSlot) = (Int(visits[first].slot), Int(visits[other].slot))
    let (before, after) = (Int(visits[first].previous), Int(visits[last].next))
    let (otherBefore, otherAfter) = (Int(visits[other].previous), Int(visits[otherLast].next))
    if slot == otherSlot {
      // Chains that overlap cannot change places, and those that touch are better relocated.
      let offset = Int(visits[other].position &- visits[first].position)
      if offset >= 0 ? offset <= count : -offset <= otherCount { return least }
    }
    let inner = count == 1 ? 0 : reaches[last].metresBefore &- reaches[first].metresBefore
    let otherInner = otherCount == 1 ? 0 : reaches[otherLast].metresBefore &- reaches[other].metresBefore
    let difference = otherInner &- inner
    let here =
      problem.metres(visits[before].place, visits[other].place)
      &+ problem.metres(visits[otherLast].place, visits[after].place)
      &- Int(visits[before].metresToNext) &- Int(visits[last].metresToNext) &+ difference
    let there =
      problem.metres(visits[otherBefore].place, visits[first].place)
      &+ problem.metres(visits[last].place, visits[otherAfter].place)
      &- Int(visits[otherBefore].metresToNext) &- Int(visits[otherLast].metresToNext) &- difference
    if slot == otherSlot {
      return visits[first].position < visits[other].position
        ? within(tours, first, last, count, other, otherLast, otherCount, here &+ there, over: least)
        : within(tours, other, otherLast, otherCount, first, last, count, here &+ there, over: least)
    }
    let most =
      tours.tours[slot].burden &+ tours.tours[otherSlot].burden &- here &* tours.tours[slot].costPerMetre
      &- there &* tours.tours[otherSlot].costPerMetre
    guard most > least else { return least }
    let (type, otherType) = (tours.vehicle(slot), tours.vehicle(otherSlot))
    let room = tours.tours[slot].price &+ tours.tours[otherSlot].price &- least
    var price =
      tours.priceOfWay(tours.tours[slot].metres &+ here, type)
      &+ tours.priceOfWay(tours.tours[otherSlot].metres &+ there, otherType)
    guard price < room, tours.mayServe(slot, other, otherCount), tours.mayServe(otherSlot, first, count) else { return least }
    price &+= tours.loadPenalty(slot, taking: other, otherCount, giving: first, count)
    price &+= tours.loadPenalty(otherSlot, taking: first, count, giving: other, otherCount)
    guard price < room else { return least }
    if problem.hasTime {
      var (segment, place) = (reaches[before].before, visits[before].place)
      tours.append(chain: other, otherCount, to: &segment, &place)
      price &+= tours.priceOfTime(tours.joined(segment, place, tail: after), type)
      guard price < room else { return least }
      (segment, place) = (reaches[otherBefore].before, visits[otherBefore].place)
      tours.append(chain: first, count, to: &segment, &place)
      price &+= tours.priceOfTime(tours.joined(segment, place, tail: otherAfter), otherType)
    }
    return room &- price &+ least
  }

  /// The same within a route, the first chain before the other. O(stops between).
  private static func within(
    _ tours: Tours, _ first: Int, _ last: Int, _ count: Int, _ other: Int, _ otherLast: Int, _ otherCount: Int, _ metres: Int,
    over least: Int
  ) -> Int {
    let visits = tours.visits
    let reaches = tours.reaches
    let slot = Int(visits[first].slot)
    guard tours.tours[slot].burden &- metres &* tours.tours[slot].costPerMetre > least else { return least }
    let type = tours.vehicle(slot)
    let room = tours.tours[slot].price &- least
    var price = tours.priceOfWay(tours.tours[slot].metres &+ metres, type) &+ tours.tours[slot].loadPenalty
    guard price < room else { return least }
    guard tours.problem.hasTime else { return room &- price &+ least }
    let before = Int(visits[first].previous)
    var (segment, place) = (reaches[before].before, visits[before].place)
    tours.append(chain: other, otherCount, to: &segment, &place)
    var stop = Int(visits[last].next)
    while stop != other {
      tours.append(stop, to: &segment, &place)
      guard price &+ Penalties.price(segment.warp, tours.penalties.pointee.late) < room else { return least }
      stop = Int(visits[stop].next)
    }
    tours.append(chain: first, count, to: &segment, &place)
    price &+= tours.priceOfTime(tours.joined(segment, place, tail: Int(visits[otherLast].next)), type)
    return room &- price &+ least
  }

  static func apply(_ tours: Tours, _ first: Int, _ count: Int, _ other: Int, _ otherCount: Int) {
    let visits = tours.visits
    let (slot, otherSlot) = (Int(visits[first].slot), Int(visits[other].slot))
    tours.touch(slot)
    tours.touch(otherSlot)
    let (last, otherLast) = (Relocate.last(tours, first, count), Relocate.last(tours, other, otherCount))
    let (before, after) = (Int(visits[first].previous), Int(visits[last].next))
    let (otherBefore, otherAfter) = (Int(visits[other].previous), Int(visits[otherLast].next))
    tours.link(before, other)
    tours.link(otherLast, after)
    tours.link(otherBefore, first)
    tours.link(last, otherAfter)
    tours.refresh(slot)
    if slot != otherSlot { tours.refresh(otherSlot) }
    for stop in [before, after, first, last, other, otherLast, otherBefore, otherAfter] { tours.enqueue(stop) }
  }
}
