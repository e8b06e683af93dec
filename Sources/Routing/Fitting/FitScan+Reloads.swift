extension FitScan {
  /// Looks at one place of a job with a reload beside it: the vehicle loads anew before the job, or once it is served.
  mutating func lookWithReload(_ index: Int, _ position: Int, spread: Int) {
    let route = routes[index]
    let guest = guests[0]
    let flat = tables.flat
    let vehicle = flat.types + route.type
    guard let ways = guest.ways[profile(of: route.type)] else { return }
    let rates = tables.rates[route.type]
    let handled = route.handled + handledByGuests
    let (here, next) = (route.positions[position], route.positions[position + 1])
    let (origin, place) = (Int(here.place), Int(next.place))
    for number in 0..<vehicle.pointee.reloadCount {
      let depot = flat.reloadPlaces[vehicle.pointee.firstReload + number]
      for reloadsBefore in [true, false] {
        // A reload at an end of the route, or beside another, would load nothing.
        if (reloadsBefore ? here.code : next.code) < 0 { continue }
        let bridge =
          (reloadsBefore ? origin * tables.rowCount + Int(depot) : Int(depot) * tables.rowCount + place)
        let metresBridge = Int(vehicle.pointee.ways.metresFrom[bridge])
        let secondsBridge = Int(tables.least(vehicle.pointee.ways.secondsFrom[bridge]))
        let (first, last) = reloadsBefore ? (Int(depot), place) : (origin, Int(depot))
        let metres =
          route.metres + metresBridge + Int(ways.metresTo[first]) + Int(ways.metresFrom[last]) - Int(here.metres)
        let (to, from) = (Int(ways.secondsTo[first]), Int(ways.secondsFrom[last]))
        let reload = vehicle.pointee.reloadSeconds
        let stay = guest.service
        let busy = route.busy + secondsBridge + to + from - Int(here.seconds) + reload + stay - next.setup
        let least =
          rates.least(metres: metres, duration: 0, busy: busy, stops: route.stops + 1, handled: handled, spreadPrice: spread)
          - route.cost
        let found = FitFound(
          route: index, type: route.type, position: position, otherPosition: position, reload: depot,
          reloadsBefore: reloadsBefore)
        // A trip that is cut in two may wait for fewer goods, and then be earlier than it was.
        let knowsTime = here.released == -FlatProblem.forever
        let arrival = here.depart + to + (reloadsBefore ? secondsBridge + reload : 0)
        let limit = next.latest + next.setup - stay - from - (reloadsBefore ? 0 : secondsBridge + reload)
        if let rule = rule(route, found, metres, rates) {
          failEverywhere(at: rule)
          continue
        }
        for window in windows.indices where least < windows[window].cost {
          let (opens, due) = (windows[window].opens, windows[window].due)
          if knowsTime, arrival > due || max(arrival, opens) > limit {
            windows[window].fail(at: .time)
          } else {
            candidates.append(FitCandidate(cost: least, window: window, found: found))
          }
        }
      }
    }
  }

  /// The first rule without a clock that a place with a reload breaks, or `nil`. O(1), but O(length) where jobs have an order.
  private func rule(_ route: FitRoute, _ found: FitFound, _ metres: Int, _ rates: FitRates) -> FitObstacle? {
    if metres > rates.maximumMetres { return .distance }
    let guest = guests[0]
    if guest.isOrdered, !tables.simulation.isOrdered(tables.scratch, codes(of: found, route.codes)) { return .order }
    let dimensions = tables.flat.dimensions
    let capacity = tables.flat.capacity + route.type * dimensions
    for dimension in 0..<dimensions {
      let at = found.position * dimensions + dimension
      // What was taken for the depot is unloaded, or what is delivered behind the reload is loaded only there.
      let less = found.reloadsBefore ? route.taken[at] : route.rest[at]
      let (brought, fetched) =
        found.reloadsBefore ? (route.legs[at], route.peakAfter[at]) : (route.peakBefore[at], route.legs[at])
      if brought - less + guest.delivery[dimension] > capacity[dimension] { return .load }
      if fetched - less + guest.pickup[dimension] > capacity[dimension] { return .load }
    }
    return nil
  }
}
