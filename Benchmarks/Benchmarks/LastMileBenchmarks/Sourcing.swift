import Benchmark
import Logistics
import Sourcing

/// From which nodes an order of six lines ships, checks of the order included. The figures are over 64 orders, one after
/// the other, so that the high percentiles are those of the hard ones.
func registerSourcing() {
  for (name, nodes, brackets) in [("6x15-brackets", 15, true), ("6x1000-flat", 1000, false)] {
    for (stock, scarce) in [("ample", false), ("scarce", true)] {
      Benchmark("Sourcing/order-\(name)-\(stock)") { benchmark, carts in
        try source(carts[benchmark.currentIteration % carts.count])
      } setup: {
        try (0..<64).map { try Cart(nodes: nodes, scarce: scarce, brackets: brackets, seed: $0) }
      }
    }
  }
}

private func source(_ cart: Cart) throws {
  guard let plan = try SourcingProblem(cart.order, available: cart.available).solve().plan, plan.proven else {
    throw WrongAnswer("no proven plan")
  }
  blackHole(plan)
}
