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

  private mutating func add(_ jobs: [Int], needed: Int, _ dropCost: Int?) {
    for job in jobs { unitOfJob[job] = members.count }
    members.append(jobs)
    self.needed.append(needed)
    dropCosts.append(dropCost)
  }
}
