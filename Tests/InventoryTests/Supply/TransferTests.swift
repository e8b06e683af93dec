import Inventory
import Logistics
import Testing

@Suite struct TransferTests {
  @Test func `units in transit lie nowhere, are due at the other node and end there`() async throws {
    let stock = try await inventory([("A", "dc", 10)])
    let four = [Allocation("A", at: "dc", quantity: 4)]
    for _ in 0..<2 { _ = try await stock.dispatch("t", four, to: "shop", due: day(1), at: start) }
    #expect(try await stock.balance(of: "A", at: "dc", at: start) == StockBalance(onHand: 6))
    #expect(try await stock.balance(of: "A", at: "shop", at: start) == StockBalance(inTransit: 4))
    let hold = try #require(try await stock.sell(3, of: "A", at: "shop", "a", until: day(1)))
    #expect(hold.awaited == [AwaitedUnits(of: "t", Allocation("A", at: "shop", quantity: 3), due: day(1))])
    let answer = try await stock.receive(
      InboundReceipt([StockUnits("A", at: "shop", quantity: 2)], isLast: true), of: "t", requestID: "in", at: day(1))
    #expect(answer.done?.affected.map(\.quantity) == [1] && answer.done?.inbound.lines[0].missing == 2)
    #expect(try await stock.balance(of: "A", at: "shop", at: day(1)) == StockBalance(onHand: 2, committed: 3))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `only free units leave, and only for another node`() async throws {
    let stock = try await inventory([("A", "dc", 5), ("B", "shop", 1)])
    _ = try await stock.sell(3, of: "A", at: "dc", "a")
    #expect(
      try await stock.dispatch("t", [Allocation("A", at: "dc", quantity: 3)], to: "shop", due: day(1), at: start)
        == .refused(.exceeds([Shortage(node: "dc", sku: "A", wanted: 3, found: 2)])))
    let error = await #expect(throws: InvalidInput.self) {
      try await stock.dispatch(
        "t", [Allocation("A", at: "dc", quantity: 1), Allocation("B", at: "shop", quantity: 1)], to: "shop", due: day(1),
        at: start)
    }
    #expect(error?.faults.map(\.place) == ["$[1].node", "$[1].node"])
    #expect(try await stock.inbound(named: "t", at: start) == nil)
  }

  @Test func `a transfer that turns back lies where it left`() async throws {
    let stock = InMemoryInventory()
    _ = try await stock.track(StockItem("milk", tracking: .lots(minimumLife: .hours(24))), at: start)
    _ = try await stock.track(StockItem("phone", tracking: .serials), at: start)
    let early = Lot("L1", expires: day(5))
    let late = Lot("L2", expires: day(9))
    _ = try await stock.receive(
      units: [
        StockUnits("milk", at: "dc", quantity: 3, lot: early), StockUnits("milk", at: "dc", quantity: 3, lot: late),
        StockUnits("phone", at: "dc", quantity: 2, serials: ["s1", "s2"]),
      ], as: .delivery, reference: "d", requestID: "d", at: start)
    let before = try await stock.lots(of: "milk", at: "dc", at: start)
    _ = try await stock.dispatch(
      "t", units: [StockUnits("milk", at: "dc", quantity: 4), StockUnits("phone", at: "dc", quantity: 1, serials: ["s2"])],
      to: "shop", due: day(1), at: start)
    #expect(try await stock.lots(of: "milk", at: "dc", at: start).map(\.onHand) == [2])
    #expect(try await stock.history(of: "s2", "phone")?.place == .inTransit("t"))
    #expect(try await stock.audit().isEmpty)
    _ = try await stock.cancel("t", at: start)
    #expect(try await stock.lots(of: "milk", at: "dc", at: start) == before)
    #expect(try await stock.history(of: "s2", "phone")?.place == .onHand("dc"))
    #expect(try await stock.balance(of: "milk", at: "shop", at: start) == .zero)
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `lots and serial numbers arrive as they left, and what does not arrive is gone`() async throws {
    let stock = InMemoryInventory()
    _ = try await stock.track(StockItem("milk", tracking: .lots(minimumLife: .zero)), at: start)
    _ = try await stock.track(StockItem("phone", tracking: .serials), at: start)
    let lots = [Lot("L1", expires: day(5)), Lot("L2", expires: day(9))]
    _ = try await stock.receive(
      units: lots.map { StockUnits("milk", at: "dc", quantity: 3, lot: $0) }
        + [StockUnits("phone", at: "dc", quantity: 3, serials: ["s1", "s2", "s3"])],
      as: .delivery, reference: "d", requestID: "d", at: start)
    _ = try await stock.dispatch(
      "t",
      units: [StockUnits("milk", at: "dc", quantity: 5), StockUnits("phone", at: "dc", quantity: 2, serials: ["s1", "s3"])],
      to: "shop", due: day(1), at: start)
    // The serial number stayed behind; the lot sent only two of its units.
    let wrong = InboundReceipt(
      [StockUnits("phone", at: "shop", quantity: 1, serials: ["s2"])],
      damaged: [StockUnits("milk", at: "shop", quantity: 3, lot: lots[1])])
    guard case .refused(.conflicts(let faults)) = try await stock.receive(wrong, of: "t", requestID: "x", at: day(1)) else {
      Issue.record("not refused")
      return
    }
    #expect(faults.map(\.place) == ["$.good[0].serials[0]", "$.damaged[0].lot"])
    let right = InboundReceipt(
      [StockUnits("phone", at: "shop", quantity: 1, serials: ["s3"]), StockUnits("milk", at: "shop", quantity: 4)],
      damaged: [StockUnits("milk", at: "shop", quantity: 1, lot: lots[1])], isLast: true)
    let answer = try #require(try await stock.receive(right, of: "t", requestID: "y", at: day(1)).done)
    #expect(answer.inbound.lines.map(\.missing) == [0, 1])
    #expect(try await stock.lots(of: "milk", at: "shop", at: day(1)).map(\.onHand) == [3, 1])
    #expect(try await stock.lots(of: "milk", at: "shop", at: day(1)).map(\.damaged) == [0, 1])
    #expect(try await stock.history(of: "s3", "phone")?.place == .onHand("shop"))
    #expect(try await stock.history(of: "s1", "phone")?.place == .gone)
    #expect(try await stock.history(of: "s1", "phone")?.events.map(\.kind) == [.delivery, .dispatched, .missing])
    #expect(try await stock.audit().isEmpty)
  }
}
