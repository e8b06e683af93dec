import Benchmark
import Inventory
import Logistics

/// What a checkout asks of the stock of 1,000 nodes with 20 products each.
func registerInventory() {
  Benchmark("Inventory/hold-confirm-6-lines", configuration: .init(timeUnits: .nanoseconds, scalingFactor: .kilo)) {
    benchmark, stock in
    // The names of the requests are made beforehand; each is new, since a known one is only looked up.
    let batch = benchmark.currentIteration
    let requests = benchmark.scaledIterations.map { stock.request("\(batch)-\($0)", node: ($0 &* 7) % stock.nodes.count) }
    benchmark.startMeasurement()
    for request in requests {
      guard case .held(let hold) = try await stock.inventory.hold(request, against: nil, at: stock.now),
        case .done = try await stock.inventory.confirm(hold.id, for: ID(request.id.text), at: stock.now)
      else { throw WrongAnswer("the stock ran out") }
    }
  } setup: {
    try await Stock()
  }

  Benchmark("Inventory/hold-confirm-ship", configuration: .init(timeUnits: .nanoseconds, scalingFactor: .kilo)) {
    benchmark, stock in
    let batch = benchmark.currentIteration
    let requests = benchmark.scaledIterations.map {
      stock.request("\(batch)-\($0)", node: ($0 &* 7) % stock.nodes.count, lines: 1)
    }
    let shipments = requests.map { ID<StockRequest>("s" + $0.id.text) }
    benchmark.startMeasurement()
    for (request, shipment) in zip(requests, shipments) {
      guard case .held(let hold) = try await stock.inventory.hold(request, against: nil, at: stock.now),
        case .done = try await stock.inventory.confirm(hold.id, for: ID(request.id.text), at: stock.now),
        case .shipped = try await stock.inventory.ship(nil, of: hold.id, requestID: shipment, at: stock.now)
      else { throw WrongAnswer("the stock ran out") }
    }
  } setup: {
    try await Stock()
  }

  Benchmark("Inventory/snapshot-15x6", configuration: .init(timeUnits: .nanoseconds)) { benchmark, stock in
    blackHole(try await stock.snapshot(nodes: 15))
  } setup: {
    try await Stock()
  }

  Benchmark("Inventory/snapshot-1000x6") { benchmark, stock in
    blackHole(try await stock.snapshot(nodes: 1000))
  } setup: {
    try await Stock()
  }

  // Stock that everybody wants at once: throughput is what one lock lets through.
  Benchmark(
    "Inventory/8-tasks-x-100000", configuration: .init(timeUnits: .milliseconds, maxDuration: .seconds(30), maxIterations: 5)
  ) { benchmark in
    let rush = try await Rush()
    benchmark.startMeasurement()
    let done = try await rush.run(tasks: 8, operations: 100_000)
    benchmark.stopMeasurement()
    guard done == 800_000, try await rush.inventory.audit().isEmpty else { throw WrongAnswer("the books do not add up") }
  }
}
