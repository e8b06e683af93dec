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

  init(network: Network, date: LocalDate, stops: [DayStop]) throws(InvalidInput) {
    self.stops = stops
    var groups: [FleetVehicle: [FleetVehicle]] = [:]
    for vehicle in network.fleet { groups[vehicle.unnamed, default: []].append(vehicle) }
    fleet = groups.values.map { $0.sorted { $0.id < $1.id } }.sorted { $0[0].id < $1[0].id }

    let sites = network.sites.map(\.node)
    let points = sites.map(\.coordinate) + stops.map(\.address)
    let rows = Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($0.element.id, $0.offset) })
    let jobs = stops.enumerated().map { index, stop in
      let load: Load = [stop.weight.grams, stop.volume.cubicCentimetres, stop.parcels]
      let nothing = Load.zero(dimensions: 3)
      return Job(
        id: ID("\(index) \(stop.name)"), place: sites.count + index, delivery: stop.isPickup ? nothing : load,
        pickup: stop.isPickup ? load : nothing, service: stop.service, window: stop.window,
        skills: stop.skills.union(stop.node.map { [Self.origin($0)] } ?? []),
        dropCost: stop.dropCost.count * Self.resolution)
    }
    let types = fleet.map { vehicles in
      let vehicle = vehicles[0]
      return VehicleType(
        id: ID(vehicle.id.text), count: vehicles.count, start: rows[vehicle.node]!, capacity: vehicle.capacity,
        shift: TimeWindow(
          opens: network.zone.instant(date, vehicle.shift.from), closes: network.zone.instant(date, vehicle.shift.until)),
        skills: vehicle.skills.union([Self.origin(vehicle.node)]), fixedCost: vehicle.fixedCost.count * Self.resolution,
        costPerMetre: vehicle.costPerKilometre.count * Self.resolution / 1000,
        costPerSecond: vehicle.costPerHour.count * Self.resolution / 3600, maximumDistance: vehicle.maximumDistance)
    }
    problem = try RoutingProblem(
      travel: TravelMatrix(between: points, streets: network.streets), jobs: jobs, vehicles: types)
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
