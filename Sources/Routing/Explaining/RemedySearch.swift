import Logistics

/// Looks for the smallest changes that have one demand served.
struct RemedySearch {
  let plan: KnownPlan
  let demand: Demand
  let limit: ExplanationLimit
  let isCancelled: () -> Bool
  /// Every place as things are, and what it breaks.
  let places: [(place: Place, violations: [Violation])]
  private(set) var searches = 0
  private(set) var depth = LeftOutDemand.Depth.complete

  /// A day in seconds, and some of everything else.
  private static let day = 1 << 17

  private var problem: RoutingProblem { plan.problem }

  init(
    _ plan: KnownPlan, _ demand: Demand, _ limit: ExplanationLimit, places: [(place: Place, violations: [Violation])],
    isCancelled: @escaping () -> Bool
  ) {
    self.plan = plan
    self.demand = demand
    self.limit = limit
    self.places = places
    self.isCancelled = isCancelled
  }

  /// The remedies, cheapest first.
  ///
  /// - Throws: `SearchError` if search and checker disagree.
  mutating func run() throws(SearchError) -> [LeftOutRemedy] {
    if let known = try cheapest(nil) { return remedies(servedBy: known) }
    var found: [LeftOutRemedy] = []
    for kind in ChangeFamily.all(problem, demand) {
      guard depth == .complete else { break }
      if let remedy = try remedy(of: kind) { found.append(remedy) }
    }
    return found.enumerated().sorted { ($0.element.extraCost, $0.offset) < ($1.element.extraCost, $1.offset) }.map(\.element)
  }

  /// Where it can be served as things are: that it can, and if leaving it out is cheaper, at which price it no longer is.
  private func remedies(servedBy known: ServingPlan) -> [LeftOutRemedy] {
    guard let dropCost = problem.dropCost(of: demand), known.extraCost > dropCost else { return [remedy(nil, known)] }
    let rule = RuleChange.Rule.dropCost(demand)
    let more = known.extraCost - dropCost
    guard let most = problem.most(of: rule), more <= most else { return [] }
    return [remedy(RuleChange(rule, by: more), known)]
  }

  private func remedy(_ change: RuleChange?, _ plan: ServingPlan) -> LeftOutRemedy {
    LeftOutRemedy(
      change: change, extraCost: plan.extraCost, routes: plan.routes, route: plan.place?.route,
      isInserted: plan.place != nil)
  }

  /// The remedy of one kind: of its rules the one that needs the least for a place, made smaller by searching.
  private mutating func remedy(of family: ChangeFamily) throws(SearchError) -> LeftOutRemedy? {
    var best: RuleChange?
    var bestRank = (Int.max, Int.max)
    for rule in family.rules {
      if isCancelled() { depth = .cutShort }
      guard depth == .complete, let (change, cost) = leastForAPlace(rule) else { continue }
      let rank = family.isByCost ? (cost, change.amount) : (change.amount, cost)
      if rank < bestRank { (best, bestRank) = (change, rank) }
    }
    guard let best, let least = try smallest(best) else { return nil }
    return try cheapest(least).map { remedy(least, $0) }
  }

  /// The least change of a rule with which some place is free, and what the cheapest such place costs more.
  private func leastForAPlace(_ rule: RuleChange.Rule) -> (change: RuleChange, cost: Int)? {
    guard let most = problem.most(of: rule).map({ min($0, rule.most) }), most > 0 else { return nil }
    var judges: [Int: PlaceJudge] = [:]
    func isFree(_ place: Place, _ amount: Int) -> Bool {
      let judge = judges[amount] ?? judge(RuleChange(rule, by: amount))
      judges[amount] = judge
      return judge.isFeasible(place)
    }
    var best: Int?
    let open = opened(by: rule)
    for place in open {
      var good = rule.isWhole ? most : 1
      var bad = 0
      if let best {
        good = best - 1
        guard good > 0, isFree(place, good) else { continue }
      } else {
        // Mostly more is never worse: what neither a day nor all there is can mend is not mended by less.
        guard isFree(place, most) || isFree(place, min(most, Self.day)) else { continue }
        while good <= most, !isFree(place, good) { (bad, good) = (good, rule.isWhole ? most + 1 : good * 2) }
        guard good <= most else { continue }
      }
      while good - bad > 1 {
        let middle = bad + (good - bad) / 2
        if isFree(place, middle) { good = middle } else { bad = middle }
      }
      best = good
    }
    return best.map { amount in
      let judge = judges[amount] ?? judge(RuleChange(rule, by: amount))
      let costs = open.filter(judge.isFeasible).map { judge.cost(at: $0) - routeCost($0) }
      return (RuleChange(rule, by: amount), costs.min() ?? .max)
    }
  }

  private func routeCost(_ place: Place) -> Int { place.route.map { plan.verdict.routes[$0].cost } ?? 0 }

  private func judge(_ change: RuleChange) -> PlaceJudge {
    PlaceJudge(problem.relaxed(by: change), plan.routes, recheck: change.rule.vehicle)
  }

  /// The places that a change of a rule can free. What does not depend on the clock is broken or not whatever the clock says.
  private func opened(by rule: RuleChange.Rule) -> [Place] {
    if case .count(let vehicle) = rule { return problem.lonePlaces(of: demand, on: vehicle) }
    return places.filter { place, violations in
      if let vehicle = rule.vehicle, place.changed.vehicle != vehicle { return false }
      if let job = rule.job, !place.jobs.contains(job) { return false }
      return violations.allSatisfy { rule.canMend($0.kind) }
    }.map(\.place)
  }

  /// The change, or as much less of it as still has the demand served where one unit less than that has not.
  ///
  /// - Returns: `nil` if the limit came first, or the plan as a whole cannot be made so.
  private mutating func smallest(_ change: RuleChange) throws(SearchError) -> RuleChange? {
    guard try isServed(with: change) == true else { return nil }
    var good = change.amount
    // Nothing serves it as things are: that was seen first.
    var bad = 0
    var next = good - 1
    while good - bad > 1 {
      guard let served = try isServed(with: RuleChange(change.rule, by: next)) else { return nil }
      if served { good = next } else { bad = next }
      next = bad + (good - bad) / 2
    }
    return RuleChange(change.rule, by: good)
  }

  /// Whether planning again with a change serves the demand; `nil` if the limit came first.
  private mutating func isServed(with change: RuleChange) throws(SearchError) -> Bool? {
    if placed(with: change) != nil { return true }
    guard mayGoOn() else { return nil }
    searches += 1
    return try plan.searched(limit.replanning, for: demand, in: problem.relaxed(by: change)) != nil
  }

  /// The cheapest plan with a change that planning again finds.
  private mutating func cheapest(_ change: RuleChange?) throws(SearchError) -> ServingPlan? {
    let placed = placed(with: change)
    guard mayGoOn() else { return nil }
    searches += 1
    let changed = change.map(problem.relaxed) ?? problem
    guard let searched = try plan.searched(limit.replanning, for: demand, in: changed) else { return placed }
    return placed.map { $0.extraCost <= searched.extraCost } == true ? placed : searched
  }

  private mutating func mayGoOn() -> Bool {
    if searches >= limit.mostSearches || isCancelled() { depth = .cutShort }
    return depth == .complete
  }

  /// The cheapest plan in which all other routes stay as they are.
  private func placed(with change: RuleChange?) -> ServingPlan? {
    guard let change else {
      return cheapest(places.filter(\.violations.isEmpty).map(\.place), PlaceJudge(problem, plan.routes))
    }
    let judge = judge(change)
    return cheapest(opened(by: change.rule).filter(judge.isFeasible), judge)
  }

  private func cheapest(_ free: [Place], _ judge: PlaceJudge) -> ServingPlan? {
    let ranked = free.enumerated().map { index, place in (cost: judge.cost(at: place) - routeCost(place), index: index) }
    // The checker has the last word on the plan as a whole.
    for (_, index) in ranked.sorted(by: <) {
      if let plan = plan.accepted(judge.plan(with: free[index]), serving: demand, in: judge.problem, at: free[index]) {
        return plan
      }
    }
    return nil
  }
}
