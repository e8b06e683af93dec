import Logistics
import Travel

extension LocalProblem {
  /// Whether the penalised local search can be used: it knows every rule, and there is room for penalties.
  static func canSearch(_ problem: RoutingProblem) -> Bool { supports(problem) && hasRoomForPenalties(problem) }

  /// Whether prices are so small that fractions of them, as penalties, still leave room in a sum.
  private static func hasRoomForPenalties(_ problem: RoutingProblem) -> Bool {
    let ways = Double(problem.travel.longestDistance.metres) * Double(2 * problem.jobs.count)
    let perMetre = Double(problem.vehicles.map(\.costPerMetre).max() ?? 0)
    let fixed = Double(problem.vehicles.map(\.fixedCost).max() ?? 0) * Double(problem.jobs.count)
    let dropped = problem.jobs.reduce(0.0) { $0 + Double($1.dropCost ?? 0) }
    let perSecond = problem.vehicles.map(\.costPerSecond).max() ?? 0
    return ways * perMetre + fixed + dropped < 0x1p50 && perSecond <= 1_000_000
  }

  /// Whether the penalised local search knows every rule that a problem uses.
  ///
  /// A list of what it knows, not of what it does not: each job and vehicle is rebuilt from the fields it reads and must come out the same,
  /// so that a rule added later turns it off.
  static func supports(_ problem: RoutingProblem) -> Bool {
    guard problem.profiles.count == 1, problem.traffic == nil, problem.begun.isEmpty, problem.relations.isEmpty,
      problem.preferences.isEmpty
    else {
      return false
    }
    // Goods going both ways at once need the peak on the way, which is not kept.
    guard problem.jobs.allSatisfy({ $0.pickup.isZero }) || problem.jobs.allSatisfy({ $0.delivery.isZero }) else { return false }
    return problem.jobs.allSatisfy(isPlain) && problem.vehicles.allSatisfy(isPlain)
  }

  private static func isPlain(_ job: Job) -> Bool {
    guard job.windows.count < 2 else { return false }
    return job
      == Job(
        id: job.id, place: job.place, delivery: job.delivery, pickup: job.pickup, service: job.service, window: job.window,
        skills: job.skills, dropCost: job.dropCost)
  }

  private static func isPlain(_ vehicle: VehicleType) -> Bool {
    vehicle
      == VehicleType(
        id: vehicle.id, count: vehicle.count, start: vehicle.start, end: vehicle.end, capacity: vehicle.capacity,
        shift: vehicle.shift, skills: vehicle.skills, fixedCost: vehicle.fixedCost, costPerMetre: vehicle.costPerMetre,
        costPerSecond: vehicle.costPerSecond, maximumDistance: vehicle.maximumDistance,
        maximumDuration: vehicle.maximumDuration)
  }
}
