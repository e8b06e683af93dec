import Logistics
import Routing
import RoutingTestSupport
import Travel

/// Places ten metres and seconds apart on a line, and the problems that tests set on it.
enum Line {
  static let matrix: TravelMatrix = {
    let rows = (0..<5).map { from in (0..<5).map { to in 10 * abs(from - to) } }
    return TravelMatrix(count: 5, metres: rows.joined().map(Int32.init))
  }()

  static func at(_ seconds: Int) -> Instant { RandomProblems.instant(seconds) }

  static func window(_ opens: Int, _ closes: Int) -> TimeWindow { RandomProblems.window(opens, closes) }

  /// A job at a place, numbered by it.
  static func job(
    _ place: Int, delivery: Int = 0, pickup: Int = 0, service: Int = 0, setup: Int = 0, windows: [TimeWindow] = [],
    lateness: Lateness? = nil, release: Int? = nil, dropCost: Int? = nil, name: String? = nil
  ) -> Job {
    Job(
      id: ID(name ?? "at \(place)"), place: place, delivery: [delivery], pickup: [pickup], service: .seconds(service),
      setup: .seconds(setup), windows: windows, lateness: lateness, release: release.map(at), dropCost: dropCost)
  }

  /// A van that starts at the end of the line at 0 and costs 1 a second.
  static func van(
    count: Int = 3, capacity: Int = 10, shift: TimeWindow? = window(0, 1000), maximumDuration: Int? = nil,
    overtime: Overtime? = nil, maximumStops: Int? = nil, breaks: [Break] = [], reload: Reload? = nil, profile: Int = 0
  ) -> VehicleType {
    VehicleType(
      id: "van", count: count, start: 0, capacity: [capacity], shift: shift, costPerMetre: 0, costPerSecond: 1,
      maximumDuration: maximumDuration.map { .seconds($0) }, overtime: overtime, maximumStops: maximumStops, breaks: breaks,
      reload: reload, profile: profile)
  }

  static func problem(
    _ jobs: [Job], _ van: VehicleType = van(), _ relations: Relations = Relations(), traffic: Traffic? = nil, begun: [Route] = []
  ) throws -> RoutingProblem {
    try RoutingProblem(travel: matrix, jobs: jobs, vehicles: [van], relations: relations, traffic: traffic, begun: begun)
  }
}

extension RoutingProblem {
  /// What the checker finds of routes of the first vehicle type, each given by its jobs.
  func faults(_ routes: [Int]..., reloads: [ReloadStop] = []) -> [Violation] {
    check(routes.map { Route(vehicle: 0, jobs: $0, reloads: reloads) }).violations
  }

  /// One route of the first vehicle type as the checker schedules it.
  func drive(_ jobs: [Int], reloads: [ReloadStop] = []) -> ScheduledRoute {
    check([Route(vehicle: 0, jobs: jobs, reloads: reloads)]).routes[0]
  }
}
