import Inventory
import Logistics

/// An inventory with so much of everything that no hold comes short.
struct Stock {
  let inventory = InMemoryInventory()
  let nodes = (0..<1000).map { ID<Node>("node-\($0)") }
  let skus = (0..<20).map { SKU("sku-\($0)") }
  let now = Instant("2026-11-23T12:00:00-03:00")!

  init() async throws {
    let arrivals = nodes.flatMap { node in skus.map { Allocation($0, at: node, quantity: 1_000_000_000) } }
    _ = try await inventory.receive(arrivals, as: .delivery, reference: "first", requestID: "first", at: now)
  }

  /// Two units of each of so many products at one node.
  func request(_ name: String, node: Int, lines: Int = 6) -> HoldRequest {
    HoldRequest(
      id: ID(name), skus.prefix(lines).map { Allocation($0, at: nodes[node], quantity: 2) }, for: "cart", on: .web,
      until: now + .minutes(15))
  }

  func snapshot(nodes count: Int) async throws -> StockSnapshot {
    try await inventory.snapshot(of: Array(skus.prefix(6)), at: Array(nodes.prefix(count)), for: .web, at: now)
  }
}
