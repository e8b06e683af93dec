import Inventory
import Logistics
import Testing

@Suite struct SerialNumberTests {
  private func stock() async throws -> InMemoryInventory {
    let stock = InMemoryInventory()
    _ = try await stock.track(StockItem("phone", tracking: .serials), at: start)
    let units = StockUnits("phone", at: "n", quantity: 3, serials: ["s1", "s2", "s3"])
    _ = try await stock.receive(units: [units], as: .delivery, reference: "note-1", requestID: "d", at: start)
    return stock
  }

  private func phone(_ serials: ID<SerialNumber>...) -> [StockUnits] {
    [StockUnits("phone", at: "n", quantity: serials.count, serials: serials)]
  }

  @Test func `a unit is known from its arrival to the order it left for and back`() async throws {
    let stock = try await stock()
    let hold = try #require(try await stock.sell(1, of: "phone", at: "n", "a"))
    let shipment = try #require(
      try await stock.ship(units: phone("s2"), of: hold.id, requestID: "s", at: day(1)).shipment)
    #expect(shipment.units == phone("s2"))
    #expect(try await stock.history(of: "s2", "phone")?.place == .shipped(for: "order-a"))
    _ = try await stock.receive(units: phone("s2"), as: .damagedReturn, reference: "back-1", requestID: "b", at: day(4))
    let history = try #require(try await stock.history(of: "s2", "phone"))
    #expect(history.place == .damaged("n"))
    #expect(
      history.events == [
        .init(.delivery, at: "n", start, reference: "note-1"), .init(.shipped, at: "n", day(1), reference: "order-a"),
        .init(.damagedReturn, at: "n", day(4), reference: "back-1"),
      ])
    #expect(try await stock.history(of: "s9", "phone") == nil)
    #expect(try await stock.history(of: "s1", "tablet") == nil)
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `numbers that are double, unknown or elsewhere are refused with their place`() async throws {
    let stock = try await stock()
    let arrival = [
      StockUnits("phone", at: "n", quantity: 2, serials: ["s4", "s1"]),
      StockUnits("phone", at: "m", quantity: 2, serials: ["s4"]),
    ]
    guard
      case .conflicts(let faults) = try await stock.receive(
        units: arrival, as: .delivery, reference: "d", requestID: "1", at: start)
    else {
      Issue.record("not refused")
      return
    }
    #expect(
      faults == [
        Fault(at: "$[0].serials[1]", found: "s1, at n", expected: "a unit that is not in the books"),
        Fault(at: "$[1].serials", found: "1 serial numbers", expected: "2"),
        Fault(at: "$[1].serials[0]", found: "s4 again", expected: "each serial number once"),
      ])
    #expect(
      try await stock.receive(units: phone("s1", "s8"), as: .customerReturn, reference: "d", requestID: "2", at: start).places
        == ["$[0].serials[0]", "$[0].serials[1]"])

    let hold = try #require(try await stock.sell(2, of: "phone", at: "n", "a"))
    for (serials, places) in [
      (phone("s1", "s9"), ["$[0].serials[1]"]), (phone("s1") + phone("s1"), ["$[1].serials[0]"]),
      ([StockUnits("phone", at: "n", quantity: 2)], ["$[0].serials"]),
    ] {
      let outcome = try await stock.ship(units: serials, of: hold.id, requestID: ID("\(places)\(serials.count)"), at: start)
      guard case .refused(.conflicts(let faults)) = outcome else {
        Issue.record("\(outcome)")
        continue
      }
      #expect(faults.map(\.place) == places)
    }
    guard case .refused(.conflicts) = try await stock.ship(nil, of: hold.id, requestID: "n", at: start) else {
      Issue.record("left without serial numbers")
      return
    }
    #expect(try await stock.balance(of: "phone", at: "n", at: start) == StockBalance(onHand: 3, committed: 2))
    #expect(try await stock.audit().isEmpty)
  }

  @Test func `units are damaged, repaired, lost and found by their numbers`() async throws {
    let stock = try await stock()
    func adjust(_ adjustment: Adjustment, _ serials: [ID<SerialNumber>], _ id: ID<StockRequest>) async throws -> MoveOutcome {
      try await stock.adjust("phone", at: "n", adjustment, serials: serials, reference: "c", requestID: id, at: start)
    }
    #expect(try await adjust(.damage(2), ["s1", "s2"], "1") == .done)
    #expect(try await adjust(.damage(1), ["s1"], "2").places == ["$.serials[0]"])
    #expect(try await adjust(.repair(1), ["s1"], "3") == .done)
    #expect(try await adjust(.recount(by: -1), ["s3"], "4") == .done)
    #expect(try await adjust(.recount(by: -1), [], "5").places == ["$.serials"])
    #expect(try await stock.balance(of: "phone", at: "n", at: start) == StockBalance(onHand: 1, damaged: 1))
    #expect(try await adjust(.recount(by: 1), ["s3"], "6") == .done)
    #expect(try await adjust(.disposal(1), ["s2"], "7") == .done)
    #expect(try await stock.history(of: "s2", "phone")?.place == .gone)
    #expect(try await stock.history(of: "s3", "phone")?.events.count == 3)
    #expect(try await stock.balance(of: "phone", at: "n", at: start) == StockBalance(onHand: 2))
    #expect(try await stock.audit().isEmpty)
  }
}
