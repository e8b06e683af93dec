/// Moves a chain of one to three stops behind another stop, as it is or turned round; to another route or within its own (or-opt).
enum Relocate {
  /// The last stop of a chain, or −1 if the route ends before.
  @inline(__always)
  static func last(_ tours: Tours, _ stop: Int, _ count: Int) -> Int {
    var last = stop
    for _ in 1..<count {
      last = Int(tours.visits[last].next)
      guard tours.isJob(last) else { return -1 }
    }
    return last
  }

  /// By how much the price falls, or something not above `least` if it does not fall by more.
  @inline(__always)
  static func gain(_ tours: Tours, _ first: Int, _ count: Int, after target: Int, reversed: Bool, over least: Int) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    let reaches = tours.reaches
    let last = count == 1 ? first : last(tours, first, count)
    guard last >= 0 else { return least }
    let (from, to) = (Int(visits[first].slot), Int(visits[target].slot))
    let before = Int(visits[first].previous)
    let after = Int(visits[last].next)
    let next = Int(visits[target].next)
    if from == to {
      let offset = visits[target].position &- visits[first].position
      if target == before || (offset >= 0 && Int(offset) < count) { return least }
    }
    let (head, tail) = reversed ? (last, first) : (first, last)
    let inner = count == 1 ? 0 : reaches[last].metresBefore &- reaches[first].metresBefore
    let newInner = reversed && !problem.isSymmetric ? reaches[last].metresBack &- reaches[first].metresBack : inner
    let targetPlace = visits[target].place
    let less =
      problem.metres(visits[before].place, visits[after].place) &- Int(visits[before].metresToNext) &- inner
      &- Int(visits[last].metresToNext)
    let more =
      problem.metres(targetPlace, visits[head].place) &+ newInner &+ problem.metres(visits[tail].place, visits[next].place)
      &- Int(visits[target].metresToNext)
    if from == to {
      return within(tours, first, last, count, target, reversed, less &+ more, over: least)
    }
    let (fromTour, toTour) = (tours.tours + from, tours.tours + to)
    let isEmptied = Int(fromTour.pointee.size) == count
    // The way alone rules out nearly every move; nothing else is read before.
    if !isEmptied && toTour.pointee.size > 0 {
      let most =
        fromTour.pointee.burden &+ toTour.pointee.burden &- less &* fromTour.pointee.costPerMetre
        &- more &* toTour.pointee.costPerMetre
      guard most > least else { return least }
    }
    let (fromType, toType) = (tours.vehicle(from), tours.vehicle(to))
    let room = fromTour.pointee.price &+ toTour.pointee.price &- least
    var price = isEmptied ? 0 : tours.priceOfWay(tours.tours[from].metres &+ less, fromType)
    price &+= tours.priceOfWay(tours.tours[to].metres &+ more, toType)
    guard price < room, tours.mayServe(to, first, count) else { return least }
    if !isEmptied { price &+= tours.loadPenalty(from, taking: first, 0, giving: first, count) }
    price &+= tours.loadPenalty(to, taking: first, count, giving: first, 0)
    guard price < room else { return least }
    if problem.hasTime {
      if !isEmptied {
        let rest = tours.joined(reaches[before].before, visits[before].place, tail: after)
        price &+= tours.priceOfTime(rest, fromType)
        guard price < room else { return least }
      }
      var (segment, place) = (reaches[target].before, targetPlace)
      if reversed {
        tours.append(reversed: last, count, to: &segment, &place)
      } else {
        tours.append(chain: first, count, to: &segment, &place)
      }
      price &+= tours.priceOfTime(tours.joined(segment, place, tail: next), toType)
    }
    return room &- price &+ least
  }

  /// The same within a route. O(stops between), but only where the way alone promises something.
  private static func within(
    _ tours: Tours, _ first: Int, _ last: Int, _ count: Int, _ target: Int, _ reversed: Bool, _ metres: Int, over least: Int
  ) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    let reaches = tours.reaches
    let slot = Int(visits[first].slot)
    guard tours.tours[slot].burden &- metres &* tours.tours[slot].costPerMetre > least else { return least }
    let type = tours.vehicle(slot)
    let room = tours.tours[slot].price &- least
    var price = tours.priceOfWay(tours.tours[slot].metres &+ metres, type) &+ tours.tours[slot].loadPenalty
    guard price < room else { return least }
    guard problem.hasTime else { return room &- price &+ least }
    let isForward = visits[target].position > visits[first].position
    var segment: TimeSegment
    var place: Int32
    var stop: Int
    let end: Int
    if isForward {
      let before = Int(visits[first].previous)
      (segment, place) = (reaches[before].before, visits[before].place)
      stop = Int(visits[last].next)
      end = Int(visits[target].next)
    } else {
      (segment, place) = (reaches[target].before, visits[target].place)
      stop = Int(visits[target].next)
      end = first
      appendChain(tours, first, last, count, reversed, &segment, &place)
    }
    while stop != end {
      tours.append(stop, to: &segment, &place)
      // What is late stays late, whatever follows.
      guard price &+ Penalties.price(segment.warp, tours.penalties.pointee.late) < room else { return least }
      stop = Int(visits[stop].next)
    }
    if isForward { appendChain(tours, first, last, count, reversed, &segment, &place) }
    price &+= tours.priceOfTime(tours.joined(segment, place, tail: isForward ? end : Int(visits[last].next)), type)
    return room &- price &+ least
  }

  @inline(__always)
  private static func appendChain(
    _ tours: Tours, _ first: Int, _ last: Int, _ count: Int, _ reversed: Bool, _ segment: inout TimeSegment, _ place: inout Int32
  ) {
    if reversed {
      tours.append(reversed: last, count, to: &segment, &place)
    } else {
      tours.append(chain: first, count, to: &segment, &place)
    }
  }

  static func apply(_ tours: Tours, _ first: Int, _ count: Int, after target: Int, reversed: Bool) {
    let visits = tours.visits
    let (from, to) = (Int(visits[first].slot), Int(visits[target].slot))
    tours.touch(from)
    tours.touch(to)
    let last = last(tours, first, count)
    let (before, after, next) = (Int(visits[first].previous), Int(visits[last].next), Int(visits[target].next))
    tours.link(before, after)
    if reversed {
      var stop = last
      tours.link(target, last)
      while stop != first {
        tours.link(stop, Int(visits[stop].previous))
        stop = Int(visits[stop].previous)
      }
      tours.link(first, next)
    } else {
      tours.link(target, first)
      tours.link(last, next)
    }
    tours.refresh(from)
    if from != to {
      tours.refresh(to)
      tours.settle(from)
      tours.settle(to)
    }
    for stop in [before, after, first, last, target, next] { tours.enqueue(stop) }
  }
}
