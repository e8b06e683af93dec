extension FitScan {
  /// Looks through all pairs of places for the two ends of a shipment in a route. O(length²) pairs, each in O(windows).
  mutating func lookForPair(in index: Int) {
    let route = routes[index]
    let spread = route.spreadPrice(joining: guests, tables)
    let most = furthestWithRoom(route)
    for position in route.fixed...route.codes.count {
      if varied == 1 {
        // Up to the delivery all windows see the same.
        look(index, position, windows.indices, spread: spread, most: most[position])
      } else {
        for window in windows.indices { look(index, position, window..<(window + 1), spread: spread, most: most[position]) }
      }
    }
  }

  /// For each position at which goods are taken the last one at which they can still be handed over for room on board; less than
  /// the position if they do not even fit in there.
  private func furthestWithRoom(_ route: FitRoute) -> [Int] {
    let dimensions = tables.flat.dimensions
    let capacity = tables.flat.capacity + route.type * dimensions
    func hasRoom(_ leg: Int) -> Bool {
      (0..<dimensions).allSatisfy { route.legs[leg * dimensions + $0] + guests[0].pickup[$0] <= capacity[$0] }
    }
    var most = [Int](repeating: -1, count: route.codes.count + 1)
    for leg in stride(from: route.codes.count, through: 0, by: -1) where hasRoom(leg) {
      most[leg] = leg < route.codes.count ? max(leg, most[leg + 1]) : leg
    }
    return most
  }

  /// Looks at all places of the delivery behind one of the pickup, for some windows that are alike in the pickup.
  private mutating func look(_ index: Int, _ position: Int, _ tried: Range<Int>, spread: Int, most: Int) {
    let route = routes[index]
    let (first, second) = (guests[0], guests[1])
    guard let out = first.ways[profile(of: route.type)], let back = second.ways[profile(of: route.type)] else { return }
    let rates = tables.rates[route.type]
    let handled = route.handled + handledByGuests
    let opens = bounds(of: 0, tried.lowerBound)
    let here = route.positions[position]
    let stay = first.stay(from: here.place, isFirst: position == 0)
    /// Metres and seconds added so far, set-up that is no longer paid, and whether more of it is: then the labels are bounds.
    var metres = route.metres + Int(out.metresTo[Int(here.place)])
    var busy = route.busy + Int(out.secondsTo[Int(here.place)]) + stay
    var isSame = true
    var spared = 0
    var clock = max(here.depart + Int(out.secondsTo[Int(here.place)]), opens.opens)
    var isLate = clock > opens.due
    var chain = route.before[position]
      .joined(Int(out.secondsTo[Int(here.place)]), Stretch(duration: stay, earliest: opens.opens, latest: opens.due))
    clock += stay
    let isExact = route.isPlain && isSimpleElsewhere && !isLimited
    for other in position...route.codes.count {
      let (last, next) = (route.positions[other], route.positions[other + 1])
      if other > position {
        // The delivery comes later: the vehicle goes on to where it went before.
        let seconds: Int
        if other == position + 1 {
          let change = setupChange(last, from: Int32(first.row))
          if change != 0 { isSame = false }
          spared = max(0, change)
          metres += Int(out.metresFrom[Int(last.place)]) - Int(here.metres)
          seconds = Int(out.secondsFrom[Int(last.place)])
          busy += seconds - Int(here.seconds) - spared
        } else {
          seconds = Int(route.positions[other - 1].seconds)
        }
        clock = max(clock + seconds, last.opens)
        let less = other == position + 1 ? spared : 0
        if clock > last.latest + less { isLate = true }
        chain = chain.joined(seconds, last.stretch)
        clock += last.stay - less
      }
      let isNext = other == position
      let from = isNext ? first.row : Int(last.place)
      let metresTo = isNext ? Int(out.metresFrom[second.row]) : Int(back.metresTo[from])
      let to = isNext ? Int(out.secondsFrom[second.row]) : Int(back.secondsTo[from])
      let onward = Int(back.secondsFrom[Int(next.place)])
      let whole = metres + metresTo + Int(back.metresFrom[Int(next.place)]) - Int(last.metres)
      if let rule = rule(route, position, other, whole, most, rates) {
        for window in tried { windows[window].fail(at: rule) }
        continue
      }
      let ownStay = second.service + (from == second.row ? 0 : second.setup)
      let change = setupChange(next, from: Int32(second.row))
      let sparedHere = spared + max(0, change)
      let busyHere = busy + to + ownStay + onward - Int(last.seconds) - max(0, change)
      let arrival = clock + to
      let limit = next.latest + sparedHere - onward - ownStay
      let waits = first.release > here.released || second.release > last.released
      let isCertain = isExact && isSame && change == 0 && !waits
      let least =
        rates.least(
          metres: whole, duration: 0, busy: busyHere, stops: route.stops + 2, handled: handled, spreadPrice: spread) - route.cost
      for window in tried where least < windows[window].cost {
        let due = bounds(of: 1, window)
        if isLate || arrival > due.due || max(arrival, due.opens) > limit {
          windows[window].fail(at: .time)
          continue
        }
        let joined = chain.joined(to, Stretch(duration: ownStay, earliest: due.opens, latest: due.due))
          .joined(onward, route.after[other + 1])
        // With less to do behind it, what was joined may be too late where the route is not.
        let duration = sparedHere > 0 ? 0 : joined.duration
        let cost =
          rates.least(
            metres: whole, duration: duration, busy: busyHere, stops: route.stops + 2, handled: handled, spreadPrice: spread)
          - route.cost
        let found = FitFound(route: index, type: route.type, position: position, otherPosition: other)
        offer(found, at: cost, isExact: isCertain, isTooLong: duration > rates.maximumDuration, in: window)
      }
    }
  }

  /// The first rule without a clock that a pair of places breaks, or `nil`.
  private func rule(
    _ route: FitRoute, _ position: Int, _ other: Int, _ metres: Int, _ most: Int, _ rates: FitRates
  ) -> FitObstacle? {
    if metres > rates.maximumMetres { return .distance }
    if guests[0].isOrdered || guests[1].isOrdered {
      let found = FitFound(type: route.type, position: position, otherPosition: other)
      if !tables.simulation.isOrdered(tables.scratch, codes(of: found, route.codes)) { return .order }
    }
    return other > most ? .load : nil
  }

  /// How much less set-up a position is given if the vehicle comes to it from another place; less than nothing if it is more.
  private func setupChange(_ position: FitPosition, from row: Int32) -> Int {
    guard position.code >= 0 else { return 0 }
    return position.setup - (position.place == row ? 0 : tables.flat.setup[Int(position.code)])
  }

  /// From when to when an end may begin: as tried, or by its own windows.
  private func bounds(of end: Int, _ window: Int) -> (opens: Int, due: Int) {
    if end == varied { return (windows[window].opens, windows[window].due) }
    let slot = guests[end].slot
    return (tables.flat.ready[slot], tables.flat.due[slot])
  }

  /// Whether one stretch of time says all of the end whose windows are not varied.
  private var isSimpleElsewhere: Bool {
    let slot = guests[1 - varied].slot
    return tables.flat.windowCount[slot] <= 1 && tables.flat.due[slot] == tables.simulation.closing(slot)
  }
}
