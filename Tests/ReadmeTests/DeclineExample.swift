import LastMile

func goOn(_ planner: Planner, at now: Instant) async throws {
  // The store looked, and one of the shoes is not there.
  let decline = Decline(
    id: "pick-771", of: "order-1", at: "store-7", lines: [OrderLine("shoes", quantity: 1)], because: .notFound, at: now)
  if let resourcing = try await planner.decline(decline).resourcing {
    print(resourcing.promise, resourcing.parcels.map(\.contents.node), resourcing.unfilled)
  }
  // A power cut: nothing leaves before tomorrow at noon.
  for outcome in try await planner.close("store-7", until: now + .hours(22), at: now) { print(outcome) }
}
