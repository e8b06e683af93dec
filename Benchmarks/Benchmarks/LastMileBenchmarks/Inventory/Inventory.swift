import Benchmark
import Inventory
import Logistics

/// What a checkout asks of the stock of 1,000 nodes with 20 products each.
func registerInventory() {
  Benchmark("Inventory/hold-confirm-6-lines", configuration: .init(scalingFactor: .kilo)) { benchmark, stock in
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

  Benchmark("Inventory/snapshot-15x6") { benchmark, stock in
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

/// An inventory with so much of everything that no hold comes short.
private struct Stock {
  let inventory = InMemoryInventory()
  let nodes = (0..<1000).map { ID<Node>("node-\($0)") }
  let skus = (0..<20).map { SKU("sku-\($0)") }
  let now = Instant("2026-11-23T12:00:00-03:00")!

  init() async throws {
    let arrivals = nodes.flatMap { node in skus.map { Allocation($0, at: node, quantity: 1_000_000_000) } }
    _ = try await inventory.receive(arrivals, as: .delivery, reference: "first", requestID: "first", at: now)
  }

  /// Two units of each of six products at one node.
  func request(_ name: String, node: Int) -> HoldRequest {
    HoldRequest(
      id: ID(name), skus.prefix(6).map { Allocation($0, at: nodes[node], quantity: 2) }, for: "cart", on: .web,
      until: now + .minutes(15))
  }

  func snapshot(nodes count: Int) async throws -> StockSnapshot {
    try await inventory.snapshot(of: Array(skus.prefix(6)), at: Array(nodes.prefix(count)), for: .web, at: now)
  }
}
