import Logistics

extension RouteChecker {
  /// The rules about several jobs that a plan breaks.
  func relationFaults(_ visits: [Int: Visit]) -> [Violation] {
    let relations = problem.relations
    return relations.shipments.compactMap { fault(of: $0, visits) }
      + relations.alternatives.compactMap { fault(of: $0, visits) }
      + relations.sameRoute.compactMap { jobs in
        let routes = Set(jobs.compactMap { visits[$0]?.route })
        return routes.count > 1 ? Violation(.sameRoute, job: jobs.first, amount: routes.count - 1) : nil
      }
      + relations.precedences.compactMap { fault(of: $0, visits) }
  }

  /// Those that one route breaks whatever the others do.
  func relationFaults(of route: Route, _ visits: [Int: Visit]) -> [Violation] {
    let relations = problem.relations
    return Set(route.jobs.compactMap { shipments[$0] }).sorted().compactMap { fault(of: relations.shipments[$0], visits) }
      + Set(route.jobs.compactMap { alternatives[$0] }).sorted().compactMap { fault(of: relations.alternatives[$0], visits) }
      + Set(route.jobs.flatMap { precedences[$0] ?? [] }).sorted().compactMap { fault(of: relations.precedences[$0], visits) }
  }

  private func fault(of shipment: Shipment, _ visits: [Int: Visit]) -> Violation? {
    let pickup = visits[shipment.pickup], delivery = visits[shipment.delivery]
    guard let end = delivery ?? pickup else { return nil }
    func broken(_ kind: Violation.Kind, by amount: Int) -> Violation {
      Violation(kind, route: end.route, stop: end.stop, job: end.times.job, amount: amount)
    }
    guard let pickup, let delivery, pickup.route == delivery.route, pickup.stop < delivery.stop else {
      return broken(.shipment, by: 1)
    }
    guard let most = shipment.mostTimeOnBoard else { return nil }
    let onBoard = delivery.times.begin - pickup.times.departure
    return onBoard > most ? broken(.timeOnBoard, by: (onBoard - most).seconds) : nil
  }

  private func fault(of choice: Alternatives, _ visits: [Int: Visit]) -> Violation? {
    let served = choice.jobs.count { visits[$0] != nil }
    return served > 1 ? Violation(.alternatives, job: choice.jobs.first, amount: served - 1) : nil
  }

  private func fault(of order: Precedence, _ visits: [Int: Visit]) -> Violation? {
    guard let first = visits[order.first], let second = visits[order.second], first.route == second.route,
      first.stop > second.stop
    else { return nil }
    return Violation(.precedence, route: second.route, stop: second.stop, job: order.second, amount: 1)
  }

  /// The begun routes that no route goes on with. No two can be the beginning of one route, since no two begin with the same job.
  func begunFaults(_ routes: [Route]) -> [Violation] {
    problem.begun.filter { begun in !routes.contains { $0.begins(with: begun) } }.map {
      Violation(.begun, job: $0.jobs.first, amount: 1)
    }
  }
}

extension Route {
  /// Whether this is a route of the same vehicle type with the same jobs and reloads first.
  package func begins(with begun: Route) -> Bool {
    vehicle == begun.vehicle && jobs.starts(with: begun.jobs) && reloads.starts(with: begun.reloads)
      && reloads.dropFirst(begun.reloads.count).allSatisfy { $0.beforeJob >= begun.jobs.count }
  }
}
