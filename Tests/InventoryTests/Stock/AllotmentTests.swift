import Inventory
import Logistics
import Testing

@Suite struct AllotmentTests {
  private func available(_ stock: InMemoryInventory, at node: ID<Node> = "n", on channels: [Channel]) async throws -> [Int] {
    var found: [Int] = []
    for channel in channels { found.append(try await stock.availableToPromise("A", at: node, for: channel, at: start)) }
    return found
  }

  @Test func `what is kept for one channel no other takes, and it is used up first`() async throws {
    let stock = try await inventory([("A", "n", 10)])
    _ = try await stock.allot(6, of: "A", at: "n", for: .app, requestID: "a", at: start)
    _ = try await stock.allot(1, of: "A", at: "n", for: .store, requestID: "b", at: start)
    try await stock.setSafetyStock(2, of: "A", at: "n", at: start)
    #expect(try await available(stock, on: [.web, .app, .store]) == [1, 7, 4])
    _ = try await stock.sell(4, of: "A", at: "n", "x", for: .app)
    #expect(try await available(stock, on: [.web, .app, .store]) == [1, 3, 4])
    #expect(try await stock.sell(2, of: "A", at: "n", "y", for: .web) == nil)
    #expect(
      try await stock.allotments(of: "A", at: start) == [
        Allotment("A", at: "n", for: .app, quantity: 2), Allotment("A", at: "n", for: .store, quantity: 1),
      ])
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `what a hold gives back is kept for its channel again`() async throws {
    let stock = try await inventory([("A", "n", 10)])
    _ = try await stock.allot(6, of: "A", at: "n", for: .app, requestID: "a", at: start)
    let ten = request("r", [Allocation("A", at: "n", quantity: 8)], on: .app)
    let hold = try #require(try await stock.hold(ten, against: nil, at: start).hold)
    #expect(try await stock.balance(of: "A", at: "n", at: start).allotted == 0)
    #expect(try await stock.balance(of: "A", at: "n", at: hold.until).allotted == 6)
    let order = try #require(try await stock.sell(8, of: "A", at: "n", "o", for: .app, at: hold.until))
    _ = try await stock.ship([Allocation("A", at: "n", quantity: 3)], of: order.id, requestID: "s", at: hold.until)
    _ = try await stock.release(order.id, at: hold.until)
    // Five came back; they were all kept for the channel.
    #expect(try await stock.balance(of: "A", at: "n", at: hold.until) == StockBalance(onHand: 7, allotted: 5))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `what was allotted anew does not grow by what an earlier hold gives back`() async throws {
    let stock = try await inventory([("A", "n", 10)])
    _ = try await stock.allot(6, of: "A", at: "n", for: .app, requestID: "a", at: start)
    let hold = try #require(try await stock.sell(4, of: "A", at: "n", "o", for: .app))
    _ = try await stock.allot(0, of: "A", at: "n", for: .app, requestID: "b", at: start)
    // Sent again, the first request does not bring its allotment back.
    #expect(try await stock.allot(6, of: "A", at: "n", for: .app, requestID: "a", at: start) == .done)
    _ = try await stock.release(hold.id, at: start)
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 10))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `what is kept wherever it lies is kept over all nodes together`() async throws {
    let stock = try await inventory([("A", "n1", 5), ("A", "n2", 4)])
    _ = try await stock.allot(7, of: "A", at: nil, for: .marketplace, requestID: "a", at: start)
    #expect(try await available(stock, at: "n1", on: [.web, .marketplace]) == [2, 5])
    #expect(try await available(stock, at: "n2", on: [.web, .marketplace]) == [2, 4])
    let snapshot = try await stock.snapshot(of: ["A"], at: ["n1", "n2"], for: .web, at: start)
    #expect(snapshot[node: 0, sku: 0] == 2 && snapshot[node: 1, sku: 0] == 2)
    // Two at one node or the other, not two at each.
    let split = [Allocation("A", at: "n1", quantity: 1), Allocation("A", at: "n2", quantity: 2)]
    #expect(
      try await stock.hold(request("r", split), against: nil, at: start)
        == .short([Shortage(node: "n2", sku: "A", wanted: 2, found: 1)]))
    let hold = try #require(
      try await stock.hold(
        request("m", [Allocation("A", at: "n1", quantity: 5), Allocation("A", at: "n2", quantity: 3)], on: .marketplace),
        against: nil, at: start
      ).hold)
    #expect(try await stock.allotments(of: "A", at: start).isEmpty)
    #expect(try await available(stock, at: "n2", on: [.web]) == [1])
    _ = try await stock.release(hold.id, at: start)
    #expect(try await stock.allotments(of: "A", at: start) == [Allotment("A", at: nil, for: .marketplace, quantity: 7)])
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `what is kept wherever it lies is kept of what is to come, too`() async throws {
    let stock = try await inventory([("A", "n1", 1)])
    for node in ["n1", "n2"] as [ID<Node>] {
      _ = try await stock.expect(ID("to \(node)"), [Allocation("A", at: node, quantity: 5)], due: day(1), at: start)
    }
    _ = try await stock.allot(8, of: "A", at: nil, for: .app, requestID: "a", at: start)
    #expect(try await available(stock, at: "n1", on: [.web, .app]) == [0, 1])
    #expect(try await stock.availableToPromise("A", at: "n2", for: .web, by: day(1), at: start) == 3)
    let split = [Allocation("A", at: "n1", quantity: 2), Allocation("A", at: "n2", quantity: 2)]
    #expect(
      try await stock.hold(request("r", split, waitingUntil: day(1)), against: nil, at: start)
        == .short([Shortage(node: "n2", sku: "A", wanted: 2, found: 1)]))
    let hold = try #require(
      try await stock.hold(request("s", split, on: .app, waitingUntil: day(1)), against: nil, at: start).hold)
    #expect(hold.awaited.map(\.quantity) == [1, 2])
    #expect(try await stock.allotments(of: "A", at: start).map(\.quantity) == [4])
    #expect(try await stock.audit() == [])
  }

  @Test func `units kept for a channel at a node are not lent to what is kept for another wherever it lies`() async throws {
    let stock = try await inventory([("A", "n1", 5), ("A", "n2", 5)])
    _ = try await stock.allot(5, of: "A", at: "n1", for: .web, requestID: "a", at: start)
    _ = try await stock.allot(3, of: "A", at: nil, for: .app, requestID: "b", at: start)
    #expect(try await available(stock, at: "n1", on: [.web, .app]) == [5, 0])
    #expect(try await available(stock, at: "n2", on: [.web, .app]) == [2, 5])
    #expect(try await stock.sell(3, of: "A", at: "n2", "w") == nil)
    #expect(try await stock.sell(2, of: "A", at: "n2", "w2") != nil)
    #expect(try await available(stock, at: "n2", on: [.app]) == [3])
  }

  @Test(arguments: [-1, Allocation.limit + 1]) func `an allotment out of range is refused`(quantity: Int) async throws {
    let stock = InMemoryInventory()
    await #expect(throws: InvalidInput.self) {
      try await stock.allot(quantity, of: "A", at: "n", for: .web, requestID: "a", at: start)
    }
  }
}
