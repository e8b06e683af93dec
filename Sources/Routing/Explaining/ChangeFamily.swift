import Logistics

/// Changes of one kind, of which one is told.
struct ChangeFamily {
  let rules: [RuleChange.Rule]
  /// Whether the cheapest is told, where the smallest means nothing: one vehicle more is one vehicle more.
  var isByCost = false

  /// All kinds of change that may have a demand served.
  static func all(_ problem: RoutingProblem, _ demand: Demand) -> [ChangeFamily] {
    let jobs = problem.jobs(of: demand)
    let types = problem.vehicles.indices
    let windows = jobs.flatMap { job in problem.jobs[job].windows.indices.map { (job, $0) } }
    var families = [
      ChangeFamily(rules: windows.map { .opening(job: $0.0, window: $0.1) }),
      ChangeFamily(rules: windows.map { .closing(job: $0.0, window: $0.1) }),
      ChangeFamily(rules: jobs.map { .release(job: $0) }),
      ChangeFamily(rules: types.map { .shiftStart(vehicle: $0) }),
      ChangeFamily(rules: types.map { .shiftEnd(vehicle: $0) }),
      ChangeFamily(rules: types.map { .duration(vehicle: $0) }),
      ChangeFamily(rules: types.map { .distance(vehicle: $0) }),
      ChangeFamily(rules: types.map { .stops(vehicle: $0) }),
    ]
    if case .shipment(let index) = demand { families.append(ChangeFamily(rules: [.timeOnBoard(shipment: index)])) }
    families += (0..<problem.dimensions).map { dimension in
      ChangeFamily(rules: types.map { .capacity(vehicle: $0, dimension: dimension) })
    }
    let needs = demand.isChoice ? jobs.map { problem.jobs[$0].skills } : [Set(jobs.flatMap { problem.jobs[$0].skills })]
    let lacking = types.flatMap { type in
      needs.map { $0.subtracting(problem.vehicles[type].skills) }.filter { !$0.isEmpty }.map { (type, $0) }
    }
    families.append(
      ChangeFamily(rules: lacking.map { .skills(vehicle: $0.0, $0.1.sorted { $0.text < $1.text }) }, isByCost: true))
    families.append(ChangeFamily(rules: types.map { .count(vehicle: $0) }, isByCost: true))
    return families
  }
}

extension Demand {
  var isChoice: Bool {
    if case .alternatives = self { true } else { false }
  }
}

extension RuleChange.Rule {
  /// The vehicle type that it is about.
  var vehicle: Int? {
    switch self {
    case .shiftStart(let vehicle), .shiftEnd(let vehicle), .duration(let vehicle), .distance(let vehicle), .stops(let vehicle),
      .capacity(let vehicle, _), .skills(let vehicle, _), .count(let vehicle):
      vehicle
    case .opening, .closing, .release, .timeOnBoard, .dropCost: nil
    }
  }

  /// The job that it is about.
  var job: Int? {
    switch self {
    case .opening(let job, _), .closing(let job, _), .release(let job): job
    case .timeOnBoard, .dropCost, .shiftStart, .shiftEnd, .duration, .distance, .stops, .capacity, .skills, .count: nil
    }
  }

  /// Whether only all of it helps: every skill that is lacking.
  var isWhole: Bool {
    if case .skills = self { true } else { false }
  }

  /// The most that is tried: one vehicle more either has a place for it or none has.
  var most: Int {
    if case .count = self { 1 } else { .max }
  }

  /// Whether a place that breaks a rule may keep it with this one made easier.
  func canMend(_ kind: Violation.Kind) -> Bool {
    switch self {
    case .opening, .closing, .release, .timeOnBoard, .shiftStart, .shiftEnd, .duration:
      // All of these move the clock, and with it each other.
      [.timeWindow, .shift, .maximumDuration, .breaks, .timeOnBoard].contains(kind)
    case .distance: kind == .maximumDistance
    case .stops: kind == .maximumStops
    case .capacity: kind == .capacity
    case .skills: kind == .skills
    case .count: kind == .fleet
    case .dropCost: false
    }
  }
}
