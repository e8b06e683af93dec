import Logistics
import RoutingTestSupport
import Testing
import Travel

@testable import Routing

@Suite struct SwapStarTests {
  private static let nothing = -(1 << 50)

  /// Windows, several dimensions of load, paid time, longest ways and durations, and types that may not serve every job.
  private func forEach(_ seed: Int, jobs: Int = 8, _ body: (Tours) throws -> Void) throws {
    let problem = try seed % 2 == 0 ? PlainProblems.make(seed: seed, jobs: jobs) : PlainProblems.limited(seed: seed, jobs: jobs)
    let local = LocalProblem(problem, FlatProblem(problem))
    var random = RandomProblems.Generator(state: UInt64(seed))
    for _ in 0..<3 { try body(PlainProblems.tours(local, &random)) }
  }

  /// Every exchange there is: two jobs of different routes, each with every stop of the other's route that it may go behind.
  private func forEachExchange(_ tours: Tours, _ body: (_ first: Int, _ target: Int, _ other: Int, _ otherTarget: Int) -> Void) {
    func targets(_ job: Int) -> [Int] {
      let slot = Int(tours.visits[job].slot)
      return [tours.start(slot)] + (0..<tours.problem.jobCount).filter { tours.visits[$0].slot == Int32(slot) && $0 != job }
    }
    let served = (0..<tours.problem.jobCount).filter { tours.visits[$0].slot >= 0 }
    for first in served {
      for other in served where other > first && tours.visits[first].slot != tours.visits[other].slot {
        for target in targets(first) { for otherTarget in targets(other) { body(first, target, other, otherTarget) } }
      }
    }
  }

  /// A wrong gain would let the descent run in circles.
  @Test func `jobs change routes for the gain that a recomputation gives`() throws {
    var (tried, timed, paid, manyfold) = (0, 0, 0, 0)
    for seed in 0..<16 {
      try forEach(seed) { tours in
        forEachExchange(tours) { first, target, other, otherTarget in
          let gain = SwapStar.gain(tours, first, target, other, otherTarget, over: Self.nothing)
          guard gain > Self.nothing else { return }
          tried += 1
          timed += tours.problem.hasTime ? 1 : 0
          paid += tours.problem.hasDuration ? 1 : 0
          manyfold += tours.problem.dimensions > 1 ? 1 : 0
          let (price, routes) = (tours.tally.pointee.price, tours.routes())
          tours.begin()
          Move.swapStar(first, target, other, otherTarget, gain).apply(to: tours)
          #expect(price - tours.tally.pointee.price == gain, "\(first) behind \(otherTarget), \(other) behind \(target)")
          tours.verify()
          tours.rollback()
          #expect(tours.tally.pointee.price == price && tours.routes() == routes)
        }
      }
    }
    #expect(tried > 1000 && timed > 100 && paid > 100 && manyfold > 100)
  }

  @Test(arguments: 0..<8)
  func `a bound on the gain hides no exchange above it and shows none below`(seed: Int) throws {
    try forEach(seed) { tours in
      forEachExchange(tours) { first, target, other, otherTarget in
        let exact = SwapStar.gain(tours, first, target, other, otherTarget, over: Self.nothing)
        for least in [0, 100, -100] {
          let bounded = SwapStar.gain(tours, first, target, other, otherTarget, over: least)
          #expect(max(least, bounded) == max(least, exact))
        }
      }
    }
  }

  /// Two routes along two parallel lines, from left to right, each of which also crosses over to one job of the other line. Both vans are full, so that
  /// neither job can move alone; either is far from the place of the other, and what else is on board fits the other van nowhere.
  private func parallelLines() throws -> (problem: RoutingProblem, start: [Route], best: [Route]) {
    let near = [100, 300, 500, 700].map { (x: $0, y: 0, load: 3) }
    let far = [100, 300, 500, 700].map { (x: $0, y: 40, load: 5) }
    let crossing = [(x: 200, y: 40, load: 1), (x: 600, y: 0, load: 1)]
    let stops = near + far + crossing
    let points = [(x: 0, y: 20), (x: 800, y: 20)] + stops.map { (x: $0.x, y: $0.y) }
    let metres = points.map { from in
      points.map { to in
        Int((Double((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y)).squareRoot() * 10).rounded())
      }
    }
    let jobs = stops.enumerated().map { Job(id: ID("\($0)"), place: $0 + 2, delivery: [$1.load]) }
    let vehicles = [("small", 13), ("large", 21)].map { VehicleType(id: ID($0), count: 1, start: 0, end: 1, capacity: [$1]) }
    return (
      try RoutingProblem(travel: try TravelMatrix(metres: metres), jobs: jobs, vehicles: vehicles),
      [Route(vehicle: 0, jobs: [0, 8, 1, 2, 3]), Route(vehicle: 1, jobs: [4, 5, 6, 9, 7])],
      [Route(vehicle: 0, jobs: [0, 1, 2, 9, 3]), Route(vehicle: 1, jobs: [4, 8, 5, 6, 7])]
    )
  }

  @Test func `an exchange that no other operator finds is found and made`() throws {
    let (problem, start, best) = try parallelLines()
    let tours = Tours(LocalProblem(problem, FlatProblem(problem)))
    tours.loadPenalties[0] = Penalties.largest
    tours.load(start)
    let price = tours.tally.pointee.price
    descend(tours, swapsFreely: false)
    #expect(tours.routes() == start && tours.tally.pointee.price == price)
    descend(tours, swapsFreely: true)
    #expect(tours.routes() == best && tours.tally.pointee.price < price)
    tours.verify()
  }

  /// Where the way and the loads are all there is to a price, and no way round is shorter than the straight one, the three places kept for
  /// each job must be enough: the full enumeration of exchanges finds none better.
  @Test(arguments: 0..<40)
  func `of all exchanges between two routes the best is found`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed))
    let points = (0..<16).map { _ in (x: Int.random(in: 0...100, using: &random), y: Int.random(in: 0...100, using: &random)) }
    let metres = points.map { from in points.map { abs(from.x - $0.x) + abs(from.y - $0.y) } }
    let jobs = (1..<16).map {
      Job(id: ID("\($0)"), place: $0, delivery: [.random(in: 1...9, using: &random), .random(in: 1...9, using: &random)])
    }
    let vehicles = (1...2).map { VehicleType(id: ID("\($0)"), count: 1, start: 0, capacity: [30, 30], costPerMetre: $0) }
    let problem = try RoutingProblem(travel: TravelMatrix(metres: metres), jobs: jobs, vehicles: vehicles)
    let tours = PlainProblems.tours(LocalProblem(problem, FlatProblem(problem)), &random)
    let scan = SwapStarScan(tours)
    // Down to where no exchange is left, so that places kept from before a change are asked for after it.
    while true {
      var best = 0
      forEachExchange(tours) { best = max(best, SwapStar.gain(tours, $0, $1, $2, $3, over: best)) }
      let moves = (0..<2).map { scan.move($0) }
      for move in moves { try #require(move.gain == best) }
      guard best > 0 else { return }
      let price = tours.tally.pointee.price
      moves[1].apply(to: tours)
      tours.verify(moves[1], from: price)
    }
  }

  @Test(arguments: 0..<20)
  func `every exchange made on the way down is what a recomputation says, under all rules`(seed: Int) throws {
    try forEach(seed, jobs: 14) { tours in
      descend(tours, swapsFreely: true)
      tours.verify()
    }
  }

  @Test(arguments: 0..<6)
  func `a genetic search with it makes no false move, and does not depend on the stretches it is run in`(seed: Int) throws {
    let problem = try PlainProblems.limited(seed: 1600 + seed, jobs: 20)
    let flat = FlatProblem(problem)
    let nothing = Incumbent(
      missing: problem.jobs.count { $0.dropCost == nil }, cost: (0..<flat.jobCount).reduce(0) { $0 + flat.dropCost[$1] })
    let engines = (0..<2).map { _ in
      GeneticSearch(
        LocalProblem(problem, flat), seed: 3, stream: 1, start: nothing, verifying: true, swapsFreely: true)
    }
    engines[0].run(iterations: 200, temperature: 1)
    for _ in 0..<40 { engines[1].run(iterations: 5, temperature: 0.1) }
    #expect(abs(engines[0].generations - engines[1].generations) <= 1)
    for engine in engines { #expect(problem.check(engine.best.routes).violations.allSatisfy { $0.kind == .missing }) }
  }

  private func descend(_ tours: Tours, swapsFreely: Bool) {
    let descent = Descent(tours, verifying: true, swapsFreely: swapsFreely)
    descent.enqueueAll(Array(0..<tours.problem.jobCount))
    #expect(descent.run())
  }
}
