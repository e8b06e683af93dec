import Logistics
import Routing
import Travel

/// A day of a city whose routes stand: a thousand stops in one of eight windows of two hours each, vans for seventeen of them.
struct RunningDay {
  /// What makes a place of a route more than a test in constant time.
  enum Rules {
    case plain
    case breaks
    case traffic
    case reloads
  }

  let windows: [TimeWindow]
  let plan: RunningPlan
  /// Customers that nobody had heard of.
  let requests: [FitRequest]
  let shipments: [FitRequest]

  init(_ rules: Rules, stops: Int, seed: UInt64) throws {
    let opens = Instant("2026-11-23T07:00:00-03:00")!
    windows = (0..<8).map { TimeWindow(opens: opens + .minutes(60 + 90 * $0), closes: opens + .minutes(180 + 90 * $0))! }
    var random = SeededRandom(seed: seed)
    let places = [Coordinate(latitude: -33.45, longitude: -70.66)!] + Towns.points(stops, seed: seed)
    let windows = self.windows
    let jobs = (1...stops).map { place in
      Job(
        id: ID("stop-\(place)"), place: place, delivery: [1], service: .minutes(4),
        window: windows[Int.random(in: 0..<8, using: &random)])
    }
    let lunch = Break(
      windows: [TimeWindow(opens: opens + .hours(4), closes: opens + .hours(7))!], duration: .minutes(45), isPaid: false)
    let van = VehicleType(
      id: "van", count: stops / 16, start: 0, capacity: [rules == .reloads ? 9 : 17],
      shift: TimeWindow(opens: opens, closes: opens + .hours(15)), fixedCost: 50_000, costPerMetre: 18, costPerSecond: 5,
      breaks: rules == .breaks ? [lunch] : [], reload: rules == .reloads ? Reload(places: [0], duration: .minutes(10)) : nil)
    let rush = Traffic([
      .init(at: opens + .hours(1), percent: 70), .init(at: opens + .hours(3), percent: 100),
      .init(at: opens + .hours(10), percent: 65), .init(at: opens + .hours(13), percent: 100),
    ])
    let problem = try RoutingProblem(
      travel: TravelMatrix(between: places), jobs: jobs, vehicles: [van], traffic: rules == .traffic ? rush : nil)
    plan = try RunningPlan(problem, routes: [], map: StreetMap(places: places))
    for job in jobs.indices.shuffled(using: &random) {
      let result = try plan.hold(.job(job), as: ID("\(job)"), until: opens + .hours(24), at: opens)
      guard case .held = result else { throw WrongAnswer("a day without room for all") }
    }
    try plan.improve(SearchLimit(iterations: 2_000))
    let doors = Towns.points(512, seed: seed + 1)
    requests = doors.enumerated().map { index, door in
      let brings = index % 2
      return .visit(
        NewStop(Job(id: "asked", place: 0, delivery: [brings], pickup: [1 - brings], service: .minutes(4)), at: door))
    }
    shipments = (0..<256).map { pair in
      .shipment(
        pickup: NewStop(Job(id: "taken", place: 0, delivery: [0], pickup: [1], service: .minutes(4)), at: doors[2 * pair]),
        delivery: NewStop(Job(id: "brought", place: 0, delivery: [1], service: .minutes(4)), at: doors[2 * pair + 1]))
    }
  }
}
