import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

/// Properties of the checker's schedules on random routes.
@Suite struct CheckerScheduleTests {
  private func compare(_ world: TinyWorld) {
    let oracle = SecondBySecond(world)
    let verdict = world.problem.check([world.route])
    let trip = verdict.routes[0]
    let timeFaults = verdict.violations.filter { [.timeWindow, .shift, .breaks].contains($0.kind) }
    guard let best = oracle.best else {
      #expect(!timeFaults.isEmpty)
      if world.problem.vehicles[0].shift != nil { #expect(trip.departure.secondsSince1970 == oracle.earliest) }
      return
    }
    let isMissed = best.breaks < world.problem.vehicles[0].breaks.count
    #expect(
      best
        == .init(
          departure: trip.departure.secondsSince1970, end: trip.arrival.secondsSince1970, breaks: trip.breaks.count))
    #expect(timeFaults.map(\.kind) == (isMissed ? [.breaks] : []))
  }

  @Test(arguments: 0..<250)
  func `without breaks, times are those of trying every departure second by second`(seed: Int) throws {
    try compare(TinyWorld(seed: UInt64(seed), breaks: 0, isLatenessAllowed: true))
  }

  @Test(arguments: 0..<150)
  func `with breaks, times are those of trying every departure and every placement`(seed: Int) throws {
    try compare(TinyWorld(seed: UInt64(10_000 + seed), breaks: 2, isLatenessAllowed: false))
  }

  @Test(arguments: 0..<150)
  func `with breaks and lateness, routes end as early as they can`(seed: Int) throws {
    let world = try TinyWorld(seed: UInt64(30_000 + seed), breaks: 2, isLatenessAllowed: true)
    let trip = world.problem.check([world.route]).routes[0]
    guard let best = SecondBySecond(world).best else { return }
    #expect(trip.arrival.secondsSince1970 == best.end)
    #expect(trip.breaks.count == best.breaks)
    // With breaks the oracle lets stops be later than they were, so it may leave later.
    #expect(trip.departure.secondsSince1970 <= best.departure)
  }

  @Test(arguments: 0..<300)
  func `the times of a route add up to its duration and its cost`(seed: Int) throws {
    let world = try TinyWorld(seed: UInt64(20_000 + seed), breaks: 3, isLatenessAllowed: true)
    let (problem, route) = (world.problem, world.route)
    let vehicle = problem.vehicles[0]
    let trip = problem.check([route]).routes[0]
    let oracle = SecondBySecond(world)
    func rested(_ from: Instant, _ to: Instant) -> TimeSpan {
      trip.breaks.filter { from <= $0.begin && $0.end <= to }.reduce(.zero) { $0 + ($1.end - $1.begin) }
    }
    // Every way as traffic lets it, in whatever order stops and reloads come.
    var halts = trip.stops.map { (problem.jobs[$0.job].place, $0.arrival, $0.departure) }
    for (index, (visit, reload)) in zip(trip.reloads, route.reloads).enumerated().reversed() {
      halts.insert((visit.place, visit.arrival, visit.departure), at: reload.beforeJob)
      #expect(index < trip.reloads.count)
    }
    halts = [(vehicle.start, trip.departure, trip.departure)] + halts + [(vehicle.end, trip.arrival, trip.arrival)]
    for (here, next) in zip(halts, halts.dropFirst()) {
      // The way begins at the departure or when a break there is over, and what is left before the arrival, or at the end, is rest.
      let leavings = [here.2] + trip.breaks.filter { $0.begin >= here.2 && $0.end <= next.1 }.map(\.end)
      let arrivals = leavings.map { oracle.drive(from: $0.secondsSince1970, here.0, next.0) }
      let isEnd = next.1 == trip.arrival
      #expect(arrivals.contains(next.1.secondsSince1970) || isEnd && arrivals.contains { $0 <= trip.arrival.secondsSince1970 })
    }
    for stop in trip.stops {
      let job = problem.jobs[stop.job]
      let isInWindow = job.windows.isEmpty || job.windows.contains { $0.contains(stop.begin) }
      #expect(isInWindow == (stop.lateness == .zero))
      #expect(stop.begin >= stop.arrival + rested(stop.arrival, stop.begin))
      // Nobody rests during a service.
      #expect(trip.breaks.allSatisfy { $0.end <= stop.begin || $0.begin >= stop.departure || $0.begin == $0.end })
    }
    for pause in trip.breaks {
      let rule = vehicle.breaks[pause.index]
      #expect(pause.end - pause.begin == rule.duration)
      #expect(rule.windows.isEmpty || rule.windows.contains { $0.contains(pause.begin) })
    }
    #expect(zip(trip.breaks, trip.breaks.dropFirst()).allSatisfy { $0.end <= $1.begin })
    let services = trip.stops.reduce(TimeSpan.zero) { $0 + ($1.departure - $1.begin) }
    let reloading = vehicle.reload!.duration * trip.reloads.count
    let breaks = trip.breaks.reduce(TimeSpan.zero) { $0 + ($1.end - $1.begin) }
    #expect(trip.duration == trip.driving + trip.waiting + services + reloading + breaks)
    let unpaid = trip.breaks.reduce(0) { $0 + (vehicle.breaks[$1.index].isPaid ? 0 : vehicle.breaks[$1.index].duration.seconds) }
    let late = trip.stops.reduce(0) {
      $0 + $1.lateness.seconds * (problem.jobs[$1.job].lateness?.costPerSecond ?? 0)
    }
    let over = vehicle.maximumDuration.map { max(0, (trip.duration - $0).seconds) } ?? 0
    #expect(trip.latenessCost == late)
    #expect(
      trip.cost
        == vehicle.fixedCost + trip.distance.metres * vehicle.costPerMetre
        + (trip.duration.seconds - unpaid) * vehicle.costPerSecond + over * (vehicle.overtime?.costPerSecond ?? 0) + late)
  }

  @Test(arguments: 0..<200)
  func `plain routes depart when the slack of their windows is used up`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(50_000 + seed), jobs: 2 + seed % 6)
    var random = RandomProblems.Generator(state: UInt64(seed))
    let route = Route(
      vehicle: problem.vehicles.indices.randomElement(using: &random)!, jobs: problem.jobs.indices.shuffled(using: &random))
    let verdict = problem.check([route])
    guard !verdict.violations.contains(where: { [.timeWindow, .shift].contains($0.kind) }) else { return }
    #expect(verdict.routes[0].departure.secondsSince1970 == Slack(problem, route).departure)
  }

  @Test(arguments: 0..<200)
  func `traffic is integrated to the second`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed))
    var moment = -20
    let changes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      moment += Int.random(in: 1...60, using: &random)
      return Traffic.Change(
        at: RandomProblems.instant(moment), percent: [1, 3, 49, 99, 100, 101, 333, 10_000].randomElement(using: &random)!)
    }
    let travel = try TravelMatrix(metres: [[0, .random(in: 0...200, using: &random)], [0, 0]])
    let opens = Int.random(in: -100...400, using: &random)
    let van = VehicleType(
      id: "v", count: 1, start: 0, capacity: [1], shift: RandomProblems.window(opens, 1_000_000))
    let job = Job(id: "j", place: 1, delivery: [1])
    let problem = try RoutingProblem(travel: travel, jobs: [job], vehicles: [van], traffic: Traffic(changes))
    let trip = problem.check([Route(vehicle: 0, jobs: [0])]).routes[0]
    func arrival(_ departure: Int) -> Int {
      var clock = departure
      var work = travel.duration(from: 0, to: 1).seconds * 100
      while work > 0 {
        work -= changes.last { $0.at.secondsSince1970 <= clock }?.percent ?? 100
        clock += 1
      }
      return clock
    }
    #expect(trip.arrival.secondsSince1970 == arrival(opens))
    // Who leaves later arrives later, if only just.
    #expect(arrival(trip.departure.secondsSince1970) == arrival(opens))
    #expect(arrival(trip.departure.secondsSince1970 + 1) > arrival(opens))
  }
}

/// The latest departure of a plain route by the formula of its slack: the waiting so far is saved as long as no window closes.
/// (M. Savelsbergh, "The vehicle routing problem with time windows: minimizing route duration", 1992.)
private struct Slack {
  let departure: Int

  init(_ problem: RoutingProblem, _ route: Route) {
    let vehicle = problem.vehicles[route.vehicle]
    let opens = vehicle.shift?.opens.secondsSince1970 ?? (route.jobs.contains { problem.jobs[$0].window != nil } ? -100_000 : 0)
    var (clock, place, waited, slack, spare) = (opens, vehicle.start, 0, Int.max, Int.max)
    for job in route.jobs.map({ problem.jobs[$0] }) {
      clock += problem.travel.duration(from: place, to: job.place).seconds
      place = job.place
      if let window = job.window {
        waited += max(0, window.opens.secondsSince1970 - clock)
        clock = max(clock, window.opens.secondsSince1970)
        spare = min(spare, window.closes.secondsSince1970 - clock + waited)
      }
      slack = min(waited, spare)
      clock += job.service.seconds
    }
    departure = opens + slack
  }
}
