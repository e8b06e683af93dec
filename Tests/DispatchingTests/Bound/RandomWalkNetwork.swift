@testable import Dispatching
import Logistics
import Routing
import RoutingTestSupport
import Travel

/// A small network with prices and cuts drawn at random, and everything that can be said of its walks by trying all of them.
struct RandomWalkNetwork {
  static let scale = 8
  let problem: RoutingProblem
  let network: WalkNetwork
  /// For each job of the network what serving it earns, in scaled units.
  let prices: [Int]
  let rows: [SubsetRow]
  let penalties: [Int]

  init(seed: UInt64) throws {
    var random = RandomProblems.Generator(state: seed)
    let count = Int.random(in: 2...6, using: &random)
    problem = try Self.problem(seed: seed, jobs: count, isQuick: Int.random(in: 0..<3, using: &random) == 0)
    network = WalkNetwork(problem, types: [0], jobs: Array(problem.jobs.indices))
    let dearest = network.largestCost * 2 * Self.scale
    prices = (0..<count).map { _ in Int.random(in: -dearest / 8...dearest, using: &random) }
    var rows: [SubsetRow] = []
    if count >= 3 {
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        var row = SubsetRow(jobs: Array((0..<count).shuffled(using: &random).prefix(3)).sorted(), count: count)
        for job in 0..<count where Bool.random(using: &random) { row.memory[job] = true }
        rows.append(row)
      }
    }
    self.rows = rows
    penalties = rows.map { _ in Int.random(in: 0...dearest / 2, using: &random) }
  }

  /// A random problem; if it is to be quick, two jobs each at one door, no service takes time, and the day has an end.
  private static func problem(seed: UInt64, jobs count: Int, isQuick: Bool) throws -> RoutingProblem {
    let problem = try RandomProblems.make(seed: seed, jobs: count)
    guard isQuick else { return problem }
    let day = RandomProblems.window(0, 700)
    return try RoutingProblem(
      travel: problem.travel,
      jobs: problem.jobs.enumerated().map { index, job in
        Job(
          id: job.id, place: 2 + index / 2, delivery: job.delivery, pickup: job.pickup, window: job.window, skills: job.skills,
          dropCost: job.dropCost)
      },
      vehicles: problem.vehicles.map { vehicle in
        VehicleType(
          id: vehicle.id, count: vehicle.count, start: vehicle.start, end: vehicle.end, capacity: vehicle.capacity, shift: day,
          skills: vehicle.skills, fixedCost: vehicle.fixedCost, costPerMetre: vehicle.costPerMetre,
          costPerSecond: vehicle.costPerSecond)
      })
  }

  var cuts: PricedCuts {
    var cuts = PricedCuts(jobs: network.jobs.count)
    for (place, row) in rows.enumerated() {
      cuts.penalties.append(penalties[place])
      for job in network.jobs.indices where row.memory[job] {
        cuts.memories[job].insert(place)
        if row.jobs.contains(job) { cuts.members[job].insert(place) }
      }
    }
    return cuts
  }

  /// A route that serves each job once at most, as time and the scarcest dimension of the load allow it.
  struct Tour: Hashable {
    let jobs: [Int]
    let cost: Int
    let reducedCost: Int
  }

  /// All of them.
  var tours: [Tour] {
    var tours: [Tour] = []
    func extend(_ jobs: [Int]) {
      if !jobs.isEmpty, let tour = tour(jobs) { tours.append(tour) }
      for job in network.jobs.indices where !jobs.contains(job) { extend(jobs + [job]) }
    }
    extend([])
    return tours
  }

  /// By the problem alone, without the network's numbers for time and cost.
  private func tour(_ jobs: [Int]) -> Tour? {
    let vehicle = problem.vehicles[0]
    guard jobs.reduce(0, { $0 + network.demand[$1] }) <= network.typeCapacities[0] else { return nil }
    var clock = vehicle.shift?.opens.secondsSince1970 ?? -1_000_000
    var place = vehicle.start
    var cost = vehicle.fixedCost
    func drive(to next: Int) {
      let seconds = problem.travel.duration(from: place, to: next).seconds
      clock += seconds
      cost += problem.travel.distance(from: place, to: next).metres * vehicle.costPerMetre + seconds * vehicle.costPerSecond
      place = next
    }
    for job in jobs.map({ problem.jobs[$0] }) {
      drive(to: job.place)
      if let window = job.window {
        clock = max(clock, window.opens.secondsSince1970)
        if clock > window.closes.secondsSince1970 { return nil }
      }
      clock += job.service.seconds
      cost += job.service.seconds * vehicle.costPerSecond
    }
    drive(to: vehicle.end)
    if let shift = vehicle.shift, clock > shift.closes.secondsSince1970 { return nil }
    var reduced = jobs.reduce(cost * Self.scale) { $0 - prices[$1] }
    for (row, penalty) in zip(rows, penalties) { reduced += penalty * row.coefficient(of: jobs) }
    return Tour(jobs: jobs, cost: cost, reducedCost: reduced)
  }
}
