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
}
