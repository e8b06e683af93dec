import Dispatch
import Logistics
import Travel

/// Runs the searchers side by side, cools them, lets them exchange, and keeps time.
struct Solver {
  /// The searchers are always this many, so that the answer does not depend on how many threads there are.
  static let searcherCount = 2
  /// The temperature at the beginning and at the end, in units of the mean edge cost of the first plan.
  static let hottest = 1.0
  static let coldest = 0.01
  /// After how many stretches the searchers look at each other's best.
  static let exchangePeriod = 40
  /// The most jobs for which the second engine breeds a population.
  static let mostForPopulation = 450
  /// The most routes that are kept in the pool: what a linear program chooses from in a second or two.
  static let poolLimit = 6000
  /// From which part of the search on its current routes join the pool, and not only those of the best plans: before, they
  /// are too rough to be chosen.
  static let poolStart = 0.4

  private let problem: RoutingProblem
  private let limit: SearchLimit
  private let seed: UInt64
  private let threads: Int
  private let flat: FlatProblem
  private let searchers: [any SearchEngine]
  private let pacer = Pacer()
  private let recombiner: (any RouteRecombiner)?
  private let started = ContinuousClock.now

  /// - Parameter verifies: Whether the searchers compare every step with the checker: slow, for tests.
  init(
    _ problem: RoutingProblem, _ limit: SearchLimit, seed: UInt64, threads: Int, start: [Route],
    recombiner: (any RouteRecombiner)? = nil, verifies: Bool = false
  ) {
    self.problem = problem
    self.recombiner = recombiner
    self.limit = limit
    self.seed = seed
    self.threads = max(1, threads)
    let flat = FlatProblem(problem)
    let start = Self.feasible(start, problem, flat)
    self.flat = flat
    let first = Searcher(flat, seed: seed, stream: 0, start: start, verifying: verifies ? problem : nil)
    let second =
      Self.intensifier(problem, flat, seed: seed, start: first.best, verifying: verifies)
      ?? Searcher(flat, seed: seed, stream: 1, start: start, verifying: verifies ? problem : nil)
    searchers = [first, second]
  }

  /// The engine beside the ruin and recreate, or `nil` where another of the same is better: where the penalised search does not know a rule,
  /// and for many jobs without a clock, where it was no better.
  ///
  /// A population pays where it gets some hundred generations in the time usual; beyond, one solution that is taken apart and mended
  /// locally goes further (`docs/decisions/0014-two-engines.md`).
  private static func intensifier(
    _ problem: RoutingProblem, _ flat: FlatProblem, seed: UInt64, start: Incumbent, verifying: Bool
  ) -> (any SearchEngine)? {
    guard !problem.jobs.isEmpty, LocalProblem.supports(problem), hasRoomForPenalties(problem) else { return nil }
    let isSmall = problem.jobs.count <= mostForPopulation
    guard isSmall || flat.hasTime else { return nil }
    let local = LocalProblem(problem, flat)
    return isSmall
      ? GeneticSearch(local, seed: seed, stream: 1, start: start, verifying: verifying)
      : IteratedDescent(local, seed: seed, stream: 1, start: start, verifying: verifying)
  }

  /// Whether prices are so small that fractions of them, as penalties, still leave room in a sum.
  private static func hasRoomForPenalties(_ problem: RoutingProblem) -> Bool {
    let ways = Double(problem.travel.longestDistance.metres) * Double(2 * problem.jobs.count)
    let perMetre = Double(problem.vehicles.map(\.costPerMetre).max() ?? 0)
    let fixed = Double(problem.vehicles.map(\.fixedCost).max() ?? 0) * Double(problem.jobs.count)
    let dropped = problem.jobs.reduce(0.0) { $0 + Double($1.dropCost ?? 0) }
    let perSecond = problem.vehicles.map(\.costPerSecond).max() ?? 0
    return ways * perMetre + fixed + dropped < 0x1p50 && perSecond <= 1_000_000
  }

  func run(_ isCancelled: () -> Bool, _ progress: (SearchProgress) -> Void) throws(SearchError) -> Answer {
    // Long enough that a stretch outweighs the handing over, short enough to stop within some milliseconds.
    let stretch = max(20, 500_000 / max(100, problem.jobs.count))
    var pool = RoutePool(limit: Self.poolLimit)
    var recombination = recombiner.map { Recombination($0, problem, limit) }
    var best = Incumbent()
    var trace: [(time: Swift.Duration, cost: Int)] = []
    var stretches = 0
    while true {
      for searcher in searchers where searcher.best.isBetter(than: best) {
        best = searcher.best
        pool.add(best.routes)
        recombination?.add(best.routes)
        if best.missing == 0 { trace.append((ContinuousClock.now - started, best.cost)) }
      }
      let iterations = searchers.reduce(0) { $0 + $1.iterations }
      let elapsed = ContinuousClock.now - started
      let fraction = fraction(iterations, elapsed)
      progress(
        SearchProgress(
          time: elapsed, iterations: iterations, fraction: fraction, cost: best.missing == 0 ? best.cost : nil,
          vehicles: best.routes.count, unassigned: flat.unserved(by: best.routes)))
      if problem.jobs.isEmpty || isCancelled() { break }
      if let found = recombination?.run(fraction, elapsed, best, flat, isCancelled) {
        best = found
        pool.add(best.routes)
        if best.missing == 0 { trace.append((ContinuousClock.now - started, best.cost)) }
        exchange(best)
      }
      if isFinished(iterations, elapsed) { break }
      if stretches > 0 && stretches % Self.exchangePeriod == 0 { exchange(best) }
      let temperature = Self.hottest * PortableMath.exp(PortableMath.ln(Self.coldest / Self.hottest) * fraction)
      runStretch(stretch, iterations, temperature)
      if fraction > Self.poolStart {
        for searcher in searchers {
          let routes = searcher.currentRoutes
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
    let searchers = self.searchers
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
    if limit.iterations == nil, let ratio = pacer.ratio() { searchers[1].keepPace(ratio) }
  }

  private func exchange(_ best: Incumbent) {
    for searcher in searchers where best.isBetter(than: searcher.best) { searcher.adopt(best) }
  }

  private func answer(
    _ best: Incumbent, _ trace: [(time: Swift.Duration, cost: Int)], _ pool: RoutePool
  ) throws(SearchError) -> Answer {
    let verdict = problem.check(best.routes)
    let penalty = flat.penalty(of: best.routes)
    // A route that has begun and breaks a rule by itself cannot be gone on with.
    let onlyMissing = verdict.violations.allSatisfy { $0.kind == .missing || $0.kind == .begun }
    guard onlyMissing, penalty.missing == best.missing, verdict.cost + penalty.price == best.cost else {
      throw SearchError(claimedCost: best.cost - penalty.price, verdict: verdict)
    }
    return Answer(
      verdict: verdict, iterations: searchers.reduce(0) { $0 + $1.iterations }, time: ContinuousClock.now - started,
      seed: seed, trace: trace, pool: pool.routes)
  }

  /// The routes of a start that keep every rule, alone and together and with those that have begun.
  private static func feasible(_ routes: [Route], _ problem: RoutingProblem, _ flat: FlatProblem) -> [Route] {
    var kept: [Route] = []
    var served = Set<Int32>()
    var lists = Set<Int32>()
    var waiting = flat.begun
    var free = problem.vehicles.map(\.count)
    for begun in waiting { free[begun.type] -= 1 }
    for route in routes where !route.jobs.isEmpty && problem.vehicles.indices.contains(route.vehicle) {
      guard problem.check([route]).violations.allSatisfy({ $0.kind == .missing || $0.kind == .begun }) else { continue }
      // Reloads that load nothing are no fault, but the search has room for one before each job.
      guard route.reloads.count <= route.jobs.count else { continue }
      let codes = RouteCode.codes(of: route)
      let begun = waiting.firstIndex { $0.type == route.vehicle && codes.starts(with: $0.codes) }
      let others = waiting.enumerated().filter { $0.offset != begun }.flatMap(\.element.codes).filter { $0 >= 0 }
      let units = Set(route.jobs.map { flat.unitOfJob[$0] })
      let together = Set(route.jobs.map { flat.sameRoute[$0] }.filter { $0 >= 0 })
      guard units.isDisjoint(with: served), together.isDisjoint(with: lists),
        units.isDisjoint(with: others.map { flat.unitOfJob[Int($0)] }),
        together.isDisjoint(with: others.map { flat.sameRoute[Int($0)] }), begun != nil || free[route.vehicle] > 0
      else { continue }
      if let begun { waiting.remove(at: begun) } else { free[route.vehicle] -= 1 }
      served.formUnion(units)
      lists.formUnion(together)
      kept.append(route)
    }
    return kept
  }
}
