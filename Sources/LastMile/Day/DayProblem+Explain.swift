import Logistics
import Routing
import Sourcing

extension DayProblem {
  /// Why each stop that is left out is left out, and what would change it. O(left out × stops × mean route length).
  ///
  /// - Parameter vehicles: The vehicle of each of the verdict's routes.
  func explain(_ verdict: Verdict, _ vehicles: [FleetVehicle]) -> [LeftOut] {
    verdict.unassigned.map { job in
      LeftOut(stop: job, reason: reason(for: job, verdict), remedies: remedies(for: job, verdict, vehicles))
    }
  }

  private func reason(for job: Int, _ verdict: Verdict) -> LeftOut.Reason {
    let alone = fleet.indices.map { faults([job], on: $0) }
    if alone.contains(where: \.isEmpty) {
      let idle = fleet.indices.contains { type in
        alone[type].isEmpty && verdict.routes.count { $0.route.vehicle == type } < fleet[type].count
      }
      let fits = verdict.routes.contains { route in
        insertions(of: job, in: route).contains { faults($0, on: route.route.vehicle).isEmpty }
      }
      return idle || fits ? .tooDear : .fleetBusy
    }
    let near = fleet.indices.filter { type in stops[job].node.map { $0 == fleet[type][0].node } ?? true }
    if near.isEmpty { return .noVehicle }
    let skilled = near.filter { stops[job].skills.isSubset(of: fleet[$0][0].skills) }
    if skilled.isEmpty {
      return .skills(stops[job].skills.subtracting(near.flatMap { fleet[$0][0].skills }))
    }
    return skilled.allSatisfy { alone[$0].contains { $0.kind == .capacity } } ? .tooLarge : .outOfReach
  }

  private func remedies(for job: Int, _ verdict: Verdict, _ vehicles: [FleetVehicle]) -> [LeftOut.Remedy] {
    var best: [RemedyKind: (rank: Int, cost: MinorUnits, remedy: LeftOut.Remedy)] = [:]
    func offer(_ kind: RemedyKind, _ rank: Int, _ cost: MinorUnits, _ remedy: LeftOut.Remedy) {
      if let known = best[kind], known.rank <= rank { return }
      best[kind] = (rank, cost, remedy)
    }
    for (route, vehicle) in zip(verdict.routes, vehicles) {
      let type = route.route.vehicle
      guard problem.jobs[job].skills.isSubset(of: problem.vehicles[type].skills) else { continue }
      for jobs in insertions(of: job, in: route) {
        let trial = problem.check([Route(vehicle: type, jobs: jobs)])
        let faults = trial.violations.filter { $0.kind != .missing }
        let changed = trial.routes[0]
        let cost = Self.money(max(0, changed.cost - route.cost))
        let amount = faults.map(\.amount).max() ?? 0
        switch Set(faults.map(\.kind)) {
        case []: offer(.price, cost.count, cost, .higherPrice(cost))
        case [.shift]:
          offer(.shift, amount, cost, .longerShift(vehicle: vehicle.id, by: .seconds(amount), cost: cost))
        case [.timeWindow] where faults.allSatisfy { $0.job == job }:
          offer(.window, amount, cost, .laterWindow(vehicle: vehicle.id, by: .seconds(amount), cost: cost))
        case [.capacity]:
          offer(.room, cost.count, cost, .moreRoom(vehicle: vehicle.id, by: lackingRoom(changed, type), cost: cost))
        default: break
        }
      }
    }
    for type in fleet.indices where faults([job], on: type).isEmpty {
      let cost = Self.money(problem.check([Route(vehicle: type, jobs: [job])]).routes[0].cost)
      if verdict.routes.count(where: { $0.route.vehicle == type }) < fleet[type].count {
        offer(.price, cost.count, cost, .higherPrice(cost))
      } else {
        offer(.vehicle, cost.count, cost, .oneMoreVehicle(like: fleet[type][0].id, cost: cost))
      }
    }
    return best.sorted { ($0.value.cost.count, $0.key.rawValue) < ($1.value.cost.count, $1.key.rawValue) }.map(\.value.remedy)
  }

  private enum RemedyKind: Int {
    case price, shift, window, room, vehicle
  }

  /// A route's jobs with one more, at each place.
  private func insertions(of job: Int, in route: ScheduledRoute) -> [[Int]] {
    (0...route.route.jobs.count).map { place in
      var jobs = route.route.jobs
      jobs.insert(job, at: place)
      return jobs
    }
  }

  private func faults(_ jobs: [Int], on type: Int) -> [Violation] {
    problem.check([Route(vehicle: type, jobs: jobs)]).violations.filter { $0.kind != .missing }
  }

  /// By how much a route exceeds its vehicle's room at its fullest, in each dimension.
  private func lackingRoom(_ route: ScheduledRoute, _ type: Int) -> Load {
    let capacity = problem.vehicles[type].capacity
    let loads = [route.initialLoad] + route.stops.map(\.load)
    return Load(
      capacity.amounts.indices.map { dimension in
        max(0, loads.map { $0[dimension] }.max()! - capacity[dimension])
      })
  }
}
