import Logistics

/// Looks through every place in every route for the cheapest in each of several windows at once.
///
/// A place is tested in O(1) against what all rules ask at the least, and what no window changes is tested once. Where that says
/// all, it is decided there; else the place becomes a candidate with the least that it can cost, and candidates are driven
/// through, the cheapest first, as long as one may be cheaper than the best.
struct FitScan {
  let tables: FitTables
  let routes: [FitRoute]
  let freeVehicles: [Int]
  /// The job, or the two ends of a shipment.
  let guests: [FitGuest]
  /// Which of them the windows are of.
  let varied: Int
  let lateness: Lateness?
  /// Whether a shipment's goods may only be on board for so long.
  let isLimited: Bool
  var windows: [FitWindow]
  var candidates: [FitCandidate] = []

  /// Looks everywhere, first in the routes and then for a vehicle that is not out yet.
  mutating func run() {
    for index in routes.indices where admits(index) {
      if guests.count == 1 { look(in: index) } else { lookForPair(in: index) }
    }
    settle()
    openRoutes()
  }

  /// The slot whose room takes the windows that are tried: that of a guest, since a job's own is needed again.
  var roomOwner: Int { tables.guestSlot + varied }

  mutating func failEverywhere(at rule: FitObstacle) {
    for window in windows.indices { windows[window].fail(at: rule) }
  }

  /// What can be said of a route as a whole.
  private mutating func admits(_ index: Int) -> Bool {
    let route = routes[index]
    guard guests.allSatisfy({ $0.isSkilled[route.type] }) else { return fails(.skills) }
    guard guests.allSatisfy({ $0.bound == nil || $0.bound == index }) else { return fails(.sameRoute) }
    guard route.stops + guests.count <= tables.rates[route.type].maximumStops else { return fails(.stops) }
    return true
  }

  private mutating func fails(_ rule: FitObstacle) -> Bool {
    failEverywhere(at: rule)
    return false
  }

  // MARK: One job

  private mutating func look(in index: Int) {
    let route = routes[index]
    let guest = guests[0]
    let flat = tables.flat
    let vehicle = flat.types + route.type
    let profile = profile(of: route.type)
    guard let ways = guest.ways[profile] else { return }
    let rates = tables.rates[route.type]
    let spread = route.spreadPrice(joining: guests, tables)
    let handled = route.handled + handledByGuests
    var walk = FitWalk(route, vehicle, release: guest.release)
    for position in 0...route.codes.count {
      walk.advance(to: position)
      if position < route.fixed { continue }
      let (here, next) = (route.positions[position], route.positions[position + 1])
      let (origin, place) = (Int(here.place), Int(next.place))
      let metres = route.metres + Int(ways.metresTo[origin]) + Int(ways.metresFrom[place]) - Int(here.metres)
      if let rule = rule(route, position, metres, rates) {
        failEverywhere(at: rule)
      } else {
        let (to, from) = (Int(ways.secondsTo[origin]), Int(ways.secondsFrom[place]))
        let stay = guest.stay(from: here.place, isFirst: position == 0)
        // Coming from elsewhere, the next job's set-up is paid, or no longer.
        let setupThen = next.code >= 0 && place != guest.row ? flat.setup[Int(next.code)] : 0
        let spared = max(0, next.setup - setupThen)
        let isExact = route.isPlain && next.setup == setupThen
        let busy = route.busy + to + from - Int(here.seconds) + stay - spared
        let least =
          rates.least(metres: metres, duration: 0, busy: busy, stops: route.stops + 1, handled: handled, spreadPrice: spread)
          - route.cost
        let arrival = walk.depart + to
        let limit = next.latest + spared - from - stay
        for window in windows.indices {
          if least >= windows[window].cost { continue }
          let (opens, due) = (windows[window].opens, windows[window].due)
          if walk.isLate || arrival > due || max(arrival, opens) > limit {
            windows[window].fail(at: .time)
            continue
          }
          let whole = walk.before.joined(to, Stretch(duration: stay, earliest: opens, latest: due))
            .joined(from, route.after[position + 1])
          // With less to do behind it, what was joined may be too late where the route is not.
          let duration = spared > 0 ? 0 : whole.duration
          let cost =
            rates.least(
              metres: metres, duration: duration, busy: busy, stops: route.stops + 1, handled: handled, spreadPrice: spread)
            - route.cost
          let found = FitFound(route: index, type: route.type, position: position, otherPosition: position)
          offer(found, at: cost, isExact: isExact, isTooLong: duration > rates.maximumDuration, in: window)
        }
      }
      if vehicle.pointee.reloadCount > 0, route.reloads < vehicle.pointee.maximumReloads {
        lookWithReload(index, position, spread: spread)
      }
    }
  }

  /// Takes a place that costs at least so much, if that is less than the best of a window: at once if that is what it costs, else
  /// for driving through.
  @inline(__always)
  mutating func offer(_ found: FitFound, at cost: Int, isExact: Bool, isTooLong: Bool, in window: Int) {
    if cost >= windows[window].cost { return }
    if !isExact || !windows[window].isSimple {
      candidates.append(FitCandidate(cost: cost, window: window, found: found))
    } else if isTooLong {
      windows[window].fail(at: .duration)
    } else {
      windows[window].cost = cost
      windows[window].found = found
    }
  }

  /// The first rule without a clock that a place breaks, or `nil`. O(1), but O(length) where jobs have an order.
  private func rule(_ route: FitRoute, _ position: Int, _ metres: Int, _ rates: FitRates) -> FitObstacle? {
    if metres > rates.maximumMetres { return .distance }
    let guest = guests[0]
    if guest.isOrdered {
      let found = FitFound(type: route.type, position: position, otherPosition: position)
      if !tables.simulation.isOrdered(tables.scratch, codes(of: found, route.codes)) { return .order }
    }
    let dimensions = tables.flat.dimensions
    let capacity = tables.flat.capacity + route.type * dimensions
    for dimension in 0..<dimensions {
      let at = position * dimensions + dimension
      if route.peakBefore[at] + guest.delivery[dimension] > capacity[dimension] { return .load }
      if route.peakAfter[at] + guest.pickup[dimension] > capacity[dimension] { return .load }
    }
    return nil
  }

  /// What the guests bring and take back in the dimension that counts as work.
  var handledByGuests: Int {
    guard case .load(let dimension) = tables.flat.preferences.work else { return 0 }
    return guests.reduce(0) { $0 + $1.delivery[dimension] + $1.pickup[dimension] }
  }

  func profile(of type: Int) -> Int { tables.profileOfType[type] }

  // MARK: What has to be driven through

  /// Writes a route with what was found into the scratch row. Returns how many codes that are.
  func codes(of found: FitFound, _ codes: [Int32]) -> Int {
    let row = tables.scratch
    var count = 0
    func put(_ code: Int32) {
      row[count] = code
      count += 1
    }
    for index in 0...codes.count {
      if index == found.position {
        if found.reload >= 0, found.reloadsBefore { put(RouteCode.reload(at: found.reload)) }
        put(Int32(guests[0].slot))
        if found.reload >= 0, !found.reloadsBefore { put(RouteCode.reload(at: found.reload)) }
      }
      if guests.count == 2, index == found.otherPosition { put(Int32(guests[1].slot)) }
      if index < codes.count { put(codes[index]) }
    }
    return count
  }

  /// Drives candidates through, for each window the cheapest first.
  private mutating func settle() {
    var byWindow = [[FitCandidate]](repeating: [], count: windows.count)
    for candidate in candidates where candidate.cost < windows[candidate.window].cost {
      byWindow[candidate.window].append(candidate)
    }
    for (window, candidates) in byWindow.enumerated() where !candidates.isEmpty {
      tables.setWindows(windows[window].windows, lateness, of: guests[varied].slot, inRoomOf: roomOwner)
      // More often than not the one with the least bound is the best, and rules out nearly all others before they are sorted.
      let first = candidates.indices.min { candidates[$0].cost < candidates[$1].cost }!
      drive(candidates[first])
      let best = windows[window].cost
      let rest = candidates.indices.filter { $0 != first && candidates[$0].cost < best }
      for index in rest.sorted(by: { (candidates[$0].cost, $0) < (candidates[$1].cost, $1) }) {
        if candidates[index].cost >= windows[window].cost { break }
        drive(candidates[index])
      }
    }
  }

  private mutating func drive(_ candidate: FitCandidate) {
    let route = routes[candidate.found.route]
    let count = codes(of: candidate.found, route.codes)
    let cost = tables.simulation.cost(tables.scratch, count, on: route.type)
    guard cost < .max else { return windows[candidate.window].fail(at: tables.simulation.broken) }
    guard cost - route.cost < windows[candidate.window].cost else { return }
    windows[candidate.window].cost = cost - route.cost
    windows[candidate.window].found = candidate.found
  }

  /// A route of its own on each type with a vehicle left.
  private mutating func openRoutes() {
    let types = freeVehicles.indices.filter { freeVehicles[$0] > 0 }
    for window in windows.indices {
      tables.setWindows(windows[window].windows, lateness, of: guests[varied].slot, inRoomOf: roomOwner)
      for type in types {
        guard guests.allSatisfy({ $0.isSkilled[type] }) else {
          windows[window].fail(at: .skills)
          continue
        }
        guard guests.allSatisfy({ $0.bound == nil }) else {
          windows[window].fail(at: .sameRoute)
          continue
        }
        let found = FitFound(type: type)
        let cost = tables.simulation.cost(tables.scratch, codes(of: found, []), on: type)
        guard cost < .max else {
          windows[window].fail(at: tables.simulation.broken)
          continue
        }
        guard cost < windows[window].cost else { continue }
        windows[window].cost = cost
        windows[window].found = found
      }
      windows[window].fail(at: .skills)
    }
  }
}
