extension DayPage {
  /// What it saves to fetch returns on the way of the deliveries; nothing if that was not asked for.
  var pickupComparison: Markup {
    guard let comparison = report.summary.pickupComparison else { return "" }
    let saved = comparison.saved
    let twice: Markup =
      comparison.dayPricesPaidTwice > 0
      ? " Vehicles that could drive both rounds are paid for twice apart, at most \(format.money(comparison.dayPricesPaidTwice))."
      : ""
    return section(
      "pickups", "Returns on the way, or in a round of their own",
      note: """
        The same day planned with all stops together, and with the deliveries and the pickups apart, each round with the whole fleet \
        to itself and as long a search.\(twice)
        """,
      """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="pickups-title"><table>
      <thead><tr><th scope="col">Planned</th><th scope="col" class="n">Stops</th><th scope="col" class="n">Left out</th>\
      <th scope="col" class="n">Vehicles</th><th scope="col" class="n">Way</th><th scope="col" class="n">Under way</th>\
      <th scope="col" class="n">Cost</th></tr></thead>
      <tbody>
      \(totalsRow("together", comparison.together))\
      \(totalsRow("apart", comparison.apart))\
      \(totalsRow("deliveries alone", comparison.deliveries, isPart: true))\
      \(totalsRow("pickups alone", comparison.pickups, isPart: true))</tbody>
      <tfoot><tr><th scope="row">Together saves</th><td></td><td></td>\
      <td class="n">\(format.number(saved.vehicles))\(share(saved.vehicleShare))</td>\
      <td class="n">\(format.kilometres(saved.distanceMetres))\(share(saved.distanceShare))</td>\
      <td class="n">\(hours(saved.seconds))\(share(saved.secondsShare))</td>\
      <td class="n">\(format.money(saved.cost))\(share(saved.costShare))</td></tr></tfoot>
      </table></div>
      """)
  }

  private func totalsRow(_ name: String, _ totals: PickupComparisonReport.Totals, isPart: Bool = false) -> Markup {
    let part: Markup = isPart ? " class=\"part\"" : ""
    return """
      <tr\(part)><th scope="row">\(name)</th><td class="n">\(format.number(totals.stops))</td>\
      <td class="n">\(format.number(totals.leftOut))</td><td class="n">\(format.number(totals.vehicles))</td>\
      <td class="n">\(format.kilometres(totals.distanceMetres))</td><td class="n">\(hours(totals.seconds))</td>\
      <td class="n">\(format.money(totals.cost))</td></tr>

      """
  }

  /// Hours that may be negative, as a difference is.
  private func hours(_ seconds: Int) -> String {
    (seconds < 0 ? "−" : "") + format.hours(Int(seconds.magnitude))
  }

  private func share(_ share: Double?) -> Markup { share.map { "<small>\(format.percent($0))</small>" } ?? "" }
}
