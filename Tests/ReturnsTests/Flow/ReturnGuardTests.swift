import Inventory
import Logistics
import Returns
import Testing

@Suite struct ReturnGuardTests {
  @Test func `no more units are asked for than were delivered and no other return has`() {
    var other = Desk(Desk.item(Desk.kettle, "kettle", 2))
    #expect(other.run(.authorise(whole(0), openEnded)) == nil)
    var desk = Desk(history: ReturnHistory(Desk.deliveries, others: [other.rma]))
    #expect(
      desk(.request([Desk.item(Desk.kettle, "kettle", 2)]))
        == .refused([.exceedsDelivered(Desk.kettle, asked: 2, free: 1)]))
    #expect(desk(.request([Desk.item()])) == .recorded)
    // What the customer keeps after all is free for another return, and then not for the first.
    #expect(other.run(.withdraw(whole(0))) == nil)
    desk.history = ReturnHistory(Desk.deliveries, others: [other.rma])
    #expect(desk(.request([Desk.item(Desk.kettle, "kettle", 2)])) == .recorded)
    other.history = ReturnHistory(Desk.deliveries, others: [desk.rma])
    #expect(other(.reopen(whole(0))) == .refused([.exceedsDelivered(Desk.kettle, asked: 2, free: 0)]))
  }

  @Test func `what was not on the order is refused when it is asked for`() {
    var desk = Desk()
    let strange = ReturnOrigin(order: "o-1", line: "77")
    #expect(desk(.request([Desk.item(strange, "pan")])) == .refused([.notOfOrder(strange, "pan")]))
    #expect(desk(.request([Desk.item(Desk.kettle, "pan")])) == .refused([.notOfOrder(Desk.kettle, "pan")]))
    let event = ReturnEvent("x", at: desk.now, by: ReturnActor(.customer), .request([Desk.item()]))
    #expect(desk.rma.record(event) == .refused([.historyNeeded]))
  }

  @Test func `serial numbers are among those delivered, in no other return, and once in this`() {
    func phone(_ serials: ID<SerialNumber>...) -> ReturnItem {
      Desk.item(Desk.phone, "phone", serials.count, serials: serials, tracked: true)
    }
    let other = Desk(phone("s1"))
    var desk = Desk(history: ReturnHistory(Desk.deliveries, others: [other.rma]))
    #expect(desk(.request([phone("s9")])) == .refused([.notShipped(Desk.phone, serials: ["s9"])]))
    #expect(desk(.request([phone("s1")])) == .refused([.inOtherReturn(Desk.phone, serials: ["s1"])]))
    #expect(desk(.request([phone("s2")])) == .recorded)
    #expect(desk(.request([phone("s2")])) == .refused([.serialTwice(["s2"])]))
  }

  @Test func `units whose serial numbers are not known are identified before they are accepted`() {
    var desk = Desk(Desk.item(Desk.phone, "phone", 2, tracked: true))
    let accept = ReturnAction.inspect(whole(0), ReturnInspection(.a, .accept))
    #expect(desk.run(.authorise(whole(0), openEnded), .receive(whole(0))) == nil)
    #expect(desk(accept) == .refused([.serialsUnknown(lot: 0)]))
    #expect(desk(.identify([ReturnPart(0, told: ["s1", "s7"])])) == .refused([.notShipped(Desk.phone, serials: ["s7"])]))
    #expect(desk(.identify([ReturnPart(0, told: ["s1", "s2"])])) == .recorded)
    #expect(desk(.identify([ReturnPart(0, told: ["s1", "s2"])])) == .refused([.notToIdentify(lot: 0)]))
    #expect(desk(.process([ReturnPart(0, quantity: 1)])) == .refused([.serialsNeeded(lot: 0)]))
    #expect(desk(.process([ReturnPart(0, serials: ["s3"])])) == .refused([.notInLot(0, serials: ["s3"])]))
    #expect(desk(accept) == .recorded)
  }

  @Test func `an item of another order is kept apart, frees what was asked for, and finds its line or goes back`() {
    var desk = Desk(Desk.item(Desk.phone, "phone", 1, serials: ["s1"], tracked: true))
    let found = ReturnInspection(.b, .setApart, findings: [.serialDiffers(found: "s2")])
    #expect(desk.run(.authorise(whole(0), openEnded), .receive(whole(0)), .inspect([ReturnPart(0, told: ["s2"])], found)) == nil)
    #expect(desk.lot().origin == nil && desk.lot().serials == ["s2"] && !desk.lot().isClaim)
    // The unit that was asked for is still with the customer.
    #expect(desk(.request([Desk.item(Desk.phone, "phone", 1, serials: ["s1"], tracked: true)])) == .recorded)
    #expect(desk(.match(whole(0), to: Desk.phone, sku: "phone", isTrackedBySerial: true)) == .recorded)
    #expect(desk.lot().goods == .received && desk.lot().origin == Desk.phone)
    #expect(desk.run(.setApart(whole(0)), .sendBack(whole(0)), .handBack(whole(0))) == nil)
    #expect(desk(.reopen(whole(0))) == .refused([.unknownOrigin(lot: 0)]))
  }

  @Test func `goods that nobody announced lie apart until their line is known`() {
    var desk = Desk()
    #expect(desk(.arrive([Desk.item(nil, "kettle", 1)])) == .recorded && desk.lot().goods == .unannounced)
    #expect(desk(.authorise(whole(0), openEnded)) == .refused([.unknownOrigin(lot: 0)]))
    #expect(desk.run(.match(whole(0), to: Desk.kettle, sku: "kettle", isTrackedBySerial: false)) == nil)
    #expect(desk.lot().goods == .received)
  }

  @Test func `goods that come though they were refused, withdrawn or expired lie there until somebody decides`() {
    for first in [ReturnAction.refuse(whole(0), .tooLate), .withdraw(whole(0))] {
      var desk = Desk(Desk.item())
      #expect(desk.run(first, .receive(whole(0))) == nil && desk.lot().goods == .unannounced)
      #expect(desk.run(.authorise(whole(0), openEnded)) == nil && desk.lot().goods == .received)
    }
    var desk = Desk(Desk.item())
    #expect(desk.run(.refuse(whole(0), .tooLate), .appeal(whole(0))) == nil && desk.lot().refusal == nil)
  }

  @Test func `a limit asks for a person, and is no ground against a right`() {
    let record = ReturnRecord(returns: 3, valueBought: 1_000, valueReturned: 501)
    let limits = ReturnLimits(returns: 3, valuePercent: 50)
    #expect(limits.grounds(for: record) == [.tooManyReturns(3, allowed: 3), .tooMuchValue(501, of: 1_000)])
    #expect(limits.grounds(for: ReturnRecord(returns: 2, valueBought: 1_000, valueReturned: 500)).isEmpty)
    #expect(
      limits.grounds(for: ReturnRecord(valueBought: .max, valueReturned: .max)) == [.tooMuchValue(.max, of: .max)])
    #expect(ReturnLimits.none.grounds(for: ReturnRecord(returns: 99, isFlagged: true)) == [.flagged])

    let history = ReturnHistory(Desk.deliveries, record: record, limits: limits)
    var desk = Desk(
      Desk.item(Desk.kettle, "kettle", 1, .changedMind, .legalRight(basis: "law")), Desk.item(), history: history)
    let grounds = limits.grounds(for: record)
    #expect(desk.rma.timeline[0].review == grounds)
    #expect(desk(.authorise(whole(0), openEnded), by: .system) == .refused([.needsReview(lot: 0, grounds)]))
    #expect(desk(.keep(whole(1), basis: ""), by: .system) == .refused([.needsReview(lot: 1, grounds)]))
    #expect(desk(.refuse(whole(0, 1), .limits)) == .refused([.legalRight(lot: 0, basis: "law")]))
    #expect(desk(.refuse(whole(1), .limits)) == .recorded)
    #expect(desk(.authorise(whole(0), openEnded)) == .recorded)
  }

  @Test func `an item that cannot be is refused with every fault`() {
    let error = #expect(throws: InvalidInput.self) {
      try ReturnItem(
        of: Desk.kettle, "kettle", quantity: 0, serials: ["a", "a"], because: .faulty, by: .goodwill)
    }
    #expect(error?.faults.map(\.place) == ["quantity", "serials", "serials", "serials"])
  }
}
