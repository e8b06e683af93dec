import Logistics

/// The cheapest plan that ships an order in one way, over the combinations of substitutes, the cheapest of these first.
///
/// A combination costs its goodwill at least, and what any costs to ship if each line had all of its choices at once: the search ends
/// where that is as much as the best plan costs. Each combination is a ``SourcingProblem``, solved exactly; where the order is gathered, one
/// for each last leg that can still be the cheapest.
///
/// Complexity: as many of these as there are combinations with a bound below the best plan, and one for the bound.
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

  private static let unknown = Int.min / 4

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

  var way: CheckoutWay { hub.map { .hub($0.node) } ?? .direct }

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
    let choices = problem.choices
    // Units may be worth less than nothing where they lie: then only a search knows what shipping costs at least.
    var least = Self.unknown
    if choices.contains(where: { $0.count > 1 }) {
      switch problem.relaxed(choices, at: hub, by: hub == nil ? date : nil).solve(stepLimit: limits.steps) {
      case .plan(let plan): least = plan.lowerBound.count
      case .undecided(let lowerBound): least = lowerBound.count
      case .infeasible:
        // Whatever is chosen cannot ship: only the reasons are left to find.
        explain(choices)
        return
      }
    }
    let beside = hub.map { hub in
      handling(hub) + (hub.lastLegs.map { ($0.service.rate.lowest + $0.service.lateness).count }.min() ?? 0)
    }
    let floor = least + (beside ?? 0)
    var combinations = Combinations(choices.map { $0.map(\.cost) })
    var taken = 0
    while let cost = combinations.nextCost, cost + floor < best?.total ?? .max {
      guard taken < max(1, limits.combinations), let combination = combinations.next() else {
        bound = min(bound, cost + floor)
        return
      }
      taken += 1
      look(at: zip(choices, combination.choices).map { $0[$1] }, least)
    }
  }

  /// Looks at what was ordered and at each single substitute, for the reasons why none can ship.
  private mutating func explain(_ choices: [[LineChoice]]) {
    let ordered = choices.map { $0.first { $0.substitute == nil }! }
    look(at: ordered, Self.unknown)
    for (line, list) in choices.enumerated() {
      for choice in list where choice.substitute != nil {
        var chosen = ordered
        chosen[line] = choice
        look(at: chosen, Self.unknown)
      }
    }
  }

  private func handling(_ hub: Hub) -> Int {
    hub.handling(units: problem.order.lines.reduce(0) { $0 + $1.quantity }).count
  }

  /// - Parameter least: What its parcels cost at least.
  private mutating func look(at chosen: [LineChoice], _ least: Int) {
    if let hub { gather(chosen, at: hub, least) } else { ship(chosen) }
  }

  private mutating func ship(_ chosen: [LineChoice]) {
    let cost = chosen.reduce(0) { $0 + $1.cost }
    let sourcing = problem.problem(of: problem.lines(chosen, whole: false), at: nil, by: date)
    guard let plan = settle(sourcing.solve(stepLimit: limits.steps), cost) else { return }
    offer(Candidate(sourcing: plan, chosen: chosen, consolidated: nil, total: plan.cost.total.count + cost))
  }

  private mutating func gather(_ chosen: [LineChoice], at hub: Hub, _ least: Int) {
    let lines = problem.lines(chosen, whole: true)
    let against = problem.exclusions(of: lines, from: hub)
    guard against.isEmpty else {
      for exclusion in against where !exclusions.contains(exclusion) { exclusions.append(exclusion) }
      return
    }
    let cost = chosen.reduce(0) { $0 + $1.cost }
    let handling = handling(hub)
    let weight = lines.reduce(Weight.zero) { $0 + $1.weight * $1.quantity }
    let volume = lines.reduce(Volume.zero) { $0 + $1.volume * $1.quantity }
    // Those that wait longest for the goods first: what they need at least, the others need too.
    let legs = hub.lastLegs.filter { leg in date.map { date in leg.service.arrives.map { $0 <= date } ?? true } ?? true }
    let order = legs.indices.sorted { first, second in
      guard legs[first].feederBy != legs[second].feederBy else { return first < second }
      guard let one = legs[first].feederBy else { return true }
      return legs[second].feederBy.map { one > $0 } ?? false
    }
    var atLeast = least
    for leg in order.map({ legs[$0] }) {
      guard let freight = leg.service.rate.price(weight: weight, volume: volume) else { continue }
      let fixed = cost + handling + freight.count + leg.service.lateness.count
      guard fixed + atLeast < best?.total ?? .max else { continue }
      let outcome = problem.problem(of: lines, at: hub, by: leg.feederBy).solve(stepLimit: limits.steps)
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
