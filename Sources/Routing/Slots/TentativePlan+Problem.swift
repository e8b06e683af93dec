import Logistics
import Travel

extension TentativePlan {
  /// The day as a routing problem, and the plan as routes through it: for the checker, for a search, for the dispatcher.
  ///
  /// The jobs are the stops in no particular order, each under the name that it is held by. A stop that was given up and that a
  /// route still passes (see ``remove(_:)``) is a job without load or service, with " (given up)" after its name.
  ///
  /// - Complexity: O(stops²) up to `TravelMatrix.mostTabulated` stops and depots together, beyond O(stops).
  public func routingProblem() -> (problem: RoutingProblem, routes: [Route]) {
    let all = table.stops.indices.filter { table.stops[$0] != nil }
    return (problem(of: all), routes(through: all))
  }

  /// What the routes cost, in the unit of the objective; the nearest number that an `Int` can be. O(routes).
  public var cost: Int {
    var cost = ClampedSum()
    for route in routes {
      let rules = self.rules[route.type]
      cost.add(rules.fixedCost)
      cost.add(route.metres, times: rules.costPerMetre)
      cost.add(route.duration, times: rules.costPerSecond)
      cost.add(max(0, route.duration - rules.regular), times: rules.costPerOvertime)
    }
    return cost.total
  }

  /// The problem of the stops at some places, in that order, and of one more.
  func problem(of places: [Int], and another: HeldStop? = nil) -> RoutingProblem {
    let stops = places.compactMap { table.stops[$0] } + (another.map { [$0] } ?? [])
    var names = Set(self.places.keys)
    let jobs = stops.enumerated().map { index, stop in
      var name = stop.id
      if places.indices.contains(index), table.hollows.contains(places[index]) {
        repeat { name = ID("\(name) (given up)") } while !names.insert(name).inserted
      }
      return Job(
        id: name, place: depots.count + index, delivery: stop.request.delivery, pickup: stop.request.pickup,
        service: stop.request.service, window: stop.window, release: stop.request.release, skills: stop.request.skills)
    }
    let travel = TravelMatrix(between: depots + stops.map(\.request.place), streets: streets)
    // Vehicles were checked when the plan was made, and each stop when it came.
    return RoutingProblem(
      known: [travel], jobs: jobs, vehicles: vehicles, relations: Relations(), traffic: nil, begun: [],
      preferences: Preferences())
  }

  /// The routes through the problem of some places; the others are left out of them.
  func routes(through places: [Int]) -> [Route] {
    let jobs = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($0.element, $0.offset) })
    return routes.map { route in Route(vehicle: route.type, jobs: route.places.compactMap { jobs[$0] }) }
  }
}
