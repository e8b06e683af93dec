extension CartSearch {
  /// The least that each set of lines costs, in parcels or left out.
  mutating func combine() {
    let (best, single, leftOut) = (best.base, single.base, tables.leftOut.base)
    best[0] = 0
    for set in 1..<tables.sets {
      let lowest = set & -set
      let others = set ^ lowest
      var least = min(CartTables.never, leftOut[lowest] &+ best[others])
      // The parcel of the lowest line, with each set of the others.
      var with = others
      while true {
        least = min(least, single[lowest | with] &+ best[others ^ with])
        guard with > 0 else { break }
        with = (with - 1) & others
      }
      best[set] = least
    }
  }

  /// No plan that divides a line among parcels, or leaves out a part of one, costs less.
  mutating func divided(_ cart: borrowing CartProblem) -> Int32 {
    let (one, more, relaxed, leftOut) = (one.base, more.base, relaxed.base, tables.leftOut.base)
    (one[0], more[0]) = (CartTables.never, CartTables.never)
    for set in 1..<tables.sets {
      let lowest = set & -set
      let others = set ^ lowest
      var inOne = min(CartTables.never, leftOut[lowest] &+ one[others])
      var inMore = min(CartTables.never, leftOut[lowest] &+ more[others])
      var with = others
      while true {
        let parcel = relaxed[lowest | with]
        let rest = others ^ with
        inOne = min(inOne, parcel &+ leftOut[rest])
        inMore = min(inMore, parcel &+ min(one[rest], more[rest]))
        guard with > 0 else { break }
        with = (with - 1) & others
      }
      one[set] = inOne
      more[set] = inMore
    }
    guard tables.isWorthPicking else { return 0 }
    // A line is divided among parcels of which each is the main one of some line, or one is of none.
    var least = min(more[tables.sets - 1], one[tables.sets - 1] &+ leastParcel)
    for line in 0..<tables.lineCount where tables.quantity.base[line] > 1 && tables.worth.base[line] < CartTables.never {
      // Or a part of it is left out.
      least = min(least, min(one[tables.sets - 1], more[tables.sets - 1]) &+ tables.worth.base[line] &- tables.leastPerUnit)
    }
    return least
  }

  /// Finds the parcels of the best plan.
  mutating func trace(_ cart: borrowing CartProblem) {
    var set = tables.sets - 1
    while set > 0 {
      let lowest = set & -set
      let others = set ^ lowest
      if best.base[set] == tables.leftOut.base[lowest] + best.base[others] {
        set = others
        continue
      }
      var with = others
      while best.base[set] != single.base[lowest | with] + best.base[others ^ with] { with = (with - 1) & others }
      let lines = lowest | with
      parcels.append(
        Parcel(
          node: node(lines, cart),
          units: (0..<tables.lineCount).map { lines & (1 << $0) == 0 ? 0 : tables.quantity.base[$0] }))
      set = others ^ with
    }
  }

  /// The first of the nodes at which a parcel of some lines costs least.
  private func node(_ lines: Int, _ cart: borrowing CartProblem) -> Int {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: classes.count + 1) { freight in
      for number in classes.indices { freight[number] = -1 }
      for node in 0..<cart.nodeCount where classOf.base[node] >= 0 && Int(full.base[node]) & lines == lines {
        let number = Int(classOf.base[node])
        if freight[number] < 0 { freight[number] = self.freight(lines, classes[number], cart) }
        let handling =
          Int32(truncatingIfNeeded: cart.handlingPerParcel[node]) &+ tables.units.base[lines] &* classes[number].perUnit
        if handling &+ freight[number] == single.base[lines] { return node }
      }
      preconditionFailure("a price that no node asks")
    }
  }

  /// What the cheapest service of a class asks for a parcel that is there by the day looked at.
  private func freight(_ lines: Int, _ found: Class, _ cart: borrowing CartProblem) -> Int32 {
    var least = CartTables.never
    var left = services(found, cart)
    while left != 0 {
      let rate = left.trailingZeroBitCount * tables.bandCount + found.band
      left &= left - 1
      least = min(least, tables.prices.price(rate, of: lines))
    }
    return least
  }
}
