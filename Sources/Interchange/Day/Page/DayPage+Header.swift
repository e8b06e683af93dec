extension DayPage {
  /// The answer, then the numbers behind it.
  var header: Markup {
    """
    <header>
    <p class="where">\(report.scenario)</p>
    <h1>\(format.fullDay(report.date))</h1>
    <p class="answer">\(answer)</p>
    <dl class="tiles">
    \(tiles)
    </dl>
    </header>
    """
  }

  private var answer: Markup {
    let day = report.summary
    guard day.stops > 0 else { return "No stop is to be made this day." }
    let served: Markup =
      day.unserved == 0
      ? "All \(format.count(day.stops, "stop")) have a vehicle"
      : """
      \(format.number(day.assigned)) of \(format.count(day.stops, "stop")) have a vehicle, \
      <a href="#left-out">\(format.number(day.unserved)) \(day.unserved == 1 ? "is" : "are") left out</a>
      """
    let onTime: Markup = day.late == 0 ? "none comes late" : "<strong>\(format.number(day.late)) come late</strong>"
    return """
      \(served); \(onTime). \(format.count(day.vehicles, "vehicle")) of \(format.number(day.fleet)) drive \
      \(format.kilometres(day.distanceMetres)) for \(format.money(day.routeCost)).
      """
  }

  private var tiles: Markup {
    let day = report.summary
    let bound: (Markup, Markup) =
      if let bound = day.bound, let gap = day.gap {
        ("\(format.percent(gap))", "above \(format.money(bound)), which no plan can undercut\(by(day.boundMethod))")
      } else {
        ("–", "no bound proved\(among(day))")
      }
    let checker: (Markup, Markup) =
      day.violations == 0
      ? ("no rule broken", "said by the independent checker")
      : ("\(format.count(day.violations, "rule")) broken", "said by the independent checker")
    return [
      tile(
        "Orders", "\(format.number(day.orders))",
        "\(format.number(day.sourced)) sourced, \(format.number(day.refused)) refused, \(format.count(day.unfilledUnits, "unit")) short"
      ),
      tile(
        "Parcels", "\(format.number(day.parcels))",
        "\(format.count(day.splitOrders, "order")) from more than one place; freight and handling \(format.money(day.sourcingCost))"
      ),
      tile(
        "Stops today", "\(format.number(day.assigned))",
        "assigned of \(format.number(day.stops)), \(format.number(day.late)) late\(returnsFetched(day))"),
      tile(
        "Left out", "\(format.number(day.unserved))", day.unserved == 0 ? "nobody waits in vain" : "each with its reason below"),
      tile(
        "Vehicles", "\(format.number(day.vehicles))", "of \(format.number(day.fleet)), \(format.kilometres(day.distanceMetres))"),
      tile(
        "Cost", "\(format.money(day.cost))",
        "routes \(format.money(day.routeCost)), left out \(format.money(day.leftOutCost))"),
      tile("Proven gap", bound.0, bound.1),
      tile("Checked", checker.0, checker.1, isBad: day.violations > 0),
    ].joined()
  }

  /// How many returns come back with the day's vehicles.
  private func returnsFetched(_ day: DaySummary) -> Markup {
    guard day.returns > 0 else { return "" }
    let joint = day.swaps + day.deliveriesWithPickup
    let joined: Markup = joint > 0 ? ", \(format.number(joint)) of these stops with a delivery" : ""
    return "; \(format.count(day.returnsFetched, "return")) fetched\(joined)"
  }

  private func by(_ method: String?) -> Markup {
    guard let method, !method.isEmpty else { return "" }
    return " (\(method))"
  }

  /// What is proven at least of the routes that the search met.
  private func among(_ day: DaySummary) -> Markup {
    guard let gap = day.candidateGap else { return "" }
    return "; among \(format.count(day.candidates, "route")) met, no set is cheaper by more than \(format.percent(gap))"
  }

  private func tile(_ title: Markup, _ value: Markup, _ detail: Markup, isBad: Bool = false) -> Markup {
    let alarm: Markup = isBad ? " class=\"bad\"" : ""
    let small: Markup = value.text.utf8.count > 11 ? " class=\"long\"" : ""
    return "<div\(alarm)><dt>\(title)</dt><dd><b\(small)>\(value)</b> <span>\(detail)</span></dd></div>\n"
  }
}
