import Logistics

/// The cheapest plan that ships an order in one way, over the combinations of substitutes, the cheapest of these first.
///
/// A combination costs its goodwill at least, so that the search ends where that alone costs as much as the best plan. Each is a
/// ``SourcingProblem``, solved exactly; where the order is gathered, one for each last leg that can still be the cheapest.
///
/// Complexity: as many of these as there are combinations that cost less than the best plan.
struct WaySearch {
  struct Limits {
    let steps: Int
    let combinations: Int
  }

  struct Candidate {
    let sourcing: SourcingPlan
    let chosen: [LineChoice]
    let consolidated: ConsolidatedParcel?
    /// All of it.
    let total: Int
  }

  let problem: CheckoutProblem
  /// `nil` for the direct way.
  let hub: Hub?
  /// The day on which the customer has it at the latest, if that matters.
  let date: LocalDate?
  let limits: Limits

  private(set) var best: Candidate?
  /// No plan of this way costs less; `.max` while there is none.
  private(set) var bound = Int.max
  private var obstacles: [SourcingObstacle] = []
  private var exclusions: [Exclusion] = []

  init(_ problem: CheckoutProblem, hub: Hub?, by date: LocalDate?, _ limits: Limits) {
    self.problem = problem
    self.hub = hub
    self.date = date
    self.limits = limits
  }

  var way: Way { hub.map { .hub($0.node) } ?? .direct }

  /// Why there is no plan.
  var obstacle: WayRejection.Reason {
    if isClosed { return .noCapacity }
    if !obstacles.isEmpty { return .infeasible(obstacles) }
    return exclusions.isEmpty ? .refusedByCarrier : .excluded(exclusions)
  }

  private var isClosed: Bool {
    guard let hub else { return false }
    return problem.order.maximumParcels == 0 || problem.parcelsLeft[hub.node].map { $0 <= 0 } ?? false
  }

  mutating func run() {
    guard !isClosed else { return }
    let lanes = hub?.lanes ?? problem.order.lanes
    let choices = problem.choices(over: lanes)
    var combinations = Combinations(choices.map { $0.map(\.least) })
    let handling = hub?.handling(units: problem.order.lines.reduce(0) { $0 + $1.quantity }).count ?? 0
    // What is replaced or gathered ships, in a parcel at least; only what was ordered may be left out.
    let leastParcel = handling + (lanes.compactMap(\.lowest).min()?.count ?? 0)
    var mayShipNothing = hub == nil
    var taken = 0
    while let cost = combinations.nextCost, cost + (mayShipNothing ? 0 : leastParcel) < best?.total ?? .max {
      guard taken < limits.combinations, let combination = combinations.next() else {
        bound = min(bound, cost + (mayShipNothing ? 0 : leastParcel))
        return
      }
      taken += 1
      let chosen = zip(choices, combination.choices).map { $0[$1] }
      if chosen.allSatisfy({ $0.substitute == nil }) { mayShipNothing = false }
      if let hub { gather(chosen, at: hub, handling, combination.cost) } else { ship(chosen) }
    }
  }

  private mutating func ship(_ chosen: [LineChoice]) {
    let cost = chosen.reduce(0) { $0 + $1.cost }
    let sourcing = problem.direct(problem.lines(chosen, whole: false), by: date)
    guard let plan = settle(sourcing.solve(stepLimit: limits.steps), cost) else { return }
    offer(Candidate(sourcing: plan, chosen: chosen, consolidated: nil, total: plan.cost.total.count + cost))
  }

  private mutating func gather(_ chosen: [LineChoice], at hub: Hub, _ handling: Int, _ least: Int) {
    let lines = problem.lines(chosen, whole: true)
    let against = problem.exclusions(of: lines, from: hub)
    guard against.isEmpty else {
      for exclusion in against where !exclusions.contains(exclusion) { exclusions.append(exclusion) }
      return
    }
    let cost = chosen.reduce(0) { $0 + $1.cost }
    let weight = lines.reduce(Weight.zero) { $0 + $1.weight * $1.quantity }
    let volume = lines.reduce(Volume.zero) { $0 + $1.volume * $1.quantity }
    // Those that wait longest for the goods first: what they need at least, the others need too.
    let legs = hub.lastLegs.filter { leg in date.map { date in leg.service.arrives.map { $0 <= date } ?? true } ?? true }
    let order = legs.indices.sorted { first, second in
      guard legs[first].feederBy != legs[second].feederBy else { return first < second }
      guard let one = legs[first].feederBy else { return true }
      return legs[second].feederBy.map { one > $0 } ?? false
    }
    var atLeast = least - cost
    for leg in order.map({ legs[$0] }) {
      guard let freight = leg.service.rate.price(weight: weight, volume: volume) else { continue }
      let fixed = cost + handling + freight.count + leg.service.lateness.count
      guard fixed + atLeast < best?.total ?? .max else { continue }
      let outcome = problem.gathering(lines, at: hub, by: leg.feederBy).solve(stepLimit: limits.steps)
      if case .infeasible = outcome {
        _ = settle(outcome, fixed)
        return
      }
      guard let plan = settle(outcome, fixed) else { continue }
      atLeast = max(atLeast, plan.lowerBound.count)
      let parcel = ConsolidatedParcel(
        hub: hub.node, leg: leg, weight: weight, volume: volume, freight: freight, handling: MinorUnits(handling))
      offer(Candidate(sourcing: plan, chosen: chosen, consolidated: parcel, total: plan.cost.total.count + fixed))
    }
  }

  /// Notes what an outcome proves, with what is paid beside it; its plan.
  private mutating func settle(_ outcome: SourcingOutcome, _ fixed: Int) -> SourcingPlan? {
    switch outcome {
    case .plan(let plan):
      bound = min(bound, plan.lowerBound.count + fixed)
      return plan
    case .undecided(let lowerBound): bound = min(bound, lowerBound.count + fixed)
    case .infeasible(let found):
      for obstacle in found where !obstacles.contains(obstacle) { obstacles.append(obstacle) }
    }
    return nil
  }

  private mutating func offer(_ candidate: Candidate) {
    if candidate.total < best?.total ?? .max { best = candidate }
  }
}
