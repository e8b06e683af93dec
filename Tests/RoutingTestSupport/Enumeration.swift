import Logistics
package import Routing
import Travel

/// The best plan of a small problem by trying every one: an oracle that knows nothing of the search or the checker.
package struct Enumeration {
  package let problem: RoutingProblem
  /// The fewest required jobs missing, and the least cost of a plan that misses so many.
  package private(set) var best: (missing: Int, cost: Int) = (.max, .max)

  package init(_ problem: RoutingProblem) {
    self.problem = problem
    var sets: [[Int?]] = []
    for vehicle in problem.vehicles.indices { sets.append(bestTours(of: vehicle)) }
    assign(
      0, 0,
      sets.enumerated().flatMap { type, tours in
        Array(repeating: tours, count: min(problem.vehicles[type].count, problem.jobs.count))
      })
  }

  /// For every set of jobs, as bits, the least cost of a tour through all of it.
  private func bestTours(of vehicle: Int) -> [Int?] {
    var best = [Int?](repeating: nil, count: 1 << problem.jobs.count)
    var order: [Int] = []
    func extend(_ set: Int) {
      if !order.isEmpty, let cost = cost(order, vehicle) { best[set] = min(best[set] ?? .max, cost) }
      for job in problem.jobs.indices where set & (1 << job) == 0 {
        order.append(job)
        extend(set | 1 << job)
        order.removeLast()
      }
    }
    extend(0)
    return best
  }

  /// What a tour costs, or `nil` if it breaks a rule: every departure that can matter is tried.
  private func cost(_ order: [Int], _ index: Int) -> Int? {
    let vehicle = problem.vehicles[index]
    let travel = problem.travel
    for dimension in 0..<problem.dimensions {
      var load = order.reduce(0) { $0 + problem.jobs[$1].delivery[dimension] }
      if load > vehicle.capacity[dimension] { return nil }
      for job in order {
        load += problem.jobs[job].pickup[dimension] - problem.jobs[job].delivery[dimension]
        if load > vehicle.capacity[dimension] { return nil }
      }
    }
    guard order.allSatisfy({ problem.jobs[$0].skills.isSubset(of: vehicle.skills) }) else { return nil }
    let stops = [vehicle.start] + order.map { problem.jobs[$0].place } + [vehicle.end]
    let metres = zip(stops, stops.dropFirst()).reduce(0) { $0 + travel.distance(from: $1.0, to: $1.1).metres }
    if let longest = vehicle.maximumDistance, metres > longest.metres { return nil }
    var shortest: Int?
    let opens = vehicle.shift?.opens.secondsSince1970 ?? -2000
    for departure in stride(from: opens, through: opens + 3000, by: 1) {
      var clock = departure
      var place = vehicle.start
      var inTime = true
      for job in order.map({ problem.jobs[$0] }) {
        clock += travel.duration(from: place, to: job.place).seconds
        if let window = job.window {
          clock = max(clock, window.opens.secondsSince1970)
          if clock > window.closes.secondsSince1970 { inTime = false }
        }
        clock += job.service.seconds
        place = job.place
      }
      clock += travel.duration(from: place, to: vehicle.end).seconds
      if let shift = vehicle.shift, clock > shift.closes.secondsSince1970 { inTime = false }
      guard inTime else { break }  // leaving later does not help
      shortest = min(shortest ?? .max, clock - departure)
    }
    return shortest.map { vehicle.fixedCost + metres * vehicle.costPerMetre + $0 * vehicle.costPerSecond }
  }

  private mutating func assign(_ served: Int, _ cost: Int, _ vehicles: [[Int?]]) {
    // Vehicle by vehicle, every set of the jobs still to be served.
    var reached: [Int: Int] = [served: cost]
    for tours in vehicles {
      var next = reached
      for (set, price) in reached {
        let rest = ((1 << problem.jobs.count) - 1) & ~set
        var part = rest
        while part > 0 {
          if let tour = tours[part] { next[set | part] = min(next[set | part] ?? .max, price + tour) }
          part = (part - 1) & rest
        }
      }
      reached = next
    }
    for (set, price) in reached {
      let left = problem.jobs.indices.filter { set & (1 << $0) == 0 }
      let missing = left.count { problem.jobs[$0].dropCost == nil }
      let total = price + left.reduce(0) { $0 + (problem.jobs[$1].dropCost ?? 0) }
      if (missing, total) < best { best = (missing, total) }
    }
  }
}
