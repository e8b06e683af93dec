import LinearProgramming

/// Branch and price for one group: dives for good plans, and a tree that proves how good they are.
///
/// A node asks first how many units of a class drive, then which class drives a trip, or whether any does, of all that the linear program
/// is undecided about the one it leans to most; going there first is the dive (R. Sadykov, F. Vanderbeck, A. Pessoa, I. Tahiri, E. Uchoa,
/// "Primal heuristics for branch and price", 2019). Once every trip has its class, intervals without a limit of trips share out in whole
/// units by themselves, however the linear program mixes its chains. Where a limit binds, nodes ask last which trip of its unit a trip
/// is; once that is settled, units that have driven just as many are all alike, and share out by themselves too. The best open
/// bound of the tree is what is proved.
struct ChainTree {
  /// What is left of the limits.
  struct Budget {
    var nodes: Int
    let deadline: ContinuousClock.Instant?
    let isCancelled: @Sendable () -> Bool
  }

  /// Why the tree ended.
  enum End: Hashable, Sendable {
    case proved
    case limit
    case cancelled
    case trouble(String)
  }

  private let group: ChainGroup
  private var relaxation: ChainRelaxation
  private var open: [ChainNode] = []
  /// The least bound of nodes that could not be solved.
  private var unresolved = Int.max

  /// The best plan so far.
  private(set) var best: [Chain]
  private(set) var bestCost: Int
  /// What is proved for the whole group, in the unit of the objective.
  private(set) var bound = 0
  /// For each trip the price under which the root's bound was proved, in the unit of the objective.
  private(set) var tripPrices: [Double] = []
  /// For each class what one more unit would save, by the linear program with one more.
  private(set) var unitPrices: [Double] = []
  /// What the root's linear program costs, as far as it is proved.
  private(set) var relaxationCost = 0.0
  /// The root's linear program, solved to its end.
  private var root: ChainRelaxation?
  private(set) var nodes = 0
  private(set) var end = End.limit

  init(_ group: ChainGroup, start: [Chain] = []) {
    self.group = group
    relaxation = ChainRelaxation(group)
    let greedy = group.plan(group.trips.map { _ in nil })
    (best, bestCost) = (greedy, group.cost(of: greedy))
    relaxation.add(greedy)
    relaxation.add(start)
    offer(start)
  }

  private mutating func offer(_ plan: [Chain]) {
    let cost = group.cost(of: plan)
    if cost < bestCost { (best, bestCost) = (plan, cost) }
  }

  /// How many linear programs were solved.
  var rounds: Int { relaxation.rounds }

  /// Whether the best plan leaves out a trip that must be driven.
  var isMissing: Bool { missingCount > 0 }

  /// How many trips that must be driven it leaves out.
  var missingCount: Int {
    let driven = Set(best.flatMap(\.trips))
    return group.trips.indices.count { group.leavingOut[$0] >= group.missingPrice && !driven.contains($0) }
  }

  /// Works until all is proved or a limit comes.
  mutating func run(_ budget: Budget, progress: (ChainTree) -> Void = { _ in }) {
    var current: ChainNode? = ChainNode(rules: relaxation.rules, served: [], bound: 0)
    while let node = current {
      end = budget.isCancelled() ? .cancelled : nodes >= budget.nodes || isPast(budget.deadline) ? .limit : .proved
      // That trips must be missing is proved: how few is not worth the time.
      if bound >= group.missingPrice { break }
      // The root is always begun: without it nothing is known.
      if end != .proved && (nodes > 0 || end == .cancelled) {
        open.append(node)
        break
      }
      nodes += 1
      current = visit(node, budget) ?? nextOpen()
      bound = max(bound, min(bestCost, unresolved, open.reduce(current?.bound ?? .max) { min($0, $1.bound) }))
      progress(self)
    }
    if current == nil {
      // Where costs have no common unit, rounding of the prices leaves a billionth between the bound and the plan.
      let isClosed = unresolved >= bestCost || (!isMissing && Double(bestCost - unresolved) <= 1e-9 * Double(bestCost))
      end = isClosed ? .proved : .trouble("the linear program of a branch could not be solved")
      bound = max(bound, min(bestCost, unresolved))
    }
    priceUnits(budget)
  }

  /// Solves the root's linear program again with one more unit of each class. Where prices are not the only ones, as for a class whose last
  /// unit just suffices, the difference is what the price should say.
  private mutating func priceUnits(_ budget: Budget) {
    guard let root, let before = root.objective else { return }
    for place in group.classes.indices where unitPrices[place] > 0 {
      if isPast(budget.deadline) || budget.isCancelled() { return }
      var more = root
      more.addUnit(place)
      guard more.solve(target: nil, until: budget.deadline, isCancelled: budget.isCancelled) == .converged,
        let after = more.objective
      else { continue }
      unitPrices[place] = min(unitPrices[place], max(0, before - after))
    }
  }

  private func isPast(_ deadline: ContinuousClock.Instant?) -> Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }

  /// The open node of the least bound, the most recent of equals.
  private mutating func nextOpen() -> ChainNode? {
    open.removeAll { $0.bound >= bestCost }
    guard let least = open.indices.min(by: { (open[$0].bound, -$0) < (open[$1].bound, -$1) }) else { return nil }
    return open.remove(at: least)
  }

  /// Solves a node; the child to go on with.
  private mutating func visit(_ node: ChainNode, _ budget: Budget) -> ChainNode? {
    if nodes > 1 { relaxation.follow(node.rules, served: node.served) } else { relaxation.begin(budget) }
    // The root goes on to the end, proved or not: its prices are part of the answer.
    let isRoot = nodes == 1
    let end = relaxation.solve(target: isRoot ? nil : bestCost, until: budget.deadline, isCancelled: budget.isCancelled)
    if isRoot {
      let scale = Double(group.scale)
      relaxationCost = max(0, Double(relaxation.scaledBound) / scale)
      let own = end == .converged ? relaxation.ownPrices : []
      let prices = own.isEmpty ? relaxation.scaledPrices.map { Double($0) / scale } : own
      tripPrices = zip(prices, group.leavingOut).map { min($0, Double($1)) }
      unitPrices = relaxation.scaledUnitPrices.map { Double($0) / scale }
      if end == .converged { root = relaxation }
    }
    var node = node
    node.bound = max(node.bound, relaxation.bound)
    let weights = relaxation.weights
    round(weights)
    guard node.bound < bestCost else { return nil }
    switch end {
    case .converged, .reachedTarget: break
    case .limit, .stopped:
      open.append(node)
      return nil
    case .unsolved(_):
      unresolved = min(unresolved, node.bound)
      return nil
    }
    fix(&node)
    guard let (first, second) = node.branches(group, weights) else {
      // Nothing is undecided, and still the plan found costs more than the bound: rounding of prices is all that is between.
      unresolved = min(unresolved, node.bound)
      return nil
    }
    open.append(second)
    return first
  }

  // MARK: Plans

  /// Makes plans of what the linear program says: its chains themselves where they are whole, and each trip to the class that drives most
  /// of it.
  private mutating func round(_ weights: [(chain: Chain, weight: Double)]) {
    if weights.allSatisfy({ ChainNode.isWhole($0.weight) }) {
      let chains = weights.filter { $0.weight > 0.5 }.map(\.chain)
      if isPlan(chains) { offer(chains) }
    }
    let shares = group.shares(weights)
    let choice = group.trips.indices.map { trip -> Int? in
      let place = shares.indices.max { (shares[$0][trip], -$0) < (shares[$1][trip], -$1) }
      guard let place else { return nil }
      let driven = shares.reduce(0) { $0 + $1[trip] }
      return shares[place][trip] + 1e-9 >= 1 - driven ? place : nil
    }
    let turns = group.classes.indices.map { group.classes[$0].isLimited ? group.turns(weights, of: $0) : [] }
    offer(
      group.plan(choice) { place, position in
        let count = group.classes[place].trips.count
        return (0..<group.classes[place].turns).max { turns[place][$0 * count + position] < turns[place][$1 * count + position] }
      })
  }

  /// Whether chains keep what a plan must: each trip once, no more chains than units.
  private func isPlan(_ chains: [Chain]) -> Bool {
    var seen = Set<Int>()
    var units = [Int](repeating: 0, count: group.classes.count)
    for chain in chains {
      units[chain.place] += 1
      for trip in chain.trips where !seen.insert(trip).inserted { return false }
    }
    return zip(units, group.classes).allSatisfy { $0 <= $1.count }
  }

  /// Forbids what no plan of the node better than the best can have: a class's trip for which even the best chain through it lifts the
  /// bound to the best plan's cost (H. Crowder, E. Johnson, M. Padberg, "Solving large-scale zero-one linear programming problems",
  /// 1983, with chains in place of columns).
  private func fix(_ node: inout ChainNode) {
    // Whole numbers lie a unit apart: what does not undercut the best by one is no better.
    let room = (bestCost - group.unit).multipliedClamped(by: group.scale).addingClamped(-relaxation.scaledBound)
    for place in group.classes.indices {
      var search = ChainSearch(group.classes[place])
      let gains = relaxation.gains(place, relaxation.scaledPrices)
      let fixedCost = group.classes[place].fixedCost * group.scale
      guard let most = search.best(gains, node.rules[place])?.value else { continue }
      // What the bound has for the unit that would take the chain in place of the best: nothing, if it may as well stay.
      let paid = node.rules[place].units.lowerBound > 0 ? most - fixedCost : max(0, most - fixedCost)
      for (position, value) in search.bestThrough(gains).enumerated() where value != .min {
        let loss = paid - (value - fixedCost)
        if loss > room { node.rules[place].isForbidden[position] = true }
      }
    }
  }
}
