import Benchmark
import Dispatching
import Routing

/// Routes chosen out of 20,000 for 500 stops: everything at once, and again after 500 were added.
func registerDispatching() {
  let limit = SelectionLimit(steps: 5000)
  Benchmark("Dispatching/select-500x20000", configuration: .init(maxDuration: .seconds(12), maxIterations: 3)) { _, pool in
    var selector = RouteSelector(pool.problem)
    selector.add(pool.routes)
    try check(selector.select(incumbent: pool.incumbent, limit: limit))
  } setup: {
    try Pool()
  }

  Benchmark("Dispatching/select-500x20000-relaxation", configuration: .init(maxDuration: .seconds(8), maxIterations: 3)) {
    _, pool in
    var selector = RouteSelector(pool.problem)
    selector.add(pool.routes)
    try check(selector.select(incumbent: pool.incumbent, limit: SelectionLimit(steps: 0)))
  } setup: {
    try Pool()
  }

  Benchmark(
    "Dispatching/select-500x20000-relaxation-500-more", configuration: .init(maxDuration: .seconds(4), maxIterations: 5)
  ) { _, warm in
    var selector = warm.selector
    selector.add(warm.more)
    try check(selector.select(incumbent: warm.incumbent, limit: SelectionLimit(steps: 0)))
  } setup: {
    try Grown()
  }
}

/// Routes of constructions, and a plan of a short search.
private struct Pool {
  let problem: RoutingProblem
  let routes: [Route]
  let incumbent: [Route]

  init() throws {
    problem = try RoutingProblem.mixedFleet(stops: 500, seed: 1)
    incumbent = try problem.solve(SearchLimit(iterations: 60_000)).routes
    routes = problem.randomRoutes(20_000, seed: 2)
  }
}

/// A selector that has chosen, and routes like those it chose.
private struct Grown {
  let selector: RouteSelector
  let incumbent: [Route]
  let more: [Route]

  init() throws {
    let pool = try Pool()
    var selector = RouteSelector(pool.problem)
    selector.add(pool.routes)
    _ = selector.select(incumbent: pool.incumbent, limit: SelectionLimit(steps: 0))
    self.selector = selector
    incumbent = pool.incumbent
    more = pool.problem.neighbours(of: pool.incumbent, 500, seed: 5)
  }
}

private func check(_ selection: RouteSelection) throws {
  guard selection.verdict.isFeasible, selection.relaxation != nil else { throw WrongAnswer("\(selection.termination)") }
  blackHole(selection)
}
