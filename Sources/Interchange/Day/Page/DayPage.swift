import Logistics

extension DayReport {
  /// The day as one page of HTML that needs nothing else: no network, no file beside it.
  ///
  /// The answer comes first, then a map, a timeline and the loads of each vehicle, what is left out and what would change
  /// it, what things are worth, and where every order ships from. All but the search of the orders works without scripts.
  /// Everything from the data is escaped. Equal reports make equal bytes.
  ///
  /// The first ``DayPage/visibleOrders`` orders are in the page as a table, all of them as data for its search. O(size).
  ///
  /// - Throws: `EncodingError` if a coordinate is not finite, which no coordinate of a network is.
  public func page() throws -> String { try DayPage(self).html() }
}

/// Draws a day's page. Each section is a file of its own.
struct DayPage {
  /// How many orders the page shows before anybody asks for more.
  static let visibleOrders = 200
  /// How many colours tell routes apart before a dash pattern has to.
  static let colours = 7
  /// How many dash patterns there are.
  static let dashes = 4

  let report: DayReport
  let format: ReportFormat
  /// By node in the order of the network, then by name.
  let routes: [RouteReport]
  let nodes: [String: NodeReport]
  let vehicles: [String: VehicleReport]

  init(_ report: DayReport) {
    self.report = report
    format = ReportFormat(currency: Currency(report.currency) ?? .clp)
    nodes = Dictionary(report.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    vehicles = Dictionary(report.vehicles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rank = Dictionary(report.nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    routes = report.routes.sorted { left, right in
      let ranks = (rank[left.node] ?? .max, rank[right.node] ?? .max)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : ID<Never>(left.vehicle) < ID<Never>(right.vehicle)
    }
  }

  func html() throws -> String {
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(report.scenario) · \(format.fullDay(report.date))</title>
      <style>
      \(Markup(raw: Self.style))\(Markup(raw: Self.mapStyle))</style>
      </head>
      <body>
      <a class="skip" href="#map">Skip to the map</a>
      \(header)
      <main>
      \(map)
      \(timeline)
      \(loads)
      \(leftOut)
      \(pickupComparison)
      \(prices)
      \(sources)
      \(orders)
      \(refused)
      \(returns)
      </main>
      \(footer)
      <script type="application/json" id="day">\(try data())</script>
      <script>
      \(Markup(raw: Self.mapScript))\(Markup(raw: Self.orderScript))</script>
      </body>
      </html>

      """
    return page.text
  }

  /// The classes that give a route its colour and its dashes: all pairs differ up to 28 routes.
  func look(_ route: Int) -> Markup { "c\(route % Self.colours) d\(route / Self.colours % Self.dashes)" }

  /// The name of a node as people know it.
  func name(_ node: String) -> String { nodes[node].map(\.name) ?? node }

  /// A section with its heading; `note` is one line on how to read it.
  func section(_ id: Markup, _ title: Markup, note: Markup = "", _ content: Markup) -> Markup {
    let line: Markup = note.text.isEmpty ? "" : "<p class=\"note\">\(note)</p>"
    return """
      <section id="\(id)" aria-labelledby="\(id)-title">
      <h2 id="\(id)-title">\(title)</h2>
      \(line)
      \(content)
      </section>
      """
  }

  private var footer: Markup {
    """
    <footer><p>Planned with seed \(String(report.summary.seed)) in \(format.number(report.summary.iterations)) iterations. \
    Times are those of the clocks at the nodes. The same as data: plan.json, and the map as GeoJSON: routes.geojson.</p></footer>
    """
  }
}
