import Inventory
import Logistics
import Sourcing
import Testing

@Suite struct OrderByOrderTests {
  /// Costs [2 5 6; 7 19 20; 8 15 18], one unit each: order by order 39, together 28.
  @Test func `each order takes its own cheapest of what those before it left`() throws {
    let start = Instant(secondsSince1970: 0)
    let nodes: [ID<Node>] = ["x", "y", "z"]
    var day = OrderByOrder(stock: StockSnapshot(nodes: nodes, skus: ["A"], units: [1, 1, 1], takenAt: start))
    var total = 0
    for costs in [[2, 5, 6], [7, 19, 20], [8, 15, 18]] {
      let lanes = zip(nodes, costs).map { Lane(from: $0, freight: .flat(MinorUnits($1))) }
      let outcome = try day.source(SourcingOrder(lines: [SourcingLine("A", quantity: 1)], lanes: lanes))
      total += outcome.plan?.cost.total.count ?? 0
    }
    #expect(total == 39)
    #expect(nodes.allSatisfy { day.stock.available("A", at: $0) == 0 })
  }

  @Test func `a node that has shipped its last parcel ships no more, and a refused order takes nothing`() throws {
    let snapshot = StockSnapshot(nodes: ["x"], skus: ["A"], units: [9], takenAt: Instant(secondsSince1970: 0))
    var day = OrderByOrder(stock: snapshot, parcelsLeft: ["x": 1])
    let order = SourcingOrder(lines: [SourcingLine("A", quantity: 2)], lanes: [Lane(from: "x", freight: .flat(1))])
    #expect(throws: InvalidInput.self) { try day.source(SourcingOrder(lines: [], lanes: [])) }
    #expect(try day.source(order).plan?.parcels.count == 1)
    #expect(day.parcelsLeft == ["x": 0] && day.stock.available("A", at: "x") == 7)
    #expect(try day.source(order) == .infeasible([.stock("A", wanted: 2, found: 0)]))
    #expect(day.stock.available("A", at: "x") == 7)
  }
}
