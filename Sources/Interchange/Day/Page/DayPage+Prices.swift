extension DayPage {
  /// How many of the dearest stops are shown.
  private static let dearest = 10

  /// What one more vehicle of each kind would save, and the stops that cost most; nothing if no program was solved.
  var prices: Markup {
    let stops = routes.flatMap { route in
      route.stops.compactMap { stop in stop.price.map { (stop: stop, vehicle: route.vehicle, price: $0) } }
    }
    guard !report.prices.vehicles.isEmpty || !stops.isEmpty else { return "" }
    let dearest = stops.sorted { ($1.price, $0.stop.id) < ($0.price, $1.stop.id) }.prefix(Self.dearest)
    // What would help first; kinds that would not, in the order of the report.
    let kinds = report.prices.vehicles.enumerated()
      .sorted { ($1.element.saving, $0.offset) < ($0.element.saving, $1.offset) }.map(\.element)
    let stopRows: [Markup] = dearest.map {
      """
      <tr><th scope="row">\($0.stop.id)</th><td>\($0.vehicle)</td>\
      <td class="w">\(format.span($0.stop.windowOpens, $0.stop.windowCloses))</td><td class="n">\(format.money($0.price))</td></tr>

      """
    }
    return section(
      "prices", "What things are worth",
      note: """
        Prices of the linear program over \(format.number(report.prices.candidates)) candidate routes: what the day would cost \
        less with one more vehicle, or without a stop.
        """,
      """
      <div class="pair">
      \(priceTable(
        "One more vehicle like", ["Drive", "Would save"], kinds.map(vehiclePrice)))
      \(priceTable("Dearest stops", ["Vehicle", "Window", "Costs"], stopRows))
      </div>
      """)
  }

  private func vehiclePrice(_ price: PriceReport.Vehicle) -> Markup {
    let model = price.vehicles.first.flatMap { vehicles[$0] }
    let saving: Markup =
      price.saving > 0 ? "\(format.money(price.saving))" : "<span class=\"quiet\">nothing</span>"
    return """
      <tr><th scope="row" class="wrap">\(price.vehicles.joined(separator: ", "))<small>\(model?.model ?? "")</small></th>\
      <td class="n">\(price.used) of \(price.vehicles.count)</td><td class="n">\(saving)</td></tr>

      """
  }

  private func priceTable(_ title: String, _ columns: [String], _ rows: [Markup]) -> Markup {
    guard !rows.isEmpty else { return "" }
    let heads: [Markup] = columns.map { column in
      let isText = column == "Vehicle" || column == "Window"
      return "<th scope=\"col\"\(isText ? "" : " class=\"n\"" as Markup)>\(column)</th>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table>
      <thead><tr><th scope="col">\(title)</th>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }
}
