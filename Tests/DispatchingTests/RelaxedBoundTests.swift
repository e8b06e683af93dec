import Dispatching
import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

/// For each rule that allows more than a bound would take for granted, a plan that would cost less than a bound blind to it.
@Suite struct RelaxedBoundTests {
  private func job(
    _ place: Int, delivery: Int = 0, pickup: Int = 0, window: TimeWindow? = nil, lateness: Lateness? = nil, dropCost: Int? = nil
  ) -> Job {
    Job(
      id: ID("at \(place)"), place: place, delivery: [delivery], pickup: [pickup], window: window, lateness: lateness,
      dropCost: dropCost)
  }

  private func van(
    fixedCost: Int = 0, costPerMetre: Int = 1, costPerSecond: Int = 0, shift: TimeWindow? = nil, breaks: [Break] = [],
    reload: Reload? = nil, profile: Int = 0
  ) -> VehicleType {
    VehicleType(
      id: "van", count: 1, start: 0, capacity: [10], shift: shift, fixedCost: fixedCost, costPerMetre: costPerMetre,
      costPerSecond: costPerSecond, breaks: breaks, reload: reload, profile: profile)
  }

  private func line(_ places: Int, step: Int = 10) -> TravelMatrix {
    TravelMatrix(
      count: places, metres: (0..<places).flatMap { from in (0..<places).map { to in Int32(step * abs(from - to)) } })
  }

  private func expect(_ route: Route, costs cost: Int, bound: ClosedRange<Int>, _ problem: RoutingProblem) {
    let verdict = problem.check([route])
    #expect(verdict.isFeasible)
    #expect(verdict.cost == cost)
    let found = problem.lowerBound()?.value ?? 0
    #expect(bound.contains(found), "\(found)")
    #expect(found <= cost)
  }

  @Test func `unpaid breaks`() throws {
    // Ninety seconds must pass between the two, eighty of them unpaid.
    for fixedCost in [100, 0] {
      let problem = try RoutingProblem(
        travel: line(3),
        jobs: [
          job(1, window: RandomProblems.window(0, 0)), job(2, window: RandomProblems.window(100, 100)),
        ],
        vehicles: [
          van(fixedCost: fixedCost, costPerMetre: 0, costPerSecond: 1, breaks: [Break(duration: .seconds(80), isPaid: false)])
        ])
      expect(Route(vehicle: 0, jobs: [0, 1]), costs: fixedCost + 130 - 80, bound: 0...(fixedCost + 50), problem)
    }
  }

  @Test func `fast traffic`() throws {
    let traffic = Traffic([.init(at: RandomProblems.instant(-1000), percent: 250)])
    let problem = try RoutingProblem(
      travel: line(2, step: 101), jobs: [job(1)], vehicles: [van(costPerMetre: 0, costPerSecond: 1)], traffic: traffic)
    // 40.4 seconds each way, and arrivals are whole seconds.
    expect(Route(vehicle: 0, jobs: [0]), costs: 82, bound: 82...82, problem)
  }

  @Test func `the way over a reload`() throws {
    let travel = try TravelMatrix(metres: [[0, 5, 6], [5, 0, 900], [6, 900, 0]])
    let problem = try RoutingProblem(
      travel: travel, jobs: [job(1, delivery: 10), job(2, delivery: 10)], vehicles: [van(reload: Reload(places: [0]))])
    expect(
      Route(vehicle: 0, jobs: [0, 1], reloads: [ReloadStop(beforeJob: 1, at: 0)]), costs: 22, bound: 15...22, problem)
  }

  @Test func `goods of shipments`() throws {
    let problem = try RoutingProblem(
      travel: line(5), jobs: [job(1, pickup: 9), job(2, delivery: 9), job(3, pickup: 9), job(4, delivery: 9)], vehicles: [van()],
      relations: Relations(shipments: [Shipment(pickup: 0, delivery: 1), Shipment(pickup: 2, delivery: 3)]))
    expect(Route(vehicle: 0, jobs: [0, 1, 2, 3]), costs: 80, bound: 60...80, problem)
  }

  @Test func `allowed lateness`() throws {
    for most in [TimeSpan.seconds(20), nil] {
      for shift in [RandomProblems.window(0, 40), nil] {
        let lateness = Lateness(costPerSecond: 0, most: most)
        let windows = [1, 2].map { job($0, window: RandomProblems.window(0, 0), lateness: lateness) }
        let problem = try RoutingProblem(travel: line(3), jobs: windows, vehicles: [van(shift: shift)])
        expect(Route(vehicle: 0, jobs: [0, 1]), costs: 40, bound: 30...40, problem)
      }
    }
  }

  @Test func `alternatives`() throws {
    let problem = try RoutingProblem(
      travel: line(4), jobs: [job(1), job(3, dropCost: 500)], vehicles: [van()],
      relations: Relations(alternatives: [Alternatives(jobs: [0, 1])]))
    expect(Route(vehicle: 0, jobs: [0]), costs: 20, bound: 0...20, problem)
    let one = try RoutingProblem(
      travel: line(4), jobs: [job(3, dropCost: 1)], vehicles: [van()],
      relations: Relations(alternatives: [Alternatives(jobs: [0], dropCost: 70)]))
    expect(Route(vehicle: 0, jobs: [0]), costs: 60, bound: 60...60, one)
  }

  @Test func `the shorter of several matrices`() throws {
    let problem = try RoutingProblem(
      profiles: [line(2, step: 50), line(2)], jobs: [job(1)], vehicles: [van(profile: 1)])
    expect(Route(vehicle: 0, jobs: [0]), costs: 20, bound: 20...20, problem)
  }
}
