package import Routing

/// The best plan of a small problem under every rule, by trying all routes: one route is judged by the checker, which knows nothing of
/// the search.
package struct RuleEnumeration {
  package let problem: RoutingProblem
  /// The fewest jobs missing that must be served, alternatives counted once, and the least cost of a plan that misses so many.
  package private(set) var best: (missing: Int, cost: Int) = (.max, .max)
  private var groups: [Int] = []
  private var lists: [Int] = []

  package init(_ problem: RoutingProblem) {
    self.problem = problem
    func bits(_ jobs: [Int]) -> Int { jobs.reduce(0) { $0 | 1 << $1 } }
    groups = problem.relations.alternatives.map { bits($0.jobs) }
    lists = problem.relations.sameRoute.map(bits)
    var tours: [[Int: Int]] = []
    for vehicle in problem.vehicles.indices {
      let any = self.tours(of: vehicle, beginning: [])
      let begun = problem.begun.filter { $0.vehicle == vehicle }
      for route in begun { tours.append(self.tours(of: vehicle, beginning: route.jobs)) }
      let free = min(problem.vehicles[vehicle].count - begun.count, problem.jobs.count)
      for _ in 0..<max(0, free) { tours.append(any.merging([0: 0]) { first, _ in first }) }
    }
    combine(tours)
  }

  /// For every set of jobs, as bits, the least cost of a route through all of it that begins with some.
  private func tours(of vehicle: Int, beginning: [Int]) -> [Int: Int] {
    var best: [Int: Int] = [:]
    var order = beginning
    func extend() {
      if !order.isEmpty, let cost = cheapest(order, vehicle, after: beginning.count) {
        best[order.reduce(0) { $0 | 1 << $1 }, default: .max] = min(best[order.reduce(0) { $0 | 1 << $1 }] ?? .max, cost)
      }
      for job in problem.jobs.indices where !order.contains(job) {
        order.append(job)
        extend()
        order.removeLast()
      }
    }
    extend()
    return best
  }

  /// The least cost of an order of jobs with reloads wherever they may be.
  private func cheapest(_ order: [Int], _ vehicle: Int, after fixed: Int) -> Int? {
    var best: Int?
    func judge(_ reloads: [ReloadStop]) {
      let verdict = problem.check([Route(vehicle: vehicle, jobs: order, reloads: reloads)])
      // What other routes are to mend is not this one's fault.
      let faults = verdict.violations.filter { $0.kind != .missing && $0.kind != .begun && $0.kind != .alternatives }
      if faults.isEmpty { best = min(best ?? .max, verdict.routes[0].cost) }
    }
    func place(_ next: Int, _ reloads: [ReloadStop]) {
      guard next < order.count else { return judge(reloads) }
      place(next + 1, reloads)
      for depot in problem.vehicles[vehicle].reload?.places ?? [] {
        place(next + 1, reloads + [ReloadStop(beforeJob: next, at: depot)])
      }
    }
    place(max(1, fixed), [])
    return best
  }

  private mutating func combine(_ vehicles: [[Int: Int]]) {
    var reached: [Int: Int] = [0: 0]
    for tours in vehicles {
      var next: [Int: Int] = [:]
      for (set, price) in reached {
        for (part, tour) in tours where set & part == 0 && agree(set, part) {
          next[set | part] = min(next[set | part] ?? .max, price + tour)
        }
      }
      reached = next
    }
    for (set, price) in reached { settle(set, price) }
  }

  /// Whether a route may be added to others: one of alternatives, and jobs of one route together.
  private func agree(_ set: Int, _ part: Int) -> Bool {
    groups.allSatisfy { ((set | part) & $0).nonzeroBitCount <= 1 } && lists.allSatisfy { set & $0 == 0 || part & $0 == 0 }
  }

  private mutating func settle(_ set: Int, _ price: Int) {
    var missing = 0
    var total = price
    let grouped = groups.reduce(0, |)
    for job in problem.jobs.indices where set & (1 << job) == 0 && grouped & (1 << job) == 0 {
      if let drop = problem.jobs[job].dropCost { total += drop } else { missing += 1 }
    }
    for (index, group) in groups.enumerated() where set & group == 0 {
      if let drop = problem.relations.alternatives[index].dropCost { total += drop } else { missing += 1 }
    }
    if (missing, total) < best { best = (missing, total) }
  }
}
