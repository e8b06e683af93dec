import Logistics
import RoutingTestSupport
import Testing
import Travel

@testable import Routing

/// Which pairs of stops the descent passes over.
@Suite struct ShortLegTests {
  /// A hundred and fifty jobs on a grid of streets, where no detour is shorter than the direct way.
  private func problem(_ random: inout RandomProblems.Generator) throws -> RoutingProblem {
    let points = (0...150).map { _ in (Int.random(in: 0...200, using: &random), Int.random(in: 0...200, using: &random)) }
    let rows = points.map { one in points.map { abs(one.0 - $0.0) + abs(one.1 - $0.1) } }
    return try RoutingProblem(
      travel: try TravelMatrix(metres: rows),
      jobs: (1...150).map { Job(id: ID("\($0)"), place: $0, delivery: [.random(in: 1...9, using: &random)]) },
      vehicles: [VehicleType(id: "van", count: 8, start: 0, capacity: [130], fixedCost: 70, costPerMetre: 2)])
  }

  @Test(arguments: 0..<20)
  func `where a leg is as long as those it would replace, no job is worth moving`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed))
    let problem = try problem(&random)
    let tours = PlainProblems.tours(LocalProblem(problem, FlatProblem(problem)), &random)
    let descent = Descent(tours)
    // At a local optimum, or on the way to one.
    descent.enqueueAll(Array(0..<150))
    descent.run(most: seed % 2 == 0 ? .max : 4000)
    var passedOver = 0
    for stop in 0..<150 where tours.visits[stop].slot >= 0 {
      for other in 0..<150 where other != stop && tours.visits[other].slot >= 0 {
        guard !descent.mayGain(stop, other, divisor: 1) else { continue }
        passedOver += 1
        let (before, otherBefore) = (Int(tours.visits[stop].previous), Int(tours.visits[other].previous))
        #expect(Relocate.gain(tours, stop, 1, after: other, reversed: false, over: 0) <= 0)
        #expect(Relocate.gain(tours, stop, 1, after: otherBefore, reversed: false, over: 0) <= 0)
        #expect(Swap.gain(tours, stop, 1, other, 1, over: 0) <= 0)
        if tours.visits[stop].slot == tours.visits[other].slot {
          let isForward = tours.visits[stop].position < tours.visits[other].position
          #expect(Reverse.gain(tours, isForward ? stop : other, isForward ? other : stop, over: 0) <= 0)
        } else {
          #expect(ExchangeTails.gain(tours, stop, otherBefore, over: 0) <= 0)
          #expect(ExchangeTails.gain(tours, before, other, over: 0) <= 0)
        }
      }
    }
    #expect(seed % 2 == 1 || passedOver > 500, "\(passedOver) pairs passed over")
  }
}
