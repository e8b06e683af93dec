import Logistics
import Routing
import Testing
import Travel

/// Each rule about loads, reloads and what binds jobs together, just kept and just broken.
@Suite struct CheckerRelationTests {
  private func reload(_ before: Int, at place: Int = 0) -> ReloadStop { ReloadStop(beforeJob: before, at: place) }

  @Test func `a reload makes room for another trip`() throws {
    let jobs = [
      Line.job(1, delivery: 6, pickup: 5), Line.job(2, delivery: 5, pickup: 6), Line.job(3, delivery: 10, pickup: 10),
    ]
    let problem = try Line.problem(jobs, Line.van(reload: Reload(places: [0, 4], most: 1)))
    #expect(problem.faults([0, 1, 2], reloads: [reload(2)]).map(\.amount) == [1, 1])
    #expect(problem.faults([0, 1, 2], reloads: [reload(1), reload(2, at: 4)]) == [Violation(.reload, route: 0, amount: 1)])
    let two = try Line.problem(jobs, Line.van(reload: Reload(places: [0, 4], most: 2))).drive(
      [0, 1, 2], reloads: [reload(1), reload(2, at: 4)])
    #expect(two.initialLoad == [6])
    #expect(two.stops.map(\.load) == [[5], [6], [10]])
    #expect(two.reloads.map(\.load) == [[5], [10]])
    #expect(two.distance == .metres(10 + 10 + 20 + 20 + 10 + 30))
    // One beyond at the second trip's beginning, at no stop.
    let tooMuch = try Line.problem([jobs[0], Line.job(2, delivery: 11)], Line.van(reload: Reload(places: [0])))
    #expect(tooMuch.faults([0, 1], reloads: [reload(1)]) == [Violation(.capacity, route: 0, amount: 1)])
  }

  @Test func `a reload where or when there can be none is a fault`() throws {
    let jobs = [Line.job(1), Line.job(2)]
    let problem = try Line.problem(jobs, Line.van(reload: Reload(places: [0])))
    func fault(_ stop: Int?) -> [Violation] { [Violation(.reload, route: 0, stop: stop, job: stop, amount: 1)] }
    #expect(problem.faults([0, 1], reloads: [reload(0), reload(0), reload(2), reload(2)]).isEmpty)
    #expect(problem.faults([0, 1], reloads: [reload(1, at: 3)]) == fault(1))
    #expect(problem.faults([0, 1], reloads: [reload(1, at: 99)]) == fault(1))
    #expect(problem.faults([0, 1], reloads: [reload(3)]) == fault(nil))
    #expect(problem.faults([0, 1], reloads: [reload(-1)]) == fault(nil))
    #expect(problem.faults([0, 1], reloads: [reload(2), reload(1)]) == fault(1))
    #expect(problem.faults([0, 1], reloads: [reload(.min), reload(.max), reload(0, at: .max)]).count == 3)
    #expect(try Line.problem(jobs).faults([0, 1], reloads: [reload(1)]) == fault(1))
    #expect(
      problem.check([Route(vehicle: 0, jobs: [], reloads: [reload(9, at: 9)])]).violations.allSatisfy { $0.kind == .missing })
  }

  @Test func `shipments are on board between their ends, past a reload too`() throws {
    let jobs = [Line.job(1, pickup: 4), Line.job(3, delivery: 4), Line.job(2, delivery: 6, pickup: 7), Line.job(4, delivery: 6)]
    let relations = Relations(shipments: [Shipment(pickup: 0, delivery: 1)])
    let problem = try Line.problem(jobs, Line.van(reload: Reload(places: [0])), relations)
    let trip = problem.drive([0, 2, 3, 1], reloads: [reload(2)])
    #expect(trip.initialLoad == [6])
    #expect(trip.stops.map(\.load) == [[10], [11], [4], [0]])
    #expect(trip.reloads.map(\.load) == [[10]])
    #expect(
      problem.faults([0, 2, 3, 1], reloads: [reload(2)]) == [Violation(.capacity, route: 0, stop: 1, job: 2, amount: 1)])
    // Handed over before, they are not on the next trip.
    #expect(problem.drive([0, 1, 2], reloads: [reload(2)]).reloads.map(\.load) == [[6]])
  }

  @Test func `a shipment is served by one route, in order, or not at all`() throws {
    let jobs = [Line.job(1, pickup: 4, dropCost: 30), Line.job(3, delivery: 4, dropCost: 12)]
    let problem = try Line.problem(jobs, Line.van(), Relations(shipments: [Shipment(pickup: 0, delivery: 1)]))
    func fault(_ route: Int, _ stop: Int, _ job: Int) -> [Violation] {
      [Violation(.shipment, route: route, stop: stop, job: job, amount: 1)]
    }
    #expect(problem.faults([0, 1]).isEmpty)
    #expect(problem.check([]).cost == 42)
    #expect(problem.check([]).isFeasible)
    #expect(problem.faults([1, 0]) == fault(0, 0, 1))
    #expect(problem.faults([0], [1]) == fault(1, 0, 1))
    #expect(problem.faults([0]) == fault(0, 0, 0))
    #expect(problem.faults([1]) == fault(0, 0, 1))
    #expect(problem.drive([1]).stops[0].load == [0])
  }

  @Test func `the time on board is counted from the departure to the begin of service`() throws {
    for (most, faults) in [(30, []), (29, [Violation(.timeOnBoard, route: 0, stop: 1, job: 1, amount: 1)])] {
      let shipment = Shipment(pickup: 0, delivery: 1, mostTimeOnBoard: .seconds(most))
      // Served from 10 to 15, there at 35, open from 45.
      let jobs = [
        Line.job(1, pickup: 1, service: 5, windows: [Line.window(0, 10)]),
        Line.job(3, delivery: 1, service: 9, windows: [Line.window(45, 50)]),
      ]
      #expect(try Line.problem(jobs, Line.van(), Relations(shipments: [shipment])).faults([0, 1]) == faults)
    }
  }

  @Test func `of alternatives one is served, and the first stands for those left out`() throws {
    func problem(_ dropCost: Int?) throws -> RoutingProblem {
      try Line.problem(
        [Line.job(1, dropCost: 5), Line.job(2), Line.job(3, dropCost: 900), Line.job(4, dropCost: 70)], Line.van(),
        Relations(alternatives: [Alternatives(jobs: [2, 1, 3], dropCost: dropCost)]))
    }
    let served = try problem(nil).check([Route(vehicle: 0, jobs: [1])])
    #expect(served.isFeasible)
    #expect(served.unassigned == [0])
    #expect(served.cost == 40 + 5)
    #expect(try problem(nil).faults([0, 1, 3]) == [Violation(.alternatives, job: 2, amount: 1)])
    #expect(try problem(nil).faults([1, 3], [2]) == [Violation(.alternatives, job: 2, amount: 2)])
    #expect(try problem(nil).faults([0]) == [Violation(.missing, job: 2, amount: 1)])
    let none = try problem(11).check([Route(vehicle: 0, jobs: [0])])
    #expect(none.isFeasible)
    #expect(none.unassigned == [2])
    #expect(none.cost == 20 + 11)
  }

  @Test func `jobs that belong together are on one route, as far as they are served`() throws {
    let problem = try Line.problem(
      (1...4).map { Line.job($0, dropCost: 1) }, Line.van(), Relations(sameRoute: [[2, 0, 3]]))
    #expect(problem.faults([2, 0, 3], [1]).isEmpty)
    #expect(problem.faults([1], [0, 2]).isEmpty)
    #expect(problem.faults([2, 0], [3]) == [Violation(.sameRoute, job: 2, amount: 1)])
    #expect(problem.faults([2], [0], [3]) == [Violation(.sameRoute, job: 2, amount: 2)])
  }

  @Test func `an order holds on one route and only there`() throws {
    let problem = try Line.problem(
      (1...3).map { Line.job($0, dropCost: 1) }, Line.van(), Relations(precedences: [Precedence(0, before: 2)]))
    #expect(problem.faults([0, 1, 2]).isEmpty)
    #expect(problem.faults([2], [0]).isEmpty)
    #expect(problem.faults([2, 1]).isEmpty)
    #expect(problem.faults([2, 1, 0]) == [Violation(.precedence, route: 0, stop: 0, job: 2, amount: 1)])
  }

  @Test func `a trip makes its deliveries first`() throws {
    let jobs = [
      Line.job(1, delivery: 1), Line.job(2, pickup: 1), Line.job(3, delivery: 1, pickup: 1), Line.job(4, pickup: 1),
    ]
    let problem = try Line.problem(jobs, Line.van(reload: Reload(places: [0])), Relations(deliveriesFirst: true))
    func stops(_ jobs: [Int], _ reloads: [ReloadStop] = []) -> [Int?] {
      problem.faults(jobs, reloads: reloads).filter { $0.kind == .deliveriesFirst }.map(\.stop)
    }
    #expect(stops([0, 2, 1, 3]) == [])
    #expect(stops([0, 1, 2, 3]) == [2])
    #expect(stops([1, 0, 3, 2]) == [0, 1, 3])
    #expect(stops([0, 1, 2, 3], [reload(2)]) == [])
    #expect(stops([0, 1, 3], [reload(1)]) == [1])
    #expect(stops([1, 3], [reload(1)]) == [0, 1])
  }

  @Test func `a route that has begun is the beginning of a route`() throws {
    let reloads = Line.van(count: 2, reload: Reload(places: [0]))
    let begun = [Route(vehicle: 0, jobs: [0, 1], reloads: [reload(1), reload(2)]), Route(vehicle: 0, jobs: [3])]
    let problem = try Line.problem((1...4).map { Line.job($0, dropCost: 1) }, reloads, begun: begun)
    func isKept(_ jobs: [Int], _ reloads: [ReloadStop]) -> Bool {
      let verdict = problem.check([Route(vehicle: 0, jobs: jobs, reloads: reloads), Route(vehicle: 0, jobs: [3])])
      #expect(verdict.violations.allSatisfy { $0 == Violation(.begun, job: 0, amount: 1) })
      return verdict.isFeasible
    }
    #expect(isKept([0, 1], [reload(1), reload(2)]))
    #expect(isKept([0, 1, 2], [reload(1), reload(2), reload(2), reload(3)]))
    #expect(!isKept([0, 1, 2], [reload(1)]))
    #expect(!isKept([0, 1, 2], [reload(1), reload(1), reload(2)]))
    #expect(!isKept([1, 0, 2], [reload(1), reload(2)]))
    #expect(!isKept([0], [reload(1)]))
    #expect(problem.check([]).violations.map(\.kind) == [.begun, .begun])
    // A reload more within what has begun.
    let short = try Line.problem(
      problem.jobs, reloads, begun: [Route(vehicle: 0, jobs: [0, 1], reloads: [reload(1)])])
    #expect(short.faults([0, 1], reloads: [reload(1), reload(1)]) == [Violation(.begun, job: 0, amount: 1)])
    #expect(short.faults([0, 1], reloads: [reload(1), reload(2)]).isEmpty)
  }

  @Test func `a begun route of another type is not kept, and stops are counted`() throws {
    var other = Line.van(maximumStops: 2)
    other = VehicleType(id: "other", count: 1, start: 0, capacity: other.capacity, maximumStops: 2)
    let problem = try RoutingProblem(
      travel: Line.matrix, jobs: (1...3).map { Line.job($0, dropCost: 1) }, vehicles: [Line.van(maximumStops: 2), other],
      begun: [Route(vehicle: 0, jobs: [0])])
    #expect(problem.faults([0, 2]).isEmpty)
    #expect(problem.faults([0, 1, 2]) == [Violation(.maximumStops, route: 0, amount: 1)])
    #expect(problem.check([Route(vehicle: 1, jobs: [0])]).violations == [Violation(.begun, job: 0, amount: 1)])
  }
}
