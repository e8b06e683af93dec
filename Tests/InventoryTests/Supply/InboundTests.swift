import Inventory
import Logistics
import Testing

@Suite struct InboundTests {
  /// 3 lie there, 5 are due on day 2 and 10 on day 4.
  private func stock() async throws -> InMemoryInventory {
    let stock = try await inventory([("A", "n", 3)])
    _ = try await stock.expect("po-2", [Allocation("A", at: "n", quantity: 5)], due: day(2), at: start)
    _ = try await stock.expect("po-4", [Allocation("A", at: "n", quantity: 10)], due: day(4), at: start)
    return stock
  }

  private func available(_ stock: InMemoryInventory, _ days: [Int], for channel: Channel = .web) async throws -> [Int] {
    var found: [Int] = []
    for days in days {
      found.append(try await stock.availableToPromise("A", at: "n", for: channel, by: day(days), at: start))
    }
    return found
  }

  @Test func `what can be promised grows with what is due by then`() async throws {
    let stock = try await stock()
    #expect(try await available(stock, [0, 1, 2, 3, 4, 9]) == [3, 3, 8, 8, 18, 18])
    #expect(try await stock.availableToPromise("A", at: "n", for: .web, at: start) == 3)
    let snapshot = try await stock.snapshot(of: ["A"], at: ["n"], for: .web, by: day(2), at: start)
    #expect(snapshot[node: 0, sku: 0] == 8)
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 3, inbound: 15))
  }

  @Test func `no unit is promised twice, whichever date is asked first`() async throws {
    let stock = try await stock()
    // A late date first takes what comes first, so that less is left for the early one.
    let hold = try #require(try await stock.sell(7, of: "A", at: "n", "late", until: day(4)))
    #expect(hold.awaited.map(\.inbound) == ["po-2"] && hold.awaited.map(\.quantity) == [4] && hold.complete == day(2))
    #expect(try await available(stock, [0, 2, 4]) == [0, 1, 11])
    #expect(try await stock.sell(2, of: "A", at: "n", "early", until: day(2)) == nil)
    let both = try #require(try await stock.sell(11, of: "A", at: "n", "rest", until: day(5)))
    #expect(both.awaited.map(\.quantity) == [1, 10] && both.awaited.map(\.due) == [day(2), day(4)])
    #expect(try await available(stock, [0, 2, 4, 9]) == [0, 0, 0, 0])
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a hold that may not wait takes only what lies there`() async throws {
    let stock = try await stock()
    #expect(
      try await stock.hold(request("r", [Allocation("A", at: "n", quantity: 4)]), against: nil, at: start)
        == .short([Shortage(node: "n", sku: "A", wanted: 4, found: 3)]))
  }

  @Test func `what is received belongs to those who wait, the oldest first, and the rest is free`() async throws {
    let stock = try await stock()
    let first = try #require(try await stock.sell(6, of: "A", at: "n", "first", until: day(2)))
    let second = try #require(try await stock.sell(2, of: "A", at: "n", "second", until: day(2)))
    #expect(try await stock.ship(nil, of: first.id, requestID: "s0", at: start).shipment == nil, "half of it is still to come")
    let part = InboundReceipt([StockUnits("A", at: "n", quantity: 4)])
    for _ in 0..<2 {
      let answer = try #require(try await stock.receive(part, of: "po-2", requestID: "in-1", at: day(2)).done)
      #expect(answer.affected.isEmpty && answer.inbound.lines[0].open == 1 && answer.inbound.state == .open)
    }
    #expect(try await stock.hold(named: first.id, at: day(2))?.awaited.isEmpty == true)
    #expect(try await stock.hold(named: second.id, at: day(2))?.awaited.map(\.quantity) == [1])
    #expect(
      try await stock.balance(of: "A", at: "n", at: day(2)) == StockBalance(onHand: 7, committed: 7, inbound: 11, awaited: 1))
    _ = try await stock.receive(
      InboundReceipt([StockUnits("A", at: "n", quantity: 1)]), of: "po-2", requestID: "in-2", at: day(2))
    #expect(try await stock.inbound(named: "po-2", at: day(2))?.state == .closed)
    #expect(try await stock.ship(nil, of: first.id, requestID: "s1", at: day(2)).shipment != nil)
    #expect(try await stock.ship(nil, of: second.id, requestID: "s2", at: day(2)).shipment != nil)
    #expect(try await stock.balance(of: "A", at: "n", at: day(2)) == StockBalance(inbound: 10))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `who waits for what is short or damaged is told, the newest first to lose it, and keeps his promise`() async throws {
    let stock = try await stock()
    let first = try #require(try await stock.sell(6, of: "A", at: "n", "first", until: day(2)))
    let second = try #require(try await stock.sell(2, of: "A", at: "n", "second", until: day(2)))
    let receipt = InboundReceipt(
      [StockUnits("A", at: "n", quantity: 2)], damaged: [StockUnits("A", at: "n", quantity: 1)], isLast: true)
    let answer = try #require(try await stock.receive(receipt, of: "po-2", requestID: "in", at: day(2)).done)
    #expect(answer.inbound.state == .closed)
    let line = answer.inbound.lines[0]
    #expect([line.received, line.damaged, line.missing, line.awaited] == [2, 1, 2, 0])
    func lost(_ hold: Hold, _ name: String, _ units: Int) -> AffectedHold {
      AffectedHold(
        hold: hold.id, owner: ID(name), order: ID("order-\(name)"), node: "n", sku: "A", quantity: units, reason: .lost)
    }
    #expect(answer.affected.reduce(0) { $0 + $1.quantity } == 3)
    #expect(answer.affected.filter { $0.hold == first.id } == [lost(first, "first", 1)])
    #expect(answer.affected.filter { $0.hold == second.id }.reduce(0) { $0 + $1.quantity } == 2)
    let balance = try await stock.balance(of: "A", at: "n", at: day(2))
    #expect(balance == StockBalance(onHand: 5, committed: 8, damaged: 1, inbound: 10) && balance.shortfall == 3)
    // What comes next is theirs first.
    #expect(try await stock.availableToPromise("A", at: "n", for: .web, by: day(4), at: day(2)) == 7)
    let late = try #require(try await stock.sell(7, of: "A", at: "n", "third", until: day(4), at: day(2)))
    #expect(late.awaited.map(\.quantity) == [7])
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `what of an order lies there can leave before the rest comes, and kits can be waited for`() async throws {
    let stock = try await stock()
    _ = try await stock.setKit("pair", of: [OrderLine("A", quantity: 2)], at: start)
    #expect(try await stock.availableToPromise("pair", at: "n", for: .web, by: day(2), at: start) == 4)
    let hold = try #require(try await stock.sell(3, of: "pair", at: "n", "a", until: day(2)))
    #expect(hold.open == [Allocation("A", at: "n", quantity: 6)] && hold.awaited.map(\.quantity) == [3])
    #expect(
      try await stock.ship([Allocation("A", at: "n", quantity: 4)], of: hold.id, requestID: "s", at: start)
        == .refused(.exceeds([Shortage(node: "n", sku: "A", wanted: 4, found: 3)])))
    let shipped = try await stock.ship([Allocation("A", at: "n", quantity: 3)], of: hold.id, requestID: "t", at: start)
    #expect(shipped.shipment?.hold.open == [Allocation("A", at: "n", quantity: 3)])
    #expect(shipped.shipment?.hold.awaited.map(\.quantity) == [3])
    _ = try await stock.receive(
      InboundReceipt([StockUnits("A", at: "n", quantity: 5)]), of: "po-2", requestID: "in", at: day(2))
    #expect(try await stock.ship(nil, of: hold.id, requestID: "u", at: day(2)).shipment?.hold.state == .shipped("order-a"))
    #expect(try await stock.balance(of: "A", at: "n", at: day(2)) == StockBalance(onHand: 2, inbound: 10))
    #expect(try await stock.audit() == [])
  }

  @Test func `where only some are lost, who came last loses them`() async throws {
    let stock = try await stock()
    let first = try #require(try await stock.sell(5, of: "A", at: "n", "first", until: day(2)))
    let second = try #require(try await stock.sell(2, of: "A", at: "n", "second", until: day(2)))
    let receipt = InboundReceipt([], damaged: [StockUnits("A", at: "n", quantity: 2)])
    let answer = try #require(try await stock.receive(receipt, of: "po-2", requestID: "in", at: start).done)
    #expect(answer.affected.map(\.hold) == [second.id] && answer.affected.map(\.quantity) == [1])
    #expect(try await stock.holds(waitingFor: "po-2", at: start).map { $0.awaited[0].quantity } == [2, 1])
    let last = try #require(
      try await stock.receive(InboundReceipt([], isLast: true), of: "po-2", requestID: "end", at: start).done)
    #expect(last.affected.map(\.hold) == [first.id, second.id] && last.affected.map(\.quantity) == [2, 1])
    #expect(try await stock.audit() == [])
  }

  @Test func `a new date is told to those whom it makes late, and to nobody when it is sooner`() async throws {
    let stock = try await stock()
    let hold = try #require(try await stock.sell(5, of: "A", at: "n", "a", until: day(3)))
    let late = try #require(try await stock.redate("po-2", to: day(6), at: start).done)
    #expect(late.affected.map(\.reason) == [.moved(to: day(6), inTime: false)] && late.affected.map(\.quantity) == [2])
    #expect(try await stock.hold(named: hold.id, at: start)?.complete == day(6))
    #expect(try await available(stock, [2, 4, 6]) == [0, 10, 13])
    #expect(try await stock.openInbounds(at: start).map(\.id) == ["po-4", "po-2"])
    let soon = try #require(try await stock.redate("po-2", to: day(1), at: start).done)
    #expect(soon.affected.isEmpty && soon.inbound.due == day(1))
    #expect(try await available(stock, [1]) == [3])
    #expect(try await stock.holds(waitingFor: "po-2", at: start).map(\.id) == [hold.id])
  }

  @Test func `what is late promises nothing more until it has a new date`() async throws {
    let stock = try await stock()
    #expect(try await stock.availableToPromise("A", at: "n", for: .web, by: day(4), at: day(2)) == 13)
    _ = try await stock.redate("po-2", to: day(3), at: day(2))
    #expect(try await stock.availableToPromise("A", at: "n", for: .web, by: day(4), at: day(2)) == 18)
  }

  @Test func `who waits for what is called off falls back on what is free`() async throws {
    let stock = try await stock()
    _ = try await stock.sell(6, of: "A", at: "n", "a", until: day(2))
    _ = try await stock.receive([Allocation("A", at: "n", quantity: 2)], as: .delivery, reference: "d", requestID: "d", at: start)
    let answer = try #require(try await stock.cancel("po-2", at: start).done)
    #expect(answer.affected.map(\.quantity) == [3] && answer.affected.map(\.reason) == [.lost])
    #expect(try await stock.balance(of: "A", at: "n", at: start) == StockBalance(onHand: 5, committed: 6, inbound: 10))
    #expect(try await stock.cancel("po-2", at: start).done?.affected.isEmpty == true)
    #expect(try await stock.redate("po-2", to: day(9), at: start) == .refused(.closed(.cancelled)))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a hold that is given up or expires leaves its place to others`() async throws {
    let stock = try await stock()
    let cart = try #require(
      try await stock.hold(
        request("r", [Allocation("A", at: "n", quantity: 8)], waitingUntil: day(2)), against: nil, at: start
      ).hold)
    #expect(try await available(stock, [2]) == [0])
    #expect(try await stock.availableToPromise("A", at: "n", for: .web, by: day(2), at: cart.until) == 8)
    let order = try #require(try await stock.sell(8, of: "A", at: "n", "b", until: day(2), at: cart.until))
    _ = try await stock.release(order.id, at: cart.until)
    #expect(try await stock.balance(of: "A", at: "n", at: cart.until) == StockBalance(onHand: 3, inbound: 15))
    #expect(try await stock.inbound(named: "po-2", at: cart.until)?.lines[0].awaited == 0)
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `safety stock and what is kept for others is filled up before anybody may wait`() async throws {
    let stock = try await stock()
    try await stock.setSafetyStock(4, of: "A", at: "n", at: start)
    _ = try await stock.allot(3, of: "A", at: "n", for: .app, requestID: "a", at: start)
    #expect(try await available(stock, [0, 2, 4]) == [0, 1, 11])
    #expect(try await available(stock, [0, 2, 4], for: .app) == [0, 4, 14])
    let hold = try #require(try await stock.sell(3, of: "A", at: "n", "web", until: day(4)))
    #expect(hold.awaited.map(\.quantity) == [1, 2] && hold.awaited.map(\.inbound) == ["po-2", "po-4"])
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `the same inbound is noted once, another of its name refused, and no more received than is due`() async throws {
    let stock = try await stock()
    let five = [Allocation("A", at: "n", quantity: 5)]
    #expect(try await stock.expect("po-2", five, due: day(2), at: start).done != nil)
    #expect(try await stock.expect("po-2", five, due: day(3), at: start) == .refused(.differentRequest))
    #expect(try await stock.balance(of: "A", at: "n", at: start).inbound == 15)
    let six = InboundReceipt([StockUnits("A", at: "n", quantity: 6)])
    #expect(
      try await stock.receive(six, of: "po-2", requestID: "x", at: start)
        == .refused(.exceeds([Shortage(node: "n", sku: "A", wanted: 6, found: 5)])))
    let stray = InboundReceipt([StockUnits("B", at: "n", quantity: 1)])
    #expect(
      try await stock.receive(stray, of: "po-2", requestID: "y", at: start)
        == .refused(.exceeds([Shortage(node: "n", sku: "B", wanted: 1, found: 0)])))
    #expect(try await stock.receive(six, of: "po-9", requestID: "z", at: start) == .refused(.unknown))
    await #expect(throws: InvalidInput.self) {
      try await stock.receive(InboundReceipt([]), of: "po-2", requestID: "e", at: start)
    }
    await #expect(throws: InvalidInput.self) { try await stock.expect("po-5", [], due: day(2), at: start) }
    #expect(try await stock.audit().isEmpty)
  }
}
