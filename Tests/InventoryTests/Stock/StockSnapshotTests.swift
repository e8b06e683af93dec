import Inventory
import Logistics
import Testing

@Suite struct StockSnapshotTests {
  @Test func `a snapshot shows what may be promised, cell by cell`() async throws {
    let stock = try await inventory([("A", "n1", 3), ("B", "n1", 1), ("A", "n2", 5)])
    try await stock.setSafetyStock(4, of: "A", at: "n2", at: start)
    let snapshot = try await stock.snapshot(of: ["B", "A", "Z"], at: ["n2", "n1"], for: .web, at: start)
    for node in snapshot.nodes {
      for sku in snapshot.skus {
        let found = try await stock.availableToPromise(sku, at: node, for: .web, at: start)
        #expect(snapshot.available(sku, at: node) == found)
      }
    }
    #expect(snapshot.available("A", at: "elsewhere") == nil && snapshot.available("Y", at: "n1") == nil)
    #expect(snapshot.sequence == 4)
  }

  @Test func `a plan on an old snapshot is told that stock has moved, not that there never was any`() async throws {
    let stock = try await inventory([("A", "n", 3), ("B", "n", 1)])
    let snapshot = try await stock.snapshot(of: ["A", "B"], at: ["n"], for: .web, at: start)
    _ = try await stock.hold(request("other", [Allocation("A", at: "n", quantity: 2)]), against: nil, at: start)
    #expect(
      try await stock.hold(request("r", [Allocation("A", at: "n", quantity: 2)]), against: snapshot, at: start)
        == .moved([Shortage(node: "n", sku: "A", wanted: 2, found: 1, seen: 3)]))
    let both = [Allocation("A", at: "n", quantity: 2), Allocation("B", at: "n", quantity: 2)]
    #expect(
      try await stock.hold(request("s", both), against: snapshot, at: start)
        == .short([
          Shortage(node: "n", sku: "A", wanted: 2, found: 1, seen: 3),
          Shortage(node: "n", sku: "B", wanted: 2, found: 1, seen: 1),
        ]))
    // Stock that moved but still suffices is no conflict.
    #expect(
      try await stock.hold(request("t", [Allocation("A", at: "n", quantity: 1)]), against: snapshot, at: start).hold != nil)
  }

  @Test func `what is taken from a copy is gone there only`() {
    let snapshot = StockSnapshot(nodes: ["n"], skus: ["A"], units: [3], takenAt: start)
    var copy = snapshot
    copy.take(Allocation("A", at: "n", quantity: 2))
    #expect(copy[node: 0, sku: 0] == 1 && snapshot[node: 0, sku: 0] == 3)
  }
}
