import Dispatching
import Logistics
import Routing

func chooseRoutes(_ problem: RoutingProblem) throws {
  let answer = try problem.solve(SearchLimit(iterations: 20_000), recombiner: PartitioningRecombiner(problem))
  var selector = RouteSelector(problem)
  selector.add(answer.pool)
  let selection = selector.select(incumbent: answer.routes)
  print(selection.verdict.cost, "with prices of vehicles", selection.vehiclePrices)
  let longer = try problem.explain(.longerShift(vehicle: 0, by: .hours(1)), of: selection, pool: answer.pool)
  print("an hour more would save", longer.saving, "and serve", longer.missingServed, "more")
}
