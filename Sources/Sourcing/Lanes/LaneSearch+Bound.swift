extension LaneSearch {
  /// A bound on every plan that ships from all open lanes and any of the free ones; `nil` if they have too little of what must ship.
  ///
  /// The dual of the linear relaxation gives every wanted unit a price such that no free lane could sell all it has for more than it
  /// costs; the prices add up to the bound. They are raised once for each tier of units, scarce items first, as far as the tightest
  /// lane allows. What a lane has left over, its slack, is what any plan costs more, above the bound, for using it.
  func ascend(
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
            let price = unit.base[cell]
            if limit < .max {
              // To divide is dear, and what a lane could sell at is seldom the least.
              let most = (limit - price).multipliedReportingOverflow(by: units)
              guard most.overflow || slack[place] < most.partialValue else { continue }
            }
            limit = min(limit, price + slack[place] / units)
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
  func gatherOpen(
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
