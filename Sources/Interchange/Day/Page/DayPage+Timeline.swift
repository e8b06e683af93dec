extension DayPage {
  /// A bar for each vehicle that drives: its shift, its way, its stops, its waits.
  var timeline: Markup {
    guard !routes.isEmpty else { return "" }
    let hours = shownHours
    return section(
      "timeline", "Timeline",
      note: """
        Each block is a stop. <span class="key"><i class="k-shift"></i>shift</span> <span class="key"><i class="k-drive"></i>driving</span> \
        <span class="key"><i class="k-stop"></i>at a door</span> <span class="key"><i class="k-wait"></i>waiting for the window to open</span>
        """,
      """
      <svg class="defs" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><path d="M0 0V6" class="hatch"/></pattern></defs></svg>
      <div class="gantt">
      <div class="bar axis" aria-hidden="true"><span></span><div>\(axis(hours))</div></div>
      \(routes.indices.map { bar($0, hours) })
      </div>
      """)
  }

  /// Whole hours since midnight from before the first shift or departure to after the last.
  private var shownHours: Range<Int> {
    var moments = routes.flatMap { [$0.departure, $0.arrival] }
    for route in routes {
      if let vehicle = vehicles[route.vehicle] { moments += [vehicle.shiftOpens, vehicle.shiftCloses] }
    }
    let seconds = moments.map { format.wallSeconds($0, since: report.date) }
    let first = Int((Double(seconds.min() ?? 0) / 3600).rounded(.down))
    return first..<max(first + 1, Int((Double(seconds.max() ?? 0) / 3600).rounded(.up)))
  }

  private func axis(_ hours: Range<Int>) -> Markup {
    let step = max(1, (hours.count + 15) / 16)
    let ticks: [Markup] = stride(from: hours.lowerBound, through: hours.upperBound, by: step).map { hour in
      let place = Double(hour - hours.lowerBound) / Double(hours.count) * 100
      return "<span style=\"left:\(place.tenths)%\">\((hour % 24 + 24) % 24)</span>"
    }
    return ticks.joined()
  }

  private func bar(_ index: Int, _ hours: Range<Int>) -> Markup {
    let route = routes[index]
    let label = "\(route.vehicle): \(format.span(route.departure, route.arrival)), \(format.count(route.stops.count, "stop"))"
    let grid: [Markup] = hours.dropFirst().map { hour in
      let x = Double(hour - hours.lowerBound) / Double(hours.count) * 1000
      return "M\(x.tenths) 0V26"
    }
    let shift =
      vehicles[route.vehicle].map { block("shift", $0.shiftOpens, $0.shiftCloses, 0, 26, hours) } ?? ""
    let stops: [Markup] = route.stops.map { stop in
      let wait = stop.begin > stop.arrival ? block("wait", stop.arrival, stop.begin, 6, 14, hours) : ""
      let title: Markup = """
        <title>\(stop.id), \(Self.tasks[stop.kind] ?? stop.kind)\(others(stop.id, stop.returns)), \(format.span(stop.begin, stop.departure)) \
        (\(format.span(stop.windowOpens, stop.windowCloses)))</title>
        """
      return wait + block("stop", stop.begin, stop.departure, 3, 20, hours, title)
    }
    return """
      <div class="bar \(look(index))" data-v="\(index)"><span><b>\(route.vehicle)</b> \
      <small>\(format.span(route.departure, route.arrival)) · \(format.count(route.stops.count, "stop"))</small></span>\
      <svg viewBox="0 0 1000 26" preserveAspectRatio="none" role="img" aria-label="\(label)">\(shift)\
      <path class="grid" d="\(grid)"/>\(block("drive", route.departure, route.arrival, 11, 4, hours))\(stops)</svg></div>

      """
  }

  private func block(
    _ kind: Markup, _ from: String, _ until: String, _ top: Int, _ height: Int, _ hours: Range<Int>, _ title: Markup = ""
  ) -> Markup {
    let unit = 1000 / Double(hours.count * 3600)
    let start = Double(format.wallSeconds(from, since: report.date) - hours.lowerBound * 3600) * unit
    let width = max(0, Double(format.wallSeconds(until, since: report.date) - hours.lowerBound * 3600) * unit - start)
    return """
      <rect class="\(kind)" x="\(start.tenths)" y="\(top)" width="\(width.tenths)" height="\(height)">\(title)</rect>
      """
  }
}
