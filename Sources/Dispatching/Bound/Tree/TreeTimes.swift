import Logistics
import Routing
import Travel

/// When each job of a group can be served by each vehicle type, by the windows, the shifts and the quickest ways alone.
///
/// The quickest way leads over other jobs where that is quicker: nothing is assumed of the matrix.
struct TreeTimes {
  /// For each type and job whether it can come while the job's window and its own shift last.
  private(set) var reaches: [[Bool]] = []
  /// For each job the earliest begin of its service by any type that reaches it; `forever` before all times for none.
  private(set) var earliest: [Int]
  /// For each job the latest begin of its service by any type that reaches it.
  private(set) var latest: [Int]

  /// Beyond every moment, far from overflow when some are added.
  static let forever = 1 << 40

  /// - Parameters:
  ///   - types: Indices into the problem's vehicles.
  ///   - jobs: Indices into the problem's jobs.
  ///   - serves: For each type which jobs it can carry.
  /// - Complexity: O(jobs²) for each place where a vehicle starts or ends.
  init(_ problem: RoutingProblem, types: [Int], jobs: [Int], serves: [[Bool]]) {
    earliest = [Int](repeating: .max, count: jobs.count)
    latest = [Int](repeating: .min, count: jobs.count)
    var outs: [Int: [Int]] = [:]
    var backs: [Int: [Int]] = [:]
    for (index, type) in types.enumerated() {
      let vehicle = problem.vehicles[type]
      let out = outs[vehicle.start] ?? Self.quickest(problem, jobs, vehicle.start, isBack: false)
      outs[vehicle.start] = out
      let back = backs[vehicle.end] ?? Self.quickest(problem, jobs, vehicle.end, isBack: true)
      backs[vehicle.end] = back
      let opens = vehicle.shift?.opens.secondsSince1970 ?? -Self.forever
      let closes = vehicle.shift?.closes.secondsSince1970 ?? Self.forever
      var reached = serves[index]
      for place in jobs.indices where reached[place] {
        let job = problem.jobs[jobs[place]]
        let first = max(job.window?.opens.secondsSince1970 ?? -Self.forever, opens + out[place])
        let last = min(job.window?.closes.secondsSince1970 ?? Self.forever, closes - job.service.seconds - back[place])
        guard first <= last else {
          reached[place] = false
          continue
        }
        earliest[place] = min(earliest[place], first)
        latest[place] = max(latest[place], last)
      }
      reaches.append(reached)
    }
    // A job that none reaches in time is in no plan that keeps the rules; that they carry it is then all that is used.
    for place in jobs.indices where earliest[place] == .max {
      (earliest[place], latest[place]) = (-Self.forever, Self.forever)
      for index in types.indices { reaches[index][place] = serves[index][place] }
    }
  }

  /// Seconds between a place and the service of each job by the quickest way over any jobs, with their services. (E. Dijkstra, 1959.)
  private static func quickest(_ problem: RoutingProblem, _ jobs: [Int], _ place: Int, isBack: Bool) -> [Int] {
    let travel = problem.travel
    let rows = jobs.map { problem.jobs[$0].place }
    let services = jobs.map { problem.jobs[$0].service.seconds }
    func way(_ from: Int, _ to: Int) -> Int {
      (isBack ? travel.duration(from: to, to: from) : travel.duration(from: from, to: to)).seconds
    }
    var reached = rows.map { way(place, $0) }
    var rest = Array(jobs.indices)
    while let next = rest.indices.min(by: { reached[rest[$0]] < reached[rest[$1]] }) {
      let job = rest[next]
      rest.swapAt(next, rest.count - 1)
      rest.removeLast()
      for other in rest { reached[other] = min(reached[other], reached[job] + services[job] + way(rows[job], rows[other])) }
    }
    return reached
  }

  /// The seconds from the end of one service to the begin of the next at least, or `nil` if it cannot come so.
  @inline(__always)
  func step(from job: Int, service: Int, to other: Int, seconds: Int) -> Int? {
    guard earliest[job] + service + seconds <= latest[other] else { return nil }
    return max(seconds, earliest[other] - latest[job] - service)
  }
}
