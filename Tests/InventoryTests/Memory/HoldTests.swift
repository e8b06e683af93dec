import Inventory
import Logistics
import Testing

@Suite struct HoldTests {
  @Test func `all units are kept or none, and every shortage is told`() async throws {
    let stock = try await inventory([("A", "n1", 3), ("B", "n1", 1), ("A", "n2", 5)])
    let wanted = [
      Allocation("A", at: "n1", quantity: 2), Allocation("B", at: "n1", quantity: 2), Allocation("A", at: "n1", quantity: 2),
      Allocation("A", at: "n2", quantity: 5), Allocation("C", at: "n2", quantity: 1),
    ]
    let outcome = try await stock.hold(request("r", wanted), against: nil, at: start)
    #expect(
      outcome
        == .short([
          Shortage(node: "n1", sku: "A", wanted: 4, found: 3), Shortage(node: "n1", sku: "B", wanted: 2, found: 1),
          Shortage(node: "n2", sku: "C", wanted: 1, found: 0),
        ]))
    #expect(try await stock.availableToPromise("A", at: "n2", for: .web, at: start) == 5)
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a hold is void from its end on, not a second before`() async throws {
    let stock = try await inventory([("A", "n", 3)])
    let hold = try #require(
      try await stock.hold(request("r", [Allocation("A", at: "n", quantity: 2)]), against: nil, at: start).hold)
    #expect(try await stock.availableToPromise("A", at: "n", for: .web, at: hold.until - .seconds(1)) == 1)
    #expect(try await stock.availableToPromise("A", at: "n", for: .web, at: hold.until) == 3)
    #expect(try await stock.confirm(hold.id, for: "o", at: hold.until) == .refused(.expired))
    // Time that was told cannot be taken back.
    #expect(try await stock.confirm(hold.id, for: "o", at: start) == .refused(.expired))
    #expect(try await stock.ledger(from: 0, limit: .max).last?.instant == hold.until)
  }

  @Test func `an extended hold lives to its new end, a shortened one no longer`() async throws {
    let stock = try await inventory([("A", "n", 4)])
    for (id, minutes, alive) in [("long", 60, true), ("short", 5, false)] {
      let hold = try #require(
        try await stock.hold(request(ID(id), [Allocation("A", at: "n", quantity: 1)]), against: nil, at: start).hold)
      guard case .done = try await stock.extend(hold.id, until: start + .minutes(minutes), at: start) else {
        Issue.record("not extended")
        continue
      }
      let state = try await stock.hold(named: hold.id, at: start + .minutes(5))?.state
      #expect(state == (alive ? .held : .expired))
    }
    await #expect(throws: InvalidInput.self) { try await stock.extend("h0", until: start, at: start) }
  }

  @Test func `the same request is answered as the first time, another under its name is refused`() async throws {
    let stock = try await inventory([("A", "n", 3)])
    let two = request("r", [Allocation("A", at: "n", quantity: 2)])
    let first = try await stock.hold(two, against: nil, at: start)
    #expect(try await stock.hold(two, against: nil, at: start + .minutes(20)) == first)
    #expect(
      try await stock.hold(request("r", [Allocation("A", at: "n", quantity: 1)]), against: nil, at: start) == .differentRequest)
    #expect(try await stock.availableToPromise("A", at: "n", for: .web, at: start) == 3, "the hold ended at minute 15")
    let four = request("s", [Allocation("A", at: "n", quantity: 4)], minutes: 90)
    let short = try await stock.hold(four, against: nil, at: start)
    _ = try await stock.receive(
      [Allocation("A", at: "n", quantity: 9)], as: .delivery, reference: "d", requestID: "d", at: start)
    #expect(try await stock.hold(four, against: nil, at: start) == short)
  }

  @Test func `a confirmed hold does not expire, ships in parts and then is closed`() async throws {
    let stock = try await inventory([("A", "n", 5), ("B", "n", 5)])
    let wanted = [Allocation("A", at: "n", quantity: 3), Allocation("B", at: "n", quantity: 1)]
    let hold = try #require(try await stock.hold(request("r", wanted), against: nil, at: start).hold)
    #expect(try await stock.ship(nil, of: hold.id, requestID: "s0", at: start) == .refused(.notConfirmed))
    _ = try await stock.confirm(hold.id, for: "o", at: start)
    #expect(try await stock.confirm(hold.id, for: "p", at: start) == .refused(.confirmed(for: "o")))
    let later = start + .hours(50)
    #expect(try await stock.balance(of: "A", at: "n", at: later) == StockBalance(onHand: 5, committed: 3))
    let part = [Allocation("A", at: "n", quantity: 2)]
    for _ in 0..<2 { _ = try await stock.ship(part, of: hold.id, requestID: "s1", at: later) }
    #expect(try await stock.balance(of: "A", at: "n", at: later) == StockBalance(onHand: 3, committed: 1))
    #expect(
      try await stock.ship(part, of: hold.id, requestID: "s2", at: later)
        == .refused(.exceeds([Shortage(node: "n", sku: "A", wanted: 2, found: 1)])))
    let shipped = try #require(try await stock.ship(nil, of: hold.id, requestID: "s3", at: later).shipment?.hold)
    #expect(shipped.state == .shipped("o") && shipped.open.isEmpty)
    #expect(try await stock.release(hold.id, at: later) == .refused(.shipped))
    #expect(try await stock.balance(of: "B", at: "n", at: later) == StockBalance(onHand: 4))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `an order that is cancelled gives back what has not left`() async throws {
    let stock = try await inventory([("A", "n", 5)])
    let hold = try #require(
      try await stock.hold(request("r", [Allocation("A", at: "n", quantity: 4)]), against: nil, at: start).hold)
    _ = try await stock.confirm(hold.id, for: "o", at: start)
    _ = try await stock.ship([Allocation("A", at: "n", quantity: 1)], of: hold.id, requestID: "s", at: start)
    for _ in 0..<2 { _ = try await stock.release(hold.id, at: start) }
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 4))
    #expect(try await stock.ledger(from: 0, limit: .max).last?.kind == .cancelled)
  }

  @Test func `bad allocations are told all at once`() async throws {
    let stock = InMemoryInventory()
    let wanted = [
      Allocation("A", at: "n", quantity: 0), Allocation("A", at: "n", quantity: .max), Allocation("B", at: "n", quantity: -1),
    ]
    let error = await #expect(throws: InvalidInput.self) { try await stock.hold(request("r", wanted), against: nil, at: start) }
    #expect(error?.faults.map(\.place) == ["$[0].quantity", "$[1].quantity", "$[2].quantity"])
    await #expect(throws: InvalidInput.self) { try await stock.hold(request("r", []), against: nil, at: start) }
    await #expect(throws: InvalidInput.self) {
      try await stock.hold(request("r", [Allocation("A", at: "n", quantity: 1)], minutes: 0), against: nil, at: start)
    }
  }
}
