import Inventory
import Logistics
import Testing

@Suite struct KitTests {
  private func stock() async throws -> InMemoryInventory {
    let stock = try await inventory([("cup", "n", 13), ("tray", "n", 5), ("cup", "m", 6)])
    _ = try await stock.setKit("set", of: [OrderLine("cup", quantity: 6), OrderLine("tray", quantity: 1)], at: start)
    return stock
  }

  @Test func `there are as many kits at a node as its components allow`() async throws {
    let stock = try await stock()
    #expect(try await stock.availableToPromise("set", at: "n", for: .web, at: start) == 2)
    #expect(try await stock.availableToPromise("set", at: "m", for: .web, at: start) == 0)
    let snapshot = try await stock.snapshot(of: ["set", "cup", "none"], at: ["n", "m"], for: .web, at: start)
    #expect((0..<2).map { node in (0..<3).map { snapshot[node: node, sku: $0] } } == [[2, 13, 0], [0, 6, 0]])
    _ = try await stock.expect("po", [Allocation("tray", at: "m", quantity: 1)], due: day(1), at: start)
    #expect(try await stock.availableToPromise("set", at: "m", for: .web, by: day(1), at: start) == 1)
  }

  @Test func `a cart of kits and components is judged by their sum`() async throws {
    let stock = try await stock()
    let cart = [Allocation("set", at: "n", quantity: 2), Allocation("cup", at: "n", quantity: 2)]
    #expect(
      try await stock.hold(request("r", cart), against: nil, at: start)
        == .short([Shortage(node: "n", sku: "cup", wanted: 14, found: 13)]))
    #expect(try await stock.balance(of: "tray", at: "n", at: start).held == 0)
    let fits = [Allocation("set", at: "n", quantity: 2), Allocation("cup", at: "n", quantity: 1)]
    let hold = try #require(try await stock.hold(request("s", fits), against: nil, at: start).hold)
    #expect(hold.allocations == [fits[1], fits[0]])
    #expect(hold.open == [Allocation("cup", at: "n", quantity: 13), Allocation("tray", at: "n", quantity: 2)])
    _ = try await stock.confirm(hold.id, for: "o", at: start)
    _ = try await stock.ship([Allocation("cup", at: "n", quantity: 6)], of: hold.id, requestID: "p", at: start)
    #expect(try await stock.balance(of: "cup", at: "n", at: start) == StockBalance(onHand: 7, committed: 7))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a kit that was there in the snapshot and is gone has moved`() async throws {
    let stock = try await stock()
    let snapshot = try await stock.snapshot(of: ["set"], at: ["n"], for: .web, at: start)
    _ = try await stock.sell(4, of: "cup", at: "n", "a")
    let two = request("r", [Allocation("set", at: "n", quantity: 2)])
    #expect(
      try await stock.hold(two, against: snapshot, at: start) == .moved([Shortage(node: "n", sku: "cup", wanted: 12, found: 9)]))
    let three = request("s", [Allocation("set", at: "n", quantity: 3)])
    #expect(
      try await stock.hold(three, against: snapshot, at: start) == .short([Shortage(node: "n", sku: "cup", wanted: 18, found: 9)])
    )
  }

  @Test func `a kit lies nowhere itself, and what lies somewhere is no kit`() async throws {
    let stock = try await stock()
    let one = [Allocation("tray", at: "n", quantity: 1), Allocation("set", at: "n", quantity: 1)]
    #expect(
      try await stock.receive(one, as: .delivery, reference: "d", requestID: "d", at: start).places == ["$[1].sku"])
    guard case .refused(.conflicts) = try await stock.expect("po", one, due: day(1), at: start) else {
      Issue.record("a kit is expected")
      return
    }
    #expect(try await stock.setKit("cup", of: [OrderLine("clay", quantity: 1)], at: start).places == ["$.sku"])
    #expect(try await stock.track(StockItem("set", tracking: .serials), at: start).places == ["$.sku"])
    #expect(try await stock.billOfMaterials().kits.keys.map(\.self) == ["set"])
    #expect(try await stock.setKit("set", of: [], at: start) == .done)
    #expect(try await stock.receive(one, as: .delivery, reference: "d", requestID: "e", at: start) == .done)
  }

  @Test func `units beyond the limit in the sum of a cart are bad input`() async throws {
    let stock = try await stock()
    await #expect(throws: InvalidInput.self) {
      try await stock.hold(request("r", [Allocation("set", at: "n", quantity: Allocation.limit)]), against: nil, at: start)
    }
    let most = [Allocation("set", at: "n", quantity: 1), Allocation("cup", at: "n", quantity: Allocation.limit)]
    await #expect(throws: InvalidInput.self) { try await stock.hold(request("s", most), against: nil, at: start) }
  }
}
