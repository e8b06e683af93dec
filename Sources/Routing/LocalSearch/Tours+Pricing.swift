/// What routes cost, with their penalties.
extension Tours {
  /// Brings what is kept of a route up to date, from the order of its stops alone. O(stops).
  func refresh(_ slot: Int) {
    let (first, last) = (start(slot), end(slot))
    let dimensions = problem.dimensions
    let type = problem.types[Int(tours[slot].type)]
    let visits = self.visits
    let reaches = self.reaches
    let hasTime = problem.hasTime
    let isSymmetric = problem.isSymmetric
    reaches[first].before = type.depot
    reaches[first].metresBefore = 0
    reaches[first].metresBack = 0
    for dimension in 0..<dimensions { loadBefore[first &* dimensions &+ dimension] = 0 }
    var here = first
    var position: Int32 = 0
    while here != last {
      let next = Int(visits[here].next)
      let (from, to) = (visits[here].place, visits[next].place)
      let metres = problem.metres(from, to)
      position &+= 1
      visits[here].metresToNext = Int32(truncatingIfNeeded: metres)
      visits[next].previous = Int32(truncatingIfNeeded: here)
      visits[next].slot = Int32(truncatingIfNeeded: slot)
      visits[next].position = position
      reaches[next].metresBefore = reaches[here].metresBefore &+ metres
      reaches[next].metresBack = reaches[here].metresBack &+ (isSymmetric ? metres : problem.metres(to, from))
      if hasTime {
        reaches[next].before = reaches[here].before.joined(
          problem.seconds(from, to), next == last ? type.depot : problem.own[next])
      }
      for dimension in 0..<dimensions {
        loadBefore[next &* dimensions &+ dimension] =
          loadBefore[here &* dimensions &+ dimension] &+ (next == last ? 0 : problem.demand[next &* dimensions &+ dimension])
      }
      here = next
    }
    tours[slot].size = position &- 1
    tours[slot].revision = tours[slot].revision &+ 1
    tours[slot].metres = reaches[last].metresBefore
    if hasTime {
      reaches[last].after = type.depot
      while here != first {
        let previous = Int(visits[here].previous)
        let own = previous == first ? type.depot : problem.own[previous]
        reaches[previous].after = own.joined(problem.seconds(visits[previous].place, visits[here].place), reaches[here].after)
        here = previous
      }
      tours[slot].late = late(reaches[last].before, type)
      tours[slot].duration = reaches[last].before.duration
    }
    reprice(slot)
  }

  /// Works out the price of a route from what is known of it.
  func reprice(_ slot: Int) {
    let tour = tours[slot]
    let type = problem.types[Int(tour.type)]
    var (cost, loadPenalty, price, isFeasible) = (0, 0, 0, true)
    if tour.size > 0 {
      cost = type.fixedCost &+ tour.metres &* type.costPerMetre &+ tour.duration &* type.costPerSecond
      var excess = max(0, tour.metres &- type.maximumDistance) | tour.late
      for dimension in 0..<problem.dimensions {
        let over = load(slot, dimension) &- capacity(slot, dimension)
        excess |= max(0, over)
        loadPenalty &+= Penalties.price(over, loadPenalties[dimension])
      }
      isFeasible = excess == 0
      price =
        cost &+ loadPenalty &+ Penalties.price(tour.metres &- type.maximumDistance, penalties.pointee.distance)
        &+ Penalties.price(tour.late, penalties.pointee.late)
    }
    tally.pointee.price &+= price &- tour.price
    tally.pointee.infeasible &+= (isFeasible ? 0 : 1) &- (tour.isFeasible ? 0 : 1)
    tours[slot].cost = cost
    tours[slot].loadPenalty = loadPenalty
    tours[slot].price = price
    tours[slot].burden = tour.size > 0 ? price &- type.fixedCost &- tour.metres &* type.costPerMetre : 0
    tours[slot].isFeasible = isFeasible
  }

  /// Prices all routes anew, after penalties have changed.
  func repriceAll() {
    for slot in 0..<problem.slotCount where tours[slot].size > 0 { reprice(slot) }
  }

  @inline(__always)
  func load(_ slot: Int, _ dimension: Int) -> Int { loadBefore[end(slot) &* problem.dimensions &+ dimension] }

  @inline(__always)
  func capacity(_ slot: Int, _ dimension: Int) -> Int {
    problem.flat.capacity[Int(tours[slot].type) &* problem.dimensions &+ dimension]
  }

  @inline(__always)
  func vehicle(_ slot: Int) -> LocalVehicle { problem.types[Int(tours[slot].type)] }

  /// Seconds late on a whole route, and beyond the longest duration.
  @inline(__always)
  func late(_ whole: TimeSegment, _ type: LocalVehicle) -> Int {
    whole.warp &+ max(0, whole.duration &- whole.warp &- type.maximumDuration)
  }

  /// The price of a route without load and time, were it so many metres long.
  @inline(__always)
  func priceOfWay(_ metres: Int, _ type: LocalVehicle) -> Int {
    type.fixedCost &+ metres &* type.costPerMetre &+ Penalties.price(metres &- type.maximumDistance, penalties.pointee.distance)
  }

  /// The price of a route's time.
  @inline(__always)
  func priceOfTime(_ whole: TimeSegment, _ type: LocalVehicle) -> Int {
    problem.hasDuration
      ? whole.duration &* type.costPerSecond &+ Penalties.price(late(whole, type), penalties.pointee.late)
      : Penalties.price(whole.warp, penalties.pointee.late)
  }

  /// The load penalty of a route that takes one chain of stops and gives another.
  @inline(__always)
  func loadPenalty(_ slot: Int, taking first: Int, _ count: Int, giving other: Int, _ otherCount: Int) -> Int {
    var penalty = 0
    for dimension in 0..<problem.dimensions {
      let load =
        load(slot, dimension) &+ demand(first, count, dimension) &- demand(other, otherCount, dimension)
      penalty &+= Penalties.price(load &- capacity(slot, dimension), loadPenalties[dimension])
    }
    return penalty
  }

  @inline(__always)
  private func demand(_ first: Int, _ count: Int, _ dimension: Int) -> Int {
    var (sum, stop) = (0, first)
    for _ in 0..<count {
      sum &+= problem.demand[stop &* problem.dimensions &+ dimension]
      stop = Int(visits[stop].next)
    }
    return sum
  }

  /// Whether the vehicle of a slot may serve a chain of stops.
  @inline(__always)
  func mayServe(_ slot: Int, _ first: Int, _ count: Int) -> Bool {
    guard problem.isRestricted else { return true }
    let row = Int(tours[slot].type) &* problem.jobCount
    var stop = first
    for _ in 0..<count {
      guard problem.flat.compatible[row &+ stop] else { return false }
      stop = Int(visits[stop].next)
    }
    return true
  }

  // MARK: Joining

  /// A stretch and one more stop; `place` is where the stretch ends, and where the stop is afterwards.
  @inline(__always)
  func append(_ stop: Int, to segment: inout TimeSegment, _ place: inout Int32) {
    let to = visits[stop].place
    segment = segment.joined(problem.seconds(place, to), problem.own[stop])
    place = to
  }

  /// A stretch and a chain of stops in their order.
  @inline(__always)
  func append(chain first: Int, _ count: Int, to segment: inout TimeSegment, _ place: inout Int32) {
    var stop = first
    for _ in 0..<count {
      append(stop, to: &segment, &place)
      stop = Int(visits[stop].next)
    }
  }

  /// A stretch and a chain of stops against their order.
  @inline(__always)
  func append(reversed last: Int, _ count: Int, to segment: inout TimeSegment, _ place: inout Int32) {
    var stop = last
    for _ in 0..<count {
      append(stop, to: &segment, &place)
      stop = Int(visits[stop].previous)
    }
  }

  /// A stretch and the rest of a route.
  @inline(__always)
  func joined(_ segment: TimeSegment, _ place: Int32, tail stop: Int) -> TimeSegment {
    segment.joined(problem.seconds(place, visits[stop].place), reaches[stop].after)
  }
}
