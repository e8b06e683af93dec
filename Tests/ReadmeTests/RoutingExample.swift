import Logistics
import Routing
import Travel

func shortest(_ metres: [[Int]]) throws -> [[Int]] {
  let jobs = (1..<metres.count).map { Job(id: ID("\($0)"), place: $0, delivery: [1]) }
  let van = VehicleType(id: "van", count: 4, start: 0, capacity: [10])
  let problem = try RoutingProblem(travel: TravelMatrix(metres: metres), jobs: jobs, vehicles: [van])
  return try problem.solve(within: .milliseconds(50)).routes.map(\.jobs)
}
