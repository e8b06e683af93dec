import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct AnnouncementTests {
  private static func moment(_ seconds: Int) -> Instant { Instant(secondsSince1970: seconds) }

  /// Three houses on a road, a minute apart, and two vans from its beginning.
  private static func road(
    _ told: [Announcement?], shift: TimeWindow? = RandomProblems.window(0, 10_000), costPerSecond: Int = 0
  ) throws -> RoutingProblem {
    let travel = try TravelMatrix(metres: (0..<4).map { from in (0..<4).map { 60 * abs(from - $0) } })
    let jobs = told.enumerated().map { index, announced in
      Job(id: ID("\(index)"), place: index + 1, delivery: [1], announced: announced)
    }
    let vans = ["one", "two"].map {
      VehicleType(id: ID($0), count: 1, start: 0, capacity: [9], shift: shift, costPerSecond: costPerSecond)
    }
    return try RoutingProblem(travel: travel, jobs: jobs, vehicles: vans)
  }

  /// The price from scratch: every stop's difference in seconds, one after the other.
  private static func naivePrice(_ verdict: Verdict, _ problem: RoutingProblem) -> Int {
    var price = 0
    for route in verdict.routes {
      for stop in route.stops {
        guard let told = problem.jobs[stop.job].announced else { continue }
        let (is_, was) = (stop.begin.secondsSince1970, told.begin.secondsSince1970)
        price += (is_ > was ? is_ - was : was - is_) * told.costPerSecond
        if let vehicle = told.vehicle, vehicle != route.route.vehicle { price += told.costOfAnotherVehicle }
      }
    }
    return price
  }

  @Test(arguments: 0..<100)
  func `the checker prices what comes otherwise than was told as an oracle does`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed))
    let rules = Rules.random(using: &random).union(.announcements)
    let problem = try RandomProblems.make(seed: UInt64(90_000 + seed), jobs: 7, rules)
    for _ in 0..<10 {
      let order = problem.jobs.indices.shuffled(using: &random)
      let cut = Int.random(in: 0...order.count, using: &random)
      let routes = [order[..<cut], order[cut...]].map {
        Route(vehicle: Int.random(in: 0..<problem.vehicles.count, using: &random), jobs: Array($0))
      }
      let verdict = problem.check(routes)
      #expect(verdict.announcementPrice == Self.naivePrice(verdict, problem))
      #expect(verdict.announcementPrice == verdict.routes.map(\.announcementPrice).reduce(0, +))
    }
  }

  @Test(arguments: 0..<60)
  func `every step of the search agrees with the checker where something was told`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed))
    let rules = Rules.random(using: &random).union(.announcements)
    let problem = try RandomProblems.make(seed: UInt64(91_000 + seed), jobs: 4 + seed % 20, rules)
    _ = try problem.solveVerifying(SearchLimit(iterations: 60), seed: UInt64(seed))
  }

  @Test(arguments: 0..<12)
  func `parts of a problem keep what was told`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(92_000 + seed), jobs: 24, .announcements)
    _ = try problem.solveVerifying(SearchLimit(iterations: 80), seed: UInt64(seed), inPartsOf: 8)
  }

  @Test(arguments: 0..<30)
  func `small problems where something was told are solved to the optimum of full enumeration`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(93_000 + seed), jobs: 4, .announcements)
    let answer = try problem.solve(SearchLimit(iterations: 3000), seed: 7)
    let oracle = RuleEnumeration(problem).best
    #expect(answer.verdict.violations.count { $0.kind == .missing } == oracle.missing)
    #expect(answer.verdict.cost == oracle.cost)
  }

  @Test(arguments: 0..<10)
  func `what was told at no price changes nothing`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(94_000 + seed), jobs: 20)
    let told = try problem.silenced(Announcement(begin: Self.moment(50), costPerSecond: 0, vehicle: 0, costOfAnotherVehicle: 0))
    let one = try problem.solve(SearchLimit(iterations: 600))
    let other = try told.solve(SearchLimit(iterations: 600))
    // The second engine stands aside wherever something was told, so only the costs have to agree.
    #expect(told.check(one.routes).cost == one.verdict.cost)
    #expect(problem.check(other.routes).cost == other.verdict.cost)
  }

  @Test func `a van that has not left leaves so early that it is nobody's told time that waits`() throws {
    // At the third house it is to be at 600; it could leave at 420, but was to be at the first house at 60.
    let told = [60, 120, 600].map { Announcement(begin: Self.moment($0), costPerSecond: 1) }
    let late = RandomProblems.window(600, 10_000)
    func times(_ told: [Announcement?]) throws -> [Int] {
      let problem = try Self.road(told, costPerSecond: 1)
      let jobs = problem.jobs.enumerated().map { index, job in
        Job(id: job.id, place: job.place, delivery: job.delivery, window: index == 2 ? late : nil, announced: job.announced)
      }
      let waiting = try RoutingProblem(travel: problem.travel, jobs: jobs, vehicles: problem.vehicles)
      _ = try waiting.solveVerifying(SearchLimit(iterations: 60), seed: 1)
      return waiting.check([Route(vehicle: 0, jobs: [0, 1, 2])]).routes[0].stops.map(\.begin.secondsSince1970)
    }
    #expect(try times([nil, nil, nil]) == [480, 540, 600])
    #expect(try times(told) == [60, 120, 600])
  }

  @Test func `the vehicle that was said to come comes as long as that is worth its way`() throws {
    func driver(of job: Int, price: Int) throws -> Int? {
      let told = Announcement(begin: Self.moment(0), costPerSecond: 0, vehicle: 1, costOfAnotherVehicle: price)
      let problem = try Self.road([
        told, Announcement(begin: Self.moment(0), costPerSecond: 0, vehicle: 0, costOfAnotherVehicle: 500),
      ])
      return try problem.solve(SearchLimit(iterations: 400)).routes.first { $0.jobs.contains(job) }?.vehicle
    }
    // A van of its own costs 120 metres more than the one that goes past.
    #expect(try driver(of: 0, price: 119) == 0)
    #expect(try driver(of: 0, price: 121) == 1)
  }

  @Test func `an order that was told is kept as long as the minutes are worth the detour`() throws {
    // Farthest first costs the same way; at the second house 60 seconds sooner or later.
    func order(_ price: Int) throws -> [Int] {
      let problem = try Self.road([
        nil, Announcement(begin: Self.moment(240), costPerSecond: price),
        Announcement(begin: Self.moment(180), costPerSecond: price),
      ])
      let answer = try problem.solve(SearchLimit(iterations: 400))
      #expect(answer.verdict.announcementPrice == Self.naivePrice(answer.verdict, problem))
      return answer.routes[0].jobs
    }
    #expect(try order(5).filter { $0 > 0 } == [2, 1])
  }

  @Test func `the largest prices do not overflow, neither in the checker nor in the search`() throws {
    let rate = RoutingProblem.largestRate
    let far = Self.moment(100 * 366 * 86_400)
    let told = Announcement(begin: far, costPerSecond: rate, vehicle: 1, costOfAnotherVehicle: RoutingProblem.largestCost)
    for shift in [RandomProblems.window(0, 10_000), nil] {
      let problem = try Self.road([told, told, told], shift: shift, costPerSecond: 1)
      let verdict = problem.check([Route(vehicle: 0, jobs: [0, 1, 2])])
      #expect(verdict.announcementPrice == 6 * RoutingProblem.largestCost)
      _ = try problem.solveVerifying(SearchLimit(iterations: 60), seed: 1)
    }
  }

  @Test func `what was told in numbers that mean nothing is refused`() throws {
    let wrong = Announcement(
      begin: Self.moment(.max), costPerSecond: -1, vehicle: 2, costOfAnotherVehicle: .max)
    let error = #expect(throws: InvalidInput.self) { try Self.road([wrong]) }
    #expect(
      error?.faults.map(\.place)
        == ["begin", "costPerSecond", "costOfAnotherVehicle", "vehicle"].map { "$.jobs[0].announced.\($0)" })
  }
}

extension RoutingProblem {
  /// The same problem where nobody was told anything, or all the same.
  fileprivate func silenced(_ announced: Announcement? = nil) throws -> RoutingProblem {
    try RoutingProblem(
      profiles: profiles,
      jobs: jobs.map { job in
        Job(
          id: job.id, place: job.place, delivery: job.delivery, pickup: job.pickup, service: job.service, setup: job.setup,
          windows: job.windows, lateness: job.lateness, release: job.release, skills: job.skills, dropCost: job.dropCost,
          announced: announced)
      }, vehicles: vehicles, relations: relations, traffic: traffic, begun: begun, preferences: preferences)
  }
}
