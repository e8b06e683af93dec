import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct ReplanningTests {
  private static func moment(_ minutes: Int) -> Instant { Instant(secondsSince1970: 60 * minutes) }
  private static func window(_ from: Int, _ to: Int) -> TimeWindow { RandomProblems.window(60 * from, 60 * to) }

  /// Houses on a road, ten minutes apart, and vans from its beginning; a service takes five minutes.
  private static func road(
    houses: Int = 6, vans: Int = 2, jobs change: (Job) -> Job = { $0 }, van: (VehicleType) -> VehicleType = { $0 },
    relations: Relations = Relations()
  ) throws -> RoutingProblem {
    let travel = try TravelMatrix(metres: (0...houses).map { from in (0...houses).map { 600 * abs(from - $0) } })
    let jobs = (1...houses).map { change(Job(id: ID("\($0)"), place: $0, delivery: [1], service: .minutes(5))) }
    let type = VehicleType(
      id: "van", count: vans, start: 0, capacity: [9], shift: window(0, 600), costPerMetre: 1, costPerSecond: 1)
    return try RoutingProblem(travel: travel, jobs: jobs, vehicles: [van(type)], relations: relations)
  }

  /// One van to houses 1, 2, 3, the other to 4, 5, 6: it begins at 10, 25, 40 and at 40, 55, 70 minutes.
  private static let plan = [Route(vehicle: 0, jobs: [0, 1, 2]), Route(vehicle: 0, jobs: [3, 4, 5])]
  private static let prices = StabilityPrices(perSecond: 1, perVehicle: 1_000)

  private static func replanned(
    _ problem: RoutingProblem, plan: [Route] = plan, at minute: Int, _ events: [DayEvent], prices: StabilityPrices = prices,
    leeway: Leeway = Leeway()
  ) throws -> Replan {
    let day = try RunningDay(of: problem, plan: plan, at: moment(minute), events: events, prices: prices, leeway: leeway)
    let answer = try day.problem.solveVerifying(SearchLimit(iterations: 300), seed: 1, start: day.start)
    return Replan(day, answer)
  }

  private static func outcome(_ replan: Replan, _ job: ID<Job>) -> Replan.Outcome? {
    replan.stops.first { $0.job == job }?.outcome
  }

  @Test func `where nothing has happened nothing changes`() throws {
    let problem = try Self.road()
    for minute in [-5, 0, 12, 17, 42, 75, 200] {
      // Dear enough, since one van could do it all if neither has left.
      let replan = try Self.replanned(problem, at: minute, [], prices: StabilityPrices(perSecond: 100, perVehicle: 10_000))
      #expect(replan.changes.isEmpty)
      #expect(replan.verdict.isFeasible && replan.stabilityPrice == 0)
      #expect(replan.costWithoutPrices == problem.check(Self.plan).cost)
      #expect(replan.vehicles.allSatisfy { !$0.isChanged && $0.endBefore == $0.endAfter })
    }
  }

  @Test func `what has begun and what a vehicle is on its way to is frozen`() throws {
    let problem = try Self.road()
    func frozen(_ minute: Int) throws -> [Int] {
      try RunningDay(of: problem, plan: Self.plan, at: Self.moment(minute), events: [], prices: Self.prices).frozen
    }
    #expect(try frozen(-1) == [0, 0])
    #expect(try frozen(0) == [1, 1])
    #expect(try frozen(14) == [1, 1])
    #expect(try frozen(15) == [2, 1])
    #expect(try frozen(44) == [3, 1])
    #expect(try frozen(45) == [3, 2])
    #expect(try frozen(500) == [3, 3])
  }

  @Test func `a cancelled stop is left out and nobody is visited sooner than told`() throws {
    let problem = try Self.road()
    let replan = try Self.replanned(problem, at: 12, [.cancelled(job: 1)])
    #expect(Self.outcome(replan, "2") == .cancelled)
    #expect(replan.changes.map(\.job) == ["2"])
    #expect(replan.stops.first { $0.job == "3" }?.after?.begin == Self.moment(40))
    // With an early customer allowed for, it comes five minutes of service sooner.
    var prices = Self.prices
    prices.mostEarly = nil
    prices.perSecond = 0
    let early = try Self.replanned(problem, at: 12, [.cancelled(job: 1)], prices: prices)
    #expect(early.stops.first { $0.job == "3" }?.shift == .minutes(-5))
  }

  @Test func `a stop cancelled on the way to it is driven past`() throws {
    let replan = try Self.replanned(Self.road(), at: 17, [.cancelled(job: 1)], prices: .none)
    #expect(Self.outcome(replan, "2") == .cancelled)
    let stops = replan.verdict.routes.first { $0.route.jobs.count == 3 && $0.stops[0].begin == Self.moment(10) }?.stops
    #expect(stops?[1].begin == Self.moment(25) && stops?[1].departure == Self.moment(25))
    #expect(stops?[2].begin == Self.moment(35))
  }

  @Test func `a stop that has begun cannot be cancelled`() throws {
    let problem = try Self.road()
    let error = #expect(throws: InvalidInput.self) {
      try problem.replanned(from: Self.plan, at: Self.moment(11), events: [.cancelled(job: 0)], prices: Self.prices)
    }
    #expect(error?.faults.map(\.place) == ["$.events[0].job"])
  }

  @Test func `goods on board are brought by who has them, and goods at the depot by who leaves it`() throws {
    // Without a way back to the depot neither van that is out can take the new parcel; a collection can be made by either.
    func new(_ isCollection: Bool) -> DayEvent {
      .added(Job(id: "new", place: 6, delivery: [isCollection ? 0 : 1], pickup: [isCollection ? 1 : 0]))
    }
    let parcel = try Self.replanned(Self.road(), at: 12, [new(false)])
    #expect(Self.outcome(parcel, "new") == .dropped)
    #expect(parcel.verdict.violations.map(\.kind) == [.missing])
    let collection = try Self.replanned(Self.road(), at: 12, [new(true)])
    #expect(Self.outcome(collection, "new") == .joined)
    #expect(collection.vehicles.first { $0.joined == ["new"] }?.oldRoute == 1)
    // A third van at the depot leaves with it, and not before now.
    let third = try Self.replanned(Self.road(vans: 3), at: 12, [new(false)])
    #expect(Self.outcome(third, "new") == .joined)
    #expect(third.stops.last?.after?.begin == Self.moment(72))
    // Who may load anew comes back for it.
    let reloading = try Self.road {
      $0
    } van: { van in
      VehicleType(
        id: van.id, count: 2, start: 0, capacity: [9], shift: Self.window(0, 600), costPerSecond: 1, reload: Reload(places: [0]))
    }
    let reloaded = try Self.replanned(reloading, at: 12, [new(false)])
    #expect(Self.outcome(reloaded, "new") == .joined)
    #expect(reloaded.verdict.routes.contains { $0.route.reloads.count == 1 && $0.stops.count == 4 })
    // And before anybody has left it goes along.
    #expect(try Self.outcome(Self.replanned(Self.road(), at: -10, [new(false)]), "new") == .joined)
  }

  @Test func `what a broken van has on board is fetched from it, or lost`() throws {
    let problem = try Self.road()
    let replan = try Self.replanned(problem, at: 12, [.vehicleDown(route: 1)])
    // On the way to house 4 it stands where it left last: at the depot; the other van has no reload, but fetches like a collection.
    #expect(replan.verdict.isFeasible)
    for job in ["4", "5", "6"] as [ID<Job>] {
      let change = replan.stops.first { $0.job == job }
      #expect(change?.outcome == .moved && change?.changesVehicle == true)
    }
    #expect(replan.problem.relations.shipments.count == 3)
    #expect(replan.vehicles.first { $0.oldRoute == 1 }?.isDown == true)
    #expect(replan.vehicles.first { $0.oldRoute == 1 }?.left == ["4", "5", "6"])
    let lost = try Self.replanned(problem, at: 57, [.vehicleDown(route: 1, goods: .lost)])
    #expect(lost.changes.map(\.outcome) == [.dropped] && lost.changes.map(\.job) == ["6"])
    #expect(lost.verdict.routes.contains { $0.stops.map(\.begin) == [Self.moment(40), Self.moment(55)] })
    // What has not left is at the depot, and goes with others.
    let early = try Self.replanned(problem, at: -10, [.vehicleDown(route: 1)])
    #expect(early.problem.relations.shipments.isEmpty)
    #expect(early.verdict.isFeasible && early.verdict.routes.count == 1)
  }

  @Test func `a van that is behind begins what is next so much later`() throws {
    let problem = try Self.road()
    // In service at house 1 for eight minutes longer.
    let served = try Self.replanned(problem, at: 20, [.behind(route: 0, by: .minutes(8))])
    #expect(served.stops.prefix(3).map { $0.after?.begin } == [Self.moment(10), Self.moment(33), Self.moment(48)])
    #expect(served.stops.prefix(3).map(\.outcome) == [.done, .moved, .moved])
    // On its way to house 2 it stood still for so long.
    let driving = try Self.replanned(problem, at: 20, [.behind(route: 0, by: .minutes(2))])
    #expect(driving.stops.prefix(3).map { $0.after?.begin } == [Self.moment(10), Self.moment(27), Self.moment(42)])
    #expect(driving.stabilityPrice == 120)
    // Not left yet: it leaves later.
    let waiting = try Self.replanned(problem, at: -5, [.behind(route: 0, by: .minutes(7))])
    #expect(waiting.verdict.routes.allSatisfy { $0.departure >= Self.moment(-5) })
    #expect(waiting.verdict.isFeasible)
  }

  @Test func `slower traffic makes later who is under way, from now on`() throws {
    let problem = try Self.road()
    // Half the speed from minute 20: five of ten minutes to house 2 are left and take ten.
    let replan = try Self.replanned(problem, at: 20, [.slower(percent: 50)])
    #expect(replan.stops.prefix(3).map { $0.after?.begin } == [Self.moment(10), Self.moment(30), Self.moment(55)])
    // For five minutes only: half of that is lost.
    let short = try Self.replanned(problem, at: 20, [.slower(percent: 50, from: nil, until: Self.moment(22))])
    #expect(short.stops.prefix(3).map { $0.after?.begin } == [Self.moment(10), Self.moment(26), Self.moment(41)])
    let over = try Self.replanned(problem, at: 20, [.slower(percent: 50, from: Self.moment(3), until: Self.moment(9))])
    #expect(over.changes.isEmpty)
  }

  @Test func `a late van comes home although its shift is over`() throws {
    let problem = try Self.road {
      $0
    } van: { van in
      VehicleType(id: van.id, count: 2, start: 0, capacity: [9], shift: Self.window(0, 135), costPerSecond: 1)
    }
    let replan = try Self.replanned(problem, at: 140, [.behind(route: 1, by: .minutes(90))])
    #expect(replan.verdict.violations.map(\.kind) == [.missing])
    #expect(replan.vehicles.first { $0.oldRoute == 1 }?.endAfter == Self.moment(200))
    let late = try Self.replanned(problem, at: 140, [.behind(route: 1, by: .minutes(90))], leeway: Leeway(overrun: .hours(3)))
    #expect(late.verdict.isFeasible)
  }

  @Test func `the price is that of each second and each stop, counted by hand`() throws {
    let problem = try Self.road(vans: 3)
    let replan = try Self.replanned(problem, at: 12, [.vehicleDown(route: 0), .behind(route: 1, by: .minutes(3))])
    var price = 0
    for change in replan.stops where change.outcome == .moved {
      let (before, after) = (try #require(change.before), try #require(change.after))
      price += abs(after.begin.secondsSince1970 - before.begin.secondsSince1970) * 1
      price += before.vehicle == after.vehicle ? 0 : 1_000
    }
    #expect(price > 0 && replan.stabilityPrice == price)
    #expect(replan.verdict.cost == replan.costWithoutPrices + price)
  }

  @Test func `half a shipment on board goes on with who has it, or is fetched`() throws {
    let shipped = { (job: Job) -> Job in
      switch job.id {
      case "1": Job(id: "1", place: 1, delivery: [0], pickup: [2], service: .minutes(5))
      case "3": Job(id: "3", place: 3, delivery: [2], service: .minutes(5))
      default: job
      }
    }
    let problem = try Self.road(jobs: shipped, relations: Relations(shipments: [Shipment(pickup: 0, delivery: 2)]))
    let replan = try Self.replanned(problem, at: 12, [])
    #expect(replan.changes.isEmpty && replan.verdict.isFeasible && replan.problem.relations.shipments.isEmpty)
    let down = try Self.replanned(problem, at: 12, [.vehicleDown(route: 0)])
    #expect(down.verdict.isFeasible && down.problem.relations.shipments.count == 2)
    #expect(Self.outcome(down, "3") == .moved)
    // Cancelled, the goods stay on board.
    let cancelled = try Self.replanned(problem, at: 12, [.cancelled(job: 2)])
    #expect(cancelled.verdict.isFeasible && Self.outcome(cancelled, "3") == .cancelled && Self.outcome(cancelled, "1") == .done)
  }

  @Test func `a day that was planned anew runs on and is planned anew again`() throws {
    let first = try Self.replanned(Self.road(vans: 3), at: 12, [.behind(route: 0, by: .minutes(3))])
    let routes = first.verdict.routes.map(\.route)
    let still = try Self.replanned(first.problem, plan: routes, at: 20, [])
    #expect(still.changes.isEmpty && still.verdict.isFeasible)
    let second = try Self.replanned(first.problem, plan: routes, at: 35, [.vehicleDown(route: 0)])
    #expect(second.verdict.isFeasible)
    #expect(second.stops.filter { $0.outcome == .done }.map(\.job).contains("1"))
  }

  @Test(arguments: 0..<40)
  func `under any rules what is driven stays, and the search agrees with the checker`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed))
    let rules = Rules.random(using: &random).subtracting(.begun)
    let problem = try RandomProblems.make(seed: UInt64(95_000 + seed), jobs: 10, rules)
    let plan = try problem.solve(SearchLimit(iterations: 300)).verdict
    let (first, last) = (plan.routes.map(\.departure).min() ?? Self.moment(0), plan.routes.map(\.arrival).max() ?? Self.moment(9))
    for share in [10, 50, 80] {
      let now = first + .seconds((last - first).seconds * share / 100)
      // Where nothing could be planned there is no route to which something happens.
      let route = plan.routes.indices.randomElement(using: &random)
      let event: DayEvent =
        switch Int.random(in: route == nil ? 2...3 : 0...3, using: &random) {
        case 0: .vehicleDown(route: route ?? 0, goods: Bool.random(using: &random) ? .lost : .fetched(handover: .seconds(5)))
        case 1: .behind(route: route ?? 0, by: .seconds(Int.random(in: 0...40, using: &random)))
        case 2: .slower(percent: Int.random(in: 1...60, using: &random))
        default: .added(Job(id: "new", place: 3, delivery: .zero(dimensions: problem.dimensions), pickup: problem.jobs[0].pickup))
        }
      let prices = StabilityPrices(
        perSecond: 2, perVehicle: 50, perDropped: 100, mostEarly: Bool.random(using: &random) ? .zero : nil)
      let day = try RunningDay(
        of: problem, plan: plan.routes.map(\.route), at: now, events: [event], prices: prices,
        leeway: Leeway(costPerLateSecond: 1, overrun: .seconds(100)))
      let answer = try day.problem.solveVerifying(SearchLimit(iterations: 40), seed: UInt64(seed), start: day.start)
      let replan = Replan(day, answer)
      #expect(replan.verdict.violations.allSatisfy { $0.kind == .missing }, "\(event) at \(now): \(replan.verdict.violations)")
      for vehicle in replan.vehicles where vehicle.frozenStops > 0 {
        let old = try #require(vehicle.oldRoute), new = try #require(vehicle.newRoute)
        let (before, after) = (plan.routes[old].stops, replan.verdict.routes[new].stops)
        for index in 0..<vehicle.frozenStops {
          #expect(after[index].job == day.jobs[before[index].job])
          if before[index].departure <= now, case .behind = event {
          } else if before[index].departure <= now {
            #expect(after[index].begin == before[index].begin)
          }
        }
      }
      #expect(replan.verdict.cost == replan.costWithoutPrices + replan.stabilityPrice)
    }
  }

  @Test(arguments: 0..<5)
  func `on a random day that goes wrong nothing driven moves and fewer customers wait for another time`(kind: Int) throws {
    let day = try DisturbedDay(seed: kind, stops: 24, planning: 500, iterations: 200)
    #expect(day.moved.isEmpty)
    let (kept, scratch) = (Disturbance(day.kept), Disturbance(day.scratch))
    #expect(kept.changed <= scratch.changed && kept.seconds <= scratch.seconds, "\(kept.line); \(scratch.line)")
  }

  @Test func `with a number of iterations the answer is the same for any number of threads`() throws {
    let problem = try RandomDays.make(seed: 1, stops: 30)
    let plan = try problem.solve(SearchLimit(iterations: 600)).routes
    let answers = try [1, 2, 8].map { threads in
      try problem.replanned(
        from: plan, at: Instant(secondsSince1970: 11 * 3600), events: [.vehicleDown(route: 0)], prices: .usual(for: problem),
        limit: SearchLimit(iterations: 300), threads: threads
      ).verdict
    }
    #expect(Set(answers).count == 1)
  }

  @Test func `everything that is wrong with a day is said at once`() throws {
    let problem = try Self.road()
    func places(_ plan: [Route], _ events: [DayEvent], _ prices: StabilityPrices = Self.prices) -> [String]? {
      let error = #expect(throws: InvalidInput.self) {
        try problem.replanned(from: plan, at: Self.moment(5), events: events, prices: prices)
      }
      return error?.faults.map(\.place)
    }
    #expect(
      places(
        Self.plan,
        [
          .vehicleDown(route: 2), .cancelled(job: -1), .slower(percent: 100), .behind(route: 0, by: .minutes(-1)),
          .added(Job(id: "1", place: 1, delivery: [1])), .vehicleDown(route: 0, goods: .fetched(handover: .minutes(-1))),
        ]) == [
          "$.events[0].route", "$.events[1].job", "$.events[2].percent", "$.events[3].by", "$.events[4].id",
          "$.events[5].handover",
        ])
    #expect(
      places([Route(vehicle: 3, jobs: [0]), Route(vehicle: 0, jobs: [1, 9]), Route(vehicle: 0, jobs: [2, 2])], []) == [
        "$.plan[0]", "$.plan[1].jobs[1]", "$.plan[2].jobs[1]",
      ])
    #expect(places((0..<3).map { Route(vehicle: 0, jobs: [$0]) }, []) == ["$.plan"])
    #expect(
      places(Self.plan, [], StabilityPrices(perSecond: -1, perVehicle: .max, perDropped: -1, mostEarly: .seconds(-1))) == [
        "$.prices.perSecond", "$.prices.perVehicle", "$.prices.perDropped", "$.prices.mostEarly",
      ])
    // A new job at a place that the matrix does not have, and one of another load.
    #expect(
      places(Self.plan, [.added(Job(id: "x", place: 99, delivery: [1])), .added(Job(id: "y", place: 1, delivery: [1, 1]))])?.count
        == 3)
  }
}
