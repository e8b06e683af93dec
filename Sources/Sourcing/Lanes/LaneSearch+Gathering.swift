extension LaneSearch {
  /// Searches an order of a table. The answer is in ``cost``, ``bound`` and ``parts``.
  package mutating func run(_ table: LaneTable, _ index: Int, _ conditions: Conditions) {
    table.items.withUnsafeBufferPointer { items in
      table.tiers.withUnsafeBufferPointer { tiers in
        table.candidates.withUnsafeBufferPointer { candidates in
          let order = table.orders[index]
          guard order.items.count > 0, let firstItem = items.baseAddress, let firstTier = tiers.baseAddress else { return }
          self.items = firstItem + order.items.lowerBound
          self.tiers = firstTier
          search(order, candidates, table.layout, conditions)
        }
      }
    }
  }

  /// What ships from where in the plan that was found: the parts of each lane together.
  ///
  /// - Precondition: The order and the conditions are those of the last run.
  package mutating func parts(_ table: LaneTable, _ index: Int, _ conditions: Conditions, _ body: (Part) -> Void) {
    table.candidates.withUnsafeBufferPointer { candidates in
      table.items.withUnsafeBufferPointer { items in
        table.tiers.withUnsafeBufferPointer { tiers in
          guard bestCount > 0, let firstItem = items.baseAddress, let firstTier = tiers.baseAddress else { return }
          self.items = firstItem + table.orders[index].items.lowerBound
          self.tiers = firstTier
          count = 0
          for place in 0..<bestCount {
            let lane = bestSet.base[place]
            take(candidates[lane], lane, table.layout, conditions, isPaid: true)
            chosen.base[place] = place
          }
          for lane in 0..<bestCount {
            // One lane after the other, whatever the order in which the items were allotted; an item's tiers together.
            var last: (item: Int, units: Int) = (0, 0)
            func tell() {
              if last.units > 0 { body(Part(candidate: Int(number.base[lane]), item: last.item, units: last.units)) }
            }
            _ = allot(bestCount) { from, item, units in
              guard from == lane else { return }
              if item == last.item {
                last.units += units
              } else {
                tell()
                last = (item, units)
              }
            }
            tell()
          }
        }
      }
    }
  }

  mutating func search(
    _ order: LaneTable.Order, _ candidates: UnsafeBufferPointer<LaneTable.Candidate>, _ layout: LaneTable.Layout,
    _ conditions: Conditions
  ) {
    itemCount = order.items.count
    maximumParcels = order.maximumParcels
    grain = conditions.grain
    stepLimit = conditions.stepLimit
    (cost, bound, exhausted, steps, bestCount, count, smallest) = (nil, .max, false, 0, 0, 0, 2)
    cheapest.reserve(itemCount)
    supply.reserve(itemCount)
    for item in 0..<itemCount { (cheapest.base[item], supply.base[item]) = (.max, 0) }
    fixed.reserve(order.candidates.count)
    number.reserve(order.candidates.count)
    unit.reserve(order.candidates.count * itemCount)
    available.reserve(order.candidates.count * itemCount)
    if let nothing = order.nothing { (cost, bound) = (nothing, nothing) }
    guard maximumParcels > 0 else { return }
    let paid = gather(order, candidates, layout, conditions)
    // What is paid for must ship.
    if paid > 0 { (cost, bound) = (nil, .max) }
    guard let least = leastForUnits else { return }
    guard count > 0 else { return }
    // Every plan that ships pays for one parcel at least.
    shippingBound = rounded(least + (0..<count).reduce(Int.max) { min($0, fixed.base[$1]) })
    if paid > 0 { extendPaid(paid) } else { extendNone(least, conditions) }
    bound = exhausted ? min(bound, shippingBound, cost ?? .max) : cost ?? .max
  }

  /// Takes in the lanes of the hint, each alone and all together.
  ///
  /// - Returns: How many they are.
  mutating func gatherHint(
    _ candidates: UnsafeBufferPointer<LaneTable.Candidate>, _ layout: LaneTable.Layout, _ conditions: Conditions
  ) -> Int {
    isHinted = false
    guard let hint = conditions.hint, !hint.isEmpty, hint.count <= min(maximumParcels, 8) else { return 0 }
    for index in hint where take(candidates[index], index, layout, conditions, isPaid: false) {
      chosen.base[0] = count - 1
      settle(1)
    }
    if count > 1 {
      for place in 0..<count { chosen.base[place] = place }
      settle(count)
    }
    isHinted = bestCount > 0
    return hint.count
  }

  /// Takes in the lanes that have anything worth shipping, those that are paid for first.
  ///
  /// - Returns: How many are paid for.
  mutating func gather(
    _ order: LaneTable.Order, _ candidates: UnsafeBufferPointer<LaneTable.Candidate>, _ layout: LaneTable.Layout,
    _ conditions: Conditions
  ) -> Int {
    isHinted = false
    guard let marks = conditions.marks else {
      let least = conditions.pricesAreCosts ? order.leastForUnits : -(.max / 4)
      let hinted = gatherHint(candidates, layout, conditions)
      for index in order.candidates where hinted == 0 || !conditions.hint!.contains(index) {
        // Whatever else ships, a plan with this lane costs so much.
        if let cost, candidates[index].fixed + least > cost {
          if conditions.lanesAreSorted { break }
          continue
        }
        if take(candidates[index], index, layout, conditions, isPaid: false) {
          chosen.base[0] = count - 1
          settle(1)
        }
      }
      return 0
    }
    for index in order.candidates where marks[index] == Mark.paid.rawValue {
      take(candidates[index], index, layout, conditions, isPaid: true)
    }
    let paid = count
    for index in order.candidates where marks[index] == Mark.free.rawValue {
      if take(candidates[index], index, layout, conditions, isPaid: false), paid == 0 {
        chosen.base[0] = count - 1
        settle(1)
      }
    }
    return paid
  }

  ///
  /// - Returns: Whether it was taken in.
  @inline(__always) @discardableResult
  mutating func take(
    _ candidate: LaneTable.Candidate, _ index: Int, _ layout: LaneTable.Layout, _ conditions: Conditions, isPaid: Bool
  ) -> Bool {
    let row = Int(candidate.row)
    if let parcelsLeft = conditions.parcelsLeft, parcelsLeft[row] <= 0 { return false }
    let base = count * itemCount
    var any = isPaid
    for item in 0..<itemCount {
      let it = items[item]
      var price = candidate.perUnit
      var units = 0
      if it.column >= 0 {
        let cell = layout.cell(row, it.column)
        units = max(0, min(it.quantity, conditions.stock[cell]))
        if let prices = conditions.cellPrices { price += prices[cell] * conditions.priceScale }
        // A unit that costs more than to leave it out is never taken.
        if units > 0, price < tiers[it.tiers.lowerBound].worth {
          any = true
          if price < cheapest.base[item] { cheapest.base[item] = price }
          supply.base[item] += units
        } else {
          units = 0
        }
      }
      unit.base[base + item] = price
      available.base[base + item] = units
    }
    guard any else { return false }
    fixed.base[count] = candidate.fixed + (conditions.parcelPrices?[row] ?? 0)
    number.base[count] = Int32(index)
    count += 1
    return true
  }

  /// What the units cost at least if each came from the cheapest lane; `nil` if too few are there of what must ship.
  var leastForUnits: Int? {
    var sum = 0
    for item in 0..<itemCount {
      let it = items[item]
      guard supply.base[item] >= it.required else { return nil }
      for tier in it.tiers { sum += tiers[tier].quantity * min(tiers[tier].worth, cheapest.base[item]) }
    }
    return sum
  }

  /// Looks at all sets of two lanes or more.
  mutating func extendNone(_ least: Int, _ conditions: Conditions) {
    guard maximumParcels > 1 else { return }
    dropHopeless(least, parcels: 2)
    if conditions.looksAtPairs { dropDominated(conditions) }
    guard count > 1 else { return }
    if !isHinted { rush() }
    if conditions.looksAtPairs {
      settlePairs(least)
      guard maximumParcels > 2, !exhausted else { return }
      smallest = 3
      dropHopeless(least, parcels: 3)
      guard count > 2 else { return }
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { free in
      for lane in 0..<count { free[lane] = lane }
      extend(0, free)
    }
  }

  /// Forgets the lanes that are in no set of so many or more, two or three, that could be better than the best one.
  mutating func dropHopeless(_ least: Int, parcels: Int) {
    let limit = hopeless(parcels: parcels)
    guard count >= parcels, limit < .max else { return }
    var cheap = (Int.max, Int.max, Int.max)
    for lane in 0..<count {
      let price = fixed.base[lane]
      if price < cheap.0 {
        cheap = (price, cheap.0, cheap.1)
      } else if price < cheap.1 {
        cheap = (cheap.0, price, cheap.1)
      } else {
        cheap.2 = min(cheap.2, price)
      }
    }
    // The cheapest set of a lane is that of the cheapest parcels, with its own as the last if it is none of them.
    let (others, last) = parcels == 2 ? (cheap.0, cheap.1) : (cheap.0 + cheap.1, cheap.2)
    var kept = 0
    for lane in 0..<count {
      let set = others + max(fixed.base[lane], last)
      guard least + set < limit else { continue }
      if kept < lane {
        fixed.base[kept] = fixed.base[lane]
        number.base[kept] = number.base[lane]
        for item in 0..<itemCount {
          unit.base[kept * itemCount + item] = unit.base[lane * itemCount + item]
          available.base[kept * itemCount + item] = available.base[lane * itemCount + item]
        }
      }
      // The best set is told by numbers of the table, so nothing points to a place that moves.
      kept += 1
    }
    count = kept
  }
}
