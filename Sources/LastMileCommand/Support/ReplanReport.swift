import Interchange
import Logistics
import Routing

/// What `lastmile replan` prints.
struct ReplanReport: Encodable {
  /// A visit, then or now.
  struct Visit: Encodable {
    /// The number of the route in the solution; `nil` for a vehicle that was not to drive.
    @OrNull var route: Int?
    let arrival: FileAmount
    let begin: FileAmount
  }

  /// What changes for a client.
  struct Change: Encodable {
    let client: Int
    let outcome: String
    @OrNull var before: Visit?
    @OrNull var after: Visit?
    /// How much later it begins.
    @OrNull var shift: FileAmount?
  }

  /// One stop of a route.
  struct Stop: Encodable {
    let client: Int
    /// `done`, `visit`, `fetch` where the client's goods are taken over from a vehicle that is down, or `collect` where something is
    /// collected at a client to whom such goods are brought.
    let kind: String
    let arrival: FileAmount
    let begin: FileAmount
  }

  /// What a vehicle does.
  struct Vehicle: Encodable {
    @OrNull var route: Int?
    let down: Bool
    /// Whether its driver is to do anything else than planned.
    let changed: Bool
    let stops: [Stop]
    let joined: [Int]
    let left: [Int]
    @OrNull var endBefore: FileAmount?
    @OrNull var endAfter: FileAmount?
  }

  let instance: String
  let feasible: Bool
  let at: FileAmount
  let cost: FileAmount
  let costBefore: FileAmount
  let stabilityPrice: FileAmount
  let changes: [Change]
  let vehicles: [Vehicle]
  let unassigned: [Int]
  let iterations: Int
  let seconds: Double
  let threads: Int
  let seed: UInt64

  init(_ instance: RoutingInstance, _ file: SolutionFile, _ plan: [Routing.Route], _ replan: Replan, threads: Int) {
    let words = Words(instance, file, replan)
    self.instance = instance.name
    feasible = replan.verdict.isFeasible
    at = instance.amount(replan.day.now.secondsSince1970)
    cost = instance.cost(replan.costWithoutPrices)
    costBefore = instance.cost(instance.problem.check(plan).cost)
    stabilityPrice = instance.cost(replan.stabilityPrice)
    changes = replan.changes.map(words.change)
    vehicles = replan.vehicles.map(words.vehicle)
    // Clients who were to be visited, and new ones, whom the plan did not have.
    let dropped = replan.stops.filter { $0.outcome == .dropped }.compactMap { words.client(of: $0) }
    let missing = replan.verdict.unassigned.filter { replan.day.errands[$0] == nil }.compactMap { words.clients[$0] }
    unassigned = Set(dropped + missing).sorted()
    iterations = replan.answer.iterations
    seconds = replan.answer.time.roundedSeconds
    self.threads = threads
    seed = replan.answer.seed
  }

  /// The same for people.
  var table: String {
    let counts = Dictionary(grouping: changes, by: \.outcome).mapValues(\.count)
    var lines = [
      "\(instance): \(feasible ? "feasible" : "not feasible"), cost \(cost), before \(costBefore); changes are priced at \(stabilityPrice)",
      "\(iterations) iterations in \(seconds) s; "
        + (counts.isEmpty
          ? "nobody hears of it" : counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")),
    ]
    func cells(_ visit: Visit?) -> [String] {
      visit.map { [$0.route.map { "\($0)" } ?? "new", "\($0.begin)"] } ?? ["-", "-"]
    }
    if !changes.isEmpty {
      lines +=
        TextTable(
          ["client", "outcome", "route", "begin", "route now", "begin now", "later by"],
          changes.map { change in
            ["\(change.client)", change.outcome] + cells(change.before) + cells(change.after) + [
              change.shift.map { "\($0)" } ?? "-"
            ]
          }, words: 1
        ).lines
    }
    if !unassigned.isEmpty { lines.append("  nobody comes to: \(unassigned.map(String.init).joined(separator: " "))") }
    for vehicle in vehicles where vehicle.changed {
      let name = vehicle.route.map { "route \($0)" } ?? "another vehicle"
      let stops = vehicle.stops.filter { $0.kind != "done" }.map {
        $0.kind == "visit" ? "\($0.client)" : "\($0.kind) \($0.client)"
      }
      let ahead = stops.isEmpty ? "nothing more" : stops.joined(separator: " ")
      lines.append("  \(name)\(vehicle.down ? " is down" : ""): \(ahead)")
    }
    return lines.joined(separator: "\n")
  }

  /// The numbers of the solution for those of the problem.
  private struct Words {
    let instance: RoutingInstance
    let replan: Replan
    /// The number of the route that a vehicle drives.
    let routes: [ID<VehicleType>: Int]
    /// For each job of the rest of the day its number.
    let clients: [Int?]

    init(_ instance: RoutingInstance, _ file: SolutionFile, _ replan: Replan) {
      self.instance = instance
      self.replan = replan
      var routes: [ID<VehicleType>: Int] = [:]
      for vehicle in replan.vehicles { if let old = vehicle.oldRoute { routes[vehicle.vehicle] = file.routes[old].number } }
      self.routes = routes
      var numbers = replan.problem.jobs.indices.map { replan.day.original(of: $0).map { instance.clientNumbers[$0] } }
      for (job, errand) in replan.day.errands { numbers[job] = numbers[errand.job] }
      clients = numbers
    }

    func client(of change: Replan.StopChange) -> Int? { change.oldIndex.map { instance.clientNumbers[$0] } }

    private func time(_ moment: Instant) -> FileAmount { instance.amount(moment.secondsSince1970) }

    func change(_ change: Replan.StopChange) -> Change {
      func visit(_ visit: Replan.Visit) -> Visit {
        Visit(route: routes[visit.vehicle], arrival: time(visit.arrival), begin: time(visit.begin))
      }
      return Change(
        client: client(of: change) ?? 0, outcome: change.outcome.rawValue, before: change.before.map(visit),
        after: change.after.map(visit),
        shift: change.shift.map { instance.amount($0.seconds) })
    }

    func vehicle(_ change: Replan.VehicleChange) -> Vehicle {
      let route = change.newRoute.map { replan.verdict.routes[$0] }
      let stops = (route?.stops ?? []).enumerated().map { index, stop in
        let kind = index < change.frozenStops ? "done" : replan.day.errands[stop.job]?.kind.rawValue ?? "visit"
        return Stop(client: clients[stop.job] ?? 0, kind: kind, arrival: time(stop.arrival), begin: time(stop.begin))
      }
      let names = Dictionary(
        replan.stops.compactMap { stop in client(of: stop).map { (stop.job, $0) } }, uniquingKeysWith: { first, _ in first })
      return Vehicle(
        route: routes[change.vehicle], down: change.isDown, changed: change.isChanged, stops: stops,
        joined: change.joined.compactMap { names[$0] }, left: change.left.compactMap { names[$0] },
        endBefore: change.endBefore.map(time), endAfter: change.endAfter.map(time))
    }
  }
}
