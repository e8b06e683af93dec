/// The cheapest set of lanes for one order after the other, where every lane asks one price for a parcel of anything.
///
/// This is the facility location problem with limited supply: with the set of lanes fixed the items no longer meet, and each takes its
/// dearest-to-leave-out units from the cheapest supply. Most orders ship from one lane, so all lanes are tried alone first; what
/// that leaves is searched by branch and bound over sets of lanes, bounded by dual ascent (D. Erlenkotter, "A dual-based
/// procedure for uncapacitated facility location", Operations Research 26, 1978).
///
/// Keeps its memory from order to order.
///
/// Complexity: lanes × items where one lane is best, which is the usual case; exponential at worst.
package struct LaneSearch: ~Copyable {
  /// What a branch of a tree says of a lane.
  package enum Mark: UInt8 {
    case free
    case forbidden
    /// Its parcel is paid for, whether anything is in it or not.
    case paid
  }

  /// What an order is searched under, beside its own table.
  package struct Conditions {
    /// Units that may be taken, by row and column of the table of stock.
    package var stock: UnsafePointer<Int>
    /// What a unit costs more in each of these cells, times ``priceScale``; `nil` for nothing.
    package var cellPrices: UnsafePointer<Int>?
    package var priceScale = 1
    /// What a parcel costs more in each row.
    package var parcelPrices: UnsafePointer<Int>?
    /// Parcels that each row may still ship.
    package var parcelsLeft: UnsafePointer<Int>?
    /// For each candidate of the table a ``Mark``.
    package var marks: UnsafePointer<UInt8>?
    /// Whether no price is below nothing, so that a lane costs what it says at least.
    package var pricesAreCosts = true
    /// Lanes whose set was the best under conditions like these, ascending: it is looked at first, and rules most others out.
    package var hint: UnsafeBufferPointer<Int>?
    /// Whether shipping nothing is out of the question.
    package var mustShip = false
    /// Every cost is a multiple of it: bounds are rounded up to the next one.
    package var grain = 1
    /// How many sets are looked at.
    package var stepLimit = 200_000

    package init(stock: UnsafePointer<Int>) { self.stock = stock }
  }

  /// Units of an item from a lane.
  package struct Part: Hashable, Sendable {
    /// Its number in the table.
    package let candidate: Int
    /// Which of the order's items it is.
    package let item: Int
    package let units: Int

    package init(candidate: Int, item: Int, units: Int) {
      self.candidate = candidate
      self.item = item
      self.units = units
    }
  }

  // The order, gathered from the table.
  private(set) var itemCount = 0
  private(set) var items: UnsafePointer<LaneTable.Item>
  private(set) var tiers: UnsafePointer<LaneTable.Tier>
  private(set) var maximumParcels = 0

  // The lanes that are left, of which each has `itemCount` numbers in `unit` and `available`.
  private var count = 0
  private var number = Scratch<Int32>()
  private var fixed = Scratch<Int>()
  private var unit = Scratch<Int>()
  private var available = Scratch<Int>()
  private var cheapest = Scratch<Int>()
  private var supply = Scratch<Int>()

  // The sets.
  private var chosen = Scratch<Int>(capacity: deepest + 1)
  private var bestSet = Scratch<Int>(capacity: deepest + 1)
  private var bestCount = 0
  private var grain = 1
  private var stepLimit = 0
  /// No plan that ships anything costs less, but perhaps the best one known.
  private var shippingBound = 0

  /// The least cost found, the prices of the conditions included; `nil` if there is no plan, or none was found.
  package private(set) var cost: Int?
  /// No plan costs less, if there is any.
  package private(set) var bound = Int.max
  /// Whether the search ended at its limit of steps.
  package private(set) var exhausted = false
  package private(set) var steps = 0

  /// The most lanes in a set: deeper than this, a thread's stack could end.
  private static let deepest = 400

  package init() {
    items = UnsafePointer(bitPattern: 16)!
    tiers = UnsafePointer(bitPattern: 16)!
  }
}

// MARK: - Gathering

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

  private mutating func search(
    _ order: LaneTable.Order, _ candidates: UnsafeBufferPointer<LaneTable.Candidate>, _ layout: LaneTable.Layout,
    _ conditions: Conditions
  ) {
    itemCount = order.items.count
    maximumParcels = order.maximumParcels
    grain = conditions.grain
    stepLimit = conditions.stepLimit
    (cost, bound, exhausted, steps, bestCount, count) = (nil, .max, false, 0, 0, 0)
    cheapest.reserve(itemCount)
    supply.reserve(itemCount)
    for item in 0..<itemCount { (cheapest.base[item], supply.base[item]) = (.max, 0) }
    fixed.reserve(order.candidates.count)
    number.reserve(order.candidates.count)
    unit.reserve(order.candidates.count * itemCount)
    available.reserve(order.candidates.count * itemCount)
    if let nothing = order.nothing, !conditions.mustShip { (cost, bound) = (nothing, nothing) }
    guard maximumParcels > 0 else { return }
    let paid = gather(order, candidates, layout, conditions)
    // What is paid for must ship.
    if paid > 0 { (cost, bound) = (nil, .max) }
    guard let least = leastForUnits else { return }
    guard count > 0 else { return }
    // Every plan that ships pays for one parcel at least.
    shippingBound = rounded(least + (0..<count).reduce(Int.max) { min($0, fixed.base[$1]) })
    if paid > 0 { extendPaid(paid) } else { extendNone(least) }
    bound = exhausted ? min(bound, shippingBound, cost ?? .max) : cost ?? .max
  }

  /// Takes in the lanes of the hint, each alone and all together.
  ///
  /// - Returns: How many they are.
  private mutating func gatherHint(
    _ candidates: UnsafeBufferPointer<LaneTable.Candidate>, _ layout: LaneTable.Layout, _ conditions: Conditions
  ) -> Int {
    guard let hint = conditions.hint, !hint.isEmpty, hint.count <= min(maximumParcels, 8) else { return 0 }
    for index in hint where take(candidates[index], index, layout, conditions, isPaid: false) {
      chosen.base[0] = count - 1
      settle(1)
    }
    if count > 1 {
      for place in 0..<count { chosen.base[place] = place }
      settle(count)
    }
    return hint.count
  }

  /// Takes in the lanes that have anything worth shipping, those that are paid for first.
  ///
  /// - Returns: How many are paid for.
  private mutating func gather(
    _ order: LaneTable.Order, _ candidates: UnsafeBufferPointer<LaneTable.Candidate>, _ layout: LaneTable.Layout,
    _ conditions: Conditions
  ) -> Int {
    guard let marks = conditions.marks else {
      let least = conditions.pricesAreCosts ? order.leastForUnits : -(.max / 4)
      let hinted = gatherHint(candidates, layout, conditions)
      for index in order.candidates where hinted == 0 || !conditions.hint!.contains(index) {
        // Whatever else ships, a plan with this lane costs so much.
        if let cost, candidates[index].fixed + least > cost { continue }
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
  private mutating func take(
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
  private var leastForUnits: Int? {
    var sum = 0
    for item in 0..<itemCount {
      let it = items[item]
      guard supply.base[item] >= it.required else { return nil }
      for tier in it.tiers { sum += tiers[tier].quantity * min(tiers[tier].worth, cheapest.base[item]) }
    }
    return sum
  }

  /// Looks at all sets of two lanes or more.
  private mutating func extendNone(_ least: Int) {
    guard maximumParcels > 1 else { return }
    dropHopeless(least)
    guard count > 1 else { return }
    rush()
    withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { free in
      for lane in 0..<count { free[lane] = lane }
      extend(0, free)
    }
  }

  /// Forgets the lanes that are in no set of two or more that could be better than the best lane alone.
  private mutating func dropHopeless(_ least: Int) {
    guard cost != nil else { return }
    var (first, second) = (Int.max, Int.max)
    for lane in 0..<count {
      let price = fixed.base[lane]
      if price < first { (first, second) = (price, first) } else { second = min(second, price) }
    }
    guard second < .max else { return }
    var kept = 0
    for lane in 0..<count {
      let other = fixed.base[lane] == first ? second : first
      guard !isHopeless(least + fixed.base[lane] + other, parcels: 2) else { continue }
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

// MARK: - Sets

extension LaneSearch {
  private mutating func step() -> Bool {
    steps += 1
    if steps > stepLimit { exhausted = true }
    return !exhausted
  }

  private func rounded(_ value: Int) -> Int {
    guard grain > 1 else { return value }
    let rest = value % grain
    return rest == 0 ? value : value - rest + (rest > 0 ? grain : 0)
  }

  /// Whether no plan of this cost at least, in so many parcels at least, can be better than the best.
  private func isHopeless(_ value: Int, parcels: Int) -> Bool {
    guard let cost else { return false }
    let value = rounded(value)
    return value > cost || value == cost && parcels >= bestCount
  }

  /// Keeps the first `size` lanes of `chosen` if they are the best set so far, all of them paid for.
  private mutating func settle(_ size: Int) {
    guard let value = allot(size, { _, _, _ in }) else { return }
    guard !isHopeless(value, parcels: size) || isEarlier(value, size) else { return }
    cost = value
    bestCount = size
    for place in 0..<size { bestSet.base[place] = Int(number.base[chosen.base[place]]) }
    bestSet.sort(size)
  }

  /// Of single lanes that cost the same the one that comes first is taken.
  private func isEarlier(_ value: Int, _ size: Int) -> Bool {
    size == 1 && bestCount == 1 && value == cost && Int(number.base[chosen.base[0]]) < bestSet.base[0]
  }

  /// The cost of the first `size` lanes of `chosen`, each item from the cheapest of them; `nil` if they have too little.
  private func allot(_ size: Int, _ take: (_ lane: Int, _ item: Int, _ units: Int) -> Void) -> Int? {
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
  private func allotOne(_ lane: Int, _ item: Int) -> (cost: Int, units: Int)? {
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
  private func sort(_ order: UnsafeMutableBufferPointer<Int>, _ size: Int, by item: Int) {
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
  private mutating func rush() {
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
  private mutating func extendPaid(_ paid: Int) {
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

  /// Looks at all sets that contain the first `open` lanes of `chosen` and any of the free ones. Those of `open` alone were settled,
  /// and so was every lane alone.
  private mutating func extend(_ open: Int, _ free: UnsafeMutableBufferPointer<Int>, depth: Int = 0) {
    guard open < maximumParcels, !free.isEmpty, step() else { return }
    guard open < Self.deepest else {
      exhausted = true
      return
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * free.count) { memory in
      let slack = memory.baseAddress!
      guard let value = ascend(open, free, slack) else { return }
      if depth == 0 { shippingBound = max(shippingBound, rounded(value)) }
      let parcels = max(2, open + 1)
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
        if open > 0 { settle(open + 1) }
        extend(open + 1, UnsafeMutableBufferPointer(start: rest, count: left), depth: depth + 1)
      }
    }
  }

  /// The item that must ship, of which the open lanes have too little and the fewest others have any.
  private func scarcest(_ open: Int, _ free: UnsafeMutablePointer<Int>, _ count: Int) -> Int? {
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

  /// A bound on every plan that ships from all open lanes and any of the free ones; `nil` if they have too little of what must ship.
  ///
  /// The dual of the linear relaxation gives every wanted unit a price such that no free lane could sell all it has for more than it
  /// costs; the prices add up to the bound. They are raised once for each tier of units, scarce items first, as far as the tightest
  /// lane allows. What a lane has left over, its slack, is what any plan costs more, above the bound, for using it.
  private func ascend(
    _ open: Int, _ free: UnsafeMutableBufferPointer<Int>, _ slack: UnsafeMutablePointer<Int>
  ) -> Int? {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * itemCount + 2 * open) { memory -> Int? in
      let suppliers = memory.baseAddress!
      let order = suppliers + itemCount
      let openCost = order + itemCount
      let openUnits = openCost + open
      for place in 0..<free.count { slack[place] = fixed.base[free[place]] }
      var sum = 0
      for place in 0..<open { sum += fixed.base[chosen.base[place]] }
      for item in 0..<itemCount {
        var number = 0
        for lane in free where available.base[lane * itemCount + item] > 0 { number += 1 }
        suppliers[item] = number
        var hole = item
        while hole > 0, suppliers[order[hole - 1]] > number {
          order[hole] = order[hole - 1]
          hole -= 1
        }
        order[hole] = item
      }
      for rank in 0..<itemCount {
        let item = order[rank]
        let supplied = gatherOpen(open, item, openCost, openUnits)
        for tier in items[item].tiers {
          let quantity = tiers[tier].quantity
          var limit = tiers[tier].worth
          for place in 0..<free.count {
            let cell = free[place] * itemCount + item
            let units = min(quantity, available.base[cell])
            guard units > 0 else { continue }
            limit = min(limit, unit.base[cell] + slack[place] / units)
          }
          // Above the cost of open lanes the price also pays for them, though they are open anyway: it gains only for the units
          // that they do not have.
          var price = limit
          var gaining = quantity
          for place in 0..<supplied where openCost[place] < limit {
            gaining -= min(quantity, openUnits[place])
            if gaining <= 0 {
              price = openCost[place]
              break
            }
          }
          guard price < Int.max else { return nil }
          for place in 0..<supplied where openCost[place] < price {
            sum -= (price - openCost[place]) * min(quantity, openUnits[place])
          }
          sum += price * quantity
          for place in 0..<free.count {
            let cell = free[place] * itemCount + item
            let units = min(quantity, available.base[cell])
            if units > 0, price > unit.base[cell] { slack[place] -= units * (price - unit.base[cell]) }
          }
        }
      }
      return sum
    }
  }

  /// What the open lanes have of an item, the cheapest first.
  private func gatherOpen(
    _ open: Int, _ item: Int, _ costs: UnsafeMutablePointer<Int>, _ units: UnsafeMutablePointer<Int>
  ) -> Int {
    var count = 0
    for place in 0..<open {
      let cell = chosen.base[place] * itemCount + item
      guard available.base[cell] > 0 else { continue }
      let price = unit.base[cell]
      var hole = count
      while hole > 0, costs[hole - 1] > price {
        (costs[hole], units[hole]) = (costs[hole - 1], units[hole - 1])
        hole -= 1
      }
      (costs[hole], units[hole]) = (price, available.base[cell])
      count += 1
    }
    return count
  }
}
