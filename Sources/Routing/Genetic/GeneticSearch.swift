import Logistics

/// A hybrid genetic search: children of two local optima, brought to the next local optimum by the penalised descent.
///
/// After T. Vidal (2022) for the population and N. A. Wouda, L. Lan and W. Kool ("PyVRP: a high-performance VRP solver package", 2024) for the
/// crossover; only where a child differs from its parent does its descent begin.
final class GeneticSearch: SearchEngine, @unchecked Sendable {
  private let problem: LocalProblem
  private let tours: Tours
  private let descent: Descent
  private var random: RandomSource
  private var population = Population()
  private var crossover: RouteExchange
  private var governor: PenaltyGovernor
  private(set) var best: Incumbent
  private(set) var iterations = 0
  private var pace: Double
  private var budget = 0.0
  /// What is going on with the child in `tours`.
  private enum Phase { case idle, descending, repairing }
  private var phase = Phase.idle
  /// In how many of a hundred cases an infeasible local optimum is repaired.
  private static let repairs = 50
  /// The chance of a founder to pass over a place, in 2⁶⁴: a quarter, so that founders differ.
  private static let blink: UInt64 = 1 << 62
  private(set) var generations = 0
  private var founders = 0
  private var order: [Int]

  /// - Parameter swapsFreely: Whether SWAP* is tried at the end of each descent; where that pays stands in
  ///   `docs/decisions/0014-two-engines.md`.
  init(
    _ problem: LocalProblem, seed: UInt64, stream: Int, start: Incumbent, verifying: Bool = false, swapsFreely: Bool = false
  ) {
    self.problem = problem
    tours = Tours(problem)
    descent = Descent(tours, verifying: verifying, swapsFreely: swapsFreely)
    random = RandomSource(seed: seed, stream: stream)
    crossover = RouteExchange(problem)
    governor = PenaltyGovernor(problem)
    best = start
    pace = problem.workOfAnIteration
    order = Array(0..<problem.jobCount)
    governor.apply(to: tours)
  }

  var currentRoutes: [Route] { tours.isFeasible ? tours.routes() : best.routes }

  func keepPace(_ ratio: Double) { pace /= min(2, max(0.5, ratio)) }

  func run(iterations count: Int, temperature: Double) {
    iterations += count
    guard problem.jobCount > 0 else { return }
    budget += Double(count) * pace
    while budget > 0 {
      let before = tours.tally.pointee.work
      advance(most: Int(min(budget, 1e15)) + 1)
      budget -= Double(tours.tally.pointee.work - before + 1)
    }
  }

  func adopt(_ incumbent: Incumbent) {
    if incumbent.isBetter(than: best) { best = incumbent }
    // What it was at is given up: it would be one child of thousands.
    governor.apply(to: tours)
    tours.load(incumbent.routes)
    shuffle()
    descent.enqueueAll(order)
    phase = .descending
  }

  private func shuffle() {
    for index in order.indices.dropLast() { order.swapAt(index, index + random.below(order.count - index)) }
  }

  /// Does the next part of a generation, at most so much of it: the other engine waits at the end of each stretch.
  private func advance(most: Int) {
    switch phase {
    case .idle:
      tours.tally.pointee.work += problem.jobCount / 4  // for what is not counted by pairs
      if founders < population.size { found() } else { breed() }
      phase = .descending
    case .descending:
      guard descent.run(most: most) else { return }
      governor.note(tours)
      keep()
      if !tours.isFeasible, random.below(100) < Self.repairs { repair() } else { finish() }
    case .repairing:
      guard descent.run(most: most) else { return }
      governor.apply(to: tours)
      if tours.isFeasible { keep() }
      finish()
    }
  }

  private func finish() {
    phase = .idle
    generations += 1
    if governor.isDue { governor.adjust(tours) }
  }

  private func breed() {
    let parent = population.tournament(&random)
    var other = population.tournament(&random)
    for _ in 0..<10 where other === parent { other = population.tournament(&random) }
    crossover.apply(parent, other, to: descent, &random)
  }

  /// Descends once more with penalties so high that only the feasible pays.
  private func repair() {
    governor.apply(to: tours, strict: 10)
    descent.enqueueInfeasible()
    phase = .repairing
  }

  /// A founder of the population: jobs inserted in any order.
  private func found() {
    founders += 1
    tours.clear()
    shuffle()
    let isGenerous = problem.flat.hasOptionalUnits && random.below(2) == 0
    for job in order where problem.isServable[job] {
      let target = descent.bestPlace(job, generously: isGenerous, blink: Self.blink, &random)
      if target >= 0 { descent.serve(job, after: target) }
    }
  }

  private func keep() {
    let individual = Individual(tours)
    population.add(individual, tours)
    if individual.isFeasible, (individual.missing, individual.cost) < (best.missing, best.cost) { best = tours.snapshot() }
  }
}
