import Logistics

/// What every content of a parcel costs on each day: any units of any lines of a cart, as far as there are not too many of them.
///
/// A content is the number that has its units as digits, one place for each line. From these costs follows what all units cost at least
/// in any parcels, by dynamic programming over contents; nothing is relaxed but that the parcels of a plan may want the same unit of
/// a node twice, or more parcels of it than it may ship.
struct CartContents: ~Copyable {
  private static var mostStates: Int { 4096 }
  /// The most pairs of a content and a part of it, each of which is looked at once a day.
  private static var mostPairs: Int { 50_000 }
  private static var mostCells: Int { 1 << 18 }

  /// Whether ``cost`` and ``best`` are of the day that is looked at.
  private(set) var isOfDay = false
  private var isTabled: Bool?

  private var lineCount = 0
  /// How many contents there are.
  private var states = 0
  /// The lines, those of the fewest units first; what a unit of each line adds to the number of a content.
  private var order = Scratch<Int>()
  private var weights = Scratch<Int>()
  private var units = Scratch<Int32>()
  private var prices = ParcelPrices()
  /// For each class of nodes, then each content: what packing and picking cost at the cheapest node that has all of it.
  private var handling = Scratch<Int32>()
  /// For each day on which something can be there, then each content: what it costs in a parcel that is there by then.
  private var byDay = Scratch<Int32>()
  /// For each of these days, then each line: how many units there are that can be there by then, no more than are wanted.
  private var available = Scratch<Int32>()
  /// For each class of nodes, then each line: how many units they have.
  private var totals = Scratch<Int32>()
  /// The row of the day that is looked at.
  private var row = 0
  /// What each content costs at least in whatever parcels, and left out as far as that is cheaper.
  private var best = Scratch<Int32>()

  /// Forgets all of the cart before.
  mutating func reset() { (isTabled, isOfDay) = (nil, false) }

  /// Forgets what was found for a day.
  mutating func leaveDay() { isOfDay = false }

  /// The number of a content.
  @inline(__always)
  func place(_ content: CartUnits) -> Int {
    var place = 0
    for line in 0..<lineCount { place &+= content[line] &* weights.base[line] }
    return place
  }

  /// What a unit of a line adds to the number of a content.
  @inline(__always)
  func weight(_ line: Int) -> Int { weights.base[line] }

  /// What a content costs in one parcel, by its number, on the day that is looked at.
  @inline(__always)
  func cost(_ place: Int) -> Int32 { byDay.base[row &* states &+ place] }

  /// What some units cost at least in whatever parcels, by the number of that content, on that day.
  @inline(__always)
  func atLeast(_ place: Int) -> Int32 { best.base[place] }

  /// How many units of a line can be there by that day at the most.
  func shippable(_ line: Int) -> Int { Int(available.base[row &* lineCount &+ line]) }

  /// What it costs to leave out the units that cannot be there by that day.
  func leftOut(_ tables: borrowing CartTables) -> Int32 {
    var cost: Int32 = 0
    for line in 0..<lineCount {
      let missing = tables.quantity.base[line] &- Int32(truncatingIfNeeded: shippable(line))
      guard missing > 0 else { continue }
      // Of what must ship no unit may be missing; so many times no price would be beyond all numbers.
      guard tables.worth.base[line] < CartTables.never else { return CartTables.never }
      cost &+= tables.worth.base[line] &* missing
    }
    return cost
  }
}

// MARK: The tables of a cart

extension CartContents {
  /// Makes the tables, if they are small enough and were not made yet.
  ///
  /// - Parameters:
  ///   - offers: the days on which something can be there, since the first.
  ///   - units: how many units of a line a node has.
  /// - Returns: Whether there are such tables.
  mutating func tabulate(
    _ cart: borrowing CartProblem, _ tables: borrowing CartTables, _ classes: [CartSearch.Class], offers: [UInt8],
    in bands: borrowing Scratch<Bool>, _ classOf: borrowing Scratch<Int16>, units: (_ node: Int, _ line: Int) -> Int
  ) -> Bool {
    if let isTabled { return isTabled }
    isTabled = false
    guard number(tables, classes.count), price(cart, tables, bands) else { return false }
    handling.reserve(classes.count * states)
    handling.base.update(repeating: CartTables.never, count: classes.count * states)
    totals.reserve(classes.count * lineCount)
    totals.base.update(repeating: 0, count: classes.count * lineCount)
    for node in 0..<cart.nodeCount where classOf.base[node] >= 0 {
      var content = 0
      let total = totals.base + Int(classOf.base[node]) * lineCount
      for line in 0..<lineCount {
        let some = max(0, min(units(node, line), Int(tables.quantity.base[line])))
        content += some * weights.base[line]
        total[line] = min(tables.quantity.base[line], total[line] &+ Int32(truncatingIfNeeded: some))
      }
      let cell = handling.base + Int(classOf.base[node]) * states + content
      cell.pointee = min(cell.pointee, Int32(truncatingIfNeeded: cart.handlingPerParcel[node]))
    }
    byDay.reserve(offers.count * states)
    byDay.base.update(repeating: CartTables.never, count: offers.count * states)
    available.reserve(offers.count * lineCount)
    available.base.update(repeating: 0, count: offers.count * lineCount)
    for (number, found) in classes.enumerated() {
      let own = handling.base + number * states
      spread(own, tables)
      for content in 0..<states { own[content] &+= self.units.base[content] &* found.perUnit }
      var first = offers.count
      for service in 0..<cart.serviceNames.count {
        let day = cart.days.byte(found.node, service)
        let rate = service * tables.bandCount + found.band
        guard day != CartDays.none, !cart.rates.isAbsent(rate), let row = offers.firstIndex(of: day) else { continue }
        first = min(first, row)
      }
      prices.lower(byDay.base, to: own, of: found, offers: offers, cart)
      for row in first..<offers.count {
        let (here, more) = (available.base + row * lineCount, totals.base + number * lineCount)
        for line in 0..<lineCount { here[line] = min(tables.quantity.base[line], here[line] &+ more[line]) }
      }
    }
    for row in offers.indices.dropFirst() {
      let (sooner, costs) = (byDay.base + (row - 1) * states, byDay.base + row * states)
      for content in 0..<states { costs[content] = min(costs[content], sooner[content]) }
    }
    isTabled = true
    return true
  }

  /// Numbers the contents.
  ///
  /// - Returns: Whether there are few enough.
  private mutating func number(_ tables: borrowing CartTables, _ classCount: Int) -> Bool {
    lineCount = tables.lineCount
    order.reserve(lineCount)
    weights.reserve(lineCount)
    for line in 0..<lineCount {
      var place = line
      while place > 0, tables.quantity.base[order.base[place - 1]] > tables.quantity.base[line] {
        order.base[place] = order.base[place - 1]
        place -= 1
      }
      order.base[place] = line
    }
    states = 1
    var pairs = 1
    for place in (0..<lineCount).reversed() {
      let line = order.base[place]
      let quantity = Int(tables.quantity.base[line])
      weights.base[line] = states
      states *= quantity + 1
      pairs *= (quantity + 1) * (quantity + 2) / 2
      guard quantity <= CartUnits.most, states <= Self.mostStates, pairs <= Self.mostPairs else { return false }
    }
    return states * max(1, classCount) <= Self.mostCells
  }

  private mutating func price(
    _ cart: borrowing CartProblem, _ tables: borrowing CartTables, _ bands: borrowing Scratch<Bool>
  ) -> Bool {
    prices.begin(count: states)
    units.reserve(states)
    units.base[0] = 0
    for place in (0..<lineCount).reversed() {
      let line = order.base[place]
      let block = weights.base[line]
      for quantity in 1..<Int(tables.quantity.base[line]) + 1 {
        prices.add(
          block, at: quantity * block, weight: cart.lines[line].weight.grams * quantity,
          volume: cart.lines[line].volume.cubicCentimetres * quantity)
        for content in 0..<block {
          units.base[quantity * block + content] = units.base[content] &+ Int32(truncatingIfNeeded: quantity)
        }
      }
    }
    return prices.price(cart.rates, in: bands) && tables.isSmall(dearest: prices.dearest, cart)
  }

  /// Who has some units has fewer of them.
  private func spread(_ packing: UnsafeMutablePointer<Int32>, _ tables: borrowing CartTables) {
    for line in 0..<lineCount {
      let (block, quantity) = (weights.base[line], Int(tables.quantity.base[line]))
      for first in stride(from: 0, to: states, by: block * (quantity + 1)) {
        for count in (0..<quantity).reversed() {
          // Rows that do not overlap, so that several contents are looked at at once.
          let (fewer, more) = (packing + first + count * block, packing + first + (count + 1) * block)
          for content in 0..<block { fewer[content] = min(fewer[content], more[content]) }
        }
      }
    }
  }
}

// MARK: A day

extension CartContents {
  /// What all that is wanted costs at least by a day, of which so many units may be left out because nobody has them by then.
  ///
  /// - Parameters:
  ///   - row: which of the days on which something can be there.
  ///   - limit: a cost; only if less is found, ``atLeast(_:)`` knows all contents from then on.
  mutating func solve(_ row: Int, below limit: Int32, _ tables: borrowing CartTables) -> Int32 {
    self.row = row
    best.reserve(states)
    best.base[0] = 0
    for level in (0..<lineCount).reversed() {
      let line = order.base[level]
      for count in 1..<Int(tables.quantity.base[line]) + (level > 0 ? 1 : 0) { fill(level, line, count, tables) }
    }
    let (first, quantity) = (order.base[0], Int(tables.quantity.base[order.base[0]]))
    var shipped = 0
    for line in 0..<lineCount { shipped += shippable(line) * weights.base[line] }
    // Of everything the contents that only it needs are left away.
    let isAll = shipped == states - 1
    if !isAll, shippable(first) == quantity { fill(0, first, quantity, tables) }
    let least = isAll ? last(first, quantity, tables) : min(CartTables.never, best.base[shipped] &+ leftOut(tables))
    if least < limit {
      if isAll { fill(0, first, quantity, tables) }
      isOfDay = true
    }
    return least
  }

  /// Finds the best for all contents that have so many units of the line of a level, none of those before it, and any of those behind it.
  private func fill(_ level: Int, _ line: Int, _ count: Int, _ tables: borrowing CartTables) {
    let block = weights.base[line]
    let (out, without) = (best.base + count * block, best.base + (count - 1) * block)
    let worth = tables.worth.base[line]
    for content in 0..<block { out[content] = min(CartTables.never, worth &+ without[content]) }
    for sent in 1...count {
      pair(level + 1, byDay.base + row * states + sent * block, best.base + (count - sent) * block, out, tables)
    }
  }

  /// Lowers the best of all contents over the lines from a level on to what each part of them costs in a parcel, and the rest.
  private func pair(
    _ level: Int, _ parcel: UnsafePointer<Int32>, _ rest: UnsafePointer<Int32>, _ out: UnsafeMutablePointer<Int32>,
    _ tables: borrowing CartTables
  ) {
    guard level < lineCount else {
      out[0] = min(out[0], parcel[0] &+ rest[0])
      return
    }
    let line = order.base[level]
    let (block, quantity) = (weights.base[line], Int(tables.quantity.base[line]))
    guard level < lineCount - 1 else {
      for count in 0...quantity {
        var least = out[count]
        for sent in 0...count { least = min(least, parcel[sent] &+ rest[count &- sent]) }
        out[count] = least
      }
      return
    }
    for count in 0...quantity {
      for sent in 0...count {
        pair(level + 1, parcel + sent * block, rest + (count - sent) * block, out + count * block, tables)
      }
    }
  }

  /// The best for everything that is wanted, without the contents that only that needs.
  private func last(_ line: Int, _ quantity: Int, _ tables: borrowing CartTables) -> Int32 {
    let block = weights.base[line]
    let parcels = byDay.base + row * states
    var least = min(CartTables.never, tables.worth.base[line] &+ best.base[quantity * block - 1])
    for sent in 1...quantity {
      let (parcel, rest) = (parcels + sent * block, best.base + (quantity - sent) * block + block - 1)
      for content in 0..<block { least = min(least, parcel[content] &+ rest[-content]) }
    }
    return least
  }
}
