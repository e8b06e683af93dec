import Interchange
import Logistics

extension DaySummary {
  /// The summary for people.
  func table(_ report: DayReport) -> String {
    let currency = Currency(report.currency)!
    func money(_ amount: Int) -> String { Money(amount, currency).description }
    var rows = [
      ("orders", "\(orders): \(sourced) sourced, \(refused) refused, \(unfilledUnits) units short"),
      ("parcels", "\(parcels) (\(services)), \(splitOrders) orders split"),
      ("stops", "\(stops): \(assigned) assigned, \(unserved) left out, \(late) late"),
      ("returns", returnsLine),
      ("vehicles", "\(vehicles) of \(fleet), \(distanceMetres / 1000) km"),
      ("cost", "\(money(cost)): routes \(money(routeCost)), left out \(money(leftOutCost)); sourcing \(money(sourcingCost))"),
      (
        "bound",
        bound.map { "\(money($0)) by \(boundMethod ?? ""), gap \(percent(gap ?? 0))" }
          ?? "none worth a name was proved for the day\(amongCandidates)"
      ),
      ("checker", violations == 0 ? "no rule broken" : "\(violations) rules broken"),
    ]
    if returns == 0 { rows.removeAll { $0.0 == "returns" } }
    let left = report.leftOut.map { left in
      "\(left.id): \(left.reason)" + (left.remedies.first.map { "; \($0)" } ?? "")
    }
    let refusals = report.orders.compactMap { order in order.reason.map { "\(order.id): \($0)" } }
    for (title, lines) in [("left out", left), ("refused", refusals)] {
      rows += lines.prefix(12).map { (title, $0) }
      if lines.count > 12 { rows.append((title, "and \(lines.count - 12) more, each with its reason in plan.json")) }
    }
    return "\(report.scenario), \(report.date)\n"
      + rows.map { "  \($0.0)\(String(repeating: " ", count: 10 - $0.0.count))\($0.1)" }.joined(separator: "\n")
      + (pickupComparison.map { "\n\n" + $0.lines(money).joined(separator: "\n") } ?? "")
  }

  private var returnsLine: String {
    let parts = [
      (pickups, "in visits of their own"), (swaps, "in swaps"), (deliveriesWithPickup, "with other deliveries"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let rest = [
      (returnsLeftOut, "left out"), (returnsWaiting, "waiting for their replacement"), (returnsRefused, "refused by law"),
    ].filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }
    return "\(returns): \(returnsFetched) fetched" + (parts.isEmpty ? "" : " (stops: \(parts.joined(separator: ", ")))")
      + rest.joined()
  }

  private var amongCandidates: String {
    candidateGap.map { "; among the \(candidates) routes met, no set is cheaper by more than \(percent($0))" } ?? ""
  }

  private var services: String {
    parcelsByService.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  private func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }
}
