import Benchmark
import Routing

/// The search by its iterations on one thread, and the checker, on 200 stops; windows at the checkout, on a day of 1,200; what still fits
/// into routes that stand, on a thousand stops.
func registerRouting() {
  for (name, windows) in [("cvrp", false), ("vrptw", true)] {
    let perSecond = BenchmarkMetric.custom("Iterations (#/s)", polarity: .prefersLarger, useScalingFactor: false)
    // A search ends after so many iterations, not after a time: the work is the same on every machine.
    let limit = SearchLimit(iterations: 50_000)
    Benchmark(
      "Routing/iterations-\(name)-200", configuration: .init(metrics: [.wallClock, perSecond], maxDuration: .seconds(2))
    ) { benchmark, problem in
      let answer = try problem.solve(limit, threads: 1)
      guard answer.verdict.isFeasible else { throw WrongAnswer("an infeasible plan") }
      benchmark.measurement(perSecond, Int(Double(answer.iterations) / (answer.time / .seconds(1))))
    } setup: {
      try RoutingProblem.delivery(stops: 200, windows: windows, seed: 4)
    }
  }

  Benchmark("Routing/check-vrptw-200") { benchmark, plan in
    blackHole(plan.problem.check(plan.routes))
  } setup: {
    let problem = try RoutingProblem.delivery(stops: 200, windows: true, seed: 4)
    return (problem: problem, routes: try problem.solve(SearchLimit(iterations: 20_000), threads: 1).routes)
  }

  Benchmark("Routing/slots-8-windows-1200-stops") { benchmark, day in
    for index in benchmark.scaledIterations {
      blackHole(try day.plan.offers(for: day.requests[index % day.requests.count], in: day.windows))
    }
  } setup: {
    try SoldDay(vans: 40, stops: 1_200, seed: 4)
  }

  for (name, rules) in [("plain", RunningDay.Rules.plain), ("breaks", .breaks), ("traffic", .traffic), ("reloads", .reloads)] {
    Benchmark("Routing/fit-8-windows-1000-stops-\(name)") { benchmark, day in
      for index in benchmark.scaledIterations {
        blackHole(try day.plan.offers(for: day.requests[index % day.requests.count], in: day.windows))
      }
    } setup: {
      try RunningDay(rules, stops: 1_000, seed: 4)
    }
  }

  Benchmark("Routing/fit-shipment-8-windows-1000-stops") { benchmark, day in
    for index in benchmark.scaledIterations {
      blackHole(try day.plan.offers(for: day.shipments[index % day.shipments.count], in: day.windows))
    }
  } setup: {
    try RunningDay(.plain, stops: 1_000, seed: 4)
  }
}
