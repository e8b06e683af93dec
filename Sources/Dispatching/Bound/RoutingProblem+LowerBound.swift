import Logistics
public import Routing

extension RoutingProblem {
  /// Proves what no plan can cost less than: for each group of jobs the better of spanning trees (see `TreeRelaxation`) and,
  /// where routes are not too long for it, column generation at the root, with walks in place of routes.
  ///
  /// The linear program over all walks that a vehicle could make is a relaxation of the problem; its value is approached from
  /// below. A walk keeps the windows, the shift, the skills and one dimension of the load, and may come back to a job once it is
  /// far enough away (ng-routes); the longest distance is not looked at, waiting costs nothing. Whatever else a problem has is
  /// relaxed before, see `relaxation`: several windows, lateness, traffic, reloads, breaks, what binds jobs together. The bound
  /// is worked out in whole numbers and valid whatever the floating-point prices are worth (see `GroupBound` for the derivation).
  /// Jobs that no vehicle type ties together are solved apart.
  ///
  /// - Parameters:
  ///   - pool: Routes to begin with, as `Answer.pool`; the better they are, the sooner the bound is tight. Those that break a
  ///     rule are
  ///     left out.
  ///   - incumbent: A plan to measure against; its routes join the pool. The jobs that it misses are asked of no plan
  ///     (``LowerBound/excused``), so that its cost and the bound compare. Ignored if it breaks any other rule.
  ///   - limit: When to stop.
  ///   - isCancelled: Asked after each round; what is proved by then is returned.
  ///   - progress: Told after each round.
  /// - Returns: The bound; `nil` if it is not worth printing: not above zero, or below two thirds of the incumbent's cost; or if
  ///   the relaxed problem would have numbers out of their range.
  /// - Complexity: A round is one search for each kind of vehicle, of about 128 buckets times the square of its jobs, and one
  ///   linear program of as many rows as jobs. Memory grows with the square of the jobs of a group.
  public func lowerBound(
    pool: [Route] = [], incumbent: [Route] = [], limit: BoundLimit = BoundLimit(), isCancelled: () -> Bool = { false },
    progress: (BoundProgress) -> Void = { _ in }
  ) -> LowerBound? {
    guard let relaxed = relaxation else { return nil }
    let compatible = vehicles.map { vehicle in
      jobs.indices.filter { job in
        vehicle.count > 0 && jobs[job].delivery.fits(in: vehicle.capacity) && jobs[job].pickup.fits(in: vehicle.capacity)
          && jobs[job].skills.isSubset(of: vehicle.skills)
      }
    }
    let plan = check(incumbent)
    let isSound = !incumbent.isEmpty && plan.violations.allSatisfy { $0.kind == .missing }
    let excused = relaxed.excused(isSound ? plan : nil, compatible)
    var dropCosts = relaxed.jobs.map(\.dropCost)
    for job in excused { dropCosts[job] = 0 }

    var candidates = Candidates(of: self)
    candidates.add(incumbent + pool, of: self)
    let groups = Group.parts(
      jobs: jobs.count, types: vehicles.count,
      edges: compatible.enumerated().lazy.flatMap { type, jobs in jobs.map { ($0, type) } })
    let weights = groups.map { Double($0.jobs.count) }
    let deadline = limit.time.map { ContinuousClock.now + $0 }
    var value = 0
    var rounds = 0
    var methods: Set<LowerBound.Method> = []
    var isConverged = true
    var prices = [Int](repeating: 0, count: jobs.count)
    var better: [(types: [Int], routes: [Route])] = []
    for (index, group) in groups.enumerated() {
      guard !group.types.isEmpty else {
        // Nobody can serve it: it is dropped in every plan.
        for job in group.jobs { prices[job] = dropCosts[job] ?? 0 }
        value = group.jobs.reduce(value) { $0.addingClamped(dropCosts[$1] ?? 0) }
        continue
      }
      let share = weights[index] / max(1, weights[index...].reduce(0, +))
      let until = deadline.map { ContinuousClock.now + (ContinuousClock.now.duration(to: $0) * share) }
      let groupCost = isSound ? cost(of: group, in: plan, dropCosts) : nil
      let served = isSound ? plan.routes.map(\.route).filter { group.types.contains($0.vehicle) && !$0.jobs.isEmpty } : []
      let generates = Self.isForColumns(group, served, timed: limit.time != nil)
      func tell(_ value: Int, _ groupRounds: Int) {
        progress(BoundProgress(rounds: rounds + groupRounds, value: value, groups: (index, groups.count)))
      }

      var found = (value: 0, prices: [Int](repeating: 0, count: group.jobs.count), converged: false)
      var method: LowerBound.Method?
      if let network = TreeNetwork(relaxed, group, dropCosts: dropCosts, compatible: compatible), var tree = TreeBound(network) {
        let first = until.map { generates ? ContinuousClock.now + ContinuousClock.now.duration(to: $0) / 3 : $0 }
        tree.run(steps: limit.trees, until: first, incumbent: groupCost, isCancelled: isCancelled)
        found = (tree.value, tree.jobPrices(), tree.isConverged)
        if tree.value > 0 { method = .spanningTree }
        tell(value.addingClamped(tree.value), 0)
      }
      let isProved = groupCost.map { found.value >= $0 } ?? false
      if generates, !isProved, !isCancelled(),
        var bound = GroupBound(relaxed, group, dropCosts: dropCosts, compatible: compatible, limit)
      {
        for candidate in routes(of: group, candidates) { bound.add(candidate.route) }
        if isSound { bound.begin(with: served, leftOut: group.jobs.filter(Set(plan.unassigned).contains), until: until) }
        bound.run(rounds: limit.rounds, until: until, incumbent: groupCost) { group in
          tell(value.addingClamped(max(found.value, group.value)), group.rounds)
          return !isCancelled()
        }
        rounds += bound.rounds
        if let found = bound.better { better.append((group.types, found.routes)) }
        if bound.value >= found.value {
          found = (bound.value, bound.jobPrices, bound.isConverged)
          method = .columnGeneration
        }
      }
      for (job, price) in zip(group.jobs, found.prices) { prices[job] = price }
      value = value.addingClamped(found.value)
      isConverged = isConverged && found.converged
      if let method { methods.insert(method) }
      if isCancelled() && index + 1 < groups.count {
        isConverged = false
        break
      }
    }
    guard value > 0 || isConverged, !isSound || value >= plan.cost - plan.cost / 3 else { return nil }
    return LowerBound(
      provedBy: methods.count > 1 ? .both : methods.first ?? .columnGeneration, value: value, excused: excused,
      jobPrices: prices, betterRoutes: merged(better, into: isSound ? plan : nil), rounds: rounds, isConverged: isConverged)
  }

  /// A plan with the routes of some groups in place of its own, if the checker finds it sound and cheaper.
  private func merged(_ better: [(types: [Int], routes: [Route])], into plan: Verdict?) -> [Route]? {
    guard let plan, !better.isEmpty else { return nil }
    let changed = Set(better.flatMap(\.types))
    let routes = plan.routes.map(\.route).filter { !changed.contains($0.vehicle) } + better.flatMap(\.routes)
    let verdict = check(routes)
    let isSound = verdict.violations.allSatisfy { violation in violation.kind == .missing && plan.violations.contains(violation) }
    return isSound && verdict.cost < plan.cost ? routes : nil
  }

  /// Whether column generation can prove anything for a group in useful time: walks of many stops come back to their jobs too
  /// often, and their search takes too long. A clock ends what takes long, so that more may be tried.
  private static func isForColumns(_ group: Group, _ plan: [Route], timed: Bool) -> Bool {
    let stops = plan.reduce(0) { $0 + $1.jobs.count }
    return group.jobs.count <= (timed ? 400 : 150) || stops <= 12 * plan.count
  }

  /// The jobs that must be served but that no plan is held to.
  private func excused(_ plan: Verdict?, _ compatible: [[Int]]) -> [Int] {
    let servable = Set(compatible.joined())
    let missed = Set(plan?.unassigned ?? [])
    return jobs.indices.filter { jobs[$0].dropCost == nil && (!servable.contains($0) || missed.contains($0)) }
  }

  /// The candidates of a group to begin with: as many as a linear program takes without slowing down, the plan's first.
  private func routes(of group: Group, _ candidates: Candidates) -> some Sequence<Candidates.Candidate> {
    let types = Set(group.types)
    return candidates.all.lazy.filter { types.contains($0.route.vehicle) }.prefix(3 * group.jobs.count + 200)
  }

  /// What a plan costs in one group.
  private func cost(of group: Group, in plan: Verdict, _ dropCosts: [Int?]) -> Int {
    let types = Set(group.types)
    let left = Set(plan.unassigned)
    return plan.routes.reduce(0) { $0 + (types.contains($1.route.vehicle) ? $1.cost : 0) }
      + group.jobs.reduce(0) { $0 + (left.contains($1) ? dropCosts[$1] ?? 0 : 0) }
  }
}
