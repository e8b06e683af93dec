import Dispatching
import Routing

/// Ten seconds for the routes, fifty to prove how good they are.
func proved(_ problem: RoutingProblem) throws -> (routes: [Route], gap: Double?) {
  let answer = try problem.solve(within: .seconds(10))
  let limit = BoundLimit(rounds: 100_000, time: .seconds(50))
  guard let bound = problem.lowerBound(pool: answer.pool, incumbent: answer.routes, limit: limit) else {
    return (answer.routes, nil)
  }
  let routes = bound.betterRoutes ?? answer.routes
  return (routes, Gap.between(cost: problem.check(routes).cost, bound: bound.value))
}
