import Sourcing

/// Looks for cheap plans of a wave: orders one after the other under prices, then a few orders at a time anew.
///
/// What a plan costs more than the bound is told apart by the prices: some of it lies with orders that did not get the
/// plan they would choose, some with stock that has a price and is left over. The search goes where that is.
struct PlanSearch {
  let model: WaveModel
  private var search: OrderSearch
  private var scratch: WaveScratch
  var random: SmallRandom
  private(set) var state: WaveState
  private(set) var prices: WavePrices
  private var isEmpty = true
  private var choices: [PriceSearch.Choice] = []
  /// Orders that pay more than they would have to, in any order.
  private var regretful: [Int] = []
  private var regret: [Int]
  /// The contested cells to look at, by their place in the model's list.
  private var places: [Int]
  /// Which orders may be planned anew; empty for all.
  private var isOwn: [Bool] = []

  init(_ model: WaveModel, seed: UInt64) {
    self.model = model
    search = OrderSearch(model)
    scratch = WaveScratch(model)
    random = SmallRandom(seed: seed)
    state = WaveState(model)
    prices = WavePrices(model)
    regret = [Int](repeating: 0, count: model.table.orders.count)
    places = Array(model.contestedCells.indices)
  }

  /// A search for better plans of some orders only, on what those have and what is left in some rows.
  func district(_ isOwn: [Bool], ownsRow: [Bool], random: SmallRandom) -> PlanSearch {
    var district = self
    district.isOwn = isOwn
    district.random = random
    district.state = state.district(isOwn) { ownsRow[$0] }
    district.regretful = regretful.filter { isOwn[$0] && regret[$0] > 0 }
    district.places = places.filter { ownsRow[model.row(ofCell: model.contestedCells[$0])] }
    return district
  }

  /// Takes over what searches for some orders each have found.
  mutating func adopt(_ districts: [(search: PlanSearch, orders: [Int])]) {
    var changed: [(order: Int, plan: OrderPlan)] = []
    for (district, orders) in districts {
      for order in orders {
        guard let plan = district.state.plans[order], plan != state.plans[order] else { continue }
        state.release(order)
        changed.append((order, plan))
      }
    }
    for (order, plan) in changed { state.take(plan, for: order) }
    for (order, _) in changed { refresh(order) }
    regretful.removeAll { regret[$0] <= 0 }
  }

  /// Works with the memory of a thread.
  mutating func use(_ search: OrderSearch, _ scratch: WaveScratch) { (self.search, self.scratch) = (search, scratch) }

  /// Plans all orders anew: each gets what it would choose under the prices as long as that is there, those first that would lose most
  /// without the cells that too many choose; the others then take the best of what is left.
  mutating func rebuild(under prices: WavePrices, choices: [PriceSearch.Choice]) {
    var fresh = WaveState(model)
    let regret = regretWithoutScarce(prices, choices)
    let sequence = model.table.orders.indices.sorted { (-regret[$0], $0) < (-regret[$1], $1) }
    var late: [Int] = []
    for order in sequence {
      if fresh.fits(choices[order].plan, of: order) { fresh.take(choices[order].plan, for: order) } else { late.append(order) }
    }
    for order in late { fresh.take(search.plan(order, in: fresh, under: prices), for: order) }
    if isEmpty || fresh.cost < state.cost { state = fresh }
    isEmpty = false
    adopt(prices, choices)
  }

  /// What each order would pay more if it got nothing from the cells and rows that too many choose; nothing for one that does not.
  private func regretWithoutScarce(_ prices: WavePrices, _ choices: [PriceSearch.Choice]) -> [Int] {
    var stock = model.stock
    var parcels = model.parcelLimits
    for order in model.contending {
      let plan = choices[order].plan
      for (number, part) in plan.parts.enumerated() {
        stock[model.cell(part, of: order)] -= part.units
        let row = Int(model.table.candidates[part.candidate].row)
        if plan.opensParcel(number), parcels[row] < .max { parcels[row] -= 1 }
      }
    }
    var regret = [Int](repeating: 0, count: model.table.orders.count)
    let scarce = WaveStores(
      stock: stock.indices.map { stock[$0] < 0 ? 0 : model.stock[$0] },
      parcels: parcels.indices.map { parcels[$0] < 0 ? 0 : model.parcelLimits[$0] })
    for order in model.contending {
      let isAffected = choices[order].plan.parts.contains {
        stock[model.cell($0, of: order)] < 0 || parcels[Int(model.table.candidates[$0.candidate].row)] < 0
      }
      guard isAffected else { continue }
      let other = search.plan(order, on: scarce, under: prices)
      regret[order] = other.cost + prices.charge(other, order, model) - choices[order].least
    }
    return regret
  }

  /// Takes prices as those to go by.
  mutating func adopt(_ prices: WavePrices, _ choices: [PriceSearch.Choice]) {
    self.prices = prices
    self.choices = choices
    regretful.removeAll(keepingCapacity: true)
    for order in model.contending {
      regret[order] = regret(of: order)
      if regret[order] > 0 { regretful.append(order) }
    }
  }

  /// What an order pays more under the prices than it would have to.
  private func regret(of order: Int) -> Int {
    guard let plan = state.plans[order] else { return 0 }
    return plan.cost + prices.charge(plan, order, model) - choices[order].least
  }

  /// Plans some orders of a part of the wave at their least cost together, as far as a search of so many nodes finds it.
  ///
  /// - Returns: What is proved of the part, beginning with what is known.
  mutating func settle(_ part: WavePart, bound: Int, nodes: Int, isOver: () -> Bool) -> Int {
    let own = part.orders.map { state.release($0)! }
    let others = part.orders.filter { state.fits(choices[$0].plan, of: $0) }.map { ($0, choices[$0].plan) }
    var tree = WaveTree(part, model, in: state, search, scratch, plans: own, others: others, bound: bound)
    tree.run(in: &state, nodes: nodes, isOver: isOver)
    for (order, plan) in zip(part.orders, tree.plans) { state.take(plan, for: order) }
    return tree.bound
  }

  /// Plans a few dozen orders that could help each other anew, at their least cost together.
  mutating func reoptimise(size: Int, isOver: () -> Bool) {
    // Never all of them: that is what proving is for. And not always as many, which finds other things.
    let most = min(size, max(2, (isOwn.isEmpty ? model.contending.count : isOwn.count { $0 }) / 2))
    let orders = cluster(most / 3 + 1 + random.below(most - most / 3))
    guard orders.count > 1 else { return }
    let own = orders.map { state.release($0)! }
    let part = WavePart(orders, in: state, model)
    for (order, plan) in zip(orders, own) { state.take(plan, for: order) }
    _ = settle(part, bound: .min, nodes: 300, isOver: isOver)
    for order in orders { refresh(order) }
  }

  /// Orders that meet in contested cells, around one that pays more than it would have to.
  private mutating func cluster(_ size: Int) -> [Int] {
    var orders = neighbourhood()
    var turns = 0
    while orders.count < size, turns < 4 * size, !orders.isEmpty {
      turns += 1
      let order = orders[random.below(orders.count)]
      let plan = random.below(2) == 0 ? choices[order].plan : state.plans[order] ?? choices[order].plan
      guard !plan.parts.isEmpty else { continue }
      let place = Int(model.place[model.cell(plan.parts[random.below(plan.parts.count)], of: order)])
      guard place >= 0 else { continue }
      let list = random.below(3) > 0 && !state.holders[place].isEmpty ? state.holders[place] : model.wanting[place]
      let other = Int(list[random.below(list.count)])
      if isOwn.isEmpty || isOwn[other], !orders.contains(other) { orders.append(other) }
    }
    return orders.sorted()
  }

  private mutating func refresh(_ order: Int) {
    let had = regret[order] > 0
    regret[order] = regret(of: order)
    if !had, regret[order] > 0 { regretful.append(order) }
  }

  /// Tries so many times to plan a few orders anew.
  mutating func improve(tries: Int, isOver: () -> Bool = { false }) {
    for number in 0..<tries {
      if number % 256 == 255, isOver() { return }
      let orders = neighbourhood()
      if orders.isEmpty { continue }
      replan(orders)
    }
  }

  /// A few orders that could help each other.
  private mutating func neighbourhood() -> [Int] {
    var orders: [Int] = []
    if !regretful.isEmpty, random.below(4) > 0 {
      // The one of three with the most to gain, and those that hold what it would choose.
      var seed = regretful[random.below(regretful.count)]
      for _ in 0..<2 {
        let other = regretful[random.below(regretful.count)]
        if regret[other] > regret[seed] { seed = other }
      }
      orders.append(seed)
      let plan = choices[seed].plan
      for (number, part) in plan.parts.enumerated() {
        let cell = model.cell(part, of: seed)
        if state.left[cell] < part.units { addHolders(of: cell, &orders) }
        let row = Int(model.table.candidates[part.candidate].row)
        if plan.opensParcel(number), state.parcelsLeft[row] <= 0, !state.rowHolders[row].isEmpty {
          addRandom(of: state.rowHolders[row], &orders)
        }
      }
    }
    // And some that meet in a contested cell, whoever has it now.
    if !places.isEmpty, orders.count < 2 || random.below(3) == 0 {
      let place = places[random.below(places.count)]
      for _ in 0..<2 where !model.wanting[place].isEmpty { addRandom(of: model.wanting[place], &orders) }
      for _ in 0..<2 where !state.holders[place].isEmpty { addRandom(of: state.holders[place], &orders) }
    }
    return orders
  }

  private mutating func addHolders(of cell: Int, _ orders: inout [Int]) {
    let place = Int(model.place[cell])
    guard place >= 0, !state.holders[place].isEmpty else { return }
    for _ in 0..<1 + random.below(2) { addRandom(of: state.holders[place], &orders) }
  }

  private mutating func addRandom(of list: [Int32], _ orders: inout [Int]) {
    let order = Int(list[random.below(list.count)])
    if orders.count < 12, isOwn.isEmpty || isOwn[order], !orders.contains(order) { orders.append(order) }
  }

  /// Takes the plans of some orders away and plans them one after the other; the old plans come back unless that is no worse.
  private mutating func replan(_ orders: [Int]) {
    let before = state.cost
    let old = orders.map { state.release($0) }
    var sequence = Array(orders.indices)
    if random.below(3) == 0 { sequence.shuffle(using: &random) } else { sequence[1...].shuffle(using: &random) }
    let isPriced = random.below(3) > 0
    for place in sequence {
      state.take(search.plan(orders[place], in: state, under: isPriced ? prices : nil), for: orders[place])
    }
    let after = state.cost
    guard after <= before else {
      for order in orders { state.release(order) }
      for (order, plan) in zip(orders, old) {
        if let plan { state.take(plan, for: order) }
      }
      return
    }
    for order in orders { refresh(order) }
    if random.below(64) == 0 { regretful.removeAll { regret[$0] <= 0 } }
  }
}
