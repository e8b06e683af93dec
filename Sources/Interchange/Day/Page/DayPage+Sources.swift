extension DayPage {
  /// How many parcels each node ships by each service.
  var sources: Markup {
    var counts: [String: [String: Int]] = [:]
    for parcel in report.orders.flatMap(\.parcels) { counts[parcel.node, default: [:]][parcel.service, default: 0] += 1 }
    let services = Set(counts.values.flatMap(\.keys)).sorted()
    guard !services.isEmpty else { return "" }
    let most = counts.values.map { $0.values.reduce(0, +) }.max() ?? 0
    let heads: [Markup] = services.map { "<th scope=\"col\" class=\"n\">\($0)</th>" }
    let rows: [Markup] = report.nodes.map { node in
      let row = counts[node.id] ?? [:]
      let total = row.values.reduce(0, +)
      let cells: [Markup] = services.map { service in
        "<td class=\"n\">\(row[service].map { "\(format.number($0))" as Markup } ?? "<span class=\"quiet\">–</span>")</td>"
      }
      return """
        <tr><th scope="row">\(node.name)</th>\(cells)<td class="n"><b>\(format.number(total))</b></td>\
        <td class="fill"><span class="meter"><i style="width:\(format.percent(total, of: most))%"></i></span></td></tr>

        """
    }
    let sums: [Markup] = services.map { service in
      "<td class=\"n\">\(format.number(counts.values.reduce(0) { $0 + ($1[service] ?? 0) }))</td>"
    }
    return section(
      "sources", "Where orders ship from", note: "Parcels of all orders, whatever day they arrive, by node and service.",
      """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="sources-title"><table>
      <thead><tr><th scope="col">Node</th>\(heads)<th scope="col" class="n">Parcels</th><td></td></tr></thead>
      <tbody>
      \(rows)</tbody>
      <tfoot><tr><th scope="row">All</th>\(sums)<td class="n"><b>\(format.number(report.summary.parcels))</b></td><td></td></tr></tfoot>
      </table></div>
      """)
  }
}
