/// Serves a job that is on no route, or leaves one out.
enum Attendance {
  /// By how much the price falls if an absent job is put behind a stop, its drop cost included, or something not above `least`.
  @inline(__always)
  static func gain(_ tours: Tours, inserting job: Int, after target: Int, over least: Int) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    let reaches = tours.reaches
    let slot = Int(visits[target].slot)
    let type = tours.vehicle(slot)
    let next = Int(visits[target].next)
    let (place, targetPlace) = (visits[job].place, visits[target].place)
    let metres =
      tours.tours[slot].metres &+ problem.metres(targetPlace, place) &+ problem.metres(place, visits[next].place)
      &- Int(visits[target].metresToNext)
    let room = tours.tours[slot].price &+ problem.flat.dropCost[job] &- least
    var price = tours.priceOfWay(metres, type)
    guard price < room, tours.mayServe(slot, job, 1) else { return least }
    price &+= tours.loadPenalty(slot, taking: job, 1, giving: job, 0)
    guard price < room else { return least }
    if problem.hasTime {
      let segment = reaches[target].before.joined(problem.seconds(targetPlace, place), problem.own[job])
      price &+= tours.priceOfTime(tours.joined(segment, place, tail: next), type)
    }
    return room &- price &+ least
  }

  /// By how much the price falls if a job is left out, or rises if that is negative.
  @inline(__always)
  static func gain(_ tours: Tours, leavingOut job: Int) -> Int {
    let problem = tours.problem
    let visits = tours.visits
    let reaches = tours.reaches
    let slot = Int(visits[job].slot)
    let tour = tours.tours[slot]
    guard tour.size > 1 else { return tour.price &- problem.flat.dropCost[job] }
    let type = tours.vehicle(slot)
    let (before, after) = (Int(visits[job].previous), Int(visits[job].next))
    let metres =
      tour.metres &+ problem.metres(visits[before].place, visits[after].place) &- Int(visits[before].metresToNext)
      &- Int(visits[job].metresToNext)
    var price = tours.priceOfWay(metres, type) &+ tours.loadPenalty(slot, taking: job, 0, giving: job, 1)
    if problem.hasTime {
      price &+= tours.priceOfTime(tours.joined(reaches[before].before, visits[before].place, tail: after), type)
    }
    return tour.price &- price &- problem.flat.dropCost[job]
  }
}
