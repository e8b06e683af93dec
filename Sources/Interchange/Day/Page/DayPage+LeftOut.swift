extension DayPage {
  /// The stops that nobody makes, with the reason and what would change it, cheapest first.
  var leftOut: Markup {
    guard !report.leftOut.isEmpty else {
      return section("left-out", "Left out", "<p class=\"good\">Nothing: every stop of the day has a vehicle.</p>")
    }
    let reasons = Dictionary(grouping: report.leftOut, by: \.reason).mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let counts: [Markup] = reasons.map { "<li><b>\(format.number($0.value))</b> \($0.key)</li>\n" }
    return section(
      "left-out", "Left out <span class=\"count\">\(format.number(report.leftOut.count))</span>",
      note: """
        Each change was planned with: the stop is served then, and everything that was served before; with a second, a gram or a metre less it \
        is not. Changes were looked for, for \(format.number(report.leftOut.count { $0.remediesSought != "obstaclesOnly" })) of \
        \(format.number(report.leftOut.count)) stops. A price is what the stop would cost at the margin.
        """,
      """
      <ul class="reasons">
      \(counts)</ul>
      <div class="scroll tall" tabindex="0" role="region" aria-labelledby="left-out-title"><table class="cards">
      <thead><tr><th scope="col">Stop</th><th scope="col">From</th><th scope="col">Window</th><th scope="col" class="n">Price</th>\
      <th scope="col">Why</th><th scope="col">What would change it</th></tr></thead>
      <tbody>
      \(report.leftOut.map(leftOutRow))</tbody></table></div>
      """)
  }

  private func leftOutRow(_ left: LeftOutReport) -> Markup {
    let remedies: Markup =
      if left.remedies.isEmpty {
        "<span class=\"quiet\">\(Self.noRemedy[left.remediesSought] ?? "nothing that was tried")</span>"
      } else if left.remedies.count == 1 {
        "\(left.remedies[0])"
      } else {
        """
        <details><summary>\(left.remedies[0]) <span class="quiet">or \(left.remedies.count - 1) more</span></summary><ul>\
        \(left.remedies.dropFirst().map { "<li>\($0)</li>" as Markup })</ul></details>
        """
      }
    let why: Markup =
      left.vehicles.isEmpty
      ? "\(left.reason)"
      : """
      <details><summary>\(left.reason)</summary><ul>\(left.vehicles.map { "<li>\($0.text)</li>" as Markup })</ul></details>
      """
    let task: Markup =
      left.kind == "delivery" ? "" : "<small>\(Self.tasks[left.kind] ?? left.kind)\(others(left.id, left.returns))</small>"
    return """
      <tr><th scope="row">\(left.id)\(task)</th>\
      <td data-label="From">\(left.node.map(name) ?? "any node")</td>\
      <td data-label="Window" class="w">\(format.span(left.windowOpens, left.windowCloses))</td>\
      <td data-label="Price" class="n">\(left.price.map(format.money) ?? "–")</td>\
      <td data-label="Why">\(why)</td><td data-label="What would change it">\(remedies)</td></tr>

      """
  }

  /// Why no change is named.
  private static let noRemedy = [
    "complete": "no single change", "cutShort": "the time was up", "obstaclesOnly": "not looked for",
  ]
}
