/// Where a demand would stand among routes that otherwise stay as they are: a route with its jobs added, all others in their order.
struct Place: Hashable, Sendable {
  /// The route that it joins, or `nil` for one of its own.
  let route: Int?
  /// The route with it.
  let changed: Route
  /// The jobs that are added, in the order of the route.
  let jobs: [Int]
}

extension RoutingProblem {
  /// Every place of a demand in a plan: at each position of each route, both ends of a shipment at each two of them, each of alternatives;
  /// and by itself on an idle vehicle of each type. Where a vehicle may load anew, one job also comes with a new reload directly before it or
  /// directly after it. O(stops²), for a shipment times the length of a route.
  func places(of demand: Demand, in routes: [Route]) -> [Place] {
    let joining = routes.indices.filter { !routes[$0].jobs.isEmpty }.flatMap { index in
      insertions(of: demand, into: routes[index]).map { Place(route: index, changed: $0.route, jobs: $0.jobs) }
    }
    let used = routes.reduce(into: [Int: Int]()) { $0[$1.vehicle, default: 0] += $1.jobs.isEmpty ? 0 : 1 }
    let idle = vehicles.indices.filter { used[$0, default: 0] < vehicles[$0].count }
    return joining + idle.flatMap { lonePlaces(of: demand, on: $0) }
  }

  /// The places of a demand on a vehicle that does nothing else.
  func lonePlaces(of demand: Demand, on vehicle: Int) -> [Place] {
    insertions(of: demand, into: Route(vehicle: vehicle, jobs: [])).map { Place(route: nil, changed: $0.route, jobs: $0.jobs) }
  }

  private func insertions(of demand: Demand, into route: Route) -> [(route: Route, jobs: [Int])] {
    let reloads = Set(vehicles[route.vehicle].reload?.places ?? []).sorted()
    switch demand {
    case .job(let job): return route.inserting(job, reloads: reloads).map { ($0, [job]) }
    case .alternatives(let index):
      return relations.alternatives[index].jobs.flatMap { job in route.inserting(job, reloads: reloads).map { ($0, [job]) } }
    case .shipment(let index):
      let shipment = relations.shipments[index]
      return route.inserting(shipment.pickup).flatMap { first -> [(route: Route, jobs: [Int])] in
        let after = first.jobs.firstIndex(of: shipment.pickup)! + 1
        return first.inserting(shipment.delivery, from: after).map { ($0, [shipment.pickup, shipment.delivery]) }
      }
    }
  }
}

extension Route {
  /// The route with a job more, at each position from one on; between reloads that follow each other too, and with a reload more beside it.
  fileprivate func inserting(_ job: Int, from first: Int = 0, reloads places: [Int] = []) -> [Route] {
    var found: [Route] = []
    for position in first...jobs.count {
      var jobs = jobs
      jobs.insert(job, at: position)
      let before = reloads.count { $0.beforeJob < position }
      let here = reloads.count { $0.beforeJob == position }
      for passed in before...(before + here) {
        let kept = reloads.enumerated().map { index, reload in
          ReloadStop(beforeJob: index < passed ? reload.beforeJob : reload.beforeJob + 1, at: reload.place)
        }
        found.append(Route(vehicle: vehicle, jobs: jobs, reloads: kept))
        for place in places {
          for beside in [position, position + 1] {
            var more = kept
            more.insert(ReloadStop(beforeJob: beside, at: place), at: passed)
            found.append(Route(vehicle: vehicle, jobs: jobs, reloads: more))
          }
        }
      }
    }
    return found
  }
}
