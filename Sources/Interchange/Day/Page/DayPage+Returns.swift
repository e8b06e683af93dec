extension DayPage {
  /// Returns that customers want to have fetched: what the law says of each, and what became of it.
  var returns: Markup {
    guard !report.returns.isEmpty else { return "" }
    return section(
      "returns", "Returns to fetch <span class=\"count\">\(format.number(report.returns.count))</span>",
      """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="returns-title"><table class="cards">
      <thead><tr><th scope="col">Return</th><th scope="col">Of order</th><th scope="col">Because</th>\
      <th scope="col">Delivered</th><th scope="col">Right</th><th scope="col">Today</th></tr></thead>
      <tbody>
      \(report.returns.map(returnRow))</tbody></table></div>
      """)
  }

  private func returnRow(_ item: ReturnReport) -> Markup {
    let unread: Markup = item.verified == false ? "<small>not yet checked against the law itself</small>" : ""
    let replaced: Markup = item.replacement.map { "<small>replaced by \($0)</small>" } ?? ""
    let note: Markup = item.note.map { "<small>\($0)</small>" } ?? ""
    return """
      <tr><th scope="row">\(item.id)</th><td data-label="Of order"><span>\(item.order)\(replaced)</span></td>\
      <td data-label="Because">\(Self.reasons[item.reason] ?? item.reason)</td>\
      <td data-label="Delivered" class="w">\(format.day(item.delivered))</td>\
      <td data-label="Right"><span>\(item.right)\(unread)</span></td>\
      <td data-label="Today"><span><span class="status \(item.status)">\(outcome(item))</span>\(note)</span></td></tr>

      """
  }

  private func outcome(_ item: ReturnReport) -> String {
    switch (item.status, item.visit, item.with) {
    case ("planned", "swap", let order?): "swapped for \(order) in one visit"
    case ("planned", "withDelivery", let order?): "fetched when \(order) is brought"
    case ("planned", _, _): "a vehicle fetches it"
    case ("leftOut", "swap", let order?), ("leftOut", "withDelivery", let order?): "left out today, with \(order)"
    case ("leftOut", _, _): "left out today"
    case ("waiting", _, _): "waits for its replacement until \(item.waitsUntil.map(format.day) ?? "another day")"
    default: item.status
    }
  }

  private static let reasons = [
    "changedMind": "changed their mind", "faulty": "faulty", "wrongItem": "wrong item", "damagedInTransit": "damaged on the way",
    "notAsDescribed": "not as described", "arrivedLate": "came too late", "missingParts": "parts missing",
  ]
}
