import Logistics
import Testing

@testable import Routing
@testable import Travel

@Suite struct NeighbourTests {
  @Test func `a job's neighbours are itself and those nearest there and back, ties by number`() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<30 {
      let places = Int.random(in: 1...12, using: &random)
      let metres = (0..<places).map { _ in (0..<places).map { _ in Int.random(in: 0...9, using: &random) } }
      let travel = try TravelMatrix(metres: metres)
      let jobs = (0..<Int.random(in: 0...30, using: &random)).map { index in
        Job(id: ID("\(index)"), place: .random(in: 0..<places, using: &random), delivery: [1])
      }
      for width in Set([0, 1, 4, jobs.count]) where width <= jobs.count {
        let arena = Arena()
        let table = FlatProblem.neighbours(jobs, travel, width: width, arena)
        for (index, job) in jobs.enumerated() {
          func length(_ other: Int) -> Int {
            other == index ? -1 : metres[job.place][jobs[other].place] + metres[jobs[other].place][job.place]
          }
          let expected = jobs.indices.sorted { (length($0), $0) < (length($1), $1) }.prefix(width)
          #expect((0..<width).map { Int(table[index * width + $0]) } == Array(expected))
        }
        withExtendedLifetime(arena) {}
      }
    }
  }

  @Test func `a problem is searched alike whether its ways are computed or in tables`() throws {
    var random = SystemRandomNumberGenerator()
    let points = (0...40).map { _ in
      TravelPoint(x: .random(in: 0...500, using: &random), y: .random(in: 0...500, using: &random))
    }
    let rule = PlaneRule(factor: 1, addend: 0.5)
    let travel = TravelMatrix(computing: try #require(PointTravel(points, .plane(rule))))
    let jobs = (1...40).map { Job(id: ID("\($0)"), place: $0, delivery: [1]) }
    let vans = [VehicleType(id: "van", count: 10, start: 0, capacity: [8])]
    let answers = try [travel, travel.tabulated()].map { travel in
      try RoutingProblem(travel: travel, jobs: jobs, vehicles: vans).solve(SearchLimit(iterations: 400), threads: 1)
    }
    #expect(!travel.isTabulated)
    #expect(answers[0].verdict == answers[1].verdict && answers[0].verdict.isFeasible)
  }
}
