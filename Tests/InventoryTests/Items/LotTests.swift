import Inventory
import Logistics
import Testing

@Suite struct LotTests {
  let early = Lot("early", expires: day(3))
  let late = Lot("late", expires: day(10))
  let keeps = Lot("keeps", expires: nil)

  /// 4 that expire on day 3, 6 on day 10; sold until a day before.
  private func stock() async throws -> InMemoryInventory {
    let stock = InMemoryInventory()
    _ = try await stock.track(StockItem("milk", tracking: .lots(minimumLife: .hours(24))), at: start)
    _ = try await stock.receive(
      units: [StockUnits("milk", at: "n", quantity: 6, lot: late), StockUnits("milk", at: "n", quantity: 4, lot: early)],
      as: .delivery, reference: "d", requestID: "d", at: start)
    return stock
  }

  @Test func `what expires first leaves first, and the answer says which`() async throws {
    let stock = try await stock()
    let hold = try #require(try await stock.sell(5, of: "milk", at: "n", "a"))
    let shipment = try #require(try await stock.ship(nil, of: hold.id, requestID: "s", at: start).shipment)
    #expect(
      shipment.units == [
        StockUnits("milk", at: "n", quantity: 4, lot: early), StockUnits("milk", at: "n", quantity: 1, lot: late),
      ])
    #expect(
      try await stock.lots(of: "milk", at: "n", at: start) == [LotBalance(lot: late, sellBy: day(9), onHand: 5, damaged: 0)])
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a picker may take another lot, if there is enough of it`() async throws {
    let stock = try await stock()
    let hold = try #require(try await stock.sell(7, of: "milk", at: "n", "a"))
    let wrong = [StockUnits("milk", at: "n", quantity: 5, lot: early)]
    guard case .refused(.conflicts(let faults)) = try await stock.ship(units: wrong, of: hold.id, requestID: "x", at: start)
    else {
      Issue.record("not refused")
      return
    }
    #expect(faults == [Fault(at: "$[0].lot", found: "4 units of lot early", expected: "at least 5 at n")])
    let right = [StockUnits("milk", at: "n", quantity: 5, lot: late), StockUnits("milk", at: "n", quantity: 2)]
    let shipment = try #require(try await stock.ship(units: right, of: hold.id, requestID: "y", at: start).shipment)
    #expect(shipment.units.map(\.lot) == [late, early] && shipment.units.map(\.quantity) == [5, 2])
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a lot past its sell-by is no longer sold, by an entry of its own`() async throws {
    let stock = try await stock()
    #expect(try await stock.availableToPromise("milk", at: "n", for: .web, at: day(2) - .seconds(1)) == 10)
    #expect(try await stock.availableToPromise("milk", at: "n", for: .web, at: day(2)) == 6)
    #expect(try await stock.balance(of: "milk", at: "n", at: day(2)) == StockBalance(onHand: 6, damaged: 4))
    let last = try #require(try await stock.ledger(from: 0, limit: .max).last)
    #expect(last.kind == .outdated && last.instant == day(2) && last.parts == [.lot("early")])
    // What comes in too late is outdated at once.
    let units = [StockUnits("milk", at: "n", quantity: 2, lot: early)]
    _ = try await stock.receive(units: units, as: .customerReturn, reference: "r", requestID: "r", at: day(2))
    #expect(try await stock.balance(of: "milk", at: "n", at: day(2)) == StockBalance(onHand: 6, damaged: 6))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `what is not sold any more at a date cannot be promised for it`() async throws {
    let stock = try await stock()
    func available(_ days: Int) async throws -> Int {
      try await stock.availableToPromise("milk", at: "n", for: .web, by: day(days), at: start)
    }
    #expect(try await [available(1), available(2), available(8), available(9)] == [10, 6, 6, 0])
    // An order of today takes the early lot and leaves the late one.
    _ = try await stock.sell(3, of: "milk", at: "n", "today")
    #expect(try await [available(1), available(2)] == [7, 6])
    // One for day 5 needs the late lot, as another of its kind will.
    _ = try await stock.sell(4, of: "milk", at: "n", "later", until: day(5))
    #expect(try await [available(1), available(2), available(9)] == [3, 2, 0])
    #expect(try await stock.sell(3, of: "milk", at: "n", "too many", until: day(2)) == nil)
    #expect(try await stock.sell(2, of: "milk", at: "n", "rest", until: day(2)) != nil)
    #expect(try await [available(1), available(2)] == [1, 0])
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a shorter life demanded outdates what is there`() async throws {
    let stock = try await stock()
    _ = try await stock.track(StockItem("milk", tracking: .lots(minimumLife: .hours(72))), at: start)
    #expect(try await stock.balance(of: "milk", at: "n", at: start) == StockBalance(onHand: 6, damaged: 4))
    #expect(try await stock.track(StockItem("milk", tracking: .count), at: start).places == ["$.tracking"])
    await #expect(throws: InvalidInput.self) {
      try await stock.track(StockItem("milk", tracking: .lots(minimumLife: .seconds(-1))), at: start)
    }
    // An expiry at the beginning of time, less a life, is still a moment.
    let old = Lot("old", expires: Instant(secondsSince1970: .min))
    _ = try await stock.receive(
      units: [StockUnits("milk", at: "n", quantity: 1, lot: old)], as: .delivery, reference: "d", requestID: "o", at: start)
    #expect(try await stock.balance(of: "milk", at: "n", at: start).damaged == 5)
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `counts and damage are of a lot`() async throws {
    let stock = try await stock()
    func adjust(_ adjustment: Adjustment, _ lot: Lot?, _ id: ID<StockRequest>) async throws -> MoveOutcome {
      try await stock.adjust("milk", at: "n", adjustment, lot: lot, reference: "c", requestID: id, at: start)
    }
    #expect(try await adjust(.recount(by: -1), nil, "0").places == ["$.lot"])
    #expect(try await adjust(.damage(5), early, "1").places == ["$.lot"])
    #expect(try await adjust(.damage(3), early, "2") == .done)
    #expect(try await adjust(.recount(by: 2), late, "3") == .done)
    #expect(try await adjust(.repair(1), early, "4") == .done)
    #expect(try await adjust(.disposal(1), early, "5") == .done)
    #expect(try await adjust(.recount(by: 7), keeps, "6") == .done)
    let lots = try await stock.lots(of: "milk", at: "n", at: start)
    #expect(lots.map(\.lot) == [early, late, keeps])
    #expect(lots.map(\.onHand) == [2, 8, 7] && lots.map(\.damaged) == [1, 0, 0])
    #expect(try await stock.availableToPromise("milk", at: "n", for: .web, by: day(99), at: start) == 7)
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `a lot is needed where lots are tracked, with one expiry, and nowhere else`() async throws {
    let stock = try await stock()
    let units = [
      StockUnits("milk", at: "n", quantity: 1), StockUnits("milk", at: "n", quantity: 1, lot: Lot("late", expires: day(11))),
      StockUnits("tea", at: "n", quantity: 1, lot: late), StockUnits("milk", at: "n", quantity: 1, lot: late, serials: ["s"]),
    ]
    #expect(
      try await stock.receive(units: units, as: .delivery, reference: "d", requestID: "e", at: start).places
        == ["$[0].lot", "$[1].lot", "$[2].lot", "$[3].serials"])
    #expect(try await stock.balance(of: "milk", at: "n", at: start).onHand == 10)
  }
}
