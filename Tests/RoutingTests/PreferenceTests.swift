import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct PreferenceTests {
  /// The same problem with other preferences.
  private static func problem(_ problem: RoutingProblem, preferring preferences: Preferences) throws -> RoutingProblem {
    try RoutingProblem(
      profiles: problem.profiles, jobs: problem.jobs, vehicles: problem.vehicles, relations: problem.relations,
      traffic: problem.traffic, begun: problem.begun, preferences: preferences)
  }

  /// Places on a plane, as far apart as one walks along its axes.
  private static func plane(_ points: [(Int, Int)]) throws -> TravelMatrix {
    try TravelMatrix(metres: points.map { from in points.map { to in abs(from.0 - to.0) + abs(from.1 - to.1) } })
  }

  /// A depot in the middle of a road and jobs to both sides of it.
  private static func road(stops: Int, van: VehicleType, preferences: Preferences = Preferences()) throws -> RoutingProblem {
    let points = [(0, 0)] + (0..<stops).map { ((1 + $0 / 2) * ($0.isMultiple(of: 2) ? 10 : -10), 0) }
    let jobs = (1...stops).map { Job(id: ID("\($0)"), place: $0, delivery: [1], service: .minutes(1)) }
    return try RoutingProblem(travel: plane(points), jobs: jobs, vehicles: [van], preferences: preferences)
  }

  // MARK: The checker

  /// The price of work, one unit after the other: the next one costs what its number twice, less one, is worth.
  private static func naivePrice(_ balance: Balance?, _ work: Int) -> Int {
    guard let balance, work > 0 else { return 0 }
    return (1...work).reduce(0) { $0 + (2 * $1 - 1) * balance.costPerUnit } / balance.usual
  }

  private static func naiveWork(_ route: ScheduledRoute, _ balance: Balance?, _ problem: RoutingProblem) -> Int {
    let jobs = route.stops.map { problem.jobs[$0.job] }
    switch balance?.work {
    case .time: return route.arrival.secondsSince1970 - route.departure.secondsSince1970
    case .distance: return route.distance.metres
    case .stops: return jobs.count
    case .load(let dimension): return jobs.map { $0.delivery[dimension] + $0.pickup[dimension] }.reduce(0, +)
    case nil: return 0
    }
  }

  private static func naiveSpread(_ route: ScheduledRoute, _ problem: RoutingProblem) -> Int {
    let travel = problem.profiles[problem.vehicles[route.route.vehicle].profile]
    var least: Int?
    for centre in route.stops {
      var sum = 0
      for stop in route.stops {
        sum += travel.distance(from: problem.jobs[centre.job].place, to: problem.jobs[stop.job].place).metres
      }
      if sum < least ?? .max { least = sum }
    }
    return least ?? 0
  }

  @Test(arguments: 0..<100)
  func `the checker prices work and spread as an oracle does, and says how much of the cost they are`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed))
    let rules = Rules.random(using: &random).union([.balance, .compactness])
    let problem = try RandomProblems.make(seed: UInt64(80_000 + seed), jobs: 7, rules)
    let plain = try Self.problem(problem, preferring: Preferences())
    for _ in 0..<10 {
      let order = problem.jobs.indices.shuffled(using: &random)
      let cut = Int.random(in: 0...order.count, using: &random)
      let routes = [order[..<cut], order[cut...]].map {
        Route(vehicle: Int.random(in: 0..<problem.vehicles.count, using: &random), jobs: Array($0))
      }
      let verdict = problem.check(routes)
      let without = plain.check(routes)
      for route in verdict.routes {
        let balance = problem.preferences.balance
        #expect(route.balancePrice == Self.naivePrice(balance, Self.naiveWork(route, balance, problem)))
        #expect(route.spreadPrice == Self.naiveSpread(route, problem) * problem.preferences.costPerMetreOfSpread)
      }
      #expect(verdict.balancePrice == verdict.routes.map(\.balancePrice).reduce(0, +))
      #expect(verdict.spreadPrice == verdict.routes.map(\.spreadPrice).reduce(0, +))
      #expect(verdict.cost == without.cost + verdict.balancePrice + verdict.spreadPrice)
      #expect(verdict.violations == without.violations)
    }
  }

  @Test func `work that moves to a route less busy saves what the documentation says`() throws {
    let problem = try Self.road(
      stops: 10, van: VehicleType(id: "van", count: 2, start: 0, capacity: [10]),
      preferences: Preferences(balance: .stops(usual: 4, costPerStop: 6)))
    func price(_ first: Int) -> Int {
      problem.check([Route(vehicle: 0, jobs: Array(0..<first)), Route(vehicle: 0, jobs: Array(first..<10))]).balancePrice
    }
    #expect(price(8) - price(6) == 2 * 6 * 2 * (6 - 2) / 4)
    #expect(price(10) == 6 * 100 / 4)
    #expect((6...10).allSatisfy { price($0) > price($0 - 1) })
  }

  @Test(arguments: [Balance.Work.time, .distance, .stops, .load(dimension: 0)])
  func `the largest prices and loads do not overflow, neither in the checker nor in the search`(work: Balance.Work) throws {
    let (rate, most) = (RoutingProblem.largestRate, RoutingProblem.largestCost)
    let balance: Balance =
      switch work {
      case .time: .time(usual: .seconds(1), costPerSecond: rate)
      case .distance: .distance(usual: .metres(Distance.limit), costPerMetre: rate)
      case .stops: .stops(usual: 1, costPerStop: rate)
      case .load(let dimension): .load(dimension: dimension, usual: 3, costPerUnit: rate)
      }
    let far = TravelMatrix.longest
    let century = TimeSpan.seconds(100 * 366 * 86_400)
    let travel = try TravelMatrix(metres: (0..<9).map { i in (0..<9).map { $0 == i ? 0 : far } })
    let jobs = (1..<9).map { Job(id: ID("\($0)"), place: $0, delivery: [Weight.limit / 8], service: century) }
    let van = VehicleType(id: "van", count: 2, start: 0, capacity: [Weight.limit])
    let problem = try RoutingProblem(
      travel: travel, jobs: jobs, vehicles: [van], preferences: Preferences(balance: balance, costPerMetreOfSpread: rate))
    let all = problem.check([Route(vehicle: 0, jobs: Array(0..<8))])
    #expect(all.spreadPrice == most)
    #expect(all.balancePrice == (work == .stops ? 64 * rate : most))
    _ = try problem.solveVerifying(SearchLimit(iterations: 60), seed: 1)
  }

  @Test func `preferences that mean nothing are refused`() throws {
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [1])
    let wrong: [(Preferences, [String])] = [
      (Preferences(costPerMetreOfSpread: -1), ["$.preferences.costPerMetreOfSpread"]),
      (
        Preferences(balance: .time(usual: .zero, costPerSecond: .max), costPerMetreOfSpread: .max),
        ["$.preferences.costPerMetreOfSpread", "$.preferences.balance.usual", "$.preferences.balance.costPerUnit"]
      ),
      (Preferences(balance: .load(dimension: 1, usual: 5, costPerUnit: 1)), ["$.preferences.balance.work"]),
      (Preferences(balance: .load(dimension: -1, usual: 5, costPerUnit: 1)), ["$.preferences.balance.work"]),
    ]
    for (preferences, places) in wrong {
      let error = #expect(throws: InvalidInput.self) {
        try RoutingProblem(
          travel: TravelMatrix(metres: [[0]]), jobs: [], vehicles: [van], preferences: preferences)
      }
      #expect(error?.faults.map(\.place) == places)
    }
  }

  // MARK: The search

  @Test(arguments: 0..<10)
  func `a preference at no price changes nothing`(seed: Int) throws {
    let problem = try RandomProblems.make(seed: UInt64(81_000 + seed), jobs: 20)
    let free = try Self.problem(
      problem, preferring: Preferences(balance: .time(usual: .hours(8), costPerSecond: 0), costPerMetreOfSpread: 0))
    let one = try problem.solve(SearchLimit(iterations: 600))
    let other = try free.solve(SearchLimit(iterations: 600))
    #expect(one.routes == other.routes)
    #expect(one.trace.map(\.cost) == other.trace.map(\.cost))
  }

  @Test func `full teams give to the one that has little to do`() throws {
    let van = VehicleType(id: "van", count: 3, start: 0, capacity: [8])
    func numbers(_ price: Int) throws -> [Int] {
      let problem = try Self.road(
        stops: 20, van: van, preferences: Preferences(balance: .stops(usual: 7, costPerStop: price)))
      return try problem.solve(SearchLimit(iterations: 3_000)).routes.map(\.jobs.count).sorted()
    }
    #expect(try numbers(0).first! <= 5)
    #expect(try numbers(1_000) == [6, 7, 7])
  }

  @Test func `a price on time shortens the longest tour and opens more`() throws {
    let van = VehicleType(id: "van", count: 4, start: 0, capacity: [40], fixedCost: 50)
    func times(_ price: Int) throws -> [TimeSpan] {
      let problem = try Self.road(
        stops: 16, van: van, preferences: Preferences(balance: .time(usual: .minutes(10), costPerSecond: price)))
      return try problem.solve(SearchLimit(iterations: 3_000)).verdict.routes.map(\.duration).sorted()
    }
    let plain = try times(0)
    let fair = try times(20)
    #expect(plain.count == 1 && fair.count == 4)
    #expect(fair.last! * 3 < plain.last!)
    #expect(fair.last! - fair.first! <= .minutes(2))
  }

  @Test func `two far towns are kept apart where distance alone would mix them`() throws {
    // From the depot in the west through both towns to the depot in the east it is one way.
    let towns = [1_000, 9_000].flatMap { x in (0..<4).map { (x + 20 * $0, 10 * ($0 % 2)) } }
    let jobs = (0..<8).map { Job(id: ID("\($0)"), place: $0 + 2, delivery: [1]) }
    let van = VehicleType(id: "van", count: 2, start: 0, end: 1, capacity: [8])
    func mixed(_ price: Int) throws -> Int {
      let problem = try RoutingProblem(
        travel: Self.plane([(0, 0), (10_000, 0)] + towns), jobs: jobs, vehicles: [van],
        preferences: Preferences(costPerMetreOfSpread: price))
      let routes = try problem.solve(SearchLimit(iterations: 1_000)).routes
      return routes.count { route in Set(route.jobs.map { $0 / 4 }).count > 1 }
    }
    #expect(try mixed(0) == 1)
    #expect(try mixed(1) == 0)
  }
}
