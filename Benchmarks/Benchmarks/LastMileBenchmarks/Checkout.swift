import Benchmark
import LastMile
import Logistics

/// The checkout of a retailer with 500 nodes and 8 services: a cart of six lines after the other, as they come within a minute.
func registerCheckout() {
  Benchmark("Checkout/offers-6x500x8", configuration: .init(maxDuration: .seconds(10), maxIterations: 20_000)) {
    benchmark, desk in
    let order = desk.country.orders[benchmark.currentIteration % desk.country.orders.count]
    benchmark.startMeasurement()
    blackHole(try await desk.planner.offers(for: order))
  } setup: {
    try await Desk()
  }

  // Each quote is given up before the next, so that the stock stays as it was.
  Benchmark("Checkout/quote-6x500x8", configuration: .init(maxDuration: .seconds(10), maxIterations: 20_000)) { benchmark, desk in
    let order = desk.country.orders[benchmark.currentIteration % desk.country.orders.count]
    let cart = desk.cart(of: order, benchmark.currentIteration)
    benchmark.startMeasurement()
    blackHole(try await desk.planner.quote(for: cart, at: order.placedAt))
    benchmark.stopMeasurement()
    try await desk.planner.withdrawQuote(of: cart.id, at: order.placedAt)
  } setup: {
    try await Desk()
  }

  // What two cores get through: the throughput is 20,000 times that of the run.
  Benchmark(
    "Checkout/2-tasks-x-10000-offers",
    configuration: .init(timeUnits: .milliseconds, maxDuration: .seconds(30), maxIterations: 12)
  ) { benchmark, desk in
    let threads = Threads()
    benchmark.startMeasurement()
    let offers = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<2 {
        group.addTask(executorPreference: threads) {
          var count = 0
          for index in stride(from: task, to: 20_000, by: 2) {
            count += try await desk.planner.offers(for: desk.country.orders[index]).count
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    guard offers > 20_000 else { throw WrongAnswer("carts without offers") }
  } setup: {
    try await Desk()
  }
}

/// A checkout that has answered before.
private struct Desk: Sendable {
  let country: Country
  let planner: Planner

  init() async throws {
    country = try await Country(orders: 20_000, within: .minutes(1), seed: 1)
    planner = Planner(network: country.network, inventory: country.inventory)
    for order in country.orders.prefix(200) { _ = try await planner.offers(for: order) }
  }

  func cart(of order: Order, _ number: Int) -> LastMile.Cart {
    guard case .delivery(let address, _) = order.fulfilment else { preconditionFailure("an order that is fetched") }
    return LastMile.Cart(
      id: ID("\(order.id) \(number)"), customer: order.customer, channel: order.channel, lines: order.lines, address: address)
  }
}
