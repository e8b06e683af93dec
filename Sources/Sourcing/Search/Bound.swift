/// A lower bound on every plan that ships from all of some open candidates and any of the free ones, by dual ascent.
///
/// The linear relaxation of the order, each candidate priced by its ``LinearMinorant``, is a facility location problem. Its
/// dual gives every wanted unit a price such that no free candidate could sell all it has for more than it costs; the
/// prices add up to the bound. They are raised once for each tier of units, scarce items first, as far as the tightest
/// candidate allows (Erlenkotter 1978). What a candidate has left over, its slack, is what any plan costs more, above the bound,
/// for using it.
///
/// Complexity: candidates × tiers.
struct Bound {
  /// The bound, scaled; `nil` if the open and free candidates together have too little of what must ship.
  private(set) var value: Int? = 0
  /// What a plan that uses a free candidate costs at least above `value`, scaled, in the order of `free`.
  private(set) var slack: [Int]

  init(_ instance: Instance, open: [Int], free: [Int]) {
    slack = free.map { instance.candidates[$0].fixed }
    var sum = open.reduce(0) { $0 + instance.candidates[$1].fixed }
    let width = instance.width
    let scale = Instance.scale
    let suppliers = (0..<width).map { item in free.reduce(0) { $0 + (instance.available[$1 * width + item] > 0 ? 1 : 0) } }
    for item in (0..<width).sorted(by: { (suppliers[$0], $0) < (suppliers[$1], $1) }) {
      var openSupply = open.compactMap { candidate -> (cost: Int, units: Int)? in
        let units = instance.available[candidate * width + item]
        return units > 0 ? (instance.unitCost[candidate * width + item], units) : nil
      }
      openSupply.sort { $0.cost < $1.cost }
      for tier in instance.items[item].tiers {
        var limit = tier.unfilledCost == Instance.never ? Int.max : tier.unfilledCost * scale
        for (position, candidate) in free.enumerated() {
          let units = min(tier.quantity, instance.available[candidate * width + item])
          guard units > 0 else { continue }
          limit = min(limit, instance.unitCost[candidate * width + item] + slack[position] / units)
        }
        // Above the cost of open candidates the price also pays for them, though they are open anyway: it gains only
        // for the units that they do not have.
        var price = limit
        var gaining = tier.quantity
        var paid = 0
        for supply in openSupply {
          guard supply.cost < limit else { break }
          gaining -= min(tier.quantity, supply.units)
          if gaining <= 0 {
            price = supply.cost
            break
          }
        }
        guard price < Int.max else {
          value = nil
          return
        }
        for supply in openSupply where supply.cost < price {
          paid += (price - supply.cost) * min(tier.quantity, supply.units)
        }
        sum += price * tier.quantity - paid
        for (position, candidate) in free.enumerated() {
          let units = min(tier.quantity, instance.available[candidate * width + item])
          let cost = instance.unitCost[candidate * width + item]
          if units > 0, price > cost { slack[position] -= units * (price - cost) }
        }
      }
    }
    value = sum
  }

  /// A scaled bound in whole minor units: every cost is whole, so the next whole one is a bound too.
  static func whole(_ scaled: Int) -> Int {
    scaled >= 0 ? (scaled + Instance.scale - 1) / Instance.scale : -(-scaled / Instance.scale)
  }
}
