import Logistics
import Routing
import Travel

/// What the walks of some vehicle types go along: jobs that they may serve and the ways between them, with costs and rules in numbers.
///
/// The types differ in their fixed cost, their number, their room, the end of their shift and their longest distance alone, so that one
/// search serves them all.
struct WalkNetwork {
  /// A way from one job to another.
  struct Arc {
    /// Where it leads, as a place in `jobs`.
    let job: Int32
    /// Seconds from the beginning of a service to the arrival for the next.
    let step: Int
    /// What the way and the service at its end cost, in the unit of the objective.
    let cost: Int
    /// Which of the jobs remembered where it begins are remembered where it leads.
    var keeps: UInt64 = 0
    /// The bit of the job it leads to if that is remembered where it begins.
    var forbids: UInt64 = 0
  }

  /// The vehicle types, ascending.
  let types: [Int]
  /// The jobs that they may serve, ascending.
  let jobs: [Int]
  /// For each job the ways out of it that time allows, cheapest first.
  var arcs: [[Arc]] = []
  /// For each job the bit that stands for it in the memory of a walk.
  var bits: [UInt64] = []
  /// For each job when its service begins if it is the first, and what it costs to get there and serve it.
  private(set) var first: [(begin: Int, cost: Int)] = []
  /// For each job seconds and cost from the beginning of its service to the end of the route.
  private(set) var last: [(step: Int, cost: Int)] = []
  /// For each job when its service may begin.
  private(set) var opens: [Int] = []
  private(set) var closes: [Int] = []
  /// For each type when it must be back.
  let typeCloses: [Int]
  let fixedCosts: [Int]
  /// How much each job takes of the dimension that is scarcest, and how much of that there is.
  private(set) var demand: [Int] = []
  private(set) var capacity = Int.max
  /// For each type how much of that there is.
  private(set) var typeCapacities: [Int] = []
  /// The most jobs that a route can serve.
  private(set) var longest: Int

  /// Beyond every moment, far from overflow when some are added.
  static let forever = 1 << 40

  /// - Parameters:
  ///   - types: Alike as said above.
  ///   - jobs: What they are compatible with.
  init(_ problem: RoutingProblem, types: [Int], jobs: [Int]) {
    self.types = types
    self.jobs = jobs
    let vehicle = problem.vehicles[types[0]]
    typeCloses = types.map { problem.vehicles[$0].shift?.closes.secondsSince1970 ?? Self.forever }
    fixedCosts = types.map { problem.vehicles[$0].fixedCost }
    longest = jobs.count
    let latest = typeCloses.max() ?? Self.forever
    let earliest = vehicle.shift?.opens.secondsSince1970 ?? -Self.forever
    opens = jobs.map { max(earliest, problem.jobs[$0].window?.opens.secondsSince1970 ?? -Self.forever) }
    closes = jobs.map {
      min(latest - problem.jobs[$0].service.seconds, problem.jobs[$0].window?.closes.secondsSince1970 ?? Self.forever)
    }
    connect(problem, vehicle, earliest: earliest)
    chooseLoad(problem)
    limitLength(latest: latest, earliest: earliest)
    remember(most: jobs.count <= 200 ? 12 : 8)
  }

  private mutating func connect(_ problem: RoutingProblem, _ vehicle: VehicleType, earliest: Int) {
    let travel = problem.travel
    func way(_ from: Int, _ to: Int, service: Int) -> (seconds: Int, cost: Int) {
      let seconds = travel.duration(from: from, to: to).seconds
      let cost = travel.distance(from: from, to: to).metres * vehicle.costPerMetre + (seconds + service) * vehicle.costPerSecond
      return (seconds, cost)
    }
    for (index, job) in jobs.lazy.map({ problem.jobs[$0] }).enumerated() {
      let service = job.service.seconds
      let out = way(vehicle.start, job.place, service: service)
      first.append((max(opens[index], earliest + out.seconds), out.cost))
      let back = way(job.place, vehicle.end, service: 0)
      last.append((service + back.seconds, back.cost))
      var ways: [Arc] = []
      for (other, next) in jobs.enumerated() where other != index {
        let on = way(job.place, problem.jobs[next].place, service: problem.jobs[next].service.seconds)
        let step = service + on.seconds
        if opens[index] + step <= closes[other] { ways.append(Arc(job: Int32(other), step: step, cost: on.cost)) }
      }
      ways.sort { ($0.cost, $0.job) < ($1.cost, $1.job) }
      arcs.append(ways)
    }
  }

  /// What is on board at the departure is the sum of the deliveries, at the return that of the pickups: both must fit, in each
  /// dimension. The dimension in which the jobs together fill the largest vehicle most often is kept, the others are relaxed.
  private mutating func chooseLoad(_ problem: RoutingProblem) {
    demand = [Int](repeating: 0, count: jobs.count)
    typeCapacities = types.map { _ in .max }
    var scarcity = 0.0
    for dimension in 0..<problem.dimensions {
      let rooms = types.map { problem.vehicles[$0].capacity[dimension] }
      let room = rooms.max() ?? 0
      for amounts in [jobs.map { problem.jobs[$0].delivery[dimension] }, jobs.map { problem.jobs[$0].pickup[dimension] }] {
        longest = min(longest, Self.mostTerms(of: amounts, within: room))
        let filled = Double(amounts.reduce(0) { $0.addingClamped($1) }) / Double(max(1, room))
        if filled > scarcity { (scarcity, demand, capacity, typeCapacities) = (filled, amounts, room, rooms) }
      }
    }
  }

  private mutating func limitLength(latest: Int, earliest: Int) {
    guard latest < Self.forever, earliest > -Self.forever else { return }
    // A stop takes its service and the way on, whichever that is.
    let steps = jobs.indices.map { job in min(last[job].step, arcs[job].lazy.map(\.step).min() ?? .max) }
    longest = min(longest, Self.mostTerms(of: steps, within: latest - earliest))
  }

  /// How many of the numbers, none negative, can be summed without exceeding the room.
  private static func mostTerms(of amounts: [Int], within room: Int) -> Int {
    var sum = 0
    var count = 0
    for amount in amounts.sorted() {
      sum = sum.addingClamped(amount)
      if sum > room { break }
      count += 1
    }
    return count
  }

  /// The largest cost of a way, of an end, or of a vehicle.
  var largestCost: Int {
    let ways = arcs.lazy.flatMap { $0.lazy.map(\.cost) }.max() ?? 0
    let ends = zip(first, last).lazy.map { max($0.cost, $1.cost) }.max() ?? 0
    return max(ways, ends, fixedCosts.max() ?? 0)
  }
}
