import LinearProgramming
import Logistics
import Routing

extension GroupBound {
  /// How much the reduced cost of a route may be in a plan cheaper than one that is known, in scaled units; `nil` if nothing is
  /// proved.
  private func threshold(below cost: Int) -> Int? {
    guard scaledValue > .min else { return nil }
    return (cost - 1) * scale - scaledValue + 1
  }

  /// Takes away ways that no plan cheaper than a known one needs. What is proved from then on holds for such plans.
  mutating func fixWays(below cost: Int, until deadline: ContinuousClock.Instant?) {
    // Where the gap is wide most ways stay, and to find that out takes longest.
    guard let threshold = threshold(below: cost), threshold > 0, threshold < cost * scale / 16 else { return }
    for (index, search) in searches.enumerated() {
      _ = search.dropWays(
        from: threshold, prices: places[index].jobs.map { center[$0] }, priced(centerCuts, centerPenalties, index),
        labels: max(labels, 256), most: thoroughness.searched / 2, soon(deadline))
    }
  }

  /// What may be left undone gets some searches' time.
  private func soon(_ deadline: ContinuousClock.Instant?) -> ContinuousClock.Instant? {
    deadline.map { min($0, ContinuousClock.now + .seconds(max(2, 8 * searchTime))) }
  }

  /// Tries every plan that is cheaper than one that is known, if the routes that it could be made of are few enough.
  ///
  /// - Parameter isLast: Whether nothing else is left to try, so that it may take longer.
  /// - Returns: Whether nothing is left to prove; of a plan that is cheaper its routes are kept.
  mutating func lookThrough(below cost: Int, isLast: Bool = false, until deadline: ContinuousClock.Instant?) -> Bool {
    guard let threshold = threshold(below: cost) else { return false }
    guard threshold > 0 else {
      raise(to: cost)
      return true
    }
    guard threshold < cost * scale / 32, threshold < widestLook - widestLook / 5 || isLast else { return false }
    var columns: [(route: Route, cost: Int)] = []
    for (index, search) in searches.enumerated() {
      guard
        let found = search.routes(
          below: threshold, prices: places[index].jobs.map { center[$0] }, priced(centerCuts, centerPenalties, index),
          labels: max(labels, 256), most: thoroughness.beginnings, mostRoutes: isLast ? 20_000 : 4_000,
          isLast ? deadline : soon(deadline))
      else {
        widestLook = threshold
        return false
      }
      // What such a route may break or cost besides is left out of account here too: another order of its jobs might not.
      for candidate in found {
        for (type, fixed) in zip(search.network.types, search.network.fixedCosts)
        where candidate.reducedCost + fixed * scale < threshold {
          columns.append((Route(vehicle: type, jobs: candidate.jobs.map { search.network.jobs[$0] }), candidate.cost + fixed))
        }
      }
    }
    return choose(from: columns, below: cost, until: deadline)
  }

  /// Where no clock ends it, the search for whole numbers takes no more steps of the simplex method than this.
  private static let mostSteps = 100_000

  /// The cheapest choice of some routes, by set partitioning on GLPK.
  private mutating func choose(
    from columns: [(route: Route, cost: Int)], below cost: Int, until deadline: ContinuousClock.Instant?
  ) -> Bool {
    let jobs = group.jobs
    var program = LinearProgram(.minimize)
    for _ in jobs { program.addRow("", .equal(1), [:]) }
    for count in counts { program.addRow("", .atMost(Double(count)), [:]) }
    for (row, drop) in dropCosts.enumerated() {
      guard let drop else { continue }
      program.addColumn(cost: Double(drop), in: Bounds(0.0...1.0), integral: true, [(Row(row), 1)])
    }
    let first = program.columnCount
    for column in columns {
      var rows = column.route.jobs.compactMap { jobPlaces[$0] }
      if let type = typePlaces[column.route.vehicle] { rows.append(jobs.count + type) }
      program.addColumn(cost: Double(column.cost), in: Bounds(0.0...1.0), integral: true, rows.map { (Row($0), 1.0) })
    }
    var options = SolveOptions()
    options.search = .dive
    options.timeLimit = deadline.map { $0 - ContinuousClock.now }
    if deadline == nil { options.iterationLimit = Self.mostSteps }
    guard let solution = try? program.solve(options) else { return false }
    switch solution.termination {
    case .optimal, .timeLimit, .iterationLimit: break
    case .infeasible:
      // The routes that a cheaper plan is made of are all here, and make none.
      raise(to: cost)
      return true
    default: return false
    }
    // What the solver's numbers may be off aside, costs are whole.
    if let bound = solution.bound { raise(to: min(cost, Int(clamping: (bound - max(1e-4, 1e-8 * abs(bound))).rounded(.up)))) }
    guard solution.termination == .optimal, !solution.values.isEmpty else { return false }
    guard value < cost else { return true }
    let routes = columns.indices.filter { solution.values.elements[first + $0] > 0.5 }.map { columns[$0].route }
    let verdict = problem.check(routes)
    guard verdict.violations.allSatisfy({ $0.kind == .missing }) else { return false }
    let served = Set(routes.flatMap(\.jobs))
    let found = zip(jobs, dropCosts).reduce(verdict.routes.reduce(0) { $0 + $1.cost }) { sum, job in
      served.contains(job.0) ? sum : sum.addingClamped(job.1 ?? 0)
    }
    guard found < cost else { return false }
    better = (routes, found)
    return found <= value
  }
}
