/// Branch and bound over which candidates ship: each set of candidates is looked at once at most, below the sets it
/// extends.
///
/// A set whose candidates all have one price for whatever they ship is settled by its ``Allotment``; for others
/// ``Packing`` searches the parcels.
struct Search {
  /// The most candidates in a set, and the most units that ``Packing`` places: deeper than this, a thread's stack could end.
  static let deepest = 400

  let instance: Instance
  let stepLimit: Int
  var steps = 0
  /// Whether the search ended at its limit of steps.
  private(set) var exhausted = false
  private(set) var best: Draft?
  /// The cost and the parcels of the best, beyond reach while there is none.
  private var target = (cost: Int.max, parcels: Int.max)
  /// The bound before any branching, with the extra cost of every parcel.
  private(set) var rootBound = Int.max

  /// Whether ``ContentSearch`` may be used; tests turn it off to see the other way agree.
  private let tabulates: Bool

  init(_ instance: Instance, stepLimit: Int, tabulates: Bool = true) {
    self.instance = instance
    self.tabulates = tabulates
    self.stepLimit = stepLimit
  }

  /// Counts a step; `false` once there are none left.
  mutating func step() -> Bool {
    steps += 1
    if steps > stepLimit { exhausted = true }
    return !exhausted
  }

  mutating func offer(_ draft: Draft) {
    guard draft.isBetter(than: best) else { return }
    best = draft
    target = (draft.cost, draft.boxes.count)
  }

  /// Whether no plan of this cost at least, in so many parcels at least, can be better than the best.
  func isHopeless(_ scaled: Int, parcels: Int) -> Bool {
    let cost = Bound.whole(scaled)
    return cost > target.cost || cost == target.cost && parcels >= target.parcels
  }

  mutating func run() {
    if let nothing = instance.nothing {
      rootBound = nothing
      offer(Draft(cost: nothing, boxes: []))
    }
    let all = undominated()
    let root = Bound(instance, open: [], free: all)
    guard let value = root.value else { return }
    rootBound = min(rootBound, Bound.whole(value))
    // Alone first, and the plain ones first of all: they settle most orders, and cost next to nothing.
    for candidate in all where instance.candidates[candidate].flat {
      guard step() else { return }
      settle([candidate])
    }
    // Then one parcel each from the others: not yet the best they can do, but enough to rule most of them out.
    let others = all.filter { !instance.candidates[$0].flat }
    for candidate in others {
      guard step() else { return }
      if let allotment = Allotment(instance, [candidate]), !isHopeless(allotment.cost, parcels: 1) {
        price([candidate], allotment.units)
      }
    }
    rush(all)
    guard !others.isEmpty else { return extend([], free: all, root) }
    let useful = all.indices.filter { !isHopeless(value + root.slack[$0], parcels: 1) }.map { all[$0] }
    if tabulates, var contents = ContentSearch(instance, useful) {
      rootBound = max(rootBound, contents.value)
      return contents.run(in: &self)
    }
    for candidate in others {
      guard step() else { return }
      settle([candidate])
    }
    extend([], free: all, root)
  }

  /// The cost of the best times a factor, plus its parcels; beyond reach while there is no best.
  func coded(_ factor: Int) -> Int {
    best == nil ? .max : target.cost * factor + target.parcels
  }

  /// The best plan from one candidate alone, whatever else was found: `nil` if there is none.
  mutating func alone(_ candidate: Int) -> Draft? {
    if instance.candidates[candidate].flat, let allotment = Allotment(instance, [candidate]) {
      var units = allotment.units
      if units.allSatisfy({ $0 == 0 }) {
        // Leaving everything out is cheaper, but this is about plans that ship: the unit that costs the least more.
        let width = instance.width
        let dearer = (0..<width).filter { instance.available[candidate * width + $0] > 0 }.min {
          (instance.items[$0].tiers[0].unfilledCost, $1) > (instance.items[$1].tiers[0].unfilledCost, $0)
        }
        if let dearer { units[dearer] = 1 }
      }
      price([candidate], units)
    } else {
      pack([candidate])
    }
    return best
  }

  /// The candidates, without those that another one beats whatever the rest of the plan is: it has all that is wanted of
  /// all that they have, in one parcel, at no higher cost.
  private func undominated() -> [Int] {
    let width = instance.width
    guard width <= 64, instance.candidates.count > 1 else { return Array(instance.candidates.indices) }
    var any = [UInt64](repeating: 0, count: instance.candidates.count)
    var full = any
    for candidate in instance.candidates.indices {
      for item in 0..<width {
        let units = instance.available[candidate * width + item]
        if units > 0 { any[candidate] |= 1 << UInt64(item) }
        if units == instance.items[item].quantity { full[candidate] |= 1 << UInt64(item) }
      }
    }
    let byCost = instance.candidates.indices.sorted {
      (instance.candidates[$0].fixed, $0) < (instance.candidates[$1].fixed, $1)
    }
    var kept: [Int] = []
    var beaters: [Int] = []
    for candidate in byCost {
      let beaten =
        beaters.contains { other in
          any[candidate] & ~full[other] == 0
            && (0..<width).allSatisfy { item in
              any[candidate] & (1 << UInt64(item)) == 0
                || instance.picking[other * width + item] <= instance.picking[candidate * width + item]
            }
        }
      if beaten { continue }
      kept.append(candidate)
      if instance.candidates[candidate].flat, full[candidate] != 0, beaters.count < 64 { beaters.append(candidate) }
    }
    return kept.sorted()
  }

  /// A plan to start from where no candidate has everything: candidates one after the other, each the cheapest for every
  /// unit it adds.
  private mutating func rush(_ all: [Int]) {
    let width = instance.width
    var missing = instance.items.map(\.quantity)
    var set: [Int] = []
    var rest = all
    while set.count < instance.maximumParcels, missing.contains(where: { $0 > 0 }), step() {
      var choice: (position: Int, cost: Double)?
      for (position, candidate) in rest.enumerated() {
        var units = 0
        var cost = instance.candidates[candidate].fixed
        for item in 0..<width {
          let taken = min(missing[item], instance.available[candidate * width + item])
          units += taken
          cost += taken * instance.unitCost[candidate * width + item]
        }
        guard units > 0 else { continue }
        let each = Double(cost) / Double(units)
        if choice == nil || each < choice!.cost { choice = (position, each) }
      }
      guard let choice else { break }
      let candidate = rest.remove(at: choice.position)
      for item in 0..<width { missing[item] -= min(missing[item], instance.available[candidate * width + item]) }
      set.append(candidate)
    }
    set.sort()
    if set.count > 1, let allotment = Allotment(instance, set) { price(set, allotment.units) }
  }

  /// Looks at all sets that contain `open` and any of the free candidates. `open` itself was settled, and so was
  /// every candidate alone.
  private mutating func extend(_ open: [Int], free: [Int], _ bound: Bound? = nil) {
    guard open.count < instance.maximumParcels, !free.isEmpty, step() else { return }
    guard open.count < Self.deepest else {
      exhausted = true
      return
    }
    let bound = bound ?? Bound(instance, open: open, free: free)
    guard let value = bound.value else { return }
    let parcels = open.count + 1
    guard !isHopeless(value, parcels: max(2, parcels)) else { return }
    var useful: [(candidate: Int, slack: Int)] = []
    for (position, candidate) in free.enumerated()
    where !isHopeless(value + bound.slack[position], parcels: max(2, parcels)) {
      useful.append((candidate, bound.slack[position]))
    }
    useful.sort { ($0.slack, $0.candidate) < ($1.slack, $1.candidate) }
    // Some candidate must bring what the open ones lack: only those that have it need be the next one.
    let needed = scarcest(open, useful.map(\.candidate))
    var rest = useful.map(\.candidate)
    for (candidate, slack) in useful {
      if let needed, instance.available[candidate * instance.width + needed] == 0 { continue }
      rest.removeAll { $0 == candidate }
      guard !exhausted else { return }
      // The slack of those that follow is no smaller.
      guard !isHopeless(value + slack, parcels: max(2, parcels)) else { return }
      let set = open + [candidate]
      if set.count > 1 { settle(set.sorted()) }
      extend(set, free: rest)
    }
  }

  /// The item that must ship, of which the open candidates have too little and the fewest others have any.
  private func scarcest(_ open: [Int], _ free: [Int]) -> Int? {
    let width = instance.width
    var found: (item: Int, suppliers: Int)?
    for item in 0..<width where instance.items[item].required > 0 {
      var supply = 0
      for candidate in open where supply < instance.items[item].required {
        supply += instance.available[candidate * width + item]
      }
      guard supply < instance.items[item].required else { continue }
      let suppliers = free.reduce(0) { $0 + (instance.available[$1 * width + item] > 0 ? 1 : 0) }
      if found == nil || suppliers < found!.suppliers { found = (item, suppliers) }
    }
    return found?.item
  }

  /// Finds the best plan that ships from all of a set, unless it cannot be better than the best known.
  private mutating func settle(_ set: [Int]) {
    guard let allotment = Allotment(instance, set), !isHopeless(allotment.cost, parcels: set.count) else { return }
    price(set, allotment.units)
    if !set.allSatisfy({ instance.candidates[$0].flat }), !isHopeless(allotment.cost, parcels: set.count) { pack(set) }
  }

  /// Offers the plan with one parcel from each candidate, if carriers take them.
  private mutating func price(_ set: [Int], _ units: [Int]) {
    let width = instance.width
    var cost = 0
    var boxes: [Draft.Box] = []
    for (member, candidate) in set.enumerated() {
      let content = Array(units[member * width..<(member + 1) * width])
      guard content.contains(where: { $0 > 0 }) else { continue }
      var (weight, volume) = (0, 0)
      for item in 0..<width {
        weight += content[item] * instance.items[item].weight
        volume += content[item] * instance.items[item].volume
        cost += content[item] * instance.picking[candidate * width + item]
      }
      guard let price = instance.price(candidate, weight: weight, volume: volume)?.price else { return }
      cost += price
      boxes.append(Draft.Box(candidate: candidate, units: content))
    }
    guard !boxes.isEmpty else { return }
    for item in 0..<width {
      let left = instance.items[item].quantity - boxes.reduce(0) { $0 + $1.units[item] }
      guard let unfilled = instance.unfilledCost(item, left) else { return }
      cost += unfilled
    }
    offer(Draft(cost: cost, boxes: boxes))
  }

  private mutating func pack(_ set: [Int]) {
    guard instance.items.reduce(0, { $0 + $1.quantity }) <= Self.deepest else {
      exhausted = true
      return
    }
    var packing = Packing(instance, set)
    packing.run(in: &self)
  }
}
