extension LaneSearch {
  mutating func step() -> Bool {
    steps += 1
    if steps > stepLimit { exhausted = true }
    return !exhausted
  }

  func rounded(_ value: Int) -> Int {
    guard grain > 1 else { return value }
    let rest = value % grain
    return rest == 0 ? value : value - rest + (rest > 0 ? grain : 0)
  }

  /// Whether no plan of this cost at least, in so many parcels at least, can be better than the best.
  func isHopeless(_ value: Int, parcels: Int) -> Bool {
    guard let cost else { return false }
    let value = rounded(value)
    return value > cost || value == cost && parcels >= bestCount
  }

  /// From which cost on no plan in so many parcels at least can be better than the best.
  func hopeless(parcels: Int) -> Int {
    guard let cost else { return .max }
    // Between one multiple of the grain and the next there is nothing.
    return parcels >= bestCount ? cost - grain + 1 : cost + 1
  }

  /// Keeps the first `size` lanes of `chosen` if they are the best set so far, all of them paid for.
  mutating func settle(_ size: Int) {
    guard let value = allot(size, { _, _, _ in }) else { return }
    guard !isHopeless(value, parcels: size) || isEarlier(value, size) else { return }
    cost = value
    bestCount = size
    for place in 0..<size { bestSet.base[place] = Int(number.base[chosen.base[place]]) }
    bestSet.sort(size)
  }

  /// Of single lanes that cost the same the one that comes first is taken.
  func isEarlier(_ value: Int, _ size: Int) -> Bool {
    size == 1 && bestCount == 1 && value == cost && Int(number.base[chosen.base[0]]) < bestSet.base[0]
  }

  /// The cost of the first `size` lanes of `chosen`, each item from the cheapest of them; `nil` if they have too little.
  func allot(_ size: Int, _ take: (_ lane: Int, _ item: Int, _ units: Int) -> Void) -> Int? {
    var sum = 0
    for place in 0..<size { sum += fixed.base[chosen.base[place]] }
    if size == 1 {
      let lane = chosen.base[0]
      for item in 0..<itemCount {
        guard let part = allotOne(lane, item) else { return nil }
        sum += part.cost
        if part.units > 0 { take(lane, item, part.units) }
      }
      return sum
    }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: size) { order -> Int? in
      for item in 0..<itemCount {
        sort(order, size, by: item)
        var next = 0
        var left = available.base[order[0] * itemCount + item]
        for tier in items[item].tiers {
          var wanted = tiers[tier].quantity
          let worth = tiers[tier].worth
          while wanted > 0, next < size {
            let price = unit.base[order[next] * itemCount + item]
            guard price < worth else { break }
            let taken = min(wanted, left)
            if taken > 0 {
              sum += taken * price
              take(order[next], item, taken)
            }
            wanted -= taken
            left -= taken
            if left == 0 {
              next += 1
              if next < size { left = available.base[order[next] * itemCount + item] }
            }
          }
          if wanted > 0 {
            if worth == LaneTable.never { return nil }
            sum += wanted * worth
          }
        }
      }
      return sum
    }
  }

  /// An item from one lane alone, as far as that has it.
  @inline(__always)
  func allotOne(_ lane: Int, _ item: Int) -> (cost: Int, units: Int)? {
    let price = unit.base[lane * itemCount + item]
    let units = available.base[lane * itemCount + item]
    var left = units
    var sum = 0
    for tier in items[item].tiers {
      let it = tiers[tier]
      let taken = price < it.worth ? min(it.quantity, left) : 0
      sum += taken * price
      left -= taken
      if taken < it.quantity {
        guard it.worth != LaneTable.never else { return nil }
        sum += (it.quantity - taken) * it.worth
      }
    }
    return (sum, units - left)
  }

  /// The chosen lanes by their price of an item; a handful, so by insertion.
  func sort(_ order: UnsafeMutableBufferPointer<Int>, _ size: Int, by item: Int) {
    for place in 0..<size {
      let lane = chosen.base[place]
      let price = unit.base[lane * itemCount + item]
      var hole = place
      while hole > 0 {
        let before = order[hole - 1]
        let other = unit.base[before * itemCount + item]
        guard other > price || other == price && before > lane else { break }
        order[hole] = before
        hole -= 1
      }
      order[hole] = lane
    }
  }

  /// A plan to start from where no lane has everything: lanes one after the other, each the cheapest for every unit it adds.
  mutating func rush() {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: itemCount + count) { memory in
      let missing = memory.baseAddress!
      let used = missing + itemCount
      for item in 0..<itemCount { missing[item] = items[item].quantity }
      for lane in 0..<count { used[lane] = 0 }
      var size = 0
      while size < min(maximumParcels, Self.deepest), step() {
        var choice: (lane: Int, cost: Double)?
        for lane in 0..<count where used[lane] == 0 {
          var units = 0
          var sum = fixed.base[lane]
          for item in 0..<itemCount {
            let taken = min(missing[item], available.base[lane * itemCount + item])
            units += taken
            sum += taken * unit.base[lane * itemCount + item]
          }
          guard units > 0 else { continue }
          let each = Double(sum) / Double(units)
          if choice.map({ each < $0.cost }) ?? true { choice = (lane, each) }
        }
        guard let choice else { break }
        used[choice.lane] = 1
        for item in 0..<itemCount { missing[item] -= min(missing[item], available.base[choice.lane * itemCount + item]) }
        chosen.base[size] = choice.lane
        size += 1
        if (0..<itemCount).allSatisfy({ missing[$0] == 0 }) { break }
      }
      if size > 1 { settle(size) }
    }
  }

  /// Looks at all sets that contain the first `paid` lanes, of which each is paid for whether it ships or not.
  mutating func extendPaid(_ paid: Int) {
    guard paid <= maximumParcels else { return }
    guard paid < Self.deepest else {
      exhausted = true
      return
    }
    for lane in 0..<paid { chosen.base[lane] = lane }
    settle(paid)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: max(1, count - paid)) { memory in
      for place in 0..<count - paid { memory[place] = paid + place }
      extend(paid, UnsafeMutableBufferPointer(start: memory.baseAddress, count: count - paid))
    }
  }

  /// Looks at all sets of `smallest` lanes or more that contain the first `open` lanes of `chosen` and any of the free ones. Those of
  /// `open` alone were settled.
  mutating func extend(_ open: Int, _ free: UnsafeMutableBufferPointer<Int>, depth: Int = 0) {
    guard open < maximumParcels, !free.isEmpty, step() else { return }
    guard open < Self.deepest else {
      exhausted = true
      return
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * free.count) { memory in
      let slack = memory.baseAddress!
      guard let value = ascend(open, free, slack) else { return }
      if depth == 0 { shippingBound = max(shippingBound, rounded(value)) }
      let parcels = max(smallest, open + 1)
      guard !isHopeless(value, parcels: parcels) else { return }
      let rest = slack + free.count
      var useful = 0
      for place in 0..<free.count where !isHopeless(value + slack[place], parcels: parcels) {
        // By slack, by insertion: what is left here is short, or long only once at the root.
        let (lane, own) = (free[place], slack[place])
        var hole = useful
        while hole > 0, slack[hole - 1] > own {
          (slack[hole], rest[hole]) = (slack[hole - 1], rest[hole - 1])
          hole -= 1
        }
        (slack[hole], rest[hole]) = (own, lane)
        useful += 1
      }
      // Some lane must bring what the open ones lack: only those that have it need be the next one.
      let needed = scarcest(open, rest, useful)
      // Each lane that was the next one is out of all sets that follow: the list shrinks from the front, those passed over stay.
      var left = useful
      var place = 0
      while place < left {
        let (lane, own) = (rest[place], slack[place])
        if let needed, available.base[lane * itemCount + needed] == 0 {
          place += 1
          continue
        }
        // The slack of those that follow is no smaller.
        guard !exhausted, !isHopeless(value + own, parcels: parcels) else { return }
        left -= 1
        for later in place..<left { (rest[later], slack[later]) = (rest[later + 1], slack[later + 1]) }
        chosen.base[open] = lane
        if open + 1 >= smallest { settle(open + 1) }
        extend(open + 1, UnsafeMutableBufferPointer(start: rest, count: left), depth: depth + 1)
      }
    }
  }

  /// The item that must ship, of which the open lanes have too little and the fewest others have any.
  func scarcest(_ open: Int, _ free: UnsafeMutablePointer<Int>, _ count: Int) -> Int? {
    var found: (item: Int, suppliers: Int)?
    for item in 0..<itemCount where items[item].required > 0 {
      var supply = 0
      for place in 0..<open { supply += available.base[chosen.base[place] * itemCount + item] }
      guard supply < items[item].required else { continue }
      var suppliers = 0
      for place in 0..<count where available.base[free[place] * itemCount + item] > 0 { suppliers += 1 }
      if found.map({ suppliers < $0.suppliers }) ?? true { found = (item, suppliers) }
    }
    return found?.item
  }
}
