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
    return """
      <tr><th scope="row">\(item.id)</th><td data-label="Of order">\(item.order)</td>\
      <td data-label="Because">\(Self.reasons[item.reason] ?? item.reason)</td>\
      <td data-label="Delivered" class="w">\(format.day(item.delivered))</td>\
      <td data-label="Right"><span>\(item.right)\(unread)</span></td>\
      <td data-label="Today"><span class="status \(item.status)">\(Self.outcomes[item.status] ?? item.status)</span></td></tr>

      """
  }

  private static let reasons = ["changedMind": "changed their mind", "faulty": "faulty", "wrongItem": "wrong item"]
  private static let outcomes = ["planned": "a vehicle fetches it", "leftOut": "left out today"]
}
