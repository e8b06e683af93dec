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
      ("vehicles", "\(vehicles) of \(fleet), \(distanceMetres / 1000) km"),
      ("cost", "\(money(cost)): routes \(money(routeCost)), left out \(money(leftOutCost)); sourcing \(money(sourcingCost))"),
      ("bound", bound.map { "\(money($0)) by \(boundMethod ?? ""), gap \(percent(gap ?? 0))" } ?? "none proved"),
      ("checker", violations == 0 ? "no rule broken" : "\(violations) rules broken"),
    ]
    for left in report.leftOut {
      let remedy = left.remedies.first.map { "; \($0)" } ?? ""
      rows.append(("left out", "\(left.id): \(left.reason)\(remedy)"))
    }
    let refusals = report.orders.filter { $0.reason != nil }
    for order in refusals.prefix(10) { rows.append(("refused", "\(order.id): \(order.reason ?? "")")) }
    if refusals.count > 10 { rows.append(("refused", "and \(refusals.count - 10) more, each with its reason in plan.json")) }
    return "\(report.scenario), \(report.date)\n"
      + rows.map { "  \($0.0)\(String(repeating: " ", count: 10 - $0.0.count))\($0.1)" }.joined(separator: "\n")
  }

  private var services: String {
    parcelsByService.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  private func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }
}
