import Dispatching
import Logistics

func planShuttles(_ trips: [Trip], _ fleet: [VehicleClass]) throws {
  let problem = try TripProblem(trips: trips, vehicles: fleet, turnaround: .minutes(15))
  let answer = try problem.assign(TripLimit(time: .seconds(10)))
  for chain in answer.chains {
    print(problem.vehicles[chain.vehicle].id, chain.trips.map { problem.trips[$0].id })
  }
  print("\(answer.verdict.cost), and no plan costs less than \(answer.bound)")
  for trip in answer.verdict.missing { print(problem.trips[trip].id, problem.obstacles(to: trip)) }
  // What would one more unit of each class save, and an hour more of its shift?
  for change in problem.changesWorthAsking() {
    let counterfactual = try problem.explain(change, of: answer)
    print(change, counterfactual.saving, counterfactual.isProved ? "proved" : "at least")
  }
}
