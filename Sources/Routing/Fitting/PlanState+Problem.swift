import Logistics
import Travel

extension PlanState {
  /// The plan as a problem with its routes: the jobs of the problem it was made from, in their order, and those that were added.
  func routingProblem() -> (problem: RoutingProblem, routes: [Route]) {
    let slots = jobs.indices.filter { jobs[$0] != nil }
    let index = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($0.element, $0.offset) })
    var relations = problem.relations
    for slot in slots where slot >= problem.jobs.count && partner(of: slot) >= 0 && !tables.flat.isDropOff[slot] {
      relations.shipments.append(
        Shipment(pickup: index[slot]!, delivery: index[partner(of: slot)]!, mostTimeOnBoard: mostTimeOnBoard(slot)))
    }
    let whole = RoutingProblem(
      known: problem.profiles.indices.map { places.matrix(problem.profiles[$0], profile: $0) },
      jobs: slots.map { jobs[$0]!.with(place: rows[$0]) }, vehicles: problem.vehicles, relations: relations,
      traffic: problem.traffic, begun: problem.begun, preferences: problem.preferences)
    let routes = routes.map { route in
      var numbered = RouteCode.route(route.codes, type: route.type)
      numbered.jobs = numbered.jobs.map { index[$0]! }
      return numbered
    }
    return (whole, routes)
  }
}

extension PlaceTable {
  /// A matrix of the problem with the places that were added.
  func matrix(_ matrix: TravelMatrix, profile: Int) -> TravelMatrix {
    guard count > own else { return matrix }
    let tables = matrix.tabulated()
    var metres = [Int32](repeating: 0, count: count * count)
    var seconds = metres
    let (ownMetres, ownSeconds) = (tables.metres, tables.seconds)
    for from in 0..<own {
      for to in 0..<own {
        metres[from * count + to] = ownMetres[from * own + to]
        seconds[from * count + to] = ownSeconds[from * own + to]
      }
    }
    for row in own..<count {
      for other in 0..<row {
        let way = self.way(row, other, profile: profile)
        metres[other * count + row] = way.metresTo
        metres[row * count + other] = way.metresFrom
        seconds[other * count + row] = way.secondsTo
        seconds[row * count + other] = way.secondsFrom
      }
    }
    return TravelMatrix(count: count, metres: metres, seconds: seconds)
  }
}
