import Foundation
import Inventory
import Logistics
import Returns
import Testing

@Suite struct ReturnCaseTests {
  @Test func `goods that come back are refunded, put on the shelf, and the case is closed`() {
    var desk = Desk(Desk.item())
    #expect(!desk.rma.isClosed)
    let failed = desk.run(
      .authorise(whole(0), openEnded), .grant(whole(0), .refund(.original), after: .onReceipt),
      .arrange(whole(0), .label(carrier: "post", tracking: "t1")), .handOver(whole(0)), .receive(whole(0)),
      .pay([ReturnPart(0, amount: clp(990))]), .inspect(whole(0), ReturnInspection(.a, .accept)), .dispose(whole(0), .restock),
      .process(whole(0)))
    #expect(failed == nil)
    #expect(desk.rma.isClosed && desk.lot().paidOut == 990 && desk.lot().disposition == .restock)
    // A closed case opens again.
    #expect(desk(.reinspect(whole(0))) == .recorded && !desk.rma.isClosed)
  }

  @Test func `an impossible step is refused by name: what was asked, in which state, what is possible there`() {
    var desk = Desk(Desk.item())
    let outcome = desk(.receive([ReturnPart(0)]))
    #expect(outcome == .recorded)
    #expect(
      desk(.inspect(whole(0), ReturnInspection(.a, .accept)))
        == .refused([
          .impossibleForGoods(lot: 0, .accept, in: .unannounced, possible: [.authorise, .match, .setApart, .sendBack])
        ]))
    #expect(
      desk(.pay([ReturnPart(0, amount: clp(1))]))
        == .refused([.impossibleForRemedy(lot: 0, .pay, of: nil, in: .undecided, possible: [.grant, .decline])]))
    #expect(
      "\(ReturnRefusal.impossibleForGoods(lot: 0, .accept, in: .kept, possible: [.reopen]))"
        == "lot 0: accept is not possible in kept; possible: reopen")
  }

  @Test func `a remedy waits for the goods, as its trigger says`() {
    var desk = Desk(Desk.item())
    #expect(desk.run(.authorise(whole(0), openEnded), .grant(whole(0), .refund(.original), after: .onInspection)) == nil)
    let pay = ReturnAction.pay([ReturnPart(0, amount: clp(1))])
    #expect(
      desk(pay)
        == .refused([
          .waitsForGoods(
            lot: 0, .pay, in: .authorised, needed: [.accepted, .inRepair, .repaired, .disposition, .processed])
        ]))
    #expect(desk.run(.receive(whole(0))) == nil && desk(pay) != .recorded)
    #expect(desk.run(.inspect(whole(0), ReturnInspection(.b, .accept)), pay) == nil)
  }

  @Test func `a step on some units splits the lot, and what is known of them goes with them`() {
    var desk = Desk(Desk.item(Desk.kettle, "kettle", 3))
    #expect(desk.run(.authorise(whole(0), openEnded), .handOver([ReturnPart(0, quantity: 2)])) == nil)
    #expect(desk.rma.lots.map(\.quantity) == [1, 2] && desk.rma.lots.map(\.goods) == [.authorised, .inTransit])
    #expect(desk.lot(1).splitFrom == 0 && desk.lot(1).authorisation == openEnded)
    #expect(desk(.receive([ReturnPart(1, quantity: 3)])) == .refused([.exceedsLot(1, asked: 3, has: 2)]))
    #expect(desk.run(.withdraw(whole(0)), .receive(whole(1))) == nil)
    // The timeline of units that were split off has what happened to them before, and nothing of the others.
    #expect(desk.rma.timeline(ofLot: 1).map(\.id) == ["e1", "e2", "e3", "e6"])
    #expect(desk.rma.timeline(ofLot: 0).map(\.id) == ["e1", "e2", "e3", "e5"])
    #expect(desk.rma.timeline(ofLot: 9).isEmpty)
  }

  @Test func `money is split with the units, exactly`() {
    var desk = Desk(Desk.item(Desk.kettle, "kettle", 3))
    #expect(
      desk.run(
        .authorise(whole(0), openEnded), .grant(whole(0), .refund(.original), after: .atOnce),
        .pay([ReturnPart(0, amount: clp(1_000))]), .expire([ReturnPart(0, quantity: 1)])) == nil)
    #expect(desk.rma.lots.map(\.paidOut) == [667, 333])
    #expect(desk(.charge([ReturnPart(1, amount: clp(333))])) == .recorded && desk.lot(1).remedyState == .charged)
    // They came after all, and what was charged goes back; not more.
    #expect(desk.run(.receive(whole(1)), .authorise(whole(1), openEnded)) == nil)
    #expect(
      desk(.settle([ReturnPart(1, amount: clp(1))])) == .refused([.exceedsMoney(lot: 1, asked: 1, has: 0)]))
    #expect(desk(.settle(whole(1))) == .recorded)
    #expect(desk(.fail([ReturnPart(0, amount: Money(1, .eur))])) == .refused([.otherCurrency(lot: 0, .clp)]))
  }

  @Test func `an event counts once, and another of its name is refused`() {
    var rma = ReturnCase("rma", of: "c")
    let history = ReturnHistory(Desk.deliveries)
    let ask = ReturnEvent("e", at: Desk.start, by: ReturnActor(.customer), on: .app, .request([Desk.item()]))
    #expect(rma.record(ask, given: history) == .recorded && rma.record(ask, given: history) == .alreadyRecorded)
    let other = ReturnEvent("e", at: Desk.start, by: ReturnActor(.customer), on: .web, .request([Desk.item()]))
    #expect(rma.record(other, given: history) == .refused([.differentEvent]))
    #expect(rma.timeline == [ask] && rma.lots.count == 1)
  }

  @Test func `an event is recorded for all its lots or for none, with every reason`() {
    var desk = Desk(Desk.item(), Desk.item())
    #expect(desk.run(.authorise(whole(1), openEnded)) == nil)
    let before = desk.rma
    #expect(
      desk(.handOver(whole(1, 0, 7)))
        == .refused([
          .impossibleForGoods(lot: 0, .handOver, in: .requested, possible: [.authorise, .refuse, .withdraw, .receive, .keep]),
          .unknownLot(7),
        ]))
    #expect(desk.rma == before)
  }

  @Test func `an event that is none is refused with every fault`() {
    var desk = Desk(Desk.item())
    let odd = ReturnPart(0, quantity: 0, told: ["x"], amount: clp(5))
    guard case .refused(let refusals) = desk(.handOver([odd, odd])), case .invalid(let faults) = refusals[0] else {
      Issue.record("recorded")
      return
    }
    #expect(
      faults.map(\.place) == [
        "parts[0].quantity", "parts[0].told", "parts[0].amount", "parts[1]", "parts[1].quantity", "parts[1].told",
        "parts[1].amount",
      ])
    for action in [
      ReturnAction.request([]), .request([Desk.item(nil)]), .pay(whole(0)), .charge([ReturnPart(0, amount: clp(-1))]), .find([]),
      .authorise(whole(0), ReturnAuthorisation(basis: "", handOverBy: Desk.start, goodsBy: Desk.start - oneDay)),
    ] {
      guard case .refused(let refusals) = desk(action), case .invalid = refusals[0] else {
        Issue.record("\(action) was recorded")
        continue
      }
    }
  }

  @Test func `events of one lot come in the order of their time`() {
    var desk = Desk(Desk.item())
    let late = ReturnEvent("late", at: Desk.start, by: ReturnActor(.carrier), .withdraw(whole(0)))
    #expect(desk.rma.record(late) == .refused([.beforeLastStep(lot: 0, at: Desk.start + .hours(1))]))
  }

  @Test func `a timeline that could not have been is not read`() throws {
    let desk = Desk(Desk.item())
    let odd = ReturnEvent("x", at: desk.now, by: ReturnActor(.warehouse), .process(whole(0)))
    let error = #expect(throws: InvalidInput.self) {
      try ReturnCase("rma-1", of: "c", replaying: desk.rma.timeline + [odd])
    }
    #expect(error?.faults.map(\.place) == ["timeline[1]"])
    #expect(throws: InvalidInput.self) {
      try ReturnCase("rma-1", of: "c", replaying: desk.rma.timeline + desk.rma.timeline)
    }
    #expect(throws: DecodingError.self) {
      let data = Data(#"{"id":"r","customer":"c","timeline":[{}]}"#.utf8)
      _ = try JSONDecoder().decode(ReturnCase.self, from: data)
    }
  }
}
