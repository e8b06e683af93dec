import Logistics
import Routing
import Sourcing

extension DayProblem {
  /// For how many stops remedies are looked for; for the rest, what keeps them off each vehicle is told.
  static let mostInDepth = 20
  /// How a day is planned again to see whether a stop can be served.
  static let replanning = Replanning(iterations: 200)

  /// Why each stop that is left out is left out, and what would change it.
  ///
  /// - Parameters:
  ///   - vehicles: The vehicle of each of the verdict's routes.
  ///   - mostInDepth: For how many stops remedies are looked for.
  ///   - isCancelled: Asked between searches; then it is told of the rest what keeps it off each vehicle.
  /// - Throws: `SearchError` if search and checker disagree.
  func explain(
    _ verdict: Verdict, _ vehicles: [FleetVehicle], mostInDepth: Int, isCancelled: () -> Bool
  ) throws -> [LeftOut] {
    let explained = try problem.explainLeftOut(
      of: verdict.routes.map(\.route), verdict.unassigned.map(Demand.job),
      limit: ExplanationLimit(mostInDepth: mostInDepth, replanning: Self.replanning),
      isCancelled: isCancelled)
    return explained.map { left in
      LeftOut(
        stop: left.jobs[0], reason: reason(for: left), obstacles: obstacles(to: left, vehicles),
        remedies: left.remedies.compactMap { remedy($0, left.jobs[0], vehicles) }, depth: left.depth)
    }
  }

  private func reason(for left: LeftOutDemand) -> LeftOut.Reason {
    let job = left.jobs[0]
    switch left.remedies.first?.change?.rule {
    case .dropCost: return .tooDear
    case nil where !left.remedies.isEmpty: return .overlooked
    default: break
    }
    if left.obstacles.contains(where: \.breaches.isEmpty) { return .tooDear }
    let alone = left.obstacles.filter { $0.route == nil }
    if alone.contains(where: { $0.breaches.allSatisfy { $0.rule == .fleet } }) { return .fleetBusy }
    let near = fleet.indices.filter { type in stops[job].node.map { $0 == fleet[type][0].node } ?? true }
    if near.isEmpty { return .noVehicle }
    let skilled = near.filter { stops[job].skills.isSubset(of: fleet[$0][0].skills) }
    if skilled.isEmpty { return .skills(stops[job].skills.subtracting(near.flatMap { fleet[$0][0].skills })) }
    let isTooLarge = skilled.allSatisfy { type in
      alone.contains { $0.vehicle == type && $0.breaches.contains { $0.rule == .capacity } }
    }
    return isTooLarge ? .tooLarge : .outOfReach
  }

  private func obstacles(to left: LeftOutDemand, _ vehicles: [FleetVehicle]) -> [LeftOut.Obstacle] {
    left.obstacles.filter { !$0.breaches.contains { $0.rule == .skills } }.map { obstacle in
      LeftOut.Obstacle(
        vehicle: obstacle.route.map { vehicles[$0].id } ?? idle(obstacle.vehicle, vehicles), isOut: obstacle.route != nil,
        breaches: obstacle.breaches, isJoint: obstacle.isJoint)
    }
  }

  /// The first vehicle of a type that is not out, or the first of all.
  private func idle(_ type: Int, _ vehicles: [FleetVehicle]) -> ID<FleetVehicle> {
    let out = Set(vehicles.map(\.id))
    return (fleet[type].first { !out.contains($0.id) } ?? fleet[type][0]).id
  }

  private func remedy(_ remedy: LeftOutRemedy, _ job: Int, _ vehicles: [FleetVehicle]) -> LeftOut.Remedy? {
    let cost = Self.money(max(0, remedy.extraCost))
    guard let change = remedy.change else { return .noChange(cost: cost) }
    // The vehicle that makes the stop in the plan that was found.
    let type = remedy.routes.first { $0.jobs.contains(job) }.map(\.vehicle) ?? 0
    func vehicle(_ type: Int) -> ID<FleetVehicle> {
      if let route = remedy.route, problemType(of: vehicles[route]) == type { return vehicles[route].id }
      return remedy.isInserted ? idle(type, vehicles) : fleet[type][0].id
    }
    let span = TimeSpan.seconds(change.amount)
    switch change.rule {
    case .opening: return .earlierWindow(vehicle: vehicle(type), by: span, cost: cost)
    case .closing: return .laterWindow(vehicle: vehicle(type), by: span, cost: cost)
    case .release: return .earlierGoods(vehicle: vehicle(type), by: span, cost: cost)
    case .shiftStart(let type): return .earlierShift(vehicle: vehicle(type), by: span, cost: cost)
    case .shiftEnd(let type): return .longerShift(vehicle: vehicle(type), by: span, cost: cost)
    case .distance(let type): return .longerDistance(vehicle: vehicle(type), by: .metres(change.amount), cost: cost)
    case .capacity(let type, let dimension):
      var room = Load.zero(dimensions: problem.dimensions)
      room[dimension] = change.amount
      return .moreRoom(vehicle: vehicle(type), by: room, cost: cost)
    case .skills(let type, let skills): return .moreSkills(vehicle: vehicle(type), Set(skills), cost: cost)
    case .count(let type): return .oneMoreVehicle(like: fleet[type][0].id, cost: cost)
    // A price in whole minor units that is enough, rounded up.
    case .dropCost: return .higherPrice(MinorUnits((remedy.extraCost + Self.resolution - 1) / Self.resolution))
    // The house's vehicles have no such rules.
    case .duration, .stops, .timeOnBoard: return nil
    }
  }

  private func problemType(of vehicle: FleetVehicle) -> Int? { fleet.firstIndex { $0.contains(vehicle) } }
}
