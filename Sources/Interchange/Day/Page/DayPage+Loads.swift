extension DayPage {
  /// What each vehicle does and how full it is at its fullest, with its stops to fold out.
  var loads: Markup {
    guard !routes.isEmpty else { return "" }
    let idle = report.vehicles.filter { !$0.drives }
    let unused: Markup =
      idle.isEmpty
      ? ""
      : "<p class=\"note\">Not used: \(idle.map { "\($0.id) (\($0.model))" }.joined(separator: ", ")).</p>"
    return section(
      "loads", "Vehicles and loads",
      note: "Loads are those at the fullest moment of the route, of what the vehicle takes; brown from 90\u{a0}% on.",
      """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="loads-title"><table>
      <thead><tr><th scope="col">Vehicle</th><th scope="col">Way</th><th scope="col" class="n">Driving</th>\
      <th scope="col" class="n">Waiting</th><th scope="col" class="n">Cost</th><th scope="col">Weight</th>\
      <th scope="col">Volume</th><th scope="col">Parcels</th></tr></thead>
      <tbody>
      \(routes.indices.map(loadRow))
      </tbody></table></div>
      \(unused)
      <h3>Stops of each vehicle</h3>
      <div class="stop-lists">
      \(routes.indices.map(stopList))</div>
      """)
  }

  private func loadRow(_ index: Int) -> Markup {
    let route = routes[index]
    let vehicle = vehicles[route.vehicle]
    let capacity = vehicle?.capacity ?? []
    let skills = vehicle.map(\.skills) ?? []
    let extra: Markup = skills.isEmpty ? "" : " · \(skills.joined(separator: ", "))"
    let bars: [Markup] = route.peakLoad.indices.prefix(3).map { dimension in
      let most = dimension < capacity.count ? capacity[dimension] : 0
      let unit = ["kg", "l", ""][dimension]
      let text: (Int) -> String = { dimension == 2 ? format.number($0) : format.number(($0 + 500) / 1000) }
      return fullness(route.peakLoad[dimension], of: most, "\(text(route.peakLoad[dimension])) of \(text(most)) \(unit)")
    }
    return """
      <tr class="\(look(index))" data-v="\(index)"><th scope="row"><i class="swatch"></i>\(route.vehicle)\
      <small>\(vehicle?.model ?? "")\(extra)</small></th>\
      <td class="w">\(format.count(route.stops.count, "stop")), \(format.kilometres(route.distanceMetres))\
      <small>\(format.span(route.departure, route.arrival))</small></td>\
      <td class="n">\(format.hours(route.drivingSeconds))</td><td class="n">\(format.hours(route.waitingSeconds))</td>\
      <td class="n">\(format.money(route.cost))</td>\(bars)</tr>

      """
  }

  private func fullness(_ amount: Int, of most: Int, _ text: String) -> Markup {
    let percent = format.percent(amount, of: most)
    let full: Markup = percent >= 90 ? " full" : ""
    return """
      <td class="fill\(full)"><span class="meter"><i style="width:\(min(100, percent))%"></i></span>\
      <b>\(percent)\u{a0}%</b><small>\(text)</small></td>
      """
  }

  /// What people read for the kind of a stop.
  static let tasks = [
    "delivery": "deliver", "pickup": "fetch return", "swap": "swap: new in, old out",
    "deliveryAndPickup": "deliver, fetch return",
  ]

  /// The returns that are fetched at a stop, but for the one that it is named after.
  func others(_ stop: String, _ returns: [String]) -> Markup {
    let others = returns.filter { $0 != stop }
    return others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"
  }

  /// How many parcels change hands in a direction; nothing for none.
  private func parcels(_ load: [Int]) -> String {
    load.last.map { $0 > 0 ? format.number($0) : "" } ?? ""
  }

  private func stopList(_ index: Int) -> Markup {
    let route = routes[index]
    let rows: [Markup] = route.stops.enumerated().map { number, stop in
      """
      <tr><td class="n">\(number + 1)</td><th scope="row">\(stop.id)</th>\
      <td>\(Self.tasks[stop.kind] ?? stop.kind)\(others(stop.id, stop.returns))</td>\
      <td>\(format.clock(stop.arrival))</td><td class="w">\(format.span(stop.begin, stop.departure))</td>\
      <td class="w">\(format.span(stop.windowOpens, stop.windowCloses))</td><td class="n">\(parcels(stop.delivered))</td>\
      <td class="n">\(parcels(stop.collected))</td></tr>

      """
    }
    return """
      <details class="stops \(look(index))" data-v="\(index)"><summary><i class="swatch"></i><b>\(route.vehicle)</b> \
      \(format.count(route.stops.count, "stop")) from \(name(route.node)), \(format.span(route.departure, route.arrival))</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Stops of \(route.vehicle)"><table>
      <thead><tr><th scope="col" class="n">#</th><th scope="col">Stop</th><th scope="col">Task</th><th scope="col">There</th>\
      <th scope="col">At the door</th><th scope="col">Window</th><th scope="col" class="n">Brought</th><th scope="col" class="n">Fetched</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></details>

      """
  }
}
