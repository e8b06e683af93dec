import Inventory
import Logistics
import Returns

/// Two units of a line come back by post; one is as new, the other was used, and the shop keeps a part for that.
func takeBack(_ order: PaidOrder, _ history: ReturnHistory, from noon: Instant) throws -> (ReturnCase, RefundLedger) {
  let origin = ReturnOrigin(order: order.id, line: "1")
  let customer = ReturnActor(.customer)
  let clerk = ReturnActor(.warehouse, "ana")
  let both = [ReturnPart(0)]
  var rma = ReturnCase("rma-4711", of: "customer-7")
  var ledger = RefundLedger(order)

  let item = try ReturnItem(
    of: origin, "kettle", quantity: 2, because: .changedMind, by: .legalRight(basis: "Ley 19.496 art. 3 bis"))
  let authorisation = ReturnAuthorisation(
    basis: "Ley 19.496 art. 3 bis", handOverBy: noon + .hours(240), remedyBy: noon + .hours(1080))
  let soFar = [
    ReturnEvent("e1", at: noon, by: customer, on: .web, .request([item])),
    ReturnEvent("e2", at: noon, by: ReturnActor(.system), .authorise(both, authorisation)),
    ReturnEvent("e3", at: noon, by: ReturnActor(.system), .grant(both, .refund(.original), after: .onInspection)),
    ReturnEvent("e4", at: noon, by: customer, on: .app, .arrange(both, .label(carrier: "post", tracking: "CL-1"))),
    ReturnEvent("e5", at: noon + .hours(20), by: ReturnActor(.carrier, "post"), .handOver(both)),
    ReturnEvent("e6", at: noon + .hours(50), by: clerk, in: "cd-quilicura", .receive(both)),
    // One unit of the two: the lot is split, and the other lot is number 1 from here on.
    ReturnEvent(
      "e7", at: noon + .hours(51), by: clerk, in: "cd-quilicura",
      .inspect([ReturnPart(0, quantity: 1)], ReturnInspection(.c, .accept, findings: [.damagedByUse("limescale")]))),
    ReturnEvent(
      "e8", at: noon + .hours(51), by: clerk, in: "cd-quilicura", .inspect(both, ReturnInspection(.a, .accept))),
  ]
  for event in soFar {
    // A refusal says what was asked, in which state, and what is possible there.
    if case .refused(let reasons) = rma.record(event, given: history) { print(event.id, reasons) }
  }

  for lot in rma.lots where lot.remedyState == .granted {
    let terms = RefundTerms(
      outboundFreight: .standardWhenWhole, diminishedValue: lot.inspection?.grade == .c ? Money(2_000, .clp) : nil,
      allowsDiminishedValue: true, tenderOrder: .creditsLast)
    let request = RefundRequest(
      ID("\(rma.id)-\(lot.number)"), at: noon + .hours(52), [RefundRequest.Item("1", units: lot.quantity)], on: terms)
    guard case .refunded(let refund) = ledger.record(request) else { continue }
    rma.record(
      ReturnEvent(
        ID("pay-\(lot.number)"), at: noon + .hours(52), by: ReturnActor(.system),
        .pay([ReturnPart(lot.number, amount: refund.total)])))
  }
  return (rma, ledger)
}
