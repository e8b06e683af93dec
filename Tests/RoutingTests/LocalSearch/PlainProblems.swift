import Logistics
import RoutingTestSupport
import Travel

@testable import Routing

/// Random problems that the penalised local search supports, some with a longest duration, and solutions of them that break rules.
enum PlainProblems {
  static func make(seed: Int, jobs: Int) throws -> RoutingProblem {
    for attempt in 0..<1000 {
      let problem = try RandomProblems.make(seed: UInt64(seed * 1000 + attempt), jobs: jobs)
      guard LocalProblem.supports(problem) else { continue }
      return problem
    }
    preconditionFailure("no problem of this seed is supported")
  }

  /// The same with a longest duration on every other vehicle type.
  static func limited(seed: Int, jobs: Int) throws -> RoutingProblem {
    let problem = try make(seed: seed, jobs: jobs)
    let vehicles = problem.vehicles.enumerated().map { index, vehicle in
      VehicleType(
        id: vehicle.id, count: vehicle.count, start: vehicle.start, end: vehicle.end, capacity: vehicle.capacity,
        shift: vehicle.shift, skills: vehicle.skills, fixedCost: vehicle.fixedCost, costPerMetre: vehicle.costPerMetre,
        costPerSecond: vehicle.costPerSecond, maximumDistance: vehicle.maximumDistance,
        maximumDuration: index % 2 == 0 ? .seconds(250) : nil)
    }
    return try RoutingProblem(travel: problem.travel, jobs: problem.jobs, vehicles: vehicles)
  }

  /// A solution at random: jobs on any route that may serve them, whatever else it breaks.
  static func tours(_ problem: LocalProblem, _ random: inout RandomProblems.Generator) -> Tours {
    let tours = Tours(problem)
    tours.penalties.pointee = Penalties(
      late: .random(in: 1...2000, using: &random), distance: .random(in: 1...2000, using: &random))
    for dimension in 0..<problem.dimensions { tours.loadPenalties[dimension] = .random(in: 1...2000, using: &random) }
    for job in (0..<problem.jobCount).shuffled(using: &random) where Int.random(in: 0..<8, using: &random) > 0 {
      let slots = (0..<problem.slotCount).filter { slot in
        tours.mayServe(slot, job, 1) && (tours.tours[slot].size > 0 || tours.freeSlot[Int(tours.tours[slot].type)] == Int32(slot))
      }
      guard let slot = slots.randomElement(using: &random) else { continue }
      var stop = tours.start(slot)
      for _ in 0..<Int.random(in: 0...Int(tours.tours[slot].size), using: &random) { stop = Int(tours.visits[stop].next) }
      tours.insert(job, after: stop)
    }
    return tours
  }
}
