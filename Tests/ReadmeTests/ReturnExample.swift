import LastMile

/// Shoes that came apart are swapped at the door: the customer asks on the phone, the new pair is promised, and the van that brings it
/// takes the old one along.
func swapShoes(of order: AcceptedOrder, by planner: Planner, new: Order, on hours: TimeWindow, at now: Instant) async throws
  -> String
{
  guard let rights = planner.rights(of: order.order.id, "shoes", at: now), rights.legalGuarantee.isAvailable else {
    return "no right"
  }
  let request = ReturnOrder(
    id: "rma-1", order: order.order.id, lines: [.init("shoes", quantity: 1, because: .faulty)],
    remedy: .replacement(inAdvance: true),
    handover: .pickup(hours), channel: .phone, at: now)
  guard case .opened(let opened, _) = try await planner.requestReturn(request), opened.lots[0].goods == .arranged else {
    return "refused"
  }
  let answer = try await planner.replace([ReturnPart(0)], of: "rma-1", with: new, as: "rma-1 new pair", inAdvance: true)
  guard case .promised(let promised, _) = answer else { return "\(answer)" }
  // Later, on whatever channel: handed over, received, looked at, back on the shelf of the store that has them, where they can be bought again.
  let fetched = ReturnEvent("rma-1 fetched", at: hours.opens, by: ReturnActor(.carrier, "v-7"), .handOver([ReturnPart(0)]))
  _ = try await planner.record(fetched, of: "rma-1")
  return "new pair on \(promised.promisedDate)"
}
