import Inventory
import Logistics
import Testing

@Suite struct CartTests {
  private func keep(
    _ stock: InMemoryInventory, _ id: ID<StockRequest>, _ allocations: [Allocation], for owner: ID<HoldOwner> = "ana",
    on channel: Channel = .app, minutes: Int = 15, until date: Instant? = nil
  ) async throws -> Hold {
    try #require(
      try await stock.hold(
        request(id, allocations, for: owner, on: channel, minutes: minutes, waitingUntil: date), against: nil, at: start
      ).hold)
  }

  @Test func `a cart follows its owner, and activity keeps all of it`() async throws {
    let stock = try await inventory([("A", "n", 9)])
    let one = [Allocation("A", at: "n", quantity: 1)]
    let first = try await keep(stock, "1", one)
    let order = try await keep(stock, "2", one)
    _ = try await keep(stock, "3", one, for: "ben")
    let long = try await keep(stock, "4", one, on: .store, minutes: 90)
    let gone = try await keep(stock, "5", one)
    _ = try await stock.confirm(order.id, for: "o", at: start)
    _ = try await stock.release(gone.id, at: start)
    for _ in 0..<2 { #expect(try await stock.holds(of: "ana", at: start).map(\.id) == [first.id, long.id]) }
    let extended = try await stock.extendHolds(of: "ana", until: start + .minutes(30), at: start)
    #expect(extended.map(\.until) == [start + .minutes(30), long.until])
    #expect(try await stock.holds(of: "ana", at: start + .minutes(29)).count == 2)
    #expect(try await stock.holds(of: "ana", at: start + .minutes(30)).map(\.id) == [long.id])
    #expect(try await stock.holds(of: "ben", at: start + .minutes(30)).isEmpty)
    #expect(try await stock.holds(of: "nobody", at: start).isEmpty)
    _ = try await keep(stock, "6", one, for: "ben", minutes: 60)
    #expect(try await stock.holds(of: "ben", at: start + .minutes(30)).count == 1)
    await #expect(throws: InvalidInput.self) { try await stock.extendHolds(of: "ana", until: start, at: start) }
  }

  @Test func `a cart gets all of its new content or keeps the old`() async throws {
    let stock = try await inventory([("A", "n", 5), ("B", "n", 2)])
    let hold = try await keep(stock, "1", [Allocation("A", at: "n", quantity: 4)])
    let before = try await stock.ledger(from: 0, limit: .max)
    let tooMuch = [Allocation("A", at: "n", quantity: 5), Allocation("B", at: "n", quantity: 3)]
    #expect(
      try await stock.amend(hold.id, to: tooMuch, requestID: "a", at: start)
        == .refused(.short([Shortage(node: "n", sku: "B", wanted: 3, found: 2)])))
    #expect(try await stock.ledger(from: 0, limit: .max) == before)
    #expect(try await stock.hold(named: hold.id, at: start) == hold)
    // Its own four count as free.
    let all = [Allocation("B", at: "n", quantity: 2), Allocation("A", at: "n", quantity: 5)]
    let amended = try #require(try await stock.amend(hold.id, to: all, requestID: "b", at: start).hold)
    #expect(amended.allocations == [all[1], all[0]] && amended.open == amended.allocations && amended.until == hold.until)
    let less = try #require(
      try await stock.amend(hold.id, to: [Allocation("B", at: "n", quantity: 1)], requestID: "c", at: start).hold)
    #expect(less.open.count == 1)
    // Said again, the earlier amendment does not come back.
    #expect(try await stock.amend(hold.id, to: all, requestID: "b", at: start).hold == amended)
    #expect(try await stock.hold(named: hold.id, at: start) == less)
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 5))
    #expect(try await stock.amend(hold.id, to: less.open, requestID: "b", at: start) == .refused(.differentRequest))
    await #expect(throws: InvalidInput.self) { try await stock.amend(hold.id, to: [], requestID: "d", at: start) }
    _ = try await stock.confirm(hold.id, for: "o", at: start)
    #expect(try await stock.amend(hold.id, to: all, requestID: "e", at: start) == .refused(.confirmed(for: "o")))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a cart that waits keeps its place when it cannot become what it should`() async throws {
    let stock = try await inventory([("A", "n", 1)])
    _ = try await stock.expect("po", [Allocation("A", at: "n", quantity: 4)], due: day(1), at: start)
    let first = try await keep(stock, "1", [Allocation("A", at: "n", quantity: 3)], until: day(1))
    let second = try await keep(stock, "2", [Allocation("A", at: "n", quantity: 2)], for: "ben", until: day(1))
    let more = [Allocation("A", at: "n", quantity: 4)]
    guard case .refused(.short) = try await stock.amend(first.id, to: more, requestID: "a", at: start) else {
      Issue.record("more than there is")
      return
    }
    #expect(try await stock.hold(named: first.id, at: start) == first)
    #expect(try await stock.holds(waitingFor: "po", at: start).map(\.id) == [first.id, second.id])
    let two = [Allocation("A", at: "n", quantity: 2)]
    let less = try #require(try await stock.amend(first.id, to: two, requestID: "b", at: start).hold)
    #expect(less.awaited.map(\.quantity) == [1])
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 1, held: 1, inbound: 4, awaited: 3))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a cart moves to another channel if that may have what it keeps`() async throws {
    let stock = try await inventory([("A", "n", 5)])
    try await stock.setSafetyStock(2, of: "A", at: "n", at: start)
    _ = try await stock.allot(2, of: "A", at: "n", for: .app, requestID: "a", at: start)
    let hold = try await keep(stock, "1", [Allocation("A", at: "n", quantity: 3)])
    #expect(try await stock.balance(of: "A", at: "n", at: start).allotted == 0)
    // On the web its two would be kept for the app again, and two stay in the shop.
    #expect(
      try await stock.move(hold.id, to: .web, requestID: "m", at: start)
        == .refused(.short([Shortage(node: "n", sku: "A", wanted: 3, found: 1)])))
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 5, held: 3, safety: 2))
    let moved = try #require(try await stock.move(hold.id, to: .store, requestID: "s", at: start).hold)
    #expect(moved.channel == .store && moved.open == hold.open)
    #expect(
      try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 5, held: 3, safety: 2, allotted: 2))
    _ = try await stock.move(hold.id, to: .app, requestID: "t", at: start)
    // Said again, the first move does not take it back to the shop.
    #expect(try await stock.move(hold.id, to: .store, requestID: "s", at: start).hold == moved)
    #expect(try await stock.hold(named: hold.id, at: start)?.channel == .app)
    #expect(try await stock.audit().isEmpty)
  }

  @Test(arguments: ["", "h", "h1", "h00", "h-0", "x0", "h0x", "h99999999999999999999", "H0"])
  func `a name that no hold has is unknown`(name: String) async throws {
    let stock = try await inventory([("A", "n", 9)])
    let hold = try await keep(stock, "1", [Allocation("A", at: "n", quantity: 1)])
    #expect(hold.id == "h0")
    #expect(try await stock.hold(named: ID(name), at: start) == nil)
    #expect(try await stock.release(ID(name), at: start) == .refused(.unknown))
  }
}
