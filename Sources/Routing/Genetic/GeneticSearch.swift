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
  private var pace = 4.0
  private var budget = 0.0
  private var steps = 0
  private var founders = 0
  private var order: [Int]

  init(_ problem: LocalProblem, seed: UInt64, stream: Int, start: Incumbent, verifying: Bool = false) {
    self.problem = problem
    tours = Tours(problem)
    descent = Descent(tours, verifying: verifying)
    random = RandomSource(seed: seed, stream: stream)
    crossover = RouteExchange(problem)
    governor = PenaltyGovernor(problem)
    best = start
    order = Array(0..<problem.jobCount)
    governor.apply(to: tours)
    population.size = Int(Tuning.p(2, 25))
    population.generation = Int(Tuning.p(3, 40))
  }
  deinit { if Tuning.p(9, 0) > 0 { print("steps", steps, "work", tours.tally.pointee.work, "pace", pace, "late", tours.penalties.pointee.late, "load", tours.loadPenalties[0], "feas", population.feasibleCount, "pop", population.count) } }

  var currentRoutes: [Route] { tours.isFeasible ? tours.routes() : best.routes }

  func keepPace(_ ratio: Double) { pace /= min(2, max(0.5, ratio)) }

  func run(iterations count: Int, temperature: Double) {
    iterations += count
    guard problem.jobCount > 0 else { return }
    budget += Double(count) * pace
    while budget > 0 {
      let before = tours.tally.pointee.work
      step()
      budget -= Double(tours.tally.pointee.work - before + 100)
    }
  }

  func adopt(_ incumbent: Incumbent) {
    if incumbent.isBetter(than: best) { best = incumbent }
    tours.load(incumbent.routes)
    shuffle()
    descent.enqueueAll(order)
    descent.run()
    keep()
  }

  private func shuffle() {
    for index in order.indices.dropLast() { order.swapAt(index, index + random.below(order.count - index)) }
  }

  private func step() {
    steps += 1
    if founders < population.size {
      founders += 1
      found()
    } else {
      let parent = population.tournament(&random)
      var other = population.tournament(&random)
      for _ in 0..<10 where other === parent { other = population.tournament(&random) }
      crossover.apply(parent, other, to: descent, &random)
    }
    descent.run()
    governor.note(tours)
    keep()
    if !tours.isFeasible, random.below(100) < Int(Tuning.p(4, 50)) {
      governor.apply(to: tours, strict: 10)
      for slot in 0..<problem.slotCount where !tours.tours[slot].isFeasible {
        var stop = Int(tours.visits[tours.start(slot)].next)
        while tours.isJob(stop) {
          tours.enqueue(stop)
          stop = Int(tours.visits[stop].next)
        }
      }
      descent.run()
      governor.apply(to: tours)
      if tours.isFeasible { keep() }
    }
    if governor.isDue { governor.adjust(tours) }
  }

  /// A founder of the population: jobs inserted in any order.
  private func found() {
    tours.clear()
    shuffle()
    let isGenerous = problem.flat.hasOptionalJobs && random.below(2) == 0
    for job in order where problem.isServable[job] {
      let target = descent.bestPlace(job, generously: isGenerous)
      if target >= 0 { descent.serve(job, after: target) }
    }
  }

  private func keep() {
    let individual = Individual(tours)
    population.add(individual, tours)
    if individual.isFeasible, (individual.missing, individual.cost) < (best.missing, best.cost) { best = tours.snapshot() }
  }
}
