import Logistics
import Promising
import Routing
import Sourcing
import Travel

/// A day's stops and fleet as a routing problem.
///
/// All nodes are planned together. That goods lie at one node is a skill, "from a node", which only its vehicles have; a
/// return needs no such skill, so whichever vehicle passes may take it.
struct DayProblem {
  /// One minor unit of money in units of the objective. A kilometre and an hour both become whole numbers of them: 18 a
  /// metre and 5 a second for each minor unit of their price.
  static let resolution = 18_000

  let stops: [DayStop]
  let problem: RoutingProblem
  /// The vehicles of each type of the problem, which are alike in everything but their name.
  let fleet: [[FleetVehicle]]

  /// - Parameter out: the vehicles that do not drive that day.
  init(
    network: Network, date: LocalDate, stops: [DayStop], without out: Set<ID<FleetVehicle>> = []
  ) throws(InvalidInput) {
    self.stops = stops
    fleet = network.fleet.filter { !out.contains($0.id) }.alike

    let sites = network.sites.map(\.node)
    let points = sites.map(\.coordinate) + stops.map(\.address)
    let rows = Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($0.element.id, $0.offset) })
    let jobs = stops.enumerated().map { index, stop in
      Job(
        id: ID("\(index) \(stop.name)"), place: sites.count + index, delivery: stop.delivered.load,
        pickup: stop.collected.load, service: stop.service, window: stop.window, release: stop.release,
        skills: stop.skills.union(stop.node.map { [Self.origin($0)] } ?? []),
        dropCost: stop.dropCost.count * Self.resolution)
    }
    let types = fleet.map { vehicles in
      let vehicle = vehicles[0]
      return network.vehicleType(
        vehicles, on: date, from: rows[vehicle.node]!, skills: vehicle.skills.union([Self.origin(vehicle.node)]))
    }
    problem = try RoutingProblem(
      travel: TravelMatrix(between: points, streets: network.streets), jobs: jobs, vehicles: types)
  }

  /// The routes by which the visits of the day were promised. Visits of quotes are left out of them.
  func routes(of promised: [ID<Node>: TentativePlan], in network: Network) -> [Route] {
    let kinds = Dictionary(network.fleet.map { ($0.id.text, $0.unnamed) }, uniquingKeysWith: { first, _ in first })
    var jobs: [ID<Node>: [ID<Job>: Int]] = [:]
    for (index, stop) in stops.enumerated() {
      guard let order = stop.order, let node = stop.node else { continue }
      jobs[node, default: [:]][Planner.State.Room.name(order, stop.window)] = index
    }
    return promised.sorted { $0.key < $1.key }.flatMap { node, plan -> [Route] in
      let (tentative, routes) = plan.routingProblem()
      return routes.compactMap { route in
        let known = route.jobs.compactMap { jobs[node]?[tentative.jobs[$0].id] }
        let kind = kinds[plan.vehicles[route.vehicle].id.text]
        guard !known.isEmpty, let type = fleet.firstIndex(where: { $0[0].unnamed == kind }) else { return nil }
        return Route(vehicle: type, jobs: known)
      }
    }
  }

  /// The routes of another plan of the day, with those of their stops that deliver and are stops here too.
  func deliveries(of plan: DayPlan) -> [Route] {
    var known: [Handover: Int] = [:]
    for (index, stop) in stops.enumerated() {
      if let handover = Handover(stop) { known[handover] = index }
    }
    return plan.routes.compactMap { route in
      let jobs = route.visits.compactMap { visit in Handover(plan.stops[visit.stop]).flatMap { known[$0] } }
      guard !jobs.isEmpty, let type = fleet.firstIndex(where: { $0.contains(route.vehicle) }) else { return nil }
      return Route(vehicle: type, jobs: jobs)
    }
  }

  /// What tells one delivery of a day from another.
  private struct Handover: Hashable {
    let order: ID<Order>
    let node: ID<Node>
    let window: TimeWindow

    init?(_ stop: DayStop) {
      guard let order = stop.order, let node = stop.node else { return nil }
      (self.order, self.node, window) = (order, node, stop.window)
    }
  }

  private static func origin(_ node: ID<Node>) -> Skill { ID("from \(node)") }

  /// A cost of the objective in minor units, rounded to nearest.
  static func money(_ cost: Int) -> MinorUnits { MinorUnits((cost + resolution / 2) / resolution) }
}

extension FleetVehicle {
  /// What it carries: grams, cubic centimetres, parcels.
  var capacity: Load { [weight.grams, volume.cubicCentimetres, parcels] }

  /// The vehicle without its name, to tell which are alike.
  var unnamed: FleetVehicle {
    FleetVehicle(
      id: "", model: model, node: node, weight: weight, volume: volume, parcels: parcels, shift: shift, skills: skills,
      fixedCost: fixedCost, costPerKilometre: costPerKilometre, costPerHour: costPerHour, stops: stops,
      maximumDistance: maximumDistance)
  }
}
