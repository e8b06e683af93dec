import LinearProgramming
import Sourcing

/// The cheapest plan of one part of a wave, by column generation over plans of orders and branch and bound over which order ships from
/// which node (C. Barnhart, E. Johnson, G. Nemhauser, M. Savelsbergh, P. Vance, "Branch-and-price: column generation for solving huge
/// integer programs", Operations Research 46, 1998).
///
/// A master program on GLPK chooses a plan for each order; its prices of stock and parcels are rounded to whole numbers and handed to
/// the search of each order, whose answers are new columns and, in whole numbers, a bound (see `PriceSearch`).
struct WaveTree {
  private let model: WaveModel
  private let part: WavePart
  private let search: OrderSearch
  private let pricing: WavePricing
  private var generation: ColumnGeneration<WaveColumn>

  /// The best plans, in the order of the part's orders, and what they cost together.
  private(set) var plans: [OrderPlan]
  private(set) var cost: Int
  /// What no plan costs less than.
  private(set) var bound: Int
  private(set) var nodes = 0
  /// Whether some linear program could not be solved: nothing is proved of what lay below it then.
  private(set) var isBroken = false

  private struct Node {
    let marks: [WaveBranch]
    let bound: Int
  }

  /// - Parameters:
  ///   - state: the wave's plan without the orders of the part; what it leaves is what they have.
  ///   - plans: a plan for each order of the part, all of which fit together.
  ///   - others: more plans, each of which fits alone.
  init(
    _ part: WavePart, _ model: WaveModel, in state: borrowing WaveState, _ search: OrderSearch, _ scratch: WaveScratch,
    plans: [OrderPlan], others: [(order: Int, plan: OrderPlan)], bound: Int
  ) {
    self.model = model
    self.part = part
    self.plans = plans
    self.bound = bound
    let cost = plans.reduce(0) { $0 + $1.cost }
    // Costs of about a hundred are where the solver's tolerances mean what they say.
    let unit = max(1, Double(abs(cost)) / Double(max(1, part.orders.count)) / 100)
    var master = LinearProgram(.minimize)
    pricing = WavePricing(model, part, in: state, search, scratch, unit: unit, rowsIn: &master)
    // One order left out costs as much as everything.
    for order in part.orders { master.addColumn("", cost: Double(abs(cost)) / unit + 1000, [pricing.row(of: order): 1]) }
    generation = ColumnGeneration(master)
    for (order, plan) in zip(part.orders, plans) { generation.add(pricing.column(order, plan)) }
    for (order, plan) in others { generation.add(pricing.column(order, plan)) }
    self.search = search
    self.cost = cost
  }

  /// Searches until the best plan is proved, or a limit comes.
  ///
  /// - Parameter state: As at the beginning, and so it is at the end.
  mutating func run(in state: inout WaveState, nodes limit: Int, isOver: () -> Bool) {
    defer { pricing.begin([], bound: .min) }
    var open = [Node(marks: [], bound: bound)]
    while let place = open.indices.min(by: { (open[$0].bound, -open[$0].marks.count) < (open[$1].bound, -open[$1].marks.count) })
    {
      bound = min(cost, max(bound, open[place].bound))
      if isProved(open[place].bound) { return bound = cost }
      guard nodes < limit, !isOver() else { return }
      let node = open.remove(at: place)
      nodes += 1
      guard let children = look(at: node, in: &state, isOver: isOver) else {
        // What was not finished stays open.
        open.append(Node(marks: node.marks, bound: max(node.bound, pricing.bound)))
        if isBroken || isOver() { return }
        continue
      }
      open += children
      open.removeAll { isProved($0.bound) }
    }
    bound = cost
  }

  /// Whether nothing that costs at least this is better than the best plan: costs are whole minor units.
  private func isProved(_ value: Int) -> Bool { value > cost - model.scale }

  /// Solves a node and branches; `nil` if it could not be finished.
  private mutating func look(at node: Node, in state: inout WaveState, isOver: () -> Bool) -> [Node]? {
    pricing.begin(node.marks, bound: node.bound)
    closeForbidden()
    let end = solve(state, isOver)
    switch end {
    case .reachedTarget: return []
    case .converged: break
    case .limit, .stopped: return nil
    case .unsolved:
      isBroken = true
      return nil
    }
    if isProved(pricing.bound) { return [] }
    guard let values = generation.solution?.values else { return nil }
    var chosen: [(column: WaveColumn, value: Double)] = []
    for (index, meaning) in generation.meanings.enumerated() {
      let value = values[generation.column(index)]
      if value > 1e-7 { chosen.append((meaning, value)) }
    }
    round(chosen, in: &state)
    if isProved(pricing.bound) { return [] }
    guard let branches = branch(chosen, in: state) else {
      // Who ships from where is decided: how much is a program of transport, whose corners are whole.
      if settle(chosen, in: &state), pricing.isExact { return [] }
      isBroken = true
      return nil
    }
    return branches.map { Node(marks: node.marks + [$0], bound: pricing.bound) }
  }

  /// Takes the columns that the node's branches forbid out of the master, and the others in again.
  private mutating func closeForbidden() {
    var bounds: [Bounds] = []
    for meaning in generation.meanings { bounds.append(pricing.isAllowed(meaning) ? .atLeast(0) : .equal(0)) }
    let first = generation.staticCount
    generation.change { master in
      for (index, bounds) in bounds.enumerated() { master[boundsOf: Column(first + index)] = bounds }
    }
  }

  private mutating func solve(_ state: borrowing WaveState, _ isOver: () -> Bool) -> ColumnGeneration<WaveColumn>.End {
    var limit = ColumnGenerationLimit()
    limit.target = Double(cost - model.scale + 1) / pricing.unit
    limit.tolerance = 1e-7
    let pricing = self.pricing
    do {
      return try generation.run(limit, afterRound: { _ in !isOver() }) { prices, _ in pricing.price(prices, in: state) }
    } catch {
      preconditionFailure("a master program that makes no sense: \(error)")
    }
  }

  /// The branches at the lane whose use is the least decided; `nil` if all are.
  private func branch(_ chosen: [(column: WaveColumn, value: Double)], in state: borrowing WaveState) -> [WaveBranch]? {
    var use: [Int: Double] = [:]
    for (column, value) in chosen where model.tariff(of: column.order) == nil {
      for lane in column.paid { use[lane, default: 0] += value }
    }
    let open = use.filter { $0.value > 1e-5 && $0.value < 1 - 1e-5 && pricing.isFree($0.key) }
    if let lane = open.min(by: { (abs($0.value - 0.5), $0.key) < (abs($1.value - 0.5), $1.key) })?.key {
      return [LaneSearch.Mark.forbidden, .paid].map { WaveBranch(candidate: lane, mark: $0) }
    }
    return model.tariffs.isEmpty ? nil : branchTariffed(chosen, in: state)
  }

  /// The same for orders whose freight depends on the parcel, at the number of units or parcels that is the least decided: fewer than the
  /// most of it, exactly as many, one more, and so on. `nil` if all are decided, or could be so many that the branches would be too many.
  private func branchTariffed(_ chosen: [(column: WaveColumn, value: Double)], in state: borrowing WaveState) -> [WaveBranch]? {
    let byOrder = Dictionary(grouping: chosen.filter { $0.value > 1e-5 && model.tariff(of: $0.column.order) != nil }) {
      $0.column.order
    }
    var found: (share: Double, branches: [WaveBranch])?
    for (order, own) in byOrder.sorted(by: { $0.key < $1.key }) where own.count > 1 {
      let items: [Int?] = [nil] + model.table.orders[order].items.indices.map { $0 - model.table.orders[order].items.lowerBound }
      for candidate in Set(own.flatMap { $0.column.paid + $0.column.waste.map(\.candidate) }).sorted() {
        for item in items {
          guard let limit = pricing.most(order, candidate, item, in: state) else { continue }
          let counts = own.map { $0.column.count(candidate, item) }
          let most = counts.max()!
          let share = zip(own, counts).reduce(0) { $0 + ($1.1 == most ? $1.0.value : 0) }
          guard most > 0, limit >= most, limit - most < 8, counts.contains(where: { $0 < most }),
            found.map({ abs(share - 0.5) < abs($0.share - 0.5) - 1e-9 }) ?? true
          else { continue }
          var branches = [WaveBranch(candidate: candidate, item: item, most: most - 1)]
          for count in most...limit { branches.append(WaveBranch(candidate: candidate, item: item, most: count, isFixed: true)) }
          found = (share, branches)
        }
      }
    }
    return found?.branches
  }

  /// Makes a plan of the master's solution: the largest parts of it first, the rest one order after the other.
  private mutating func round(_ chosen: [(column: WaveColumn, value: Double)], in state: inout WaveState) {
    for (column, _) in chosen.sorted(by: { ($1.value, $0.column.order) < ($0.value, $1.column.order) })
    where state.plans[column.order] == nil {
      let plan = OrderPlan(parts: column.parts, cost: model.cost(of: column.parts, order: column.order))
      if state.fits(plan, of: column.order) { state.take(plan, for: column.order) }
    }
    for order in part.orders where state.plans[order] == nil {
      state.take(search.plan(order, in: state, under: nil), for: order)
    }
    keep(from: &state)
  }

  /// Takes the plans out of a state again, and keeps them if they are the best.
  @discardableResult
  private mutating func keep(from state: inout WaveState) -> Int {
    let found = part.orders.map { state.release($0)! }
    let sum = found.reduce(0) { $0 + $1.cost }
    if sum < cost { (plans, cost) = (found, sum) }
    return sum
  }

  /// Solves the transport of what each order may ship from the lanes that the solution has; whether that is the best of the node.
  private mutating func settle(_ chosen: [(column: WaveColumn, value: Double)], in state: inout WaveState) -> Bool {
    var lanes: [Int: Set<Int>] = [:]
    // Where freight depends on the parcel all of an order's columns take the same: the cheapest of them does.
    var tariffed: [Int: OrderPlan] = [:]
    for (column, value) in chosen where value > 1e-5 {
      guard model.tariff(of: column.order) != nil else {
        lanes[column.order, default: []].formUnion(column.paid)
        continue
      }
      let plan = OrderPlan(parts: column.parts, cost: model.cost(of: column.parts, order: column.order))
      if tariffed[column.order].map({ plan.cost < $0.cost }) ?? true { tariffed[column.order] = plan }
    }
    func take(_ plan: OrderPlan?, for order: Int, in state: inout WaveState) -> Bool {
      guard let plan, state.fits(plan, of: order) else {
        for order in part.orders { state.release(order) }
        return false
      }
      state.take(plan, for: order)
      return true
    }
    for order in part.orders where model.tariff(of: order) != nil {
      guard take(tariffed[order], for: order, in: &state) else { return false }
    }
    let others = part.orders.filter { model.tariff(of: $0) == nil }
    let plans = Transport(model, others, lanes: lanes.mapValues { $0.sorted() }).plans(in: state)
    for (place, order) in others.enumerated() {
      guard take(plans?[place], for: order, in: &state) else { return false }
    }
    // The solution of the master is a mean of plans with these lanes, so that the transport costs no more than it.
    let sum = keep(from: &state)
    return Double(sum) <= (generation.solution?.objective ?? -.infinity) * pricing.unit + 0.5 * Double(model.scale)
  }
}
