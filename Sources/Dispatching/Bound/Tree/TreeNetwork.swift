import Logistics
import Routing
import Travel

/// What the spanning trees of one group go along: its jobs, its depots merged into one root, and the ways between them in both
/// directions at once.
struct TreeNetwork {
  /// The types of the group that can serve anything, as indices into the problem's vehicles.
  let types: [Int]
  /// The jobs of the group, as indices into the problem's jobs.
  let jobs: [Int]
  /// For each type how many routes it may drive.
  let counts: [Int]
  let fixedCosts: [Int]
  let metreCosts: [Int]
  let secondCosts: [Int]
  /// For each job what leaving it out costs, or `nil` if it must be served.
  let dropCosts: [Int?]
  let services: [Int]
  /// Metres between two jobs, row by row: the smaller of the two directions that time allows, or `noWay`.
  private(set) var metres: [Int32] = []
  /// Seconds of driving and of waiting that cannot be helped between two jobs, row by row, in the same way.
  private(set) var seconds: [Int32] = []
  /// For each type and job the smaller of the metres from the start and to the end.
  private(set) var rootMetres: [Int] = []
  /// For each type and job the smaller of the seconds from the start and to the end.
  private(set) var rootSeconds: [Int] = []
  /// For each type the most seconds of driving and service that its route can hold, or `nil` if nothing ends its day.
  private(set) var days: [Int?] = []
  /// For each dimension what each job takes: on board at the departure, then on board at the return, without those that nobody uses.
  private(set) var amounts: [[Int]] = []
  /// For each dimension what each type holds.
  private(set) var capacities: [[Int]] = []
  /// For each job its place in `profileTypes`.
  private(set) var profiles: [Int] = []
  /// The sets of types, ascending, that jobs can be served by.
  private(set) var profileTypes: [[Int]] = []
  /// For each profile, times the number of profiles, and another the types that may drive between their jobs.
  private(set) var sharedTypes: [[Int]] = []
  /// For each type whether it can serve each job.
  private(set) var serves: [[Bool]] = []

  /// Time allows neither direction.
  static let noWay: Int32 = -1
  /// More ways than this would be gigabytes of memory.
  private static let mostWays = 1 << 26
  /// Pairs of profiles are looked at in each step, so that more of them than this, counted with their types, are merged.
  private static let mostShared = 1 << 14

  /// - Parameters:
  ///   - dropCosts: For each job of the problem what leaving it out costs, or `nil` if it must be served.
  ///   - compatible: For each type of the problem the jobs that it can carry.
  /// - Returns: `nil` for a group with too many ways.
  init?(_ problem: RoutingProblem, _ group: Group, dropCosts: [Int?], compatible: [[Int]]) {
    types = group.types.filter { problem.vehicles[$0].count > 0 && !compatible[$0].isEmpty }
    jobs = group.jobs
    let size = max(jobs.count, types.count)
    guard size.multipliedClamped(by: jobs.count) <= Self.mostWays else { return nil }
    fixedCosts = types.map { problem.vehicles[$0].fixedCost }
    metreCosts = types.map { problem.vehicles[$0].costPerMetre }
    secondCosts = types.map { problem.vehicles[$0].costPerSecond }
    self.dropCosts = jobs.map { dropCosts[$0] }
    services = jobs.map { problem.jobs[$0].service.seconds }
    let places = Dictionary(uniqueKeysWithValues: jobs.enumerated().map { ($0.element, $0.offset) })
    serves = types.map { type in
      var row = [Bool](repeating: false, count: group.jobs.count)
      for job in compatible[type] { row[places[job]!] = true }
      return row
    }
    let times = TreeTimes(problem, types: types, jobs: jobs, serves: serves)
    serves = times.reaches
    counts = zip(types, serves).map { min(problem.vehicles[$0].count, $1.count(where: \.self)) }
    connect(problem, times)
    limitDays(problem)
    weigh(problem)
    profile()
  }

  private mutating func connect(_ problem: RoutingProblem, _ times: TreeTimes) {
    let travel = problem.travel
    let rows = jobs.map { problem.jobs[$0].place }
    metres.reserveCapacity(rows.count * rows.count)
    seconds.reserveCapacity(rows.count * rows.count)
    for (job, from) in rows.enumerated() {
      for (other, to) in rows.enumerated() {
        var least = (metres: Int.max, seconds: Int.max)
        func offer(_ job: Int, _ from: Int, _ other: Int, _ to: Int) {
          let driving = travel.duration(from: from, to: to).seconds
          guard let step = times.step(from: job, service: services[job], to: other, seconds: driving) else { return }
          least.metres = min(least.metres, travel.distance(from: from, to: to).metres)
          least.seconds = min(least.seconds, step)
        }
        offer(job, from, other, to)
        offer(other, to, job, from)
        metres.append(least.metres == .max ? Self.noWay : Int32(least.metres))
        seconds.append(least.metres == .max ? 0 : Int32(min(least.seconds, TravelMatrix.longest)))
      }
    }
    for type in types {
      let vehicle = problem.vehicles[type]
      for row in rows {
        rootMetres.append(
          min(travel.distance(from: vehicle.start, to: row), travel.distance(from: row, to: vehicle.end)).metres)
        rootSeconds.append(
          min(travel.duration(from: vehicle.start, to: row), travel.duration(from: row, to: vehicle.end)).seconds)
      }
    }
  }

  /// A route ends by its shift and soon after the last window of its jobs; of what it drives and serves, all but the way out comes
  /// after the first window opens.
  private mutating func limitDays(_ problem: RoutingProblem) {
    for (index, type) in types.enumerated() {
      let vehicle = problem.vehicles[type]
      guard counts[index] > 0 else {
        days.append(nil)
        continue
      }
      var opening: Int? = .max
      var closing: Int? = .min
      for (place, job) in jobs.enumerated() where serves[index][place] {
        let row = problem.jobs[job].place
        let window = problem.jobs[job].window
        let out = problem.travel.duration(from: vehicle.start, to: row).seconds
        let back = problem.travel.duration(from: row, to: vehicle.end).seconds
        opening = opening.flatMap { least in window.map { min(least, $0.opens.secondsSince1970 - out) } }
        closing = closing.flatMap { most in window.map { max(most, $0.closes.secondsSince1970 + services[place] + back) } }
      }
      let begin = [opening, vehicle.shift?.opens.secondsSince1970].compactMap(\.self).max()
      let end = [closing, vehicle.shift?.closes.secondsSince1970].compactMap(\.self).min()
      if let begin, let end { days.append(max(0, end - begin)) } else { days.append(nil) }
    }
  }

  private mutating func weigh(_ problem: RoutingProblem) {
    for dimension in 0..<problem.dimensions {
      let rooms = types.map { problem.vehicles[$0].capacity[dimension] }
      for load in [\Job.delivery, \Job.pickup] {
        let taken = jobs.map { problem.jobs[$0][keyPath: load][dimension] }
        guard taken.contains(where: { $0 > 0 }) else { continue }
        amounts.append(taken)
        capacities.append(rooms)
      }
    }
  }

  private mutating func profile() {
    var known: [[Int]: Int] = [:]
    for job in jobs.indices {
      let able = types.indices.filter { serves[$0][job] }
      if known[able] == nil {
        known[able] = profileTypes.count
        profileTypes.append(able)
      }
      profiles.append(known[able]!)
    }
    let count = profileTypes.count
    if count * count * types.count > Self.mostShared {
      // Any type for any way costs less than it should, never more.
      profileTypes = [Array(types.indices)]
      profiles = [Int](repeating: 0, count: jobs.count)
    }
    for first in profileTypes {
      for second in profileTypes {
        let other = Set(second)
        sharedTypes.append(first.filter(other.contains))
      }
    }
  }

  /// The most seconds of one way, one service or one day.
  var longestSpan: Int {
    max(
      Int(seconds.max() ?? 0), rootSeconds.max() ?? 0, services.max() ?? 0, days.lazy.compactMap(\.self).max() ?? 0, 1)
  }

  /// The largest cost of one way, one service, one vehicle or one job left out.
  var largestCost: Int {
    let metre = metreCosts.max() ?? 0
    let second = secondCosts.max() ?? 0
    let way = max(Int(metres.max() ?? 0), rootMetres.max() ?? 0).multipliedClamped(by: metre)
    return max(
      way.addingClamped(longestSpan.multipliedClamped(by: second)), fixedCosts.max() ?? 0,
      dropCosts.lazy.compactMap(\.self).max() ?? 0, 1)
  }
}
