import Logistics

/// Branch and bound over parcels: which unit goes into which parcel of a given set of candidates.
///
/// Units of one item are alike, so they go into parcels in the order in which the parcels were opened, new parcels of
/// one item are opened in the order of the candidates, and units left out come last: every plan is looked at once.
///
/// Two bounds hold. What is spent so far, and for every unit to come the least of leaving it out and handling it. And the same with
/// freight: beyond the room left in their brackets parcels grow at the tariff's least slope at least.
struct Packing {
  private struct Bin {
    let member: Int
    var weight = 0
    var volume = 0
    var measure = 0
    var price = 0
    /// What the room left in its bracket is worth at the least slope, scaled.
    var credit = 0
    var units: [Int]
  }

  private let instance: Instance
  private let set: [Int]
  /// Items, the heaviest first.
  private let order: [Int]
  /// What a unit still to be placed costs at least, scaled: handling alone, and with freight.
  private var leastHandling: [Int] = []
  private var leastGrown: [Int] = []
  /// The sums over all items from a place in `order` on.
  private var restHandling: [Int]
  private var restGrown: [Int]

  private var bins: [Bin] = []
  private var stock: [Int]
  private var parcels: [Int]
  private var cost = 0
  private var credit = 0

  init(_ instance: Instance, _ set: [Int]) {
    self.instance = instance
    self.set = set
    let width = instance.width
    let items = instance.items
    order = items.indices.sorted { (items[$1].weight, items[$1].volume, $0) < (items[$0].weight, items[$0].volume, $1) }
    stock = set.flatMap { instance.available[$0 * width..<($0 + 1) * width] }
    parcels = [Int](repeating: 0, count: set.count)
    for item in items.indices {
      let cheapest = items[item].tiers.last!.unfilledCost
      var (handling, grown) =
        cheapest == Instance.never ? (Int.max, Int.max) : (cheapest * Instance.scale, cheapest * Instance.scale)
      for candidate in set where instance.available[candidate * width + item] > 0 {
        let perUnit = instance.picking[candidate * width + item] * Instance.scale
        let growth = instance.candidates[candidate].growth
        handling = min(handling, perUnit)
        grown = min(grown, perUnit + growth.floor(Instance.scale, times: instance.measure[candidate * width + item]))
      }
      leastHandling.append(handling)
      leastGrown.append(grown)
    }
    restHandling = [Int](repeating: 0, count: width + 1)
    restGrown = restHandling
    for place in order.indices.reversed() {
      // Without a supplier nothing can be placed: `run` finds that out before the bound is looked at.
      let known = leastHandling[order[place]] < Int.max
      restHandling[place] = restHandling[place + 1] + (known ? leastHandling[order[place]] * items[order[place]].quantity : 0)
      restGrown[place] = restGrown[place + 1] + (known ? leastGrown[order[place]] * items[order[place]].quantity : 0)
    }
  }

  /// Offers every plan better than the best known.
  mutating func run(in search: inout Search) {
    for (item, value) in instance.items.enumerated() {
      let supply = set.indices.reduce(0) { $0 + stock[$1 * instance.width + item] }
      if supply < value.required { return }
    }
    place(0, left: instance.items[order[0]].quantity, firstBin: 0, firstMember: 0, in: &search)
  }

  /// Places the units of an item that are left, then the items after it.
  ///
  /// - Parameters:
  ///   - firstBin: the first parcel a unit may go into.
  ///   - firstMember: the first candidate that may open a parcel.
  private mutating func place(_ place: Int, left: Int, firstBin: Int, firstMember: Int, in search: inout Search) {
    guard place < order.count else {
      if !bins.isEmpty, !search.isHopeless(cost * Instance.scale, parcels: bins.count) { search.offer(draft) }
      return
    }
    if left == 0 {
      let next = place + 1
      self.place(
        next, left: next < order.count ? instance.items[order[next]].quantity : 0, firstBin: 0, firstMember: 0, in: &search)
      return
    }
    guard search.step(), !search.isHopeless(least(place, left), parcels: max(1, bins.count)) else { return }
    let item = order[place]
    let width = instance.width
    var bin = firstBin
    while bin < bins.count {
      let member = bins[bin].member
      if stock[member * width + item] > 0 {
        let before = (bins[bin], cost, credit)
        if add(item, to: bin) {
          stock[member * width + item] -= 1
          self.place(place, left: left - 1, firstBin: bin, firstMember: firstMember, in: &search)
          stock[member * width + item] += 1
        }
        (bins[bin], cost, credit) = before
        if search.exhausted { return }
      }
      bin += 1
    }
    for member in firstMember..<max(firstMember, set.count) {
      guard bins.count < instance.maximumParcels, stock[member * width + item] > 0,
        parcels[member] < instance.candidates[set[member]].parcelLimit
      else { continue }
      let before = (cost, credit)
      parcels[member] += 1
      bins.append(Bin(member: member, units: [Int](repeating: 0, count: width)))
      if add(item, to: bins.count - 1) {
        stock[member * width + item] -= 1
        self.place(place, left: left - 1, firstBin: bins.count - 1, firstMember: member, in: &search)
        stock[member * width + item] += 1
      }
      bins.removeLast()
      parcels[member] -= 1
      (cost, credit) = before
      if search.exhausted { return }
    }
    if let unfilled = instance.unfilledCost(item, left) {
      cost += unfilled
      self.place(place, left: 0, firstBin: 0, firstMember: 0, in: &search)
      cost -= unfilled
    }
  }

  /// What any plan costs at least that places the rest from here on, scaled.
  private func least(_ place: Int, _ left: Int) -> Int {
    let item = order[place]
    return cost * Instance.scale
      + max(restHandling[place + 1] + left * leastHandling[item], restGrown[place + 1] + left * leastGrown[item] - credit)
  }

  /// Puts a unit into a parcel; `false`, with the parcel spoilt, if the carrier refuses it.
  private mutating func add(_ item: Int, to bin: Int) -> Bool {
    let candidate = set[bins[bin].member]
    let it = instance.candidates[candidate]
    bins[bin].weight += instance.items[item].weight
    bins[bin].volume += instance.items[item].volume
    bins[bin].measure += instance.measure[candidate * instance.width + item]
    bins[bin].units[item] += 1
    guard let (price, upTo) = instance.price(candidate, weight: bins[bin].weight, volume: bins[bin].volume) else {
      return false
    }
    cost += price - bins[bin].price + instance.picking[candidate * instance.width + item]
    bins[bin].price = price
    credit -= bins[bin].credit
    // No order weighs more than 10¹² g: room beyond that is never used.
    let room = it.growth.numerator == 0 ? 0 : min(upTo, Weight.limit) * 1000 - bins[bin].measure
    bins[bin].credit = it.growth.ceiling(Instance.scale, times: max(0, room))
    credit += bins[bin].credit
    return true
  }

  private var draft: Draft {
    Draft(cost: cost, boxes: bins.map { Draft.Box(candidate: set[$0.member], units: $0.units) })
  }
}
