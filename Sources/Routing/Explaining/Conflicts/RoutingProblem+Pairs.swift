import Logistics
import Travel

extension RoutingProblem {
  /// How many vehicles there are for some demands of which no vehicle serves two, if they are more than that; `nil` if it is not so, or
  /// cannot be told from pairs.
  ///
  /// Pairs tell where a stop less never breaks a rule: ways keep the triangle inequality, a door is parked at for nothing, and nothing is
  /// about breaks, reloads, traffic, several windows or other jobs. O(k³) for k demands, and a judgement of each pair for each type.
  func vehiclesForEachAlone(_ demands: [Demand]) -> Int? {
    let jobs = demands.compactMap { demand -> Int? in
      guard case .job(let job) = demand else { return nil }
      return job
    }
    guard jobs.count == demands.count, jobs.count > 1, traffic == nil, begun.isEmpty, !relations.deliveriesFirst,
      jobs.allSatisfy({ self.jobs[$0].windows.count <= 1 && self.jobs[$0].setup == .zero }),
      vehicles.allSatisfy({ $0.breaks.isEmpty && $0.reload == nil })
    else { return nil }
    let checker = RouteChecker(self)
    func serves(_ type: Int, _ order: [Int]) -> Bool {
      checker.judge(Route(vehicle: type, jobs: order)).violations.isEmpty
    }
    let types = vehicles.indices.filter { type in vehicles[type].count > 0 && jobs.contains { serves(type, [$0]) } }
    let available = types.reduce(0) { $0 + vehicles[$1].count }
    guard jobs.count > available else { return nil }
    for (index, first) in jobs.enumerated() {
      for second in jobs[..<index] {
        if types.contains(where: { serves($0, [first, second]) || serves($0, [second, first]) }) { return nil }
      }
    }
    return types.allSatisfy { keepsTriangles(vehicles[$0], jobs) } ? available : nil
  }

  /// Whether no way between the places of a vehicle and some jobs is longer than over a third of them.
  private func keepsTriangles(_ vehicle: VehicleType, _ jobs: [Int]) -> Bool {
    let travel = profiles[vehicle.profile]
    let places = Set(jobs.map { self.jobs[$0].place } + [vehicle.start, vehicle.end]).sorted()
    return places.allSatisfy { from in
      places.allSatisfy { over in
        let (metres, seconds) = (travel.distance(from: from, to: over), travel.duration(from: from, to: over))
        return places.allSatisfy { to in
          travel.distance(from: from, to: to) <= metres + travel.distance(from: over, to: to)
            && travel.duration(from: from, to: to) <= seconds + travel.duration(from: over, to: to)
        }
      }
    }
  }
}
