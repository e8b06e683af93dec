import Logistics

/// What the search inserts and removes as one: a job, alternatives of which one is served, or both ends of a shipment.
struct FlatUnits {
  private(set) var members: [[Int]] = []
  private(set) var needed: [Int] = []
  /// `nil` if it must be served.
  private(set) var dropCosts: [Int?] = []
  private(set) var unitOfJob: [Int]

  init(_ problem: RoutingProblem) {
    let jobs = problem.jobs
    unitOfJob = [Int](repeating: -1, count: jobs.count)
    for alternatives in problem.relations.alternatives {
      add(alternatives.jobs, needed: 1, alternatives.dropCost)
    }
    for shipment in problem.relations.shipments {
      let ends = [shipment.pickup, shipment.delivery]
      add(ends, needed: 2, ends.reduce(0) { sum, job in sum.flatMap { sum in jobs[job].dropCost.map { sum + $0 } } })
    }
    for job in jobs.indices where unitOfJob[job] < 0 { add([job], needed: 1, jobs[job].dropCost) }
  }

  /// How many jobs that must be served are on none of some routes, alternatives counted once.
  func missing(from routes: [Route]) -> Int {
    let served = served(by: routes)
    return members.indices.reduce(0) { $0 + (dropCosts[$1] == nil && served[$1] < needed[$1] ? needed[$1] : 0) }
  }

  /// How many units are on none of some routes.
  func unserved(by routes: [Route]) -> Int { served(by: routes).count { $0 == 0 } }

  private func served(by routes: [Route]) -> [Int] {
    var served = [Int](repeating: 0, count: members.count)
    for route in routes { for job in route.jobs { served[unitOfJob[job]] += 1 } }
    return served
  }

  private mutating func add(_ jobs: [Int], needed: Int, _ dropCost: Int?) {
    for job in jobs { unitOfJob[job] = members.count }
    members.append(jobs)
    self.needed.append(needed)
    dropCosts.append(dropCost)
  }
}
