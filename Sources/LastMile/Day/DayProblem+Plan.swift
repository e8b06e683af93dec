import Dispatching
import Logistics
import Routing
import Sourcing

extension DayProblem {
  /// The day as planned: routes with named vehicles, what is left out with its reasons, prices and bound.
  ///
  /// - Parameters:
  ///   - mostInDepth: For how many of the stops that are left out it is looked for what would have them served.
  ///   - isCancelled: Asked meanwhile.
  /// - Throws: `SearchError` if search and checker disagree.
  func plan(
    _ date: LocalDate, _ answer: Answer, _ selection: RouteSelection, _ bound: LowerBound?, returns: [JudgedReturn],
    mostInDepth: Int, isCancelled: () -> Bool
  ) throws -> DayPlan {
    let verdict = selection.verdict
    let vehicles = assign(verdict.routes)
    let routes = zip(verdict.routes, vehicles).map { route, vehicle in
      DayRoute(
        vehicle: vehicle,
        visits: route.stops.map {
          DayRoute.Visit(stop: $0.job, arrival: $0.arrival, begin: $0.begin, departure: $0.departure, load: $0.load)
        }, departure: route.departure, arrival: route.arrival, initialLoad: route.initialLoad, distance: route.distance,
        driving: route.driving, waiting: route.waiting, cost: Self.money(route.cost))
    }
    let dropped = verdict.unassigned.reduce(MinorUnits.zero) { $0 + stops[$1].dropCost }
    let used = verdict.routes.reduce(into: [Int: Int]()) { $0[$1.route.vehicle, default: 0] += 1 }
    return DayPlan(
      date: date, stops: stops, routes: routes, returns: returns,
      leftOut: try explain(verdict, vehicles, mostInDepth: mostInDepth, isCancelled: isCancelled),
      cost: DayCost(routes: routes.reduce(.zero) { $0 + $1.cost }, leftOut: dropped),
      // Rounded down: the routes' costs are rounded one by one, and the bound has to stay below their sum.
      bound: bound.map { MinorUnits($0.value / Self.resolution) }, boundMethod: bound?.method,
      candidateGap: selection.gapAmongCandidates, stopPrices: selection.jobPrices.map(Self.money),
      vehiclePrices: selection.vehiclePrices.enumerated().map { type, saving in
        VehiclePrice(vehicles: fleet[type], used: used[type] ?? 0, saving: Self.money(saving))
      }, violations: verdict.violations,
      search: SearchSummary(
        iterations: answer.iterations, seconds: answer.time / .seconds(1), seed: answer.seed,
        candidates: selection.candidates))
  }

  /// Gives each route a vehicle of its type, by name, in the order of the departures.
  private func assign(_ routes: [ScheduledRoute]) -> [FleetVehicle] {
    var next = [Int](repeating: 0, count: fleet.count)
    var assigned = [FleetVehicle?](repeating: nil, count: routes.count)
    for index in routes.indices.sorted(by: { (routes[$0].departure, $0) < (routes[$1].departure, $1) }) {
      let type = routes[index].route.vehicle
      assigned[index] = fleet[type][next[type]]
      next[type] += 1
    }
    return assigned.map { $0! }
  }
}
