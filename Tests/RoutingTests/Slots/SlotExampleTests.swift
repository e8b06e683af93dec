import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct SlotExampleTests {
  @Test func `a window in which a van is near is cheap, and one that needs a van of its own is not`() throws {
    var plan = try TentativePlan(vehicles: [Town.van(2, fixedCost: 50_000)], depots: [Town.depot])
    try plan.insert(Town.request(east: 8), as: "a", in: Town.hours(9, 10))
    // A second van, since nobody is at two places at once.
    let far = Town.request(east: -15)
    try plan.insert(far, as: "b", in: Town.hours(9, 10))
    #expect(plan.vehiclesOut(ofType: 0) == 2)
    let offers = try plan.offers(for: Town.request(east: 8.1), in: [Town.hours(9, 10), Town.hours(14, 15)])
    #expect(offers.allSatisfy { $0.place?.opensVehicle == false })
    #expect(offers[0].isNearby() && !offers[0].isNearby(percent: 0))
    // On a way that is driven in any case, even the afternoon costs only time.
    #expect(offers[1].isNearby())
    let between = try plan.offers(for: Town.request(east: 8, north: 6), in: [Town.hours(9, 10)])[0]
    #expect(!between.isNearby() && between.isNearby(percent: 100))
  }

  @Test func `an empty van out of the yard costs its fixed cost, and is not nearby`() throws {
    let plan = try TentativePlan(vehicles: [Town.van(1, fixedCost: 50_000)], depots: [Town.depot])
    let offer = try plan.offers(for: Town.request(east: 3), in: [Town.hours(9, 10)])[0]
    let place = try #require(offer.place)
    #expect(place.opensVehicle && place.after == nil && place.begin == Town.hours(9, 10).opens)
    #expect(place.extraCost == 50_000 + place.extraDistance.metres && offer.loneCost == place.extraDistance.metres)
    #expect(!offer.isNearby(percent: 100))
  }

  @Test func `a stop that fits nowhere fits after the others have moved together`() throws {
    // Four and four ride together and six in the other van, so that a second six has no room until each six has a four.
    var plan = try TentativePlan(vehicles: [Town.van(2, fixedCost: 50_000)], depots: [Town.depot])
    for (name, load) in [("a", 4), ("b", 4), ("c", 6)] {
      try plan.insert(Town.request(east: 2, load: load), as: ID(name), in: Town.hours(9, 18))
    }
    let six = Town.request(east: 2, load: 6)
    let offer = try plan.offers(for: six, in: [Town.hours(9, 18)])[0]
    #expect(offer.obstacle == .load && offer.loneCost != nil)
    let limit = SearchLimit(iterations: 500)
    #expect(try plan.canFit(six, in: Town.hours(9, 18), afterImproving: limit))
    #expect(try plan.insert(six, as: "d", in: Town.hours(9, 18)) == .refused(.load))
    guard case .heldByImproving = try plan.insert(six, as: "d", in: Town.hours(9, 18), improving: limit) else {
      Issue.record("the four stops fit in two vans")
      return
    }
    let (problem, routes) = plan.routingProblem()
    #expect(problem.check(routes).isFeasible && plan.stops.map(\.id) == ["a", "b", "c", "d"])
    // What is too large for any van is not looked for.
    #expect(try !plan.canFit(Town.request(load: 11), in: Town.hours(9, 18), afterImproving: limit))
  }

  @Test func `improving is the same every time and loses nobody`() throws {
    var random = RandomProblems.Generator(state: 9)
    var plan = try TentativePlan(vehicles: [Town.van(6, capacity: 15, fixedCost: 500)], depots: [Town.depot])
    for index in 0..<70 {
      let opens = Int.random(in: 8...17, using: &random)
      let request = Town.request(east: .random(in: -9...9, using: &random), north: .random(in: -9...9, using: &random))
      try plan.insert(request, as: ID("\(index)"), in: Town.hours(opens, opens + 2))
    }
    var (first, second) = (plan, plan)
    let saved = try first.improve(SearchLimit(iterations: 2_000))
    #expect(try second.improve(SearchLimit(iterations: 2_000), threads: 2) == saved && saved > 0)
    #expect(first.routingProblem().routes == second.routingProblem().routes)
    #expect(first.stops == plan.stops && first.cost == plan.cost - saved)
    #expect(try plan.improve(SearchLimit(iterations: 0)) == 0)
  }

  @Test func `where the direct way is a metre too long, the van goes on passing a stop that was given up`() throws {
    var passes = 0
    for seed in 0..<400 {
      var random = RandomProblems.Generator(state: UInt64(seed))
      let along = (0..<3).map { _ in Double.random(in: 0.1...0.9, using: &random) }.sorted()
      let requests = along.map { Town.request(east: $0, service: .zero) }
      func filled(_ longest: Distance?) throws -> TentativePlan {
        var plan = try TentativePlan(vehicles: [Town.van(1, maximumDistance: longest)], depots: [Town.depot])
        for (index, request) in requests.enumerated() {
          try plan.insert(request, as: ID("\(index)"), in: Town.hours(9, 18))
        }
        return plan
      }
      var plan = try filled(.metres(filled(nil).cost))
      #expect(plan.remove("1") != nil && plan.stops.map(\.id) == ["0", "2"])
      let (problem, routes) = plan.routingProblem()
      #expect(problem.check(routes).isFeasible && problem.check(routes).cost == plan.cost)
      if problem.jobs.count > 2 {
        passes += 1
        // No search finds a way round that, so nothing may change.
        #expect(try plan.improve(SearchLimit(iterations: 20)) == 0)
        #expect(plan.routingProblem().routes == routes)
        #expect(problem.jobs.map(\.id.text).sorted() == ["0", "1 (given up)", "2"])
        // The name is free, and with the next stop the one given up goes, too.
        #expect(try plan.insert(requests[1], as: "1", in: Town.hours(9, 18)) != .alreadyHeld)
        plan.remove("1")
        plan.remove("2")
        #expect(plan.routingProblem().problem.jobs.map(\.id) == ["0"])
      }
    }
    #expect(passes > 0)
  }

  @Test func `all that is wrong with a plan or a request is said at once`() throws {
    let strange = VehicleType(
      id: "van", count: -1, start: 3, capacity: [1], breaks: [Break(duration: .minutes(30))], reload: Reload(places: [0]),
      profile: 1)
    let plan = #expect(throws: InvalidInput.self) { try TentativePlan(vehicles: [strange], depots: [Town.depot]) }
    #expect(
      plan?.faults.map(\.place) == [
        "$.vehicles[0].count", "$.vehicles[0].start", "$.vehicles[0].end", "$.vehicles[0].profile", "$.vehicles[0].breaks",
        "$.vehicles[0].reload",
      ])
    #expect(throws: InvalidInput.self) { try TentativePlan(vehicles: [], depots: []) }
    let sound = try TentativePlan(vehicles: [Town.van(1)], depots: [Town.depot])
    let request = SlotRequest(place: Town.depot, delivery: [-1], pickup: [1, 2], service: .seconds(-1))
    let error = #expect(throws: InvalidInput.self) {
      try sound.offers(for: request, in: [Town.hours(1, 2), Town.hours(0, 1 << 40)])
    }
    #expect(
      error?.faults.map(\.place) == ["$.delivery[0]", "$.pickup", "$.service", "$.windows[1].closes"])
  }

  @Test func `the largest numbers that are allowed do not trap`() throws {
    let far = Coordinate(latitude: 0, longitude: 180)!
    let limit = RoutingProblem.largestRate
    let van = VehicleType(
      id: "van", count: 1, start: 0, capacity: [Weight.limit], fixedCost: RoutingProblem.largestCost, costPerMetre: limit,
      costPerSecond: limit, maximumDuration: .zero, overtime: Overtime(most: .seconds(3_000_000_000), costPerSecond: limit))
    var plan = try TentativePlan(
      vehicles: [van], depots: [Town.depot], streets: StreetModel(streetMetresPerKilometre: 10_000, metresPerHour: 1_000))
    let century = TimeWindow(opens: Instant(secondsSince1970: -3_000_000_000), closes: Instant(secondsSince1970: 3_000_000_000))!
    for index in 0..<4 {
      let request = SlotRequest(place: index % 2 == 0 ? far : Town.depot, delivery: [Weight.limit / 4])
      let offer = try plan.offers(for: request, in: [century])[0]
      _ = offer.isNearby(percent: .max)
      try plan.insert(request, as: ID("\(index)"), in: century)
    }
    let (problem, routes) = plan.routingProblem()
    #expect(problem.check(routes).isFeasible && problem.check(routes).cost == plan.cost)
  }
}
