import Logistics
import Routing
import Travel

/// Schedules of one route by trying every departure and every placement of its breaks, with a clock that ticks second by second: an oracle
/// that knows nothing of the checker.
struct SecondBySecond {
  /// One way to drive it.
  struct Run {
    var end = 0
    /// For each stop.
    var lateness: [Int] = []
  }

  /// The schedule that the rules ask for.
  struct Best: Equatable {
    let departure: Int
    let end: Int
    let breaks: Int
  }

  let problem: RoutingProblem
  let route: Route
  private let vehicle: VehicleType
  private let jobs: [Job]
  /// The speed in each second from `begin` on.
  private let speeds: [Int]

  private static let begin = -200

  init(_ world: TinyWorld) {
    (problem, route) = (world.problem, world.route)
    vehicle = problem.vehicles[route.vehicle]
    jobs = route.jobs.map { world.problem.jobs[$0] }
    speeds = (Self.begin..<800).map { clock in
      world.problem.traffic?.changes.last { $0.at.secondsSince1970 <= clock }?.percent ?? 100
    }
  }

  /// The largest release of the jobs from one position to another.
  private func release(_ positions: Range<Int>) -> Int? {
    positions.compactMap { jobs[$0].release?.secondsSince1970 }.max()
  }

  /// The earliest departure: of tiny worlds everything is over in less than 150 seconds.
  var earliest: Int {
    let isTied =
      jobs.contains { !$0.windows.isEmpty || $0.release != nil }
      || vehicle.breaks.contains { !$0.windows.isEmpty }
    let opens = vehicle.shift?.opens.secondsSince1970 ?? (isTied ? -150 : 0)
    return max(opens, release(0..<(route.reloads.first?.beforeJob ?? route.jobs.count)) ?? opens)
  }

  /// The moment until which it is driven from a moment.
  func drive(from clock: Int, _ origin: Int, _ destination: Int) -> Int {
    var clock = clock
    var work = 100 * problem.travel.duration(from: origin, to: destination).seconds
    while work > 0 {
      work -= speeds[clock - Self.begin]
      clock += 1
    }
    return clock
  }

  /// Drives with each break at a point: 0 at the start, then two for each stop, one at the end. `nil` if a break finds no window,
  /// a service is later than allowed, or the shift is over before.
  func run(from departure: Int, _ points: [Int]) -> Run? {
    var run = Run()
    var clock = departure
    var place = vehicle.start
    var point = 0
    var rested = 0
    func isOpen(_ windows: [TimeWindow]) -> Bool {
      for window in windows where window.contains(Instant(secondsSince1970: clock)) { return true }
      return windows.isEmpty
    }
    func isPast(_ windows: [TimeWindow]) -> Bool {
      guard let last = windows.last else { return false }
      return last.closes.secondsSince1970 < clock
    }
    func rest() -> Bool {
      while rested < points.count, points[rested] == point {
        let pause = vehicle.breaks[rested]
        while !isOpen(pause.windows) {
          if isPast(pause.windows) { return false }
          clock += 1
        }
        clock += pause.duration.seconds
        rested += 1
      }
      point += 1
      return true
    }
    func go(to next: Int) {
      clock = drive(from: clock, place, next)
      place = next
    }
    guard rest() else { return nil }
    var isFirst = true
    for position in 0...route.jobs.count {
      for (index, reload) in route.reloads.enumerated() where reload.beforeJob == position {
        go(to: reload.place)
        guard rest() else { return nil }
        clock += vehicle.reload!.duration.seconds
        guard rest() else { return nil }
        let next = index + 1 < route.reloads.count ? route.reloads[index + 1].beforeJob : route.jobs.count
        clock = max(clock, release(position..<next) ?? clock)
        isFirst = false
      }
      guard position < jobs.count else { break }
      let job = jobs[position]
      let isThere = place == job.place && !isFirst
      isFirst = false
      go(to: job.place)
      guard rest() else { return nil }
      while !isOpen(job.windows) && !isPast(job.windows) { clock += 1 }
      let late = isPast(job.windows) ? clock - job.windows.last!.closes.secondsSince1970 : 0
      if late > job.lateness.map({ $0.most?.seconds ?? late }) ?? 0 { return nil }
      run.lateness.append(late)
      clock += job.service.seconds + (isThere ? 0 : job.setup.seconds)
      guard rest() else { return nil }
    }
    go(to: vehicle.end)
    guard rest(), rested == points.count else { return nil }
    if let shift = vehicle.shift, clock > shift.closes.secondsSince1970 { return nil }
    run.end = clock
    return run
  }

  /// All ways to place so many breaks in order.
  private func placements(_ breaks: Int) -> [[Int]] {
    let points = 2 + 2 * (route.jobs.count + route.reloads.count)
    return (0..<breaks).reduce([[]]) { placements, _ in
      placements.flatMap { placed in ((placed.last ?? 0)..<points).map { placed + [$0] } }
    }
  }

  /// The latest departure with which the route ends no later than from the earliest and no stop is later; `nil` if it cannot be driven.
  ///
  /// With breaks the lateness of stops is not compared.
  var best: Best? {
    for breaks in Set([vehicle.breaks.count, 0]).sorted(by: >) {
      let placements = placements(breaks)
      let first = placements.compactMap { run(from: earliest, $0) }
      guard let end = first.map(\.end).min() else { continue }
      let departure = (earliest...end).last { departure in
        placements.contains { placement in
          guard let run = run(from: departure, placement), run.end <= end else { return false }
          return breaks > 0 || zip(run.lateness, first[0].lateness).allSatisfy { $0 <= $1 }
        }
      }
      return Best(departure: departure!, end: end, breaks: breaks)
    }
    return nil
  }
}
