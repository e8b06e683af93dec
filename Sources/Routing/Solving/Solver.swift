import Dispatch
import Logistics

/// Runs the searchers side by side, cools them, lets them exchange, and keeps time.
struct Solver {
  /// The temperature at the beginning and at the end, in units of the mean edge cost of the first plan.
  static let hottest = 1.0
  static let coldest = 0.01
  /// The most routes that are kept in the pool: what a linear program chooses from in a second or two.
  static let poolLimit = 6000
  /// From which part of the search on its current routes join the pool, and not only those of the best plans: before, they
  /// are too rough to be chosen.
  static let poolStart = 0.4

  private let problem: RoutingProblem
  private let limit: SearchLimit
  private let seed: UInt64
  private let threads: Int
  private let shape: SearchShape
  private let units: FlatUnits
  private let team: any SearchTeam
  private let pacer = Pacer()
  private let recombiner: (any RouteRecombiner)?
  private let started = ContinuousClock.now

  /// - Parameters:
  ///   - verifies: Whether the searchers compare every step with the checker: slow, for tests.
  ///   - shape: What is searched as a whole and what part by part, and in which steps.
  init(
    _ problem: RoutingProblem, _ limit: SearchLimit, seed: UInt64, threads: Int, start: [Route],
    recombiner: (any RouteRecombiner)? = nil, verifies: Bool = false, shape: SearchShape = SearchShape()
  ) {
    self.problem = problem
    self.recombiner = recombiner
    self.limit = limit
    self.seed = seed
    self.threads = max(1, threads)
    self.shape = shape
    units = FlatUnits(problem)
    let first = FirstRoutes(problem, start, units)
    team =
      problem.jobs.count <= shape.mostTogether
      ? PairedSearch(problem, seed: seed, start: first.routes, breeds: true, verifies: verifies)
      : StagedSearch(problem, seed: seed, first: first, shape, verifies: verifies)
  }

  func run(_ isCancelled: () -> Bool, _ progress: (SearchProgress) -> Void) throws(SearchError) -> Answer {
    let stretch = shape.stretch(jobs: problem.jobs.count)
    var pool = RoutePool(limit: Self.poolLimit)
    var recombination = recombiner.map { Recombination($0, problem, limit) }
    var best = Incumbent()
    var trace: [(time: Swift.Duration, cost: Int)] = []
    var stretches = 0
    while true {
      team.gather()
      if team.best.isBetter(than: best) {
        best = team.best
        pool.add(best.routes)
        recombination?.add(best.routes)
        if best.missing == 0 { trace.append((ContinuousClock.now - started, best.cost)) }
      }
      let iterations = team.iterations
      let elapsed = ContinuousClock.now - started
      let fraction = fraction(iterations, elapsed)
      progress(
        SearchProgress(
          time: elapsed, iterations: iterations, fraction: fraction, cost: best.missing == 0 ? best.cost : nil,
          vehicles: best.routes.count, unassigned: units.unserved(by: best.routes)))
      if problem.jobs.isEmpty || isCancelled() { break }
      if let found = recombination?.run(fraction, elapsed, best, team, isCancelled) {
        best = found
        pool.add(best.routes)
        if best.missing == 0 { trace.append((ContinuousClock.now - started, best.cost)) }
        team.adopt(best)
      }
      if isFinished(iterations, elapsed) { break }
      if stretches > 0 && stretches % shape.exchangePeriod == 0 { team.exchange() }
      let temperature = Self.hottest * PortableMath.exp(PortableMath.ln(Self.coldest / Self.hottest) * fraction)
      runStretch(stretch, iterations, temperature)
      if fraction > Self.poolStart {
        for member in team.members {
          let routes = member.currentRoutes
          pool.add(routes)
          recombination?.add(routes)
        }
      }
      stretches += 1
    }
    return try answer(best, trace, pool)
  }

  /// How much of the search is behind us, from 0 to 1.
  private func fraction(_ iterations: Int, _ elapsed: Swift.Duration) -> Double {
    let done: Double
    if let most = limit.iterations {
      done = Double(iterations) / Double(max(1, most))
    } else {
      done = elapsed / (limit.time ?? elapsed)
    }
    return min(1, max(0, done))
  }

  private func isFinished(_ iterations: Int, _ elapsed: Swift.Duration) -> Bool {
    if let most = limit.iterations, iterations >= most { return true }
    if let longest = limit.time, elapsed >= longest { return true }
    return false
  }

  private func runStretch(_ length: Int, _ iterations: Int, _ temperature: Double) {
    let searchers = team.members
    // What is left is shared out evenly, the odd ones to the first.
    let left = min(limit.iterations ?? .max, .max / 2) - iterations
    let shares = searchers.indices.map { min(length, (left - $0 + searchers.count - 1) / searchers.count) }
    let pacer = self.pacer
    let run: @Sendable (Int) -> Void = { index in
      let start = ContinuousClock.now
      searchers[index].run(iterations: shares[index], temperature: temperature)
      pacer.note(index, ContinuousClock.now - start)
    }
    if threads == 1 {
      for index in searchers.indices { run(index) }
    } else {
      DispatchQueue.concurrentPerform(iterations: searchers.count, execute: run)
    }
    if limit.iterations == nil, let ratio = pacer.ratio() { team.keepPace(ratio) }
  }

  private func answer(
    _ best: Incumbent, _ trace: [(time: Swift.Duration, cost: Int)], _ pool: RoutePool
  ) throws(SearchError) -> Answer {
    let verdict = problem.check(best.routes)
    let penalty = team.penalty(of: best.routes)
    // A route that has begun and breaks a rule by itself cannot be gone on with.
    let onlyMissing = verdict.violations.allSatisfy { $0.kind == .missing || $0.kind == .begun }
    guard onlyMissing, penalty.missing == best.missing, verdict.cost + penalty.price == best.cost else {
      throw SearchError(claimedCost: best.cost - penalty.price, verdict: verdict)
    }
    return Answer(
      verdict: verdict, iterations: team.iterations, time: ContinuousClock.now - started,
      seed: seed, trace: trace, pool: pool.routes)
  }
}
