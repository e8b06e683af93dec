/// Different routes out of good plans, for whoever wants to combine them anew.
struct RoutePool {
  private let limit: Int
  private var seen: Set<Route> = []
  private var order: [Route] = []

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ routes: [Route]) {
    for route in routes where seen.insert(route).inserted { order.append(route) }
    // Forgetting in bulk keeps the cost of one addition constant.
    if order.count > 2 * limit {
      order.removeFirst(order.count - limit)
      seen = Set(order)
    }
  }

  /// The routes, most recent first.
  var routes: [Route] { order.suffix(limit).reversed() }
}
