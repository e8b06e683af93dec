import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct TentativePlanTests {
  @Test(arguments: 0..<27)
  func `what is offered is what driving every place says, and every promise is kept, whoever comes and goes`(seed: Int) throws {
    var day = try RandomDay(seed: seed)
    for step in 0..<100 {
      let request = day.request()
      let windows = (0..<3).map { _ in day.window() }
      if step % 4 == 0 {
        for offer in try day.plan.offers(for: request, in: windows) { try compare(offer, day, request) }
      }
      let before = day.plan
      switch day.below(41) {
      case 0..<25:
        let name = day.name(for: request)
        switch try day.plan.insert(request, as: name, in: windows[0]) {
        case .held(let place): #expect(day.plan.cost == before.cost + place.extraCost && day.plan.count == before.count + 1)
        case .refused: #expect(day.plan.cost == before.cost && day.plan.count == before.count)
        case let other: Issue.record("\(other)")
        }
      case 25..<36:
        guard let stop = day.someStop() else { continue }
        #expect(day.plan.remove(stop.id) == stop)
        #expect(day.plan.remove(stop.id) == nil)
      case 40:
        let type = day.below(day.plan.vehicles.count)
        guard day.plan.vehicles[type].count > 1 else { continue }
        let lost = day.plan.withdrawVehicle(ofType: type)
        #expect(day.plan.vehicles[type].count == before.vehicles[type].count - 1)
        #expect(Set(day.plan.stops).isDisjoint(with: lost) && Set(day.plan.stops).union(lost) == Set(before.stops))
        if before.vehiclesOut(ofType: type) < before.vehicles[type].count {
          #expect(lost.isEmpty && day.plan.cost == before.cost)
        }
        for stop in lost {
          #expect(try day.plan.offers(for: stop.request, in: [stop.window])[0].place == nil)
        }
      case 36, 37:
        let saved = try day.plan.improve(SearchLimit(iterations: 30))
        #expect(saved >= 0 && day.plan.cost == before.cost - saved)
        #expect(day.plan.stops == before.stops)
      default:
        let name = day.name(for: request)
        let limit = SearchLimit(iterations: 40)
        let fits = try day.plan.canFit(request, in: windows[0], afterImproving: limit)
        let result = try day.plan.insert(request, as: name, in: windows[0], improving: limit)
        #expect(fits == (day.plan[name] != nil))
        if case .heldByImproving(let extra) = result { #expect(day.plan.cost == before.cost + extra) }
        #expect(day.plan.count == before.count + (fits ? 1 : 0))
      }
      try check(day.plan)
    }
  }

  /// An offer against the checker, place by place.
  private func compare(_ offer: SlotOffer, _ day: RandomDay, _ request: SlotRequest) throws {
    let oracle = try InsertionOracle(day.plan, day.addresses, request, offer.window)
    let best = oracle.best()
    #expect(offer.loneCost == oracle.loneCost())
    #expect(offer.place?.extraCost == best.cost)
    #expect(offer.obstacle == (best.cost == nil ? best.obstacle : nil))
    guard let place = offer.place else { return }
    let routes = try #require(oracle.route(place))
    let (with, broken) = oracle.drive(routes.with)
    let without = routes.without.map { oracle.drive($0).drive }
    #expect(broken == nil)
    #expect(place.extraDistance == with.distance - (without?.distance ?? .zero))
    #expect(place.extraTime == with.duration - (without?.duration ?? .zero))
    #expect(place.arrival == with.stops[place.position].arrival && place.begin == with.stops[place.position].begin)
    // With the window cut to the last begin it is in time, and a second later it is not.
    func isInTime(_ moment: Instant) throws -> Bool {
      let window = try #require(TimeWindow(opens: moment, closes: moment))
      let broken = try InsertionOracle(day.plan, day.addresses, request, window).drive(routes.with).broken
      return broken.map { $0 > .time } ?? true
    }
    let isLast = place.latestBegin == offer.window.closes
    #expect(try isInTime(place.latestBegin))
    #expect(try isLast || !isInTime(place.latestBegin + .seconds(1)))
  }

  /// The whole plan against the checker.
  private func check(_ plan: TentativePlan) throws {
    let (problem, routes) = plan.routingProblem()
    let verdict = problem.check(routes)
    #expect(verdict.isFeasible, "\(verdict.violations)")
    #expect(verdict.cost == plan.cost)
    #expect(Set(problem.jobs.map(\.id)).count == problem.jobs.count && problem.jobs.count >= plan.count)
    for stop in plan.stops {
      let job = try #require(problem.jobs.first { $0.id == stop.id })
      #expect(job.window == stop.window && job.delivery == stop.request.delivery && job.pickup == stop.request.pickup)
      #expect(job.service == stop.request.service && job.skills == stop.request.skills)
      #expect(job.release == stop.request.release)
    }
    for type in plan.vehicles.indices { #expect(plan.vehiclesOut(ofType: type) == routes.count { $0.vehicle == type }) }
  }

  @Test func `the random days meet every obstacle, and both kinds of places`() throws {
    var met: Set<SlotObstacle> = []
    var opens: Set<Bool> = []
    for seed in 0..<27 {
      var day = try RandomDay(seed: seed)
      for _ in 0..<60 {
        let request = day.request()
        switch try day.plan.insert(request, as: day.name(for: request), in: day.window()) {
        case .held(let place): opens.insert(place.opensVehicle)
        case .refused(let obstacle): met.insert(obstacle)
        case let other: Issue.record("\(other)")
        }
      }
    }
    #expect(met == Set(SlotObstacle.allCases) && opens == [true, false])
  }

  @Test func `holding again under the same name changes nothing, and another stop needs another name`() throws {
    var plan = try TentativePlan(vehicles: [Town.van(1)], depots: [Town.depot])
    let (request, window) = (Town.request(east: 3), Town.hours(9, 11))
    guard case .held = try plan.insert(request, as: "a", in: window) else { throw CancellationError() }
    let stop = HeldStop(id: "a", request: request, window: window)
    let cost = plan.cost
    #expect(try plan.insert(request, as: "a", in: window) == .alreadyHeld)
    #expect(try plan.insert(request, as: "a", in: Town.hours(9, 12)) == .nameTaken(stop))
    #expect(try plan.insert(Town.request(east: 2), as: "a", in: window) == .nameTaken(stop))
    #expect(plan.cost == cost && plan.stops == [stop] && plan["a"] == stop)
    #expect(plan.remove("a") == stop && plan.remove("a") == nil)
    #expect(plan.count == 0 && plan.cost == 0 && plan.vehiclesOut(ofType: 0) == 0)
  }

  @Test func `a copy does not see what comes after`() throws {
    var plan = try TentativePlan(vehicles: [Town.van(1)], depots: [Town.depot])
    try plan.insert(Town.request(east: 3), as: "a", in: Town.hours(9, 11))
    let copy = plan
    try plan.insert(Town.request(east: 5), as: "b", in: Town.hours(9, 11))
    plan.remove("a")
    #expect(copy.stops.map(\.id) == ["a"] && plan.stops.map(\.id) == ["b"])
  }
}
