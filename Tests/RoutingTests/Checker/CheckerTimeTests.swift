import Logistics
import Routing
import Testing
import Travel

/// Each rule about time at its limit and one unit beyond.
@Suite struct CheckerTimeTests {
  private let windows = [Line.window(0, 5), Line.window(20, 30)]

  @Test func `a service waits for the next of several windows and is late only after the last`() throws {
    // Arrivals at 10, between the windows, and, behind a job of 21 seconds, at 31, after both.
    let waits = try Line.problem([Line.job(1, windows: windows)], Line.van(shift: Line.window(0, 40)))
    #expect(waits.drive([0]).stops[0].begin == Line.at(20))
    #expect(waits.drive([0]).departure == Line.at(10))
    for (service, late) in [(19, 0), (20, 0), (21, 1)] {
      let problem = try Line.problem([
        Line.job(1, service: service, windows: [Line.window(0, 0)], lateness: Lateness(costPerSecond: 0)),
        Line.job(1, windows: windows, name: "second"),
      ])
      #expect(problem.faults([0, 1]).map(\.amount) == (late > 0 ? [late] : []))
      #expect(problem.drive([0, 1]).stops[1].lateness == .seconds(late))
    }
  }

  @Test func `lateness costs by the second up to what is allowed, and is a fault beyond it`() throws {
    func problem(most: Int?) throws -> RoutingProblem {
      let lateness = Lateness(costPerSecond: 7, most: most.map { .seconds($0) })
      return try Line.problem([Line.job(1, windows: [Line.window(0, 4)], lateness: lateness)])
    }
    for most in [6, nil] {
      let verdict = try problem(most: most).check([Route(vehicle: 0, jobs: [0])])
      #expect(verdict.isFeasible)
      #expect(verdict.cost == 20 + 6 * 7)
      #expect(verdict.routes[0].latenessCost == 42)
    }
    #expect(try problem(most: 5).faults([0]) == [Violation(.timeWindow, route: 0, stop: 0, job: 0, amount: 1)])
  }

  @Test func `set-up is paid at another place than the stop before and at the first stop`() throws {
    let jobs = [
      Line.job(0, service: 1, setup: 5), Line.job(0, service: 1, setup: 5, name: "again"), Line.job(1, service: 1, setup: 5),
    ]
    let reload = Reload(places: [1], duration: .seconds(2))
    let problem = try Line.problem(jobs, Line.van(reload: reload))
    #expect(problem.drive([0, 1]).duration == .seconds(6 + 1))
    #expect(problem.drive([0, 2, 1]).duration == .seconds(6 + 10 + 6 + 10 + 6))
    // A reload is a stop as any other.
    #expect(problem.drive([0, 2], reloads: [ReloadStop(beforeJob: 1, at: 1)]).duration == .seconds(6 + 10 + 2 + 1 + 10))
    #expect(problem.drive([2], reloads: [ReloadStop(beforeJob: 0, at: 1)]).duration == .seconds(10 + 2 + 1 + 10))
  }

  @Test func `the shift, the longest duration and overtime hold to the second`() throws {
    let jobs = [Line.job(2)]
    #expect(try Line.problem(jobs, Line.van(shift: Line.window(0, 40))).faults([0]).isEmpty)
    #expect(
      try Line.problem(jobs, Line.van(shift: Line.window(0, 39))).faults([0]) == [Violation(.shift, route: 0, amount: 1)])
    #expect(try Line.problem(jobs, Line.van(maximumDuration: 40)).faults([0]).isEmpty)
    #expect(
      try Line.problem(jobs, Line.van(maximumDuration: 39)).faults([0]) == [Violation(.maximumDuration, route: 0, amount: 1)])
    let overtime = Overtime(most: .seconds(3), costPerSecond: 9)
    let verdict = try Line.problem(jobs, Line.van(maximumDuration: 37, overtime: overtime)).check([Route(vehicle: 0, jobs: [0])])
    #expect(verdict.isFeasible)
    #expect(verdict.routes[0].overtime == .seconds(3))
    #expect(verdict.cost == 40 + 3 * 9)
    #expect(
      try Line.problem(jobs, Line.van(maximumDuration: 36, overtime: overtime)).faults([0])
        == [Violation(.maximumDuration, route: 0, amount: 1)])
  }

  @Test func `a trip leaves when the last of its goods is there`() throws {
    let jobs = [Line.job(1, release: 25), Line.job(2), Line.job(1, release: 70, name: "later")]
    let problem = try Line.problem(jobs, Line.van(reload: Reload(places: [0], duration: .seconds(4))))
    #expect(problem.drive([1]).departure == Line.at(0))
    #expect(problem.drive([1, 0]).departure == Line.at(25))
    // Leaving at 70 − 4 − 20 − 10 − 10 the goods of the second trip are there just in time.
    let two = problem.drive([0, 1, 2], reloads: [ReloadStop(beforeJob: 2, at: 0)])
    #expect(two.departure == Line.at(26))
    #expect(two.reloads.map(\.arrival) == [Line.at(66)])
    #expect(two.reloads.map(\.departure) == [Line.at(70)])
    #expect(two.arrival == Line.at(90))
    let tight = try Line.problem(jobs, Line.van(shift: Line.window(30, 1000), reload: Reload(places: [0]))).drive(
      [1, 2], reloads: [ReloadStop(beforeJob: 1, at: 0)])
    #expect(tight.waiting == .zero)
    #expect(tight.departure == Line.at(30))
  }

  @Test func `breaks are taken where the route ends earliest, and their lack is a fault`() throws {
    func problem(_ breaks: [Break], closes: Int = 1000) throws -> RoutingProblem {
      try Line.problem(
        [Line.job(1, service: 10, windows: [Line.window(50, 60)])], Line.van(shift: Line.window(0, closes), breaks: breaks))
    }
    let pause = Break(windows: [Line.window(41, 43)], duration: .seconds(15))
    // Taken at the stop before the service; before leaving it would make the service late.
    let verdict = try problem([pause], closes: 76).check([Route(vehicle: 0, jobs: [0])])
    #expect(verdict.isFeasible)
    #expect(verdict.routes[0].breaks.map(\.begin) == [Line.at(41)])
    #expect(verdict.routes[0].breaks.map(\.end) == [Line.at(56)])
    #expect(verdict.routes[0].departure == Line.at(31))
    #expect(verdict.cost == 76 - 31)
    #expect(try problem([Break(windows: pause.windows, duration: .seconds(19))]).faults([0]).isEmpty)
    #expect(
      try problem([Break(windows: pause.windows, duration: .seconds(20))]).faults([0])
        == [Violation(.breaks, route: 0, amount: 1)])
    // Unpaid, its seconds cost nothing, but count.
    let unpaid = try problem([Break(windows: pause.windows, duration: .seconds(15), isPaid: false)])
    #expect(unpaid.drive([0]).cost == 76 - 31 - 15)
    #expect(unpaid.drive([0]).duration == .seconds(45))
    // Two of them in order: the second begins no earlier than the first ends.
    let later = Break(windows: [Line.window(0, 55)], duration: .seconds(1))
    #expect(try problem([pause, later], closes: 78).faults([0]) == [Violation(.breaks, route: 0, amount: 2)])
    #expect(try problem([later, pause], closes: 78).faults([0]).isEmpty)
    #expect(try problem([pause]).check([Route(vehicle: 0, jobs: [])]).violations.map(\.kind) == [.missing])
  }

  @Test func `a break may end the route, within the shift`() throws {
    let pause = Break(windows: [Line.window(30, 40)], duration: .seconds(5))
    for (closes, isFeasible) in [(35, true), (34, false)] {
      let problem = try Line.problem(
        [Line.job(1, windows: [Line.window(0, 10)])], Line.van(shift: Line.window(0, closes), breaks: [pause]))
      let trip = problem.drive([0])
      #expect(problem.faults([0]).isEmpty == isFeasible)
      #expect(trip.arrival == Line.at(isFeasible ? 35 : 20))
    }
  }

  @Test func `traffic holds on the way and for every profile`() throws {
    let slow = TravelMatrix(count: 5, metres: Line.matrix.metres.map { 2 * $0 }, seconds: Line.matrix.seconds.map { 3 * $0 })
    let traffic = Traffic([.init(at: Line.at(5), percent: 50), .init(at: Line.at(12), percent: 200)])
    func drive(profile: Int) throws -> ScheduledRoute {
      try RoutingProblem(
        profiles: [Line.matrix, slow], jobs: [Line.job(1)], vehicles: [Line.van(profile: profile)], traffic: traffic
      ).drive([0])
    }
    // Five seconds, seven at half, and the half that is left of the second ten at double speed; arrivals are whole seconds.
    let fast = try drive(profile: 0)
    #expect(fast.stops[0].arrival == Line.at(13))
    #expect(fast.arrival == Line.at(18))
    let other = try drive(profile: 1)
    #expect(other.stops[0].arrival == Line.at(23))
    #expect(other.arrival == Line.at(38))
    #expect(other.distance == .metres(40))
  }
}
