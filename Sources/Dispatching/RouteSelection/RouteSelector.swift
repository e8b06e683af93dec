import LinearProgramming
public import Routing

/// Chooses routes out of a pool that grows: the checker judges each route once, and each selection begins where the last one ended.
///
/// ```swift
/// var selector = RouteSelector(problem)
/// selector.add(answer.pool)
/// let first = selector.select(incumbent: answer.routes)
/// selector.add(routesThoughtOfSince)
/// let second = selector.select(incumbent: first.routes)  // a fraction of the work
/// ```
///
/// The same calls with the same routes, and limits of steps alone, give the same selections.
public struct RouteSelector: Sendable {
  private let problem: RoutingProblem
  private var candidates: Candidates
  private var basis: SelectionBasis

  /// A selector without routes.
  public init(_ problem: RoutingProblem) {
    self.problem = problem
    candidates = Candidates(of: problem)
    basis = SelectionBasis(of: problem)
  }

  /// How many candidates there are: routes that keep every rule, the cheapest of those with the same vehicle type and jobs.
  public var count: Int { candidates.all.count }

  /// Adds routes to choose from. Those that break a rule by themselves, or name what the problem does not have, are left out.
  ///
  /// - Complexity: O(stops) of routes that were not there before.
  public mutating func add(_ routes: [Route]) { candidates.add(routes, of: problem) }

  /// Forgets routes until no more than some are left, first those of the greatest reduced cost in the last selection; those
  /// that carry it stay, and those added since stay before all others.
  public mutating func forget(keeping most: Int) {
    guard count > most else { return }
    let reduced = basis.reducedCosts
    // What carries the last solution comes first, then what is new, then the rest by what it lacks.
    let ranks = candidates.all.indices.map { candidate in
      basis.isBasic(candidate) ? (0, 0.0) : candidate < reduced.count ? (2, reduced[candidate]) : (1, 0)
    }
    let order = ranks.indices.sorted { (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1) }
    let kept = order.prefix(max(most, ranks.count { $0.0 == 0 })).sorted()
    candidates.keep(kept)
    basis.keep(kept)
  }

  /// Chooses the set of routes that serves the jobs at the least cost: set partitioning on GLPK.
  ///
  /// Each job is on one chosen route or left out, at its drop cost or, if it must be served, as missing; of each vehicle type no more are
  /// used than there are. Alternatives are one job in this; routes that have begun are kept. Fewer missing jobs come before everything, then the cost. Jobs that no candidate and no vehicle
  /// type ties together are solved apart. Routes are chosen whole, each by itself: if that tears jobs apart that belong on one route
  /// (`Relations.sameRoute`), the incumbent is returned, or without a sound one a plan whose verdict says so.
  ///
  /// - Parameters:
  ///   - incumbent: A plan to begin with; its routes join the pool. If it keeps every rule (jobs missing aside) the selection
  ///     is never worse.
  ///   - limit: When to stop.
  ///   - isCancelled: Asked between linear programs.
  /// - Returns: The selection; why it ended is said by its `termination`.
  /// - Complexity: A linear program of as many columns as candidates, solved by sifting, then up to `limit.steps` steps on smaller ones.
  public mutating func select(
    incumbent: [Route] = [], limit: SelectionLimit = SelectionLimit(), isCancelled: () -> Bool = { false }
  ) -> RouteSelection {
    add(incumbent)
    let plan = problem.check(incumbent)
    let isSound = plan.isSound
    let start = Set(isSound ? incumbent.filter { !$0.jobs.isEmpty }.compactMap(candidates.place) : [])
    let missingPrice = candidates.priceAboveAll
    let leavingOut = candidates.dropCosts.map { $0 ?? missingPrice }
    return withoutActuallyEscaping(isCancelled) { isCancelled in
      var budget = GroupSelector.Budget(
        steps: limit.steps, deadline: limit.time.map { ContinuousClock.now + $0 }, isCancelled: isCancelled)
      let selectors = programs(leavingOut).map { program in
        var selector = GroupSelector(
          program, candidates.all, incumbent: start.intersection(program.members), leavingOut: leavingOut)
        selector.run(from: basis.basis(of: program), &budget)
        if let root = selector.root { basis.keep(root, of: program, candidates: count) }
        return selector
      }
      return selection(selectors, budget, missingPrice, orElse: isSound ? plan : nil)
    }
  }

  /// A program for each group of jobs and vehicle types that candidates tie together.
  private func programs(_ leavingOut: [Int]) -> [SelectionProgram] {
    let types = problem.vehicles.count
    var ties = [Bool](repeating: false, count: problem.jobs.count * types)
    for candidate in candidates.all {
      for need in candidate.needs { ties[need * types + candidate.route.vehicle] = true }
    }
    let groups = Group.parts(
      jobs: problem.jobs.count, types: types,
      edges: ties.indices.lazy.filter { ties[$0] }.map { ($0 / types, $0 % types) })
    var groupOfType = [Int?](repeating: nil, count: problem.vehicles.count)
    for (index, group) in groups.enumerated() {
      for type in group.types { groupOfType[type] = index }
    }
    var members = [[Int]](repeating: [], count: groups.count)
    for (index, candidate) in candidates.all.enumerated() {
      if let group = groupOfType[candidate.route.vehicle] { members[group].append(index) }
    }
    return zip(groups, members).map {
      SelectionProgram(problem, $0, candidates.all, members: $1, leavingOut: leavingOut)
    }
  }

  /// Puts what was found for the groups together, or returns a sound plan if that is not.
  private func selection(
    _ selectors: [GroupSelector], _ budget: GroupSelector.Budget, _ missingPrice: Int, orElse plan: Verdict?
  ) -> RouteSelection {
    let chosen = selectors.reduce(into: Set<Int>()) { $0.formUnion($1.best) }
    let bounds = selectors.compactMap(\.bound), relaxations = selectors.compactMap(\.relaxation)
    let isSolved = bounds.count == selectors.count
    var jobPrices = [Int](repeating: 0, count: isSolved ? problem.jobs.count : 0)
    var vehiclePrices = [Int](repeating: 0, count: isSolved ? problem.vehicles.count : 0)
    for selector in selectors where isSolved {
      guard let prices = selector.root?.prices.elements else { continue }
      let group = selector.program.group
      for (row, job) in group.jobs.enumerated() { jobPrices[job] = Int(clamping: prices[row].rounded()) }
      for (row, type) in group.types.enumerated() {
        vehiclePrices[type] = max(0, Int(clamping: (-prices[group.jobs.count + row]).rounded()))
      }
    }
    let found = problem.check(chosen.sorted().map { candidates.all[$0].route })
    // What was asked of the linear program is then less than the problem asks.
    let termination = found.isSound || budget.termination != .optimalAmongCandidates ? budget.termination : .limit
    return RouteSelection(
      verdict: found.isSound ? found : plan ?? found, termination: termination,
      boundAmongCandidates: isSolved ? bounds.reduce(0) { $0.addingClamped($1) } : nil,
      relaxation: isSolved ? relaxations.reduce(0) { $0.addingClamped($1) } : nil, jobPrices: jobPrices,
      vehiclePrices: vehiclePrices, missingPrice: missingPrice, candidates: count, programs: budget.programs)
  }
}

extension Verdict {
  /// Whether no rule is broken but that jobs are missing.
  fileprivate var isSound: Bool { violations.allSatisfy { $0.kind == .missing } }
}

extension RoutingProblem {
  /// Whether sound routes that serve each job, or one of alternatives, once make a sound plan.
  var isPartition: Bool { relations.sameRoute.isEmpty }
}
