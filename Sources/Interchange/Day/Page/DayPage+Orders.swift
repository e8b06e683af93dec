extension DayPage {
  /// Every order with its promise and the chain of reasons behind it: the first ones in the page, all in the search.
  var orders: Markup {
    let counts = Dictionary(grouping: report.orders, by: \.status).mapValues(\.count)
    let options: [Markup] = OrderRow.statuses.compactMap { status, words in
      counts[status].map { "<option value=\"\(status)\">\(words) (\(format.number($0)))</option>" }
    }
    let shown = report.orders.prefix(Self.visibleOrders)
    return section(
      "orders", "Orders <span class=\"count\">\(format.number(report.orders.count))</span>",
      """
      <form class="find" hidden role="search" aria-label="Orders">
      <label>Find <input type="search" name="text" placeholder="order, customer, product, node" autocomplete="off"></label>
      <label>Show <select name="status"><option value="">all</option>\(options)</select></label>
      <output aria-live="polite"></output>
      </form>
      <div class="scroll tall" tabindex="0" role="region" aria-labelledby="orders-title"><table class="cards orders">
      <thead><tr><th scope="col">Order</th><th scope="col">Placed</th><th scope="col">Channel</th><th scope="col">Status</th>\
      <th scope="col">Ships from</th><th scope="col">Promised</th><th scope="col" class="n">Cost</th>\
      <th scope="col">Why</th></tr></thead>
      <tbody id="order-rows">
      \(shown.map { html(row($0)) })</tbody></table></div>
      <p class="more"><button type="button" id="more" hidden>Show more</button>\
      <noscript>The first \(format.number(shown.count)) orders are shown; all are in plan.json.</noscript></p>
      """)
  }

  private func html(_ row: OrderRow) -> Markup {
    let details: [Markup] = row.details.map { detail in
      "<p>\(detail.heading)</p><ul>\(detail.lines.map { "<li>\($0)</li>" as Markup })</ul>"
    }
    return """
      <tr><th scope="row">\(row.id)</th><td data-label="Placed" class="w">\(row.placed)</td><td data-label="Channel">\(row.channel)</td>\
      <td data-label="Status"><span class="status \(row.status)">\(OrderRow.words(row.status))</span></td>\
      <td data-label="Ships from">\(row.from)</td><td data-label="Promised" class="w">\(row.promise)</td>\
      <td data-label="Cost" class="n">\(row.cost)</td><td data-label="Why"><details><summary>reasons</summary>\(details)</details></td></tr>

      """
  }
}
