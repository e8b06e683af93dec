import Interchange

extension WhyReport {
  /// The most routes of which a table tells what is in the way, for each client; the JSON tells of all.
  private static let mostRoutes = 5

  /// The same for people.
  var table: String {
    var lines = ["\(instance): cost \(cost), vehicles \(vehicles), \(leftOut.count) left out"]
    if leftOut.isEmpty { lines.append("Nobody who was asked for is left out.") }
    for left in leftOut { lines += self.lines(left) }
    if let conflict { lines += self.lines(conflict) }
    let scarce = vehiclePrices.filter { $0.price.count > 0 }.map { "\($0.vehicle ?? "") \($0.price)" }
    if !scarce.isEmpty {
      lines.append("one more vehicle would save, by the routes that were met: \(scarce.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  private func lines(_ left: LeftOut) -> [String] {
    let clients = left.clients.map(String.init).joined(separator: left.kind == "alternatives" ? " or " : " and ")
    let prices = [left.dropCost.map { "leaving it out costs \($0)" }, left.price.map { "its price is \($0)" }].compactMap(\.self)
    var lines = ["client \(clients)" + (prices.isEmpty ? "" : ": \(prices.joined(separator: ", "))")]
    let alone = left.vehicles.filter { $0.route == nil }
    let routes = left.vehicles.filter { $0.route != nil }
    for obstacle in alone + routes.prefix(Self.mostRoutes) {
      let place = obstacle.route.map { "route \($0) (\(obstacle.vehicle))" } ?? obstacle.vehicle
      lines.append("  \(place): \(words(obstacle))")
    }
    if routes.count > Self.mostRoutes { lines.append("  and \(routes.count - Self.mostRoutes) more routes, see --json") }
    lines += left.changes.map { "  -> \($0.text)" }
    switch left.depth {
    case "obstaclesOnly": lines.append("  -> not looked for, see --most")
    case "cutShort": lines.append("  -> the search for changes was cut short")
    default: if left.changes.isEmpty { lines.append("  -> no single change would have it served") }
    }
    return lines
  }

  private func words(_ obstacle: Obstacle) -> String {
    if obstacle.rules.isEmpty { return "it could come" }
    let rules = obstacle.rules.map { rule in
      if rule.kind == .vehicles { return "none is left" }
      // A window that is no client's is that of the depot.
      let place = rule.client.map { " at client \($0)" } ?? (rule.kind == .timeWindow ? " at the return" : "")
      return "\(rule.kind.rawValue) by \(rule.amount)\(place)"
    }
    return rules.joined(separator: obstacle.together ? " and " : " or ")
  }

  private func lines(_ conflict: Conflict) -> [String] {
    let clients = conflict.clients.map { $0.map(String.init).joined(separator: "+") }.joined(separator: ", ")
    let need =
      conflict.irreducible ? "without any one of them, the others can" : "the search for fewer was cut short"
    return [
      "in conflict: \(clients)",
      "  not all of them can be served, \(conflict.proved ? "which is proved" : "as far as was found") (\(conflict.grounds)); \(need)",
    ]
  }
}
