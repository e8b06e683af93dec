import Inventory
import Logistics
import Returns
import Testing

@Suite struct RemedyTests {
  static let due = ReturnAuthorisation(
    basis: "law", handOverBy: Desk.start + .hours(10), goodsBy: Desk.start + .hours(20), remedyBy: Desk.start + .hours(15))

  @Test func `an advance replacement is charged if the old unit does not come by its day, and paid back if it comes later`() {
    var desk = Desk(Desk.item())
    #expect(
      desk.run(
        .authorise(whole(0), Self.due), .grant(whole(0), .replacement(inAdvance: true), after: .atOnce),
        .advance(whole(0), "o-9"),
        .deliver(whole(0))) == nil)
    #expect(desk.lot().remedyState == .outstanding && desk.lot().newOrder == "o-9")
    let charge = ReturnAction.charge([ReturnPart(0, amount: clp(500))])
    #expect(desk(charge) == .refused([.notYet(lot: 0, after: Self.due.goodsBy!)]))
    #expect(desk.rma.due(at: Desk.start + .hours(21)).map(\.kind) == [.handover, .goods, .advanceReplacement])
    desk.now = Desk.start + .hours(30)
    #expect(desk(charge) == .recorded && desk.lot().collected == 500)
    #expect(desk.rma.due(at: desk.now).map(\.kind) == [.handover, .goods])
    #expect(desk.run(.expire(whole(0))) == nil && desk.rma.isClosed)
    #expect(
      desk.run(.receive(whole(0)), .authorise(whole(0), openEnded), .settle([ReturnPart(0, amount: clp(500))])) == nil)
    #expect(desk.lot().paidOut == 500 && desk.lot().remedyState == .fulfilled)
  }

  @Test func `an advance replacement needs a day, and is settled when the old unit comes first`() {
    var desk = Desk(Desk.item())
    let advance = ReturnAction.advance(whole(0), "o-9")
    #expect(desk.run(.authorise(whole(0), openEnded), .grant(whole(0), .replacement(inAdvance: true), after: .atOnce)) == nil)
    #expect(desk(advance) == .refused([.noDeadline(lot: 0)]))
    desk = Desk(Desk.item())
    #expect(
      desk.run(
        .authorise(whole(0), Self.due), .grant(whole(0), .replacement(inAdvance: true), after: .atOnce), advance,
        .receive(whole(0)), .settle(whole(0))) == nil)
    #expect(desk.lot().remedyState == .ordered)
    #expect(desk.run(.deliver(whole(0))) == nil && desk.lot().remedyState == .fulfilled)
  }

  @Test(arguments: [(ReturnAction.DifferencePayer.customer, 0, 300), (.seller, 300, 0)])
  func `the difference of an exchange goes either way`(payer: ReturnAction.DifferencePayer, paid: Int, collected: Int) {
    var desk = Desk(Desk.item())
    #expect(
      desk.run(
        .authorise(whole(0), openEnded), .grant(whole(0), .exchange(for: "toaster"), after: .onReceipt), .receive(whole(0)))
        == nil)
    if payer == .customer { #expect(desk(.owe(whole(0))) == .recorded && desk.lot().remedyState == .awaitingPayment) }
    #expect(
      desk.run(.order([ReturnPart(0, amount: clp(300))], "o-9", difference: payer), .deliver(whole(0))) == nil)
    #expect(desk.lot().paidOut == paid && desk.lot().collected == collected && desk.lot().remedyState == .fulfilled)
    // Another product is a new purchase, not a service to the old one.
    #expect(desk.rma.services(of: Desk.kettle).isEmpty)
  }

  @Test func `a repair stops the clock from the handover until the unit is back, as often as it is repaired`() {
    var desk = Desk(Desk.item(Desk.phone, "phone", 1, serials: ["s1"], tracked: true))
    let repair: [ReturnAction] = [
      .authorise(whole(0), openEnded), .grant(whole(0), .repair, after: .onReceipt), .handOver(whole(0)), .receive(whole(0)),
      .inspect(whole(0), ReturnInspection(.d, .accept, findings: [.faultConfirmed("dead")])), .startRepair(whole(0)),
      .finishRepair(whole(0)), .sendBack(whole(0)), .handBack(whole(0)), .finish(whole(0)), .reopen(whole(0)),
      .reconsider(whole(0)),
    ]
    for action in repair + repair.dropLast(2) { #expect(desk(action) == .recorded, "\(action)") }
    func hour(_ count: Int) -> Instant { Desk.start + .hours(count) }
    #expect(
      desk.rma.services(of: Desk.phone) == [
        ServiceRecord(
          quantity: 1, serial: "s1",
          events: [.repaired(from: hour(4), to: hour(10)), .repaired(from: hour(16), to: hour(22))])
      ])
    #expect(desk.rma.isClosed)
  }

  @Test func `beyond repair another remedy takes the place of the repair`() {
    var desk = Desk(Desk.item())
    #expect(
      desk.run(
        .authorise(whole(0), openEnded), .grant(whole(0), .repair, after: .onReceipt), .receive(whole(0)),
        .inspect(whole(0), ReturnInspection(.d, .accept)), .startRepair(whole(0)), .condemn(whole(0)), .reconsider(whole(0)),
        .grant(whole(0), .replacement(inAdvance: false), after: .onInspection), .order(whole(0), "o-9", difference: nil),
        .deliver(whole(0)), .dispose(whole(0), .recycle), .process(whole(0))) == nil)
    #expect(desk.rma.isClosed)
    #expect(
      desk.rma.services(of: Desk.kettle).map(\.events) == [[.replaced(at: Desk.start + .hours(11), serial: nil)]])
  }

  @Test func `the faulty unit and the one that takes its place are linked by their serial numbers`() {
    var desk = Desk(Desk.item(Desk.phone, "phone", 2, serials: ["s1", "s2"], tracked: true))
    #expect(
      desk.run(
        .authorise(whole(0), openEnded), .grant(whole(0), .replacement(inAdvance: false), after: .onReceipt), .receive(whole(0)),
        .order(whole(0), "o-9", difference: nil)) == nil)
    #expect(desk(.deliver([ReturnPart(0, told: ["n1"])])) == .refused([.serialsDoNotFit(lot: 0, told: 1, units: 2)]))
    #expect(desk(.deliver([ReturnPart(0, told: ["n1", "s1"])])) == .refused([.serialTwice(["s1"])]))
    #expect(desk(.deliver([ReturnPart(0, told: ["n1", "n2"])])) == .recorded)
    // The links hold when the lot is split.
    #expect(desk(.inspect([ReturnPart(0, serials: ["s2"])], ReturnInspection(.c, .accept))) == .recorded)
    let services = desk.rma.services(of: Desk.phone)
    #expect(services.map(\.serial) == ["s1", "s2"])
    #expect(services.map(\.events) == ["n1", "n2"].map { [.replaced(at: Desk.start + .hours(8), serial: $0)] })
  }

  @Test func `a refund without return and a price reduction leave the goods where they are`() {
    for remedy in [ReturnRemedy.refund(.original), .priceReduction(.storeCredit)] {
      var desk = Desk(Desk.item())
      #expect(
        desk.run(
          .keep(whole(0), basis: "the way costs more"), .grant(whole(0), remedy, after: .atOnce),
          .pay([ReturnPart(0, amount: clp(10))])) == nil)
      #expect(desk.rma.isClosed && desk.lot().goods == .kept)
    }
  }

  @Test func `a refund that bounced is due again`() {
    var desk = Desk(Desk.item())
    let pay = ReturnAction.pay([ReturnPart(0, amount: clp(10))])
    #expect(
      desk.run(.authorise(whole(0), Self.due), .grant(whole(0), .refund(.original), after: .onHandover), .handOver(whole(0)))
        == nil)
    #expect(desk.rma.due(at: Desk.start + .hours(15)).isEmpty)
    #expect(desk.rma.due(at: Desk.start + .hours(16)).map(\.kind) == [.remedy])
    #expect(desk(pay) == .recorded && desk.rma.due(at: Desk.start + .hours(16)).isEmpty)
    #expect(desk(.fail([ReturnPart(0, amount: clp(11))])) == .refused([.exceedsMoney(lot: 0, asked: 11, has: 10)]))
    #expect(desk(.fail([ReturnPart(0, amount: clp(10))])) == .recorded)
    #expect(desk.lot().paidOut - desk.lot().collected == 0)
    #expect(desk.rma.due(at: Desk.start + .hours(16)).map(\.kind) == [.remedy])
    #expect(desk(pay) == .recorded)
  }

  @Test func `a second payment may follow a refund, and another remedy only what came back`() {
    var desk = Desk(Desk.item())
    func paid(_ amount: Int) -> [ReturnPart] { [ReturnPart(0, amount: clp(amount))] }
    #expect(
      desk.run(
        .authorise(whole(0), openEnded), .grant(whole(0), .refund(.original), after: .atOnce), .pay(paid(10)), .pay(paid(5)))
        == nil)
    #expect(
      desk(.reconsider(whole(0)))
        == .refused([
          .impossibleForRemedy(
            lot: 0, .reconsider, of: .refund(.original), in: .fulfilled, possible: [.pay, .fail, .charge])
        ]))
    #expect(desk(.fail(whole(0))) == .refused([.amountNeeded(lot: 0)]))
    #expect(desk.run(.fail(paid(15)), .reconsider(whole(0)), .grant(whole(0), .repair, after: .onReceipt)) == nil)
    #expect(desk.lot().paidOut == 15 && desk.lot().collected == 15)
  }

  @Test func `what is overdue is told from the moment it is`() {
    var desk = Desk(Desk.item())
    #expect(desk.run(.authorise(whole(0), Self.due)) == nil)
    #expect(desk.rma.due(at: Desk.start + .hours(10)).isEmpty)
    #expect(
      desk.rma.due(at: Desk.start + .hours(30)) == [
        ReturnDue(kind: .handover, lot: 0, since: Desk.start + .hours(10)),
        ReturnDue(kind: .goods, lot: 0, since: Desk.start + .hours(20)),
      ])
    #expect(desk(.expire(whole(0))) == .refused([.notYet(lot: 0, after: Desk.start + .hours(10))]))
    // The remedy is due from when it may be carried out, if that is later than its day.
    desk.now = Desk.start + .hours(40)
    #expect(desk.run(.grant(whole(0), .refund(.original), after: .onReceipt), .receive(whole(0))) == nil)
    #expect(desk.rma.due(at: Desk.start + .hours(50)).map(\.since) == [Desk.start + .hours(42)])
  }
}
