import Logistics

/// A search that takes some neighbours out, puts them back, and descends from there, in penalised space.
final class IteratedDescent: SearchEngine, @unchecked Sendable {
  /// The most jobs taken out at a time.
  private static let mostRemoved = 20

  private let problem: LocalProblem
  private let tours: Tours
  private let descent: Descent
  private var random: RandomSource
  private(set) var best = Incumbent()
  private(set) var iterations = 0
  private let edgeCost: Double
  /// Work for an iteration.
  private var pace: Double
  private var budget = 0.0
  private(set) var governor: PenaltyGovernor

  init(
    _ problem: LocalProblem, seed: UInt64, stream: Int, start: Incumbent, edgeCost: Double, governor: PenaltyGovernor? = nil,
    verifying: Bool = false
  ) {
    self.problem = problem
    tours = Tours(problem)
    descent = Descent(tours, verifying: verifying)
    random = RandomSource(seed: seed, stream: stream)
    self.governor = governor ?? PenaltyGovernor(problem)
    pace = problem.workOfAnIteration
    best = start
    self.edgeCost = edgeCost
    self.governor.apply(to: tours)
    load(start)
  }

  private func load(_ incumbent: Incumbent) {
    tours.load(incumbent.routes)
    for job in 0..<problem.jobCount { tours.enqueue(job) }
    tours.begin()
    descent.run()
  }

  var currentRoutes: [Route] { tours.isFeasible ? tours.routes() : best.routes }

  /// The feasible routes that are nearest to where it is: what is too much is mended.
  func mendedRoutes() -> [Route] {
    guard !tours.isFeasible else { return tours.routes() }
    governor.apply(to: tours, strict: 10)
    descent.enqueueInfeasible()
    descent.run()
    return tours.isFeasible ? tours.routes() : best.routes
  }

  func keepPace(_ ratio: Double) { pace /= min(2, max(0.5, ratio)) }

  func run(iterations count: Int, temperature: Double) {
    iterations += count
    guard problem.jobCount > 0 else { return }
    budget += Double(count) * pace
    while budget > 0 {
      let before = tours.tally.pointee.work
      step(temperature: temperature * edgeCost)
      budget -= Double(tours.tally.pointee.work - before + 1)
    }
  }

  func adopt(_ incumbent: Incumbent) {
    if incumbent.isBetter(than: best) { best = incumbent }
    load(incumbent)
  }

  private func step(temperature: Double) {
    tours.begin()
    let before = tours.tally.pointee.price
    perturb()
    descent.run()
    let price = tours.tally.pointee.price
    if tours.isFeasible, price < best.cost || best.missing > 0 {
      let found = tours.snapshot()
      if found.isBetter(than: best) { best = found }
    }
    if Double(price) >= Double(before) + temperature * random.exponential() { tours.rollback() }
    governor.note(tours)
    if governor.isDue { governor.adjust(tours) }
  }

  private func perturb() {
    let seed = random.below(problem.jobCount)
    let count = 1 + random.below(min(Self.mostRemoved, problem.width))
    var removed: [Int] = [seed]
    let row = problem.neighbours + seed * problem.width
    for rank in 0..<problem.width where removed.count < count {
      if random.below(2) == 0 { removed.append(Int(row[rank])) }
    }
    for job in removed where tours.visits[job].slot >= 0 {
      let (previous, next) = (Int(tours.visits[job].previous), Int(tours.visits[job].next))
      tours.remove(job)
      tours.enqueue(previous)
      tours.enqueue(next)
    }
    for index in removed.indices.dropLast() { removed.swapAt(index, index + random.below(removed.count - index)) }
    for job in removed where problem.isServable[job] {
      let target = descent.bestPlace(job)
      if target >= 0 { descent.serve(job, after: target) }
    }
  }
}
