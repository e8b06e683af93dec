import Logistics
import Routing
import Travel

/// What the walks of some vehicle types go along: jobs that they may serve and the ways between them, with costs and rules in
/// numbers.
///
/// The types differ in their fixed cost, their number, their room and their longest distance alone, so that one search serves
/// them all.
struct WalkNetwork {
  /// A way from one job to another.
  struct Way {
    /// Where it leads, as a place in `jobs`.
    let job: Int32
    /// Seconds from the beginning of one service to the arrival for the other.
    let step: Int
    /// What driving it costs, in the unit of the objective.
    let cost: Int
    /// Which of the jobs remembered where it begins are remembered where it leads.
    var keeps: UInt64 = 0
    /// The bit of the job it leads to if that is remembered where it begins.
    var forbids: UInt64 = 0
  }

  /// The network as a walk sees it that begins at one end of the day. Seen from the evening every way leads back, and a moment
  /// has its sign turned: what was the latest becomes the earliest.
  struct Side {
    /// For each job when its service may begin.
    var opens: [Int] = []
    var closes: [Int] = []
    /// For each job when its service begins if it is the first, and what it costs to get there.
    var first: [(begin: Int, cost: Int)] = []
    /// For each job until when the way to the other end of the day can be taken, and what it costs.
    var last: [(limit: Int, cost: Int)] = []
    /// For each job the ways out of it that time allows, cheapest first.
    var ways: [[Way]] = []
  }

  /// The vehicle types, ascending.
  let types: [Int]
  /// The jobs that they may serve, ascending.
  let jobs: [Int]
  /// As a walk sees it that begins with the day, and one that begins with its end.
  var morning = Side()
  var evening = Side()
  /// For each job what the time of its service costs.
  private(set) var visitCosts: [Int] = []
  /// For each job the bit that stands for it in the memory of a walk.
  var bits: [UInt64] = []
  /// For each type what it costs before it moves.
  let fixedCosts: [Int]
  /// How much each job takes of the dimension that is scarcest, and how much of that there is.
  private(set) var demand: [Int] = []
  private(set) var capacity = Int.max
  /// For each type how much of that there is.
  private(set) var typeCapacities: [Int] = []
  /// What walks are labelled by: no way lowers it, each raises it, and it ends.
  private(set) var resource = LabelSide.Resource.time
  /// By how much a walk from the morning may come later than one from the evening wants it, for how time is counted.
  private(set) var slack = 0

  /// Beyond every moment, far from overflow when some are added.
  static let forever = 1 << 40

  /// - Parameters:
  ///   - types: Alike as said above.
  ///   - jobs: What they are compatible with.
  init(_ problem: RoutingProblem, types: [Int], jobs: [Int]) {
    self.types = types
    self.jobs = jobs
    let vehicle = problem.vehicles[types[0]]
    fixedCosts = types.map { problem.vehicles[$0].fixedCost }
    chooseLoad(problem)
    connect(problem, vehicle)
    remember(most: 10)
  }

  private mutating func connect(_ problem: RoutingProblem, _ vehicle: VehicleType) {
    let travel = problem.travel
    let earliest = vehicle.shift?.opens.secondsSince1970 ?? -Self.forever
    let latest = vehicle.shift?.closes.secondsSince1970 ?? Self.forever
    func way(_ from: Int, _ to: Int) -> (seconds: Int, cost: Int) {
      let seconds = travel.duration(from: from, to: to).seconds
      return (seconds, travel.distance(from: from, to: to).metres * vehicle.costPerMetre + seconds * vehicle.costPerSecond)
    }
    for job in jobs.lazy.map({ problem.jobs[$0] }) {
      let service = job.service.seconds
      let (out, back) = (way(vehicle.start, job.place), way(job.place, vehicle.end))
      let opens = max(earliest, job.window?.opens.secondsSince1970 ?? -Self.forever)
      let closes = min(latest - service, job.window?.closes.secondsSince1970 ?? Self.forever)
      let begin = max(opens, earliest + out.seconds)
      let limit = latest - service - back.seconds
      visitCosts.append(service * vehicle.costPerSecond)
      morning.opens.append(opens)
      morning.closes.append(closes)
      morning.first.append((begin, out.cost))
      morning.last.append((limit, back.cost))
      evening.opens.append(-closes)
      evening.closes.append(-opens)
      evening.first.append((max(-closes, -limit), back.cost))
      evening.last.append((-begin, out.cost))
    }
    morning.ways = jobs.map { _ in [] }
    evening.ways = morning.ways
    for (index, from) in jobs.enumerated() {
      let job = problem.jobs[from]
      for (other, to) in jobs.enumerated() where other != index {
        let on = way(job.place, problem.jobs[to].place)
        let step = job.service.seconds + on.seconds
        guard morning.opens[index] + step <= morning.closes[other], demand[index] + demand[other] <= capacity else { continue }
        morning.ways[index].append(Way(job: Int32(other), step: step, cost: on.cost))
        evening.ways[other].append(Way(job: Int32(index), step: step, cost: on.cost))
      }
    }
    for index in jobs.indices {
      morning.ways[index].sort { ($0.cost, $0.job) < ($1.cost, $1.job) }
      evening.ways[index].sort { ($0.cost, $0.job) < ($1.cost, $1.job) }
    }
    chooseResource()
  }

  /// Chooses what walks are labelled by: time if it ends for every job, else the load.
  ///
  /// Where a step takes none of it, walks could go round without end. It is counted in smaller units then, of which each stop
  /// takes one more: whoever stops as often as there are jobs needs no more of it in the old ones.
  private mutating func chooseResource() {
    let unit = jobs.count + 1
    let isTime = (morning.opens + evening.opens + morning.closes + evening.closes).allSatisfy { abs($0) < Self.forever / 2 }
    resource = isTime ? .time : .load
    guard isTime else {
      if capacity == .max {
        demand = jobs.map { _ in 1 }
        capacity = jobs.count
        typeCapacities = typeCapacities.map { _ in capacity }
      } else if (demand.min() ?? 1) <= 0 {
        demand = demand.map { $0 * unit + 1 }
        capacity = capacity.multipliedClamped(by: unit).addingClamped(jobs.count)
        typeCapacities = typeCapacities.map { $0.multipliedClamped(by: unit).addingClamped(jobs.count) }
      }
      return
    }
    guard (morning.ways.lazy.flatMap { $0.lazy.map(\.step) }.min() ?? 1) <= 0 else { return }
    func counted(_ side: Side) -> Side {
      var side = side
      side.opens = side.opens.map { $0 * unit }
      side.closes = side.closes.map { $0 * unit + jobs.count }
      side.first = side.first.map { ($0.begin * unit, $0.cost) }
      side.last = side.last.map { ($0.limit * unit + jobs.count, $0.cost) }
      side.ways = side.ways.map { $0.map { Way(job: $0.job, step: $0.step * unit + 1, cost: $0.cost) } }
      return side
    }
    morning = counted(morning)
    evening = counted(evening)
    slack = jobs.count
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
        let filled = Double(amounts.reduce(0) { $0.addingClamped($1) }) / Double(max(1, room))
        if filled > scarcity { (scarcity, demand, capacity, typeCapacities) = (filled, amounts, room, rooms) }
      }
    }
  }

  /// The most stops that a walk has room for: it may come back to its jobs.
  var longestWalk: Int {
    let most = resource == .time ? (morning.closes.max() ?? 0) - (morning.opens.min() ?? 0) : capacity
    return max(0, most) / leastStep + 2
  }

  /// What every step takes of the resource at least, one or more.
  var leastStep: Int {
    switch resource {
    case .time: morning.ways.lazy.flatMap { $0.lazy.map(\.step) }.min() ?? 1
    case .load: demand.min() ?? 1
    }
  }

  /// The largest cost of a way, of an end, or of a vehicle.
  var largestCost: Int {
    let ways = morning.ways.lazy.flatMap { $0.lazy.map(\.cost) }.max() ?? 0
    let ends = zip(morning.first, morning.last).lazy.map { max($0.cost, $1.cost) }.max() ?? 0
    return max(ways, ends, visitCosts.max() ?? 0, fixedCosts.max() ?? 0)
  }
}
