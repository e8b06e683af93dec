import Logistics
import RoutingTestSupport
import Travel

@testable import Routing

/// A small random plan under random rules, and random things that may still fit into it.
struct RandomFit {
  let plan: RunningPlan
  private(set) var random: RandomProblems.Generator
  private var asked = 0

  /// - Throws: `InvalidInput` if the problem has a begun route that cannot be gone on with.
  init(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed) &* 7_919 &+ 13)
    let drawn = seed % 4 == 0 ? Rules(rawValue: 1 << (seed / 4 % 21)) : Rules.random(using: &random)
    // What customers were told has no price in a running plan.
    let rules = drawn.subtracting(.announcements)
    let problem = try RandomProblems.make(seed: UInt64(70_000 + seed), jobs: 3 + seed % 9, rules)
    let answer = try problem.solve(SearchLimit(iterations: 40), seed: UInt64(seed), threads: 1)
    var routes = answer.routes
    // Some jobs are left out, as far as the routes can do without them.
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      guard let index = routes.indices.randomElement(using: &random) else { break }
      var shorter = routes
      let job = routes[index].jobs.randomElement(using: &random)!
      let shipment = problem.relations.shipments.first { $0.pickup == job || $0.delivery == job }
      let out = shipment.map { [$0.pickup, $0.delivery] } ?? [job]
      for job in out {
        let position = shorter[index].jobs.firstIndex(of: job)!
        shorter[index].jobs.remove(at: position)
        for reload in shorter[index].reloads.indices where shorter[index].reloads[reload].beforeJob > position {
          shorter[index].reloads[reload].beforeJob -= 1
        }
      }
      if shorter[index].jobs.isEmpty { shorter.remove(at: index) }
      let isSound = shorter.allSatisfy { $0.reloads.count <= $0.jobs.count }
      if isSound, problem.check(shorter).violations.allSatisfy({ $0.kind == .missing }) { routes = shorter }
    }
    plan = try RunningPlan(problem, routes: routes)
    self.random = random
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func window() -> TimeWindow {
    let opens = number(0...450)
    return RandomProblems.window(opens, opens + number(0...150))
  }

  mutating func windows() -> [TimeWindow] { (0..<number(1...6)).map { _ in window() } }

  private mutating func load(_ most: Int) -> Load {
    Load((0..<plan.problem.dimensions).map { _ in Int.random(in: 0...most, using: &random) })
  }

  /// A row of the plan, now and then one that is new.
  private mutating func place() throws -> Int {
    let count = plan.placeCount
    guard chance(40) else { return number(0...count - 1) }
    func ways() -> [Int] { (0..<count).map { _ in Int.random(in: 0...120, using: &random) } }
    return try plan.addPlace(
      plan.problem.profiles.map { _ in
        PlaceWays(metresTo: ways(), metresFrom: ways(), secondsTo: Bool.random(using: &random) ? ways() : nil)
      })
  }

  private mutating func job(_ delivery: Load, _ pickup: Load) throws -> Job {
    asked += 1
    var windows: [TimeWindow] = []
    if chance(60) { windows.append(window()) }
    if let first = windows.first, chance(30) {
      let opens = first.closes.secondsSince1970 + number(1...80)
      windows.append(RandomProblems.window(opens, opens + number(0...100)))
    }
    let lateness =
      !windows.isEmpty && chance(15)
      ? Lateness(costPerSecond: number(0...3), most: chance(50) ? .seconds(number(0...60)) : nil) : nil
    return Job(
      id: ID("new \(asked)"), place: try place(), delivery: delivery, pickup: pickup, service: .seconds(number(0...20)),
      setup: chance(25) ? .seconds(number(0...15)) : .zero, windows: windows, lateness: lateness,
      release: chance(25) ? RandomProblems.instant(number(0...250)) : nil, skills: chance(15) ? ["cold"] : [])
  }

  /// Something that may fit: a job that is left out, a delivery, a return, both, a shipment.
  mutating func request() throws -> FitRequest {
    let (problem, routes) = plan.routingProblem()
    let served = Set(routes.flatMap(\.jobs))
    let left = plan.problem.jobs.indices.filter { !served.contains($0) }
    if !left.isEmpty, chance(35) { return .job(left[number(0...left.count - 1)]) }
    let nothing = Load.zero(dimensions: problem.dimensions)
    switch number(0...4) {
    case 0: return .visit(NewStop(try job(nothing, load(10))))
    case 1: return .visit(NewStop(try job(load(8), load(8))))
    case 2:
      let goods = load(8)
      let most: TimeSpan? = chance(50) ? .seconds(number(20...250)) : nil
      return .shipment(
        pickup: NewStop(try job(nothing, goods)), delivery: NewStop(try job(goods, nothing)), mostTimeOnBoard: most)
    default: return .visit(NewStop(try job(load(10), nothing)))
    }
  }

  /// The plan's problem with what is asked for, its windows varied, and its jobs there.
  func extended(_ request: FitRequest, in window: TimeWindow?) throws -> (problem: RoutingProblem, routes: [Route], jobs: [Int]) {
    let (problem, routes) = plan.routingProblem()
    var jobs = problem.jobs
    var relations = problem.relations
    var asked: [Int]
    switch request.content {
    case .job(let job):
      let shipment = relations.shipments.first { $0.pickup == job || $0.delivery == job }
      asked = shipment.map { [$0.pickup, $0.delivery] } ?? [job]
    case .visit(let stop):
      asked = [jobs.count]
      jobs.append(stop.job)
    case .shipment(let pickup, let delivery, let most):
      asked = [jobs.count, jobs.count + 1]
      jobs += [pickup.job, delivery.job]
      relations.shipments.append(Shipment(pickup: asked[0], delivery: asked[1], mostTimeOnBoard: most))
    }
    if let window { jobs[asked.last!] = jobs[asked.last!].with(windows: [window]) }
    let whole = try RoutingProblem(
      profiles: problem.profiles, jobs: jobs, vehicles: problem.vehicles, relations: relations, traffic: problem.traffic,
      begun: problem.begun, preferences: problem.preferences)
    return (whole, routes, asked)
  }
}
