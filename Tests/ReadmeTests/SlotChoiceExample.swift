import LastMile

/// Shows the slots of three days, and quotes the one that was chosen.
func chooseSlot(for cart: Cart, from planner: Planner, at now: Instant) async throws -> Quote? {
  let slots = try await planner.slots(for: cart, days: 3, at: now)
  for slot in slots {
    let note = slot.offer == nil ? "taken" : slot.isNearby ? "we are near then" : ""
    print(slot.date, slot.window, slot.routeCost ?? "", note)
  }
  guard let chosen = slots.first(where: { $0.offer != nil }) else { return nil }
  let withSlot = Cart(
    id: cart.id, customer: cart.customer, channel: cart.channel, lines: cart.lines, address: cart.address,
    slots: .at([chosen.window]))
  return try await planner.quote(for: withSlot, at: now).quote
}
