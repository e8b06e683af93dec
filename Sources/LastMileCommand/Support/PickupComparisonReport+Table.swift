import Interchange

extension PickupComparisonReport {
  /// The comparison for people: a row for each plan, and what is saved.
  func lines(_ money: (Int) -> String) -> [String] {
    func row(_ name: String, _ totals: Totals) -> [String] {
      [
        name, "\(totals.stops)", "\(totals.leftOut)", "\(totals.vehicles)", "\(totals.distanceMetres / 1000) km",
        hours(totals.seconds), money(totals.cost),
      ]
    }
    let rows = [
      row("together", together), row("apart", apart), row("  deliveries alone", deliveries), row("  pickups alone", pickups),
      ["saved", "", "", "\(saved.vehicles)", "\(saved.distanceMetres / 1000) km", hours(saved.seconds), money(saved.cost)],
      [
        "", "", "", percent(saved.vehicleShare), percent(saved.distanceShare), percent(saved.secondsShare),
        percent(saved.costShare),
      ],
    ]
    let table = TextTable(["", "stops", "left out", "vehicles", "way", "under way", "cost"], rows, words: 0).lines
    let twice = "  of the cost apart at most \(money(dayPricesPaidTwice)) are for vehicles that drive both rounds, paid for twice"
    return table + (dayPricesPaidTwice > 0 ? [twice] : [])
  }

  private func hours(_ seconds: Int) -> String {
    "\((Double(seconds) / 360).rounded() / 10) h"
  }

  private func percent(_ share: Double?) -> String {
    share.map { "\(($0 * 1000).rounded() / 10) %" } ?? ""
  }
}
