import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct RunningPlanTests {
  /// Places on a line, a hundred metres and seconds apart.
  private static func line(_ count: Int) throws -> TravelMatrix {
    try TravelMatrix(metres: (0..<count).map { from in (0..<count).map { 100 * abs(from - $0) } })
  }

  private static func window(_ opens: Int, _ closes: Int) -> TimeWindow { RandomProblems.window(opens, closes) }

  /// A van that goes to the places 2 and 4 of a line, at 200 and 400 seconds.
  private static func plan(_ change: (inout [Job], inout VehicleType) -> Void = { _, _ in }) throws -> RunningPlan {
    var jobs = [
      Job(id: "near", place: 2, delivery: [1], window: window(0, 300)),
      Job(id: "far", place: 4, delivery: [1], window: window(0, 500)),
    ]
    var van = VehicleType(
      id: "van", count: 1, start: 0, capacity: [3], shift: window(0, 2_000), costPerMetre: 1, costPerSecond: 1)
    change(&jobs, &van)
    let problem = try RoutingProblem(travel: line(6), jobs: jobs, vehicles: [van])
    return try RunningPlan(problem, routes: [Route(vehicle: 0, jobs: [0, 1])])
  }

  private static func visit(
    _ place: Int, delivery: Int = 1, pickup: Int = 0, service: Int = 0, skills: Set<Skill> = []
  ) -> FitRequest {
    .visit(
      NewStop(
        Job(id: "asked", place: place, delivery: [delivery], pickup: [pickup], service: .seconds(service), skills: skills)))
  }

  @Test func `a stop on the way costs its service alone, and its window says where it goes`() throws {
    let offers = try Self.plan().offers(for: Self.visit(3, service: 50), in: [Self.window(0, 400), Self.window(600, 700)])
    let first = try #require(offers[0].place)
    #expect((first.route, first.position, first.extraCost) == (0, 1, 50))
    #expect(first.visits[0].arrival == RandomProblems.instant(300))
    // On the way back it is there at 500 at the earliest, and leaves later than it would else.
    let second = try #require(offers[1].place)
    #expect((second.position, second.extraCost) == (2, 50 + second.extraTime.seconds - 50))
    #expect(second.begin == RandomProblems.instant(600))
  }

  @Test func `what is closed says the furthest rule that a place breaks`() throws {
    func obstacle(_ request: FitRequest, _ change: (inout [Job], inout VehicleType) -> Void = { _, _ in }) throws -> FitObstacle?
    {
      try Self.plan(change).offer(for: request).obstacle
    }
    func van(_ change: @escaping (VehicleType) -> VehicleType) -> (inout [Job], inout VehicleType) -> Void { { $1 = change($1) } }
    #expect(try obstacle(Self.visit(3, skills: ["cold"])) == .skills)
    #expect(try obstacle(Self.visit(3, delivery: 2)) == .load)
    #expect(try obstacle(Self.visit(3, delivery: 0, pickup: 4)) == .load)
    #expect(try obstacle(Self.visit(3, service: 2_000)) == .time)
    #expect(
      try obstacle(Self.visit(3)) { _, van in
        van = VehicleType(id: "van", count: 1, start: 0, capacity: [3], maximumStops: 2)
      } == .stops)
    #expect(
      try obstacle(Self.visit(5)) { _, van in
        van = VehicleType(id: "van", count: 1, start: 0, capacity: [3], maximumDistance: .metres(900))
      } == .distance)
    #expect(
      try obstacle(Self.visit(3, service: 20)) { _, van in
        van = VehicleType(id: "van", count: 1, start: 0, capacity: [3], maximumDuration: .seconds(810))
      } == .duration)
  }

  @Test func `a return is fetched once the load is gone`() throws {
    let place = try #require(try Self.plan().offer(for: Self.visit(1, delivery: 0, pickup: 3)).place)
    #expect(place.position == 2, "before, two parcels are still on board")
    #expect(place.extraCost == 0)
  }

  @Test func `a shipment finds the best pair of places`() throws {
    let pickup = NewStop(Job(id: "take", place: 3, delivery: [0], pickup: [1]))
    let delivery = NewStop(Job(id: "bring", place: 1, delivery: [1]))
    let offers = try Self.plan().offers(
      for: .shipment(pickup: pickup, delivery: delivery), in: [Self.window(0, 2_000), Self.window(0, 300)])
    let place = try #require(offers[0].place)
    #expect(place.extraCost == 0 && place.visits.map(\.position) == [1, 3])
    #expect(offers[1].obstacle == .time, "at the place 1 the goods are at 500 at the earliest")
  }

  @Test func `a vehicle loads anew beside the stop if there is no room`() throws {
    let plan = try Self.plan { _, van in
      van = VehicleType(
        id: "van", count: 1, start: 0, capacity: [2], shift: Self.window(0, 5_000), costPerSecond: 1,
        reload: Reload(places: [0], duration: .seconds(60)))
    }
    let place = try #require(try plan.offer(for: Self.visit(1)).place)
    // Home, sixty seconds, out to the place 1 and back; or the near one first, and then out for both others.
    #expect(place.extraCost == 100 + 100 + 100 + 100 + 60)
    #expect(place.reload?.place == 0)
  }

  @Test func `what has been driven stays in front`() throws {
    let jobs = [Job(id: "near", place: 2, delivery: [1]), Job(id: "far", place: 4, delivery: [1])]
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [3], shift: Self.window(0, 5_000))
    let problem = try RoutingProblem(
      travel: Self.line(6), jobs: jobs, vehicles: [van], begun: [Route(vehicle: 0, jobs: [0, 1])])
    let plan = try RunningPlan(problem, routes: [Route(vehicle: 0, jobs: [0, 1])])
    let place = try #require(try plan.offer(for: Self.visit(5)).place)
    #expect(place.position == 2 && place.extraCost == 200)
    let early = NewStop(Job(id: "asked", place: 1, delivery: [1], window: Self.window(0, 100)))
    #expect(try plan.offer(for: .visit(early)).obstacle == .time)
  }

  @Test func `an address has the ways that a matrix with it has`() throws {
    var random = RandomProblems.Generator(state: 5)
    let points = (0..<14).map { _ in
      Coordinate(
        latitude: -33.4 + Double.random(in: 0...0.1, using: &random),
        longitude: -70.6 + Double.random(in: 0...0.1, using: &random))!
    }
    let (known, asked) = (Array(points[..<10]), points[10...])
    let jobs = (1..<10).map { Job(id: ID("\($0)"), place: $0, delivery: [1], service: .minutes(3)) }
    let van = VehicleType(
      id: "van", count: 3, start: 0, capacity: [5], shift: Self.window(0, 9_000), fixedCost: 900, costPerSecond: 1)
    let problem = try RoutingProblem(travel: TravelMatrix(between: known), jobs: jobs, vehicles: [van])
    let routes = try problem.solve(SearchLimit(iterations: 300)).routes
    let plan = try RunningPlan(problem, routes: routes, map: StreetMap(places: known))
    for (index, address) in asked.enumerated() {
      let job = Job(id: ID("new \(index)"), place: 0, delivery: [1], service: .minutes(3))
      let offer = try plan.offer(for: .visit(NewStop(job, at: address)))
      let (now, standing) = plan.routingProblem()
      // What is held is at the addresses that came before, in their order.
      let travel = TravelMatrix(between: known + asked.prefix(index) + [address])
      let row = 10 + index
      let wide = try RoutingProblem(
        travel: travel,
        jobs: now.jobs + [Job(id: "the candidate", place: row, delivery: [1], service: .minutes(3))], vehicles: now.vehicles)
      let oracle = FitOracle(wide, standing, [now.jobs.count])
      #expect(offer.place?.extraCost == oracle.cost)
      let instant = RandomProblems.instant(0)
      let result = try plan.hold(
        .visit(NewStop(job, at: address)), as: ID("\(index)"), until: instant + .hours(1), at: instant)
      #expect(result == .held(try #require(offer.place)))
      #expect(plan.routingProblem().problem.check(plan.routingProblem().routes).isFeasible)
    }
  }

  @Test func `routes that break rules are refused with every fault`() throws {
    let problem = try Self.plan().problem
    let input = #expect(throws: InvalidInput.self) {
      _ = try RunningPlan(
        problem, routes: [Route(vehicle: 0, jobs: [1, 0]), Route(vehicle: 0, jobs: [1, 9]), Route(vehicle: 3, jobs: [0])],
        map: StreetMap(places: []))
    }
    let places = try #require(input).faults.map(\.place)
    #expect(places.contains("$.routes[0].jobs[1]"), "too late there")
    #expect(places.contains("$.routes[1].jobs[1]"), "a job that is none")
    #expect(places.contains("$.routes[2]"), "a vehicle that is none")
    #expect(places.contains("$.map.places"))
  }

  @Test func `a request that means nothing is refused with every fault`() throws {
    let plan = try Self.plan()
    func faults(_ request: FitRequest) throws -> [String] {
      let input = #expect(throws: InvalidInput.self) { _ = try plan.offer(for: request) }
      return try #require(input).faults.map(\.place)
    }
    #expect(try faults(.job(0)) == ["$.job"], "it is served")
    #expect(try faults(.job(2)) == ["$.job"], "there is none")
    let wrong = Job(id: "x", place: 6, delivery: [-1, 2], service: .seconds(-3))
    #expect(try Set(faults(.visit(NewStop(wrong)))).isSuperset(of: ["$.visit.place", "$.visit.delivery", "$.visit.service"]))
    let address = try #require(Coordinate(latitude: 0, longitude: 0))
    #expect(try faults(.visit(NewStop(Job(id: "x", place: 0, delivery: [1]), at: address))) == ["$.visit.address"])
    let both = NewStop(Job(id: "x", place: 1, delivery: [1], pickup: [2]))
    #expect(
      try Set(faults(.shipment(pickup: both, delivery: both))) == [
        "$.pickup.delivery", "$.delivery.pickup", "$.delivery.delivery", "$.delivery.id",
      ])
    let ways = PlaceWays(metresTo: [1], metresFrom: [1, 2, 3, 4, 5, -6])
    let input = #expect(throws: InvalidInput.self) { _ = try plan.addPlace([ways, ways]) }
    #expect(try #require(input).faults.count >= 4)
  }

  @Test func `alternatives are offered only as long as none of them is served`() throws {
    let jobs = (1...3).map { Job(id: ID("\($0)"), place: $0, delivery: [1]) }
    let problem = try RoutingProblem(
      travel: Self.line(6), jobs: jobs, vehicles: [VehicleType(id: "van", count: 2, start: 0, capacity: [9])],
      relations: Relations(alternatives: [Alternatives(jobs: [1, 2])]))
    let plan = try RunningPlan(problem, routes: [Route(vehicle: 0, jobs: [0])])
    let now = RandomProblems.instant(0)
    #expect(try plan.offer(for: .job(1)).place?.extraCost == 200)
    #expect(try plan.offer(for: .job(2)).place?.extraCost == 400)
    try plan.hold(.job(1), as: "home", until: now + .minutes(5), at: now)
    #expect(try plan.offer(for: .job(2)).obstacle == .alternatives)
    #expect(try plan.offer(for: .job(2), at: now + .minutes(5)).place?.extraCost == 400, "the hold has ended")
  }
}
