import Logistics
import Routing
import Travel

/// What every reader of a benchmark file gathers: nodes, the depots first, and vehicles, in counted units.
struct InstanceTables {
  /// The most nodes with coordinates, between which ways are computed.
  static let mostNodes = 100_000
  /// The most nodes of a file that gives every way: tables of so many take 576 MB, and the search keeps another.
  static let mostTabulatedNodes = 12_000
  /// The latest moment and the longest service, in counted units: room for sums of some thousands of them, and within
  /// what a routing problem accepts.
  static let latest = 3_000_000_000
  /// The largest demand and capacity.
  static let mostLoad = Weight.limit

  /// The number that a `.sol` gives each node.
  var numbers: [Int]
  var depots = 1
  var travel: TravelMatrix
  /// What each node is brought.
  var delivery: [Int]
  /// What is taken from each node; empty if nothing is anywhere.
  var pickup: [Int] = []
  var service: [Int]
  /// When each client may be served, when each depot is open; empty if the file has no windows.
  var windows: [[TimeWindow]] = []
  /// When the goods of each node are at the depot; empty if they always are.
  var release: [Int] = []
  /// What it costs to leave a node out, in units of the objective, 0 if that is not allowed; empty if none may be.
  var prizes: [Int] = []
  var fleet: FileFleet
  /// The clients that vehicles may serve, a list for each kind of restriction.
  var clientLists: [Set<Int>] = []
  /// Clients of which one is served.
  var groups: [[Int]] = []
  /// Clients between which goods are moved.
  var pairs: [(pickup: Int, delivery: Int)] = []
  /// Whether a trip delivers before it picks up.
  var deliveriesFirst = false
  /// How many units of the objective are one unit of the file's costs; `nil` if distances are costs.
  var costScale: Int?

  /// A file without windows and releases counts all routes from moment 0: how long they last is when they end, and the search is faster
  /// with a shift than with a duration.
  private var durationIsShift: Bool { windows.isEmpty && release.isEmpty }

  /// The rule that a vehicle breaks that comes back after its shift.
  var shiftRule: PlanViolation.Kind { durationIsShift ? .duration : .timeWindow }

  /// The problem: the cost is distance, and what the file prices besides.
  ///
  /// - Throws: `InvalidInput` if the problem does not accept what the reader let through.
  func problem() throws(InvalidInput) -> RoutingProblem {
    let skills = Self.skills(of: clientLists, nodes: numbers.count)
    let jobs = (depots..<numbers.count).map { node in
      Job(
        id: ID("\(numbers[node])"), place: node, delivery: [delivery[node]], pickup: [pickup.isEmpty ? 0 : pickup[node]],
        service: .seconds(service[node]), windows: windows.isEmpty ? [] : windows[node],
        release: release.isEmpty || release[node] == 0 ? nil : Instant(secondsSince1970: release[node]),
        skills: skills.nodes[node], dropCost: prizes.isEmpty || prizes[node] == 0 ? nil : prizes[node])
    }
    let vehicles = fleet.types.enumerated().map { index, type in
      vehicle(
        type.vehicle, count: type.count, named: fleet.types.count == 1 ? "vehicle" : "type \(index + 1)",
        type.vehicle.clients.map { skills.lists[$0] } ?? skills.all)
    }
    let relations = Relations(
      shipments: pairs.map { Shipment(pickup: $0.pickup - depots, delivery: $0.delivery - depots) },
      alternatives: groups.filter { $0.count > 1 }.map { Alternatives(jobs: $0.map { $0 - depots }) },
      deliveriesFirst: deliveriesFirst)
    return try RoutingProblem(travel: travel, jobs: jobs, vehicles: vehicles, relations: relations)
  }

  private func vehicle(_ vehicle: FileVehicle, count: Int, named name: String, _ skills: Set<Skill>) -> VehicleType {
    let start = Instant(secondsSince1970: 0)
    let opening = windows.isEmpty ? nil : windows[vehicle.depot].first
    let limit = durationIsShift ? vehicle.longestTime.flatMap { TimeWindow(opens: start, closes: start + .seconds($0)) } : nil
    return VehicleType(
      id: ID(name), count: count, start: vehicle.depot, capacity: [vehicle.capacity], shift: opening ?? limit, skills: skills,
      fixedCost: vehicle.fixedCost, costPerMetre: vehicle.unitCost,
      maximumDistance: vehicle.longestDistance.map { .metres($0) },
      maximumDuration: durationIsShift ? nil : vehicle.longestTime.map { .seconds($0) },
      reload: vehicle.reloads.isEmpty ? nil : Reload(places: vehicle.reloads, most: vehicle.mostReloads))
  }

  /// Skills that let just those vehicles serve a client that have it on their list.
  ///
  /// One skill for each set of lists that some client stands on, so that a file of a thousand clients and ten kinds of vehicles needs a
  /// handful of skills, not thousands. A client on all lists needs none.
  private static func skills(
    of lists: [Set<Int>], nodes: Int
  ) -> (nodes: [Set<Skill>], lists: [Set<Skill>], all: Set<Skill>) {
    var known: [[Int]: Skill] = [:]
    var lacking = [Set<Skill>](repeating: [], count: nodes)
    var given = [Set<Skill>](repeating: [], count: lists.count)
    for node in 0..<nodes {
      let owners = lists.indices.filter { lists[$0].contains(node) }
      if owners.count == lists.count { continue }
      let skill = known[owners, default: Skill("clients \(known.count + 1)")]
      known[owners] = skill
      lacking[node] = [skill]
      for owner in owners { given[owner].insert(skill) }
    }
    return (lacking, given, Set(known.values))
  }
}
