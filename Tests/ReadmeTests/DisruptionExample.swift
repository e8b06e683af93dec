import LastMile

/// The carrier calls: what leaves in the next three days comes two days late. Everybody is told before they ask.
func tell(_ planner: Planner, ofTheLate carrier: ID<DeliveryService>, at now: Instant) async throws -> [String] {
  let today = planner.network.zone.date(at: now)
  let news = Disruption(
    id: "strike-12", .serviceLate(carrier, workingDays: 2, leaving: today...today.adding(days: 2)), at: now)
  guard let report = try await planner.report(news).report else { return [] }
  print("\(report.late.count) orders are late, \(report.inTime.count) come in time all the same")
  var texts: [String] = []
  for impact in report.late + report.open {
    guard let accepted = planner.acceptedOrder(impact.order) else { continue }
    print(impact.order, impact.before, impact.after ?? "no day", impact.parcels.flatMap(\.promise.reasons))
    texts += impact.messages(for: accepted.order, in: planner.network).map { $0.text(in: .es) }
  }
  return texts
}
