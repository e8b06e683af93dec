import Logistics
public import Routing

extension RoutingProblem {
  /// Proves what no plan can cost less than: column generation at the root, with walks in place of routes.
  ///
  /// The linear program over all walks that a vehicle could make is a relaxation of the problem; its value is approached from below. A
  /// walk keeps the windows, the shift, the skills and one dimension of the load, and may come back to a job but not by way of only one
  /// other; the longest distance is not looked at, waiting costs nothing. The bound is worked out in whole numbers and
  /// valid whatever the floating-point prices are worth (see `GroupBound` for the derivation). Jobs that no vehicle type ties
  /// together are solved apart.
  ///
  /// - Parameters:
  ///   - pool: Routes to begin with, as `Answer.pool`; the better they are, the sooner the bound is tight. Those that break a rule are
  ///     left out.
  ///   - incumbent: A plan to measure against; its routes join the pool. The jobs that it misses are asked of no plan
  ///     (``LowerBound/excused``), so that its cost and the bound compare. Ignored if it breaks any other rule.
  ///   - limit: When to stop.
  ///   - isCancelled: Asked after each round; what is proved by then is returned.
  ///   - progress: Told after each round.
  /// - Returns: The bound; `nil` if it is not worth printing: not above zero, or below half of the incumbent's cost.
  /// - Complexity: A round is one search for each kind of vehicle, of about 128 buckets times the square of its jobs, and one linear
  ///   program of as many rows as jobs. Memory grows with the square of the jobs of a group.
  public func lowerBound(
    pool: [Route] = [], incumbent: [Route] = [], limit: BoundLimit = BoundLimit(), isCancelled: () -> Bool = { false },
    progress: (BoundProgress) -> Void = { _ in }
  ) -> LowerBound? {
    let compatible = vehicles.map { vehicle in
      jobs.indices.filter { job in
        vehicle.count > 0 && jobs[job].delivery.fits(in: vehicle.capacity) && jobs[job].pickup.fits(in: vehicle.capacity)
          && jobs[job].skills.isSubset(of: vehicle.skills)
      }
    }
    let plan = check(incumbent)
    let isSound = !incumbent.isEmpty && plan.violations.allSatisfy { $0.kind == .missing }
    let excused = excused(isSound ? plan : nil, compatible)
    var dropCosts = jobs.map(\.dropCost)
    for job in excused { dropCosts[job] = 0 }

    let candidates = Candidates(incumbent + pool, of: self)
    let groups = Group.parts(
      jobs: jobs.count, types: vehicles.count,
      edges: compatible.enumerated().lazy.flatMap { type, jobs in jobs.map { ($0, type) } })
    let weights = groups.map { Double($0.jobs.count * $0.types.count) }
    let deadline = limit.time.map { ContinuousClock.now + $0 }
    var value = 0
    var rounds = 0
    var isConverged = true
    var prices = [Int](repeating: 0, count: jobs.count)
    for (index, group) in groups.enumerated() {
      guard !group.types.isEmpty else {
        // Nobody can serve it: it is dropped in every plan.
        for job in group.jobs { prices[job] = dropCosts[job] ?? 0 }
        value = group.jobs.reduce(value) { $0.addingClamped(dropCosts[$1] ?? 0) }
        continue
      }
      guard var bound = GroupBound(self, group, dropCosts: dropCosts, compatible: compatible) else {
        isConverged = false
        continue
      }
      for candidate in routes(of: group, candidates) { bound.add(candidate.route) }
      let share = weights[index] / max(1, weights[index...].reduce(0, +))
      bound.run(
        rounds: limit.rounds, until: deadline.map { .now + (ContinuousClock.now.duration(to: $0) * share) },
        incumbent: isSound ? cost(of: group, in: plan, dropCosts) : nil
      ) { group in
        progress(
          BoundProgress(rounds: rounds + group.rounds, value: value.addingClamped(group.value), groups: (index, groups.count)))
        return !isCancelled()
      }
      for (job, price) in zip(group.jobs, bound.jobPrices) { prices[job] = price }
      value = value.addingClamped(bound.value)
      rounds += bound.rounds
      isConverged = isConverged && bound.isConverged
      if isCancelled() && index + 1 < groups.count {
        isConverged = false
        break
      }
    }
    guard value > 0 || isConverged, !isSound || value >= plan.cost / 2 else { return nil }
    return LowerBound(value: value, excused: excused, jobPrices: prices, rounds: rounds, isConverged: isConverged)
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
    return candidates.all.lazy.filter { types.contains($0.route.vehicle) }.prefix(8 * group.jobs.count + 500)
  }

  /// What a plan costs in one group.
  private func cost(of group: Group, in plan: Verdict, _ dropCosts: [Int?]) -> Int {
    let types = Set(group.types)
    let left = Set(plan.unassigned)
    return plan.routes.reduce(0) { $0 + (types.contains($1.route.vehicle) ? $1.cost : 0) }
      + group.jobs.reduce(0) { $0 + (left.contains($1) ? dropCosts[$1] ?? 0 : 0) }
  }
}
