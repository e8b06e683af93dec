extension DayPage {
  /// The orders that cannot be fulfilled, each with its reason.
  var refused: Markup {
    let refused = report.orders.filter { $0.reason != nil }
    guard !refused.isEmpty else { return "" }
    let rows: [Markup] = refused.map { order in
      """
      <tr><th scope="row">\(order.id)</th><td data-label="Channel">\(order.channel)</td>\
      <td data-label="Wanted">\(order.fulfilment)</td><td data-label="Why">\(order.reason ?? "")</td></tr>

      """
    }
    return section(
      "refused", "Refused <span class=\"count\">\(format.number(refused.count))</span>",
      """
      <div class="scroll tall" tabindex="0" role="region" aria-labelledby="refused-title"><table class="cards">
      <thead><tr><th scope="col">Order</th><th scope="col">Channel</th><th scope="col">Wanted</th><th scope="col">Why</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """)
  }
}
