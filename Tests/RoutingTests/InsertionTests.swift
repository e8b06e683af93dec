import Logistics
import RoutingTestSupport
import Testing
import Travel

@testable import Routing

@Suite struct InsertionTests {
  /// Three hundred jobs, some at the same place, on two street maps of no particular shape: a way is as long as the way back, and that is
  /// all that is known of it. Vans go by one map or the other. The last ten jobs have room on every route.
  private func problem(_ random: inout RandomSource, profile: Int) throws -> RoutingProblem {
    let places = 200
    var maps: [TravelMatrix] = []
    for _ in 0..<2 {
      var rows = [[Int]](repeating: [Int](repeating: 0, count: places), count: places)
      for one in 0..<places {
        for other in 0..<one {
          rows[one][other] = 1 + random.below(1_000)
          rows[other][one] = rows[one][other]
        }
      }
      maps.append(try TravelMatrix(metres: rows))
    }
    return try RoutingProblem(
      profiles: maps,
      jobs: (0..<300).map { Job(id: ID("\($0)"), place: 1 + random.below(places - 1), delivery: [$0 < 290 ? 1 + $0 % 5 : 0]) },
      vehicles: [VehicleType(id: "van", count: 40, start: 0, capacity: [90], costPerMetre: 3, profile: profile)])
  }

  @Test(arguments: 0..<20)
  func `the cheapest place beside a near job or at an end of a route is found`(seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed), stream: 4)
    let problem = try problem(&random, profile: seed % 2)
    let flat = FlatProblem(problem)
    let solution = Solution(flat)
    solution.begin()
    for unit in 0..<290 {
      var anywhere = Insertion(cost: Insertion.dearest)
      solution.improve(&anywhere, of: unit, blink: 0, &random)
      solution.improveByOpening(&anywhere, of: unit, blink: 0, &random)
      solution.apply(anywhere)
    }
    let routes = solution.snapshot().routes
    let way = { problem.profiles[seed % 2].distance(from: $0, to: $1).metres }
    for job in 290..<300 {
      let row = flat.neighbours + job * flat.neighbourCount
      let near = Set((1..<Solution.nearest).map { Int(row[$0]) })
      var cheapest = Insertion.dearest
      for route in routes {
        let stops = [0] + route.jobs.map { problem.jobs[$0].place } + [0]
        for gap in 0...route.jobs.count {
          let isAtEnd = gap == 0 || gap == route.jobs.count
          guard isAtEnd || near.contains(route.jobs[gap - 1]) || near.contains(route.jobs[gap]) else { continue }
          let (before, place, after) = (stops[gap], problem.jobs[job].place, stops[gap + 1])
          cheapest = min(cheapest, 3 * (way(before, place) + way(place, after) - way(before, after)))
        }
      }
      var best = Insertion(cost: Insertion.dearest)
      solution.improve(&best, of: job, blink: 0, &random)
      #expect(best.cost == cheapest)
    }
  }

  @Test func `a break is taken while goods are waited for`() throws {
    // Back at 20, unloaded at 60, and at 80 the second load is there. The break may begin at 60: before unloading it would end at 90 and
    // unloading at 130, after the load is there it would end at 110, but between the two it ends at 90.
    let pause = Break(windows: [try #require(TimeWindow(opens: at(60), closes: at(200)))], duration: .seconds(30))
    let problem = try RoutingProblem(
      travel: try TravelMatrix(metres: [[0, 10], [10, 0]]),
      jobs: [
        Job(id: "first", place: 1, delivery: [1]),
        Job(id: "second", place: 1, delivery: [1], release: at(80)),
      ],
      vehicles: [
        VehicleType(
          id: "van", count: 1, start: 0, capacity: [1], shift: TimeWindow(opens: at(0), closes: at(120)),
          costPerMetre: 0, costPerSecond: 1, breaks: [pause], reload: Reload(places: [0], duration: .seconds(40)))
      ])
    let route = Route(vehicle: 0, jobs: [0, 1], reloads: [ReloadStop(beforeJob: 1, at: 0)])
    let verdict = problem.check([route])
    #expect(verdict.isFeasible)
    #expect(verdict.routes[0].departure == at(0))
    #expect(verdict.cost == 110)
    #expect(problem.simulatedCost(of: route) == 110)
  }

  private func at(_ seconds: Int) -> Instant { Instant(secondsSince1970: seconds) }
}
