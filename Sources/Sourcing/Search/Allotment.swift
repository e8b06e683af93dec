/// Which candidate ships how many units of which item, each candidate priced by its line: the cheapest for a given set of
/// candidates, all of them paid for.
///
/// With the set fixed the items no longer meet: each takes its dearest-to-leave-out units from the cheapest supply.
struct Allotment {
  /// The cost, scaled; a bound on every plan that ships from all of the set.
  let cost: Int
  /// Units, set member by set member.
  private(set) var units: [Int]

  /// `nil` if the set has too little of what must ship.
  init?(_ instance: Instance, _ set: [Int]) {
    let width = instance.width
    units = [Int](repeating: 0, count: set.count * width)
    var cost = 0
    for candidate in set { cost += instance.candidates[candidate].fixed }
    var order = Array(set.indices)
    for item in 0..<width {
      let price = { (member: Int) in instance.unitCost[set[member] * width + item] }
      if set.count > 1 { order.sort { (price($0), $0) < (price($1), $1) } }
      var next = 0
      var left = set.isEmpty ? 0 : instance.available[set[order[0]] * width + item]
      for tier in instance.items[item].tiers {
        var wanted = tier.quantity
        let worth = tier.unfilledCost == Instance.never ? Int.max : tier.unfilledCost * Instance.scale
        while wanted > 0, next < set.count, price(order[next]) < worth {
          let taken = min(wanted, left)
          units[order[next] * width + item] += taken
          cost += taken * price(order[next])
          wanted -= taken
          left -= taken
          if left == 0 {
            next += 1
            if next < set.count { left = instance.available[set[order[next]] * width + item] }
          }
        }
        if wanted > 0 {
          if worth == Int.max { return nil }
          cost += wanted * worth
        }
      }
    }
    self.cost = cost
  }
}
