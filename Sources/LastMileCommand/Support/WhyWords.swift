import Interchange
import Logistics
import Routing

/// Puts what was found into the words of an instance and a solution.
struct WhyWords {
  private let instance: RoutingInstance
  private let file: SolutionFile

  init(_ instance: RoutingInstance, _ file: SolutionFile) {
    self.instance = instance
    self.file = file
  }

  func leftOut(_ left: LeftOutDemand, _ prices: [Int]) -> WhyReport.LeftOut {
    // Of alternatives any one will do, both ends of a shipment are needed.
    let rows = left.jobs.filter(prices.indices.contains).map { prices[$0] }
    let price: Int? =
      switch left.demand {
      case .alternatives: rows.min()
      case .job, .shipment: rows.isEmpty ? nil : rows.reduce(0, +)
      }
    return WhyReport.LeftOut(
      kind: kind(left.demand), clients: left.jobs.map { instance.clientNumbers[$0] },
      dropCost: left.dropCost.map(instance.cost), price: price.map(instance.cost), vehicles: left.obstacles.map(obstacle),
      changes: left.remedies.map { change($0, left.dropCost) }, depth: left.depth.rawValue)
  }

  func conflict(_ conflict: DemandConflict) -> WhyReport.Conflict {
    let grounds =
      switch conflict.grounds {
      case .everyPlan: "every route of them was tried"
      case .room(_, let needed, let available): "they need room for \(needed), and there is room for \(available)"
      case .stops(let needed, let available): "they are \(needed) stops, and there may be \(available)"
      case .oneEach(let vehicles): "no vehicle can serve two of them, and there are \(vehicles)"
      case .search(let iterations): "no search of \(iterations) iterations found a plan"
      }
    return WhyReport.Conflict(
      clients: conflict.demands.map { demand in instance.problem.jobs(of: demand).map { instance.clientNumbers[$0] } },
      proved: conflict.isProved, irreducible: conflict.isIrreducible, grounds: grounds)
  }

  private func kind(_ demand: Demand) -> String {
    switch demand {
    case .job: "client"
    case .shipment: "shipment"
    case .alternatives: "alternatives"
    }
  }

  private func name(_ vehicle: Int) -> String { instance.problem.vehicles[vehicle].id.text }

  private func route(_ index: Int) -> Int { file.routes[index].number }

  private func obstacle(_ obstacle: VehicleObstacle) -> WhyReport.Obstacle {
    WhyReport.Obstacle(
      vehicle: name(obstacle.vehicle), route: obstacle.route.map(route),
      rules: obstacle.breaches.map { breach in
        WhyReport.Rule(
          kind: instance.kind(of: breach, on: obstacle.vehicle), amount: instance.amount(of: breach),
          client: breach.job.map { instance.clientNumbers[$0] })
      }, together: obstacle.isJoint)
  }

  private func change(_ remedy: LeftOutRemedy, _ dropCost: Int?) -> WhyReport.Change {
    let extra = instance.cost(remedy.extraCost)
    let difference =
      remedy.extraCost < 0 ? "costs \(instance.cost(-remedy.extraCost)) less" : "costs \(extra) more"
    let isDear = remedy.change.map { !$0.isPrice } ?? true && dropCost.map { $0 < remedy.extraCost } ?? false
    let place =
      remedy.isInserted ? remedy.route.map { "on route \(route($0))" } ?? "on a route of its own" : "with other stops moved"
    func made(
      _ kind: String, _ text: String, _ amount: FileAmount? = nil, client: Int? = nil, window: Int? = nil, vehicle: Int? = nil,
      dimension: Int? = nil, skills: [String]? = nil
    ) -> WhyReport.Change {
      WhyReport.Change(
        kind: kind, amount: amount, client: client.map { instance.clientNumbers[$0] }, window: window.map { $0 + 1 },
        vehicle: vehicle.map(name), dimension: dimension.map { $0 + 1 }, skills: skills, extraCost: extra,
        route: remedy.isInserted ? remedy.route.map(route) : nil, moves: !remedy.isInserted,
        routes: instance.clients(of: remedy.routes),
        text: "\(text): \(difference), \(place)\(isDear ? ", which is more than leaving it out costs" : "")")
    }
    guard let change = remedy.change else { return made("nothing", "planning again serves it") }
    let span = instance.amount(change.amount)
    let count = FileAmount(change.amount, scale: 1)
    func number(_ job: Int) -> Int { instance.clientNumbers[job] }
    switch change.rule {
    case .opening(let job, let window):
      return made("opening", "the window of client \(number(job)) opens \(span) earlier", span, client: job, window: window)
    case .closing(let job, let window):
      return made("closing", "the window of client \(number(job)) closes \(span) later", span, client: job, window: window)
    case .release(let job):
      return made("release", "the goods of client \(number(job)) are ready \(span) earlier", span, client: job)
    case .timeOnBoard(let index):
      let job = instance.problem.relations.shipments[index].delivery
      return made("timeOnBoard", "the goods for client \(number(job)) may be on board \(span) longer", span, client: job)
    case .dropCost:
      let more = instance.cost(change.amount)
      return made("dropCost", "leaving it out costs \(more) more", more)
    case .shiftStart(let vehicle):
      return made("shiftStart", "\(name(vehicle)) may leave \(span) earlier", span, vehicle: vehicle)
    case .shiftEnd(let vehicle): return made("shiftEnd", "\(name(vehicle)) may be back \(span) later", span, vehicle: vehicle)
    case .duration(let vehicle): return made("duration", "\(name(vehicle)) may be out \(span) longer", span, vehicle: vehicle)
    case .distance(let vehicle): return made("distance", "\(name(vehicle)) may drive \(span) further", span, vehicle: vehicle)
    case .stops(let vehicle):
      return made(
        "stops", "\(name(vehicle)) may make \(count) more stop\(change.amount == 1 ? "" : "s")", count, vehicle: vehicle)
    case .capacity(let vehicle, let dimension):
      let which = instance.problem.dimensions > 1 ? " in dimension \(dimension + 1)" : ""
      return made(
        "capacity", "\(name(vehicle)) has room for \(count) more\(which)", count, vehicle: vehicle, dimension: dimension)
    case .skills(let vehicle, let skills):
      let names = skills.prefix(change.amount).map(\.text)
      return made(
        "skills", "\(name(vehicle)) can serve \(names.joined(separator: " and "))", count, vehicle: vehicle, skills: names)
    case .count(let vehicle):
      return made("count", "\(count) more of \(name(vehicle))", count, vehicle: vehicle)
    }
  }
}

extension RuleChange {
  /// Whether it is what leaving something out costs that is changed.
  fileprivate var isPrice: Bool {
    if case .dropCost = rule { true } else { false }
  }
}
