import Inventory
import Logistics
import Testing

@Suite struct ReallocationTests {
  private func order(_ stock: InMemoryInventory, _ allocations: [Allocation]) async throws -> Hold {
    let hold = try #require(
      try await stock.hold(request("1", allocations, for: "ana", on: .web, minutes: 15), against: nil, at: start).hold)
    return try #require(try await stock.confirm(hold.id, for: "o", at: start).hold)
  }

  @Test func `an order moves to another node in one step, or stays where it is`() async throws {
    let stock = try await inventory([("A", "n", 2), ("B", "n", 1), ("A", "m", 1)])
    let hold = try await order(stock, [Allocation("A", at: "n", quantity: 2), Allocation("B", at: "n", quantity: 1)])
    let before = try await stock.ledger(from: 0, limit: .max)
    let both = [Allocation("A", at: "n", quantity: 2)]
    #expect(
      try await stock.reallocate(
        hold.id, giving: both, taking: [Allocation("A", at: "m", quantity: 2)], requestID: "a", at: start)
        == .refused(.short([Shortage(node: "m", sku: "A", wanted: 2, found: 1)])))
    #expect(try await stock.ledger(from: 0, limit: .max) == before)
    let one = [Allocation("A", at: "n", quantity: 1)]
    let moved = try #require(
      try await stock.reallocate(
        hold.id, giving: one, taking: [Allocation("A", at: "m", quantity: 1)], requestID: "b", at: start
      ).hold)
    #expect(
      moved.open == [Allocation("A", at: "m", quantity: 1), one[0], Allocation("B", at: "n", quantity: 1)]
        && moved.allocations == moved.open && moved.order == "o")
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 2, committed: 1))
    #expect(try await stock.balance(of: "A", at: "m", at: start) == StockBalance(onHand: 1, committed: 1))
    #expect(
      try await stock.reallocate(
        hold.id, giving: [Allocation("B", at: "n", quantity: 2)], taking: [], requestID: "c", at: start)
        == .refused(.exceeds([Shortage(node: "n", sku: "B", wanted: 2, found: 1)])))
    await #expect(throws: InvalidInput.self) {
      try await stock.reallocate(hold.id, giving: [], taking: [], requestID: "d", at: start)
    }
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `what an order keeps is not judged anew where a recount left too little for all`() async throws {
    let stock = try await inventory([("A", "n", 3), ("A", "m", 3)])
    let hold = try await order(stock, [Allocation("A", at: "n", quantity: 2)])
    _ = try await stock.hold(
      request("2", [Allocation("A", at: "n", quantity: 1)], for: "ben", on: .web, minutes: 15), against: nil, at: start)
    _ = try await stock.adjust("A", at: "n", .recount(by: -2), reference: "c", requestID: "c", at: start)
    let change = try await stock.reallocate(
      hold.id, giving: [Allocation("A", at: "n", quantity: 1)], taking: [Allocation("A", at: "m", quantity: 1)], requestID: "d",
      at: start)
    #expect(change.hold?.open == [Allocation("A", at: "m", quantity: 1), Allocation("A", at: "n", quantity: 1)])
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 1, held: 1, committed: 1))
  }

  @Test func `an order with nothing left is over: shipped if anything has left, else given up`() async throws {
    let stock = try await inventory([("A", "n", 4)])
    let hold = try await order(stock, [Allocation("A", at: "n", quantity: 2)])
    let one = [Allocation("A", at: "n", quantity: 1)]
    _ = try await stock.ship(one, of: hold.id, requestID: "s", at: start)
    #expect(try await stock.reallocate(hold.id, giving: one, taking: [], requestID: "a", at: start).hold?.state == .shipped("o"))
    #expect(try await stock.reallocate(hold.id, giving: one, taking: [], requestID: "b", at: start) == .refused(.shipped))
    let other = try #require(
      try await stock.hold(request("2", one, for: "ben", on: .web, minutes: 15), against: nil, at: start).hold)
    #expect(try await stock.reallocate(other.id, giving: one, taking: [], requestID: "c", at: start).hold?.state == .released)
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 3))
    #expect(try await stock.audit().isEmpty)
  }
}
