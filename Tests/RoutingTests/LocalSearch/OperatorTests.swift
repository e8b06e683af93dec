import Logistics
import RoutingTestSupport
import Testing

@testable import Routing

/// What an operator promises is what the price falls by, recomputed stop by stop: a wrong gain would let the descent run in circles.
@Suite struct OperatorTests {
  private static let nothing = -(1 << 50)

  /// Applies a move in every solution, compares, and takes it back.
  private func expectTruth(_ tours: Tours, _ move: Move) {
    guard move.gain > Self.nothing else { return }
    let (price, routes) = (tours.tally.pointee.price, tours.routes())
    tours.begin()
    move.apply(to: tours)
    #expect(price - tours.tally.pointee.price == move.gain, "\(move)")
    tours.verify()
    tours.rollback()
    #expect(tours.tally.pointee.price == price)
    #expect(tours.routes() == routes)
    tours.verify()
  }

  private func forEach(_ seed: Int, _ body: (Tours) throws -> Void) throws {
    let problem = try seed % 2 == 0 ? PlainProblems.make(seed: seed, jobs: 8) : PlainProblems.limited(seed: seed, jobs: 8)
    let local = LocalProblem(problem, FlatProblem(problem))
    var random = RandomProblems.Generator(state: UInt64(seed))
    for _ in 0..<3 { try body(PlainProblems.tours(local, &random)) }
  }

  private func stops(_ tours: Tours) -> [Int] { (0..<tours.problem.nodeCount).filter { tours.visits[$0].slot >= 0 } }

  @Test(arguments: 0..<8)
  func `chains are relocated for the gain promised, turned round or not`(seed: Int) throws {
    try forEach(seed) { tours in
      for stop in stops(tours) where tours.isJob(stop) {
        for target in stops(tours) where tours.isJob(target) || tours.visits[target].position == 0 {
          for count in 1...3 {
            for isReversed in [false, true] {
              let gain = Relocate.gain(tours, stop, count, after: target, reversed: isReversed, over: Self.nothing)
              expectTruth(
                tours,
                Move(
                  kind: .relocate, isReversed: isReversed, count: Int32(count), stop: Int32(stop), other: Int32(target),
                  gain: gain))
            }
          }
        }
      }
    }
  }

  @Test(arguments: 0..<8)
  func `chains change places for the gain promised`(seed: Int) throws {
    try forEach(seed) { tours in
      for stop in stops(tours) where tours.isJob(stop) {
        for other in stops(tours) where tours.isJob(other) && other != stop {
          for (count, otherCount) in [(1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (3, 2)] {
            let gain = Swap.gain(tours, stop, count, other, otherCount, over: Self.nothing)
            expectTruth(
              tours,
              Move(
                kind: .swap, count: Int32(count), otherCount: Int32(otherCount), stop: Int32(stop), other: Int32(other),
                gain: gain))
          }
        }
      }
    }
  }

  @Test(arguments: 0..<8)
  func `parts of a route are turned round, and tails and heads exchanged, for the gain promised`(seed: Int) throws {
    try forEach(seed) { tours in
      let starts = stops(tours).filter { tours.isJob($0) || tours.visits[$0].position == 0 }
      for stop in starts {
        for other in starts where other != stop {
          if tours.visits[stop].slot == tours.visits[other].slot {
            let gain = Reverse.gain(tours, stop, other, over: Self.nothing)
            expectTruth(tours, Move(kind: .reverse, stop: Int32(stop), other: Int32(other), gain: gain))
            continue
          }
          let gain = ExchangeTails.gain(tours, stop, other, over: Self.nothing)
          expectTruth(tours, Move(kind: .exchangeTails, stop: Int32(stop), other: Int32(other), gain: gain))
          if ExchangeHeads.isUseful(tours.problem), tours.isJob(stop), tours.isJob(other) {
            let gain = ExchangeHeads.gain(tours, stop, other, over: Self.nothing)
            expectTruth(tours, Move(kind: .exchangeHeads, stop: Int32(stop), other: Int32(other), gain: gain))
          }
        }
      }
    }
  }

  @Test func `heads are exchanged on some of the random problems`() throws {
    let useful = try (0..<200).count { seed in
      let problem = try PlainProblems.make(seed: seed, jobs: 3)
      return ExchangeHeads.isUseful(LocalProblem(problem, FlatProblem(problem)))
    }
    #expect(useful > 0)
  }

  @Test(arguments: 0..<8)
  func `jobs are served and left out for the gain promised`(seed: Int) throws {
    try forEach(seed) { tours in
      for job in 0..<tours.problem.jobCount {
        let price = tours.tally.pointee.price
        tours.begin()
        if tours.visits[job].slot >= 0 {
          let gain = Attendance.gain(tours, leavingOut: job)
          tours.remove(job)
          #expect(price - tours.tally.pointee.price == gain)
        } else {
          for target in stops(tours) where tours.isJob(target) || tours.visits[target].position == 0 {
            let gain = Attendance.gain(tours, inserting: job, after: target, over: Self.nothing)
            guard gain > Self.nothing else { continue }
            tours.insert(job, after: target)
            #expect(price - tours.tally.pointee.price == gain)
            tours.verify()
            tours.rollback()
          }
        }
        tours.verify()
        tours.rollback()
        #expect(tours.tally.pointee.price == price)
      }
    }
  }

  @Test(arguments: 0..<8)
  func `a bound on the gain hides no move above it and shows none below`(seed: Int) throws {
    try forEach(seed) { tours in
      for stop in stops(tours) where tours.isJob(stop) {
        for other in stops(tours) where tours.isJob(other) && other != stop {
          let exact = Swap.gain(tours, stop, 1, other, 1, over: Self.nothing)
          #expect(max(0, Swap.gain(tours, stop, 1, other, 1, over: 0)) == max(0, exact))
          for count in 1...3 {
            let exact = Relocate.gain(tours, stop, count, after: other, reversed: false, over: Self.nothing)
            #expect(max(0, Relocate.gain(tours, stop, count, after: other, reversed: false, over: 0)) == max(0, exact))
          }
        }
      }
    }
  }
}
