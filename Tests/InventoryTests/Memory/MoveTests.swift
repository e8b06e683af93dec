import Inventory
import Logistics
import Testing

@Suite struct MoveTests {
  @Test func `safety stock is kept for those who stand in the shop`() async throws {
    let stock = try await inventory([("A", "n", 5)])
    try await stock.setSafetyStock(3, of: "A", at: "n", at: start)
    for channel in Channel.allCases {
      let found = try await stock.availableToPromise("A", at: "n", for: channel, at: start)
      #expect(found == (channel == .store ? 5 : 2), "\(channel)")
    }
    #expect(
      try await stock.hold(request("w", [Allocation("A", at: "n", quantity: 3)]), against: nil, at: start)
        == .short([Shortage(node: "n", sku: "A", wanted: 3, found: 2)]))
    #expect(
      try await stock.hold(request("s", [Allocation("A", at: "n", quantity: 4)], on: .store), against: nil, at: start).hold != nil
    )
    #expect(try await stock.availableToPromise("A", at: "n", for: .web, at: start) == 0)
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a return is restocked, a damaged one is not`() async throws {
    let stock = try await inventory([("A", "n", 1)])
    let one = [Allocation("A", at: "n", quantity: 1)]
    _ = try await stock.receive(one, as: .customerReturn, reference: "back-1", requestID: "a", at: start)
    for _ in 0..<2 { _ = try await stock.receive(one, as: .damagedReturn, reference: "back-2", requestID: "b", at: start) }
    #expect(try await stock.receive(one, as: .delivery, reference: "x", requestID: "b", at: start) == .differentRequest)
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 2, damaged: 1))
    _ = try await stock.adjust("A", at: "n", .repair(1), reference: "desk", requestID: "c", at: start)
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 3))
    #expect(
      try await stock.adjust("A", at: "n", .disposal(1), reference: "desk", requestID: "d", at: start)
        == .exceeds(found: 0, wanted: 1))
  }

  @Test func `a count below what is promised is written down, one below zero is not`() async throws {
    let stock = try await inventory([("A", "n", 5)])
    _ = try await stock.hold(request("r", [Allocation("A", at: "n", quantity: 4)]), against: nil, at: start)
    #expect(try await stock.adjust("A", at: "n", .recount(by: -3), reference: "c", requestID: "1", at: start) == .done)
    let balance = try await stock.balance(of: "A", at: "n", at: start)
    #expect(balance.shortfall == 2 && balance.free == 0)
    #expect(
      try await stock.adjust("A", at: "n", .recount(by: -3), reference: "c", requestID: "2", at: start)
        == .exceeds(found: 2, wanted: 3))
    #expect(try await stock.audit().isEmpty)
  }

  @Test(arguments: [Adjustment.recount(by: 0), .recount(by: .min), .damage(0), .repair(-1), .disposal(.max)])
  func `an adjustment of no or too many units is refused`(adjustment: Adjustment) async throws {
    let stock = try await inventory([("A", "n", 5)])
    await #expect(throws: InvalidInput.self) {
      try await stock.adjust("A", at: "n", adjustment, reference: "c", requestID: "1", at: start)
    }
  }

  @Test func `no node ever has more than the limit`() async throws {
    let stock = try await inventory([("A", "n", Allocation.limit)])
    #expect(
      try await stock.receive(
        [Allocation("A", at: "n", quantity: 2)], as: .delivery, reference: "d", requestID: "1", at: start)
        == .exceeds(found: 0, wanted: 2))
    #expect(
      try await stock.adjust("A", at: "n", .recount(by: 1), reference: "d", requestID: "2", at: start)
        == .exceeds(found: 0, wanted: 1))
  }
}
