/// What is served or left out as one.
public enum Demand: Hashable, Sendable {
  /// A job by itself, as an index into the problem's jobs.
  case job(Int)
  /// Both ends of a shipment, as an index into the problem's shipments.
  case shipment(Int)
  /// Jobs of which one is served, as an index into the problem's alternatives.
  case alternatives(Int)
}

extension RoutingProblem {
  /// Everything that is to be served: shipments, alternatives, and each job that is in neither. O(jobs).
  public var demands: [Demand] {
    let bound = Set(relations.shipments.flatMap { [$0.pickup, $0.delivery] } + relations.alternatives.flatMap(\.jobs))
    return relations.shipments.indices.map(Demand.shipment) + relations.alternatives.indices.map(Demand.alternatives)
      + jobs.indices.filter { !bound.contains($0) }.map(Demand.job)
  }

  /// The jobs of a demand: of a shipment the pickup and then the delivery, of alternatives all.
  ///
  /// - Precondition: The problem has it.
  public func jobs(of demand: Demand) -> [Int] {
    switch demand {
    case .job(let job): [job]
    case .shipment(let index): [relations.shipments[index].pickup, relations.shipments[index].delivery]
    case .alternatives(let index): relations.alternatives[index].jobs
    }
  }

  /// What leaving it out costs, in the unit of the objective; `nil` if it must be served.
  ///
  /// - Precondition: The problem has it.
  public func dropCost(of demand: Demand) -> Int? {
    switch demand {
    case .alternatives(let index): return relations.alternatives[index].dropCost
    case .job, .shipment:
      return jobs(of: demand).reduce(0) { sum, job in sum.flatMap { sum in jobs[job].dropCost.map { sum + $0 } } }
    }
  }

  /// Whether routes with these jobs serve it.
  func isServed(_ demand: Demand, by jobs: Set<Int>) -> Bool {
    switch demand {
    case .job, .shipment: self.jobs(of: demand).allSatisfy(jobs.contains)
    case .alternatives: self.jobs(of: demand).contains(where: jobs.contains)
    }
  }

  /// Whether the problem has it.
  func has(_ demand: Demand) -> Bool {
    switch demand {
    case .job(let job): jobs.indices.contains(job)
    case .shipment(let index): relations.shipments.indices.contains(index)
    case .alternatives(let index): relations.alternatives.indices.contains(index)
    }
  }

  /// The same problem where some demands must be served, and all others may be left out for nothing. It asks whether they can be served, not
  /// whether they pay. O(jobs).
  ///
  /// - Precondition: The problem has the demands.
  public func requiring(_ demands: [Demand]) -> RoutingProblem {
    let wanted = Set(demands)
    var isWanted = [Bool](repeating: false, count: jobs.count)
    for demand in wanted { for job in jobs(of: demand) { isWanted[job] = true } }
    var relations = relations
    relations.alternatives = relations.alternatives.enumerated().map { index, choice in
      Alternatives(jobs: choice.jobs, dropCost: wanted.contains(.alternatives(index)) ? nil : 0)
    }
    return RoutingProblem(
      known: profiles, jobs: zip(jobs, isWanted).map { $0.with(dropCost: $1 ? nil : 0) }, vehicles: vehicles,
      relations: relations, traffic: traffic, begun: begun, preferences: preferences)
  }
}

extension Job {
  /// The job with another drop cost.
  func with(dropCost: Int?) -> Job {
    Job(
      id: id, place: place, delivery: delivery, pickup: pickup, service: service, setup: setup, windows: windows,
      lateness: lateness, release: release, skills: skills, dropCost: dropCost, announced: announced)
  }
}
