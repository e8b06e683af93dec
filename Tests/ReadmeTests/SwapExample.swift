import LastMile

/// The kettle is broken: the new one comes on the day that was promised, and the van takes the old one along.
func swap(_ kettle: Order, broken: ReturnRequest, by planner: Planner) async throws -> DayPlan? {
  guard case .accepted(let order) = try await planner.place(kettle) else { return nil }
  let plan = try planner.plan(order.promisedDate, returns: [broken], limit: SearchLimit(time: .seconds(20)))
  for stop in plan.stops where stop.isSwap { print(stop.name, "brings", stop.delivered, "and takes", stop.collected) }
  return plan
}
