import Routing

/// The routes that a selection may choose from: each keeps every rule, no two are of one vehicle type and serve the same jobs.
struct Candidates {
  /// One route with its cost as the checker has it.
  struct Candidate {
    let route: Route
    let cost: Int
  }

  /// A vehicle type and the jobs, ascending.
  private struct Key: Hashable {
    let vehicle: Int
    let jobs: [Int]
  }

  private(set) var all: [Candidate] = []
  private var places: [Key: Int] = [:]

  /// Judges the pool by the checker, all of it in one pass: O(stops of the pool), not routes times jobs.
  init(_ pool: [Route], of problem: RoutingProblem) {
    let jobs = problem.jobs.indices
    let known = pool.filter { route in
      problem.vehicles.indices.contains(route.vehicle) && problem.vehicles[route.vehicle].count > 0 && !route.jobs.isEmpty
        && route.jobs.allSatisfy(jobs.contains) && Set(route.jobs).count == route.jobs.count
    }
    let verdict = problem.check(known)
    // That other routes of the pool serve the same jobs, or are more than there are vehicles, is what the selection is for.
    let ofThePool: Set<Violation.Kind> = [.duplicate, .missing, .fleet]
    let broken = Set(verdict.violations.filter { !ofThePool.contains($0.kind) }.compactMap(\.route))
    for (index, scheduled) in verdict.routes.enumerated() where !broken.contains(index) {
      let candidate = Candidate(route: scheduled.route, cost: scheduled.cost)
      if let place = places.updateValue(all.count, forKey: Self.key(candidate.route)) {
        places[Self.key(candidate.route)] = place
        if candidate.cost < all[place].cost { all[place] = candidate }
      } else {
        all.append(candidate)
      }
    }
  }

  private static func key(_ route: Route) -> Key { Key(vehicle: route.vehicle, jobs: route.jobs.sorted()) }

  /// The candidate that serves the jobs of a route with its vehicle type at no more than its cost.
  func place(of route: Route) -> Int? { places[Self.key(route)] }

  /// More than any set of candidates that serves each job once can cost, drop costs included: each job carries its share of the dearest
  /// route (rounded up) or its drop cost. Half of `Int.max` at most.
  func priceAboveAll(of problem: RoutingProblem) -> Int {
    var dearest = problem.jobs.map { $0.dropCost ?? 0 }
    for candidate in all {
      let share = candidate.cost / candidate.route.jobs.count + 1
      for job in candidate.route.jobs { dearest[job] = max(dearest[job], share) }
    }
    let room = Int.max / 2 / (problem.jobs.count + 1) - 1
    return dearest.reduce(1) { min($0 + min($1, room), Int.max / 2) }
  }
}
