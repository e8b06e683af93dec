import Foundation
import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

@Suite struct RunningPlanHoldTests {
  private static let now = RandomProblems.instant(0)

  /// Vans that come and go on a line, with room for so many parcels each, and nothing planned yet.
  private static func plan(vans: Int, capacity: Int) throws -> RunningPlan {
    let travel = try TravelMatrix(metres: (0..<10).map { from in (0..<10).map { 100 * abs(from - $0) } })
    let van = VehicleType(
      id: "van", count: vans, start: 0, capacity: [capacity], shift: RandomProblems.window(0, 50_000), fixedCost: 1_000)
    return try RunningPlan(RoutingProblem(travel: travel, jobs: [], vehicles: [van]), routes: [])
  }

  private static func parcel(_ name: String, at place: Int = 3) -> FitRequest {
    .visit(NewStop(Job(id: ID(name), place: place, delivery: [1], service: .seconds(10))))
  }

  @Test func `a hold is void from its end on, unless it was confirmed`() throws {
    let plan = try Self.plan(vans: 1, capacity: 2)
    let end = Self.now + .minutes(15)
    guard case .held = try plan.hold(Self.parcel("a"), as: "a", until: end, at: Self.now),
      case .held = try plan.hold(Self.parcel("b"), as: "b", until: end, at: Self.now)
    else {
      Issue.record("there is room for two")
      return
    }
    #expect(try plan.hold(Self.parcel("c"), as: "c", until: end, at: Self.now) == .refused(.load))
    guard case .done(let kept) = plan.confirm("a", at: end - .seconds(1)) else {
      Issue.record("it has not ended yet")
      return
    }
    #expect(kept.state == .confirmed)
    #expect(plan.confirm("b", at: end) == .refused(.expired))
    #expect(plan.confirm("z", at: end) == .refused(.unknown))
    #expect(plan.hold(named: "b", at: end)?.state == .expired)
    #expect(plan.liveHolds(at: end).map(\.id) == ["a"])
    guard case .held = try plan.hold(Self.parcel("c"), as: "c", until: end + .hours(9), at: end) else {
      Issue.record("there is room again")
      return
    }
    #expect(plan.routingProblem().problem.jobs.map(\.id) == ["a", "c"])
  }

  @Test func `the same name twice is the same hold, and another thing under it is refused`() throws {
    let plan = try Self.plan(vans: 1, capacity: 2)
    let end = Self.now + .minutes(15)
    try plan.hold(Self.parcel("a"), as: "cart", until: end, at: Self.now)
    let cost = plan.cost
    let held = try #require(plan.hold(named: "cart", at: Self.now))
    #expect(try plan.hold(Self.parcel("a"), as: "cart", until: end, at: Self.now) == .alreadyHeld(held))
    #expect(try plan.hold(Self.parcel("b"), as: "cart", until: end, at: Self.now) == .nameTaken(held))
    #expect(throws: InvalidInput.self) { try plan.hold(Self.parcel("a"), as: "other", until: end, at: Self.now) }
    #expect(throws: InvalidInput.self) { try plan.hold(Self.parcel("b"), as: "other", until: Self.now, at: Self.now) }
    #expect(plan.cost == cost)
  }

  @Test func `a hold can be extended, and given up once`() throws {
    let plan = try Self.plan(vans: 1, capacity: 1)
    let end = Self.now + .minutes(15)
    try plan.hold(Self.parcel("a"), as: "a", until: end, at: Self.now)
    guard case .done(let longer) = try plan.extend("a", until: end + .minutes(5), at: Self.now) else {
      Issue.record("it is held")
      return
    }
    #expect(longer.until == end + .minutes(5))
    plan.expire(at: end)
    #expect(plan.liveHolds(at: end).count == 1)
    #expect(throws: InvalidInput.self) { try plan.extend("a", until: Self.now, at: Self.now) }
    let released = plan.release("a", at: end)
    guard case .done(let hold) = released else {
      Issue.record("it is held")
      return
    }
    #expect(hold.state == .released)
    #expect(plan.release("a", at: end) == released)
    #expect(plan.confirm("a", at: end) == .refused(.released))
    #expect(plan.cost == 0 && plan.routingProblem().routes.isEmpty)
    #expect(plan.release("z", at: end) == .refused(.unknown))
  }

  @Test func `others are moved within their windows where there is no place`() throws {
    // One van comes at noon to both ends of the line, so the other cannot; a better plan has one for each end.
    let travel = try TravelMatrix(metres: (0..<11).map { from in (0..<11).map { 100 * abs(from - $0) } })
    func job(_ name: String, _ place: Int, _ opens: Int, _ closes: Int) -> Job {
      Job(id: ID(name), place: place, delivery: [1], window: RandomProblems.window(opens, closes))
    }
    let van = VehicleType(id: "van", count: 2, start: 5, capacity: [9], shift: RandomProblems.window(0, 3_000))
    let problem = try RoutingProblem(
      travel: travel, jobs: [job("left", 0, 0, 2_000), job("right", 10, 0, 2_000), job("late left", 0, 1_500, 2_200)],
      vehicles: [van])
    let routes = [Route(vehicle: 0, jobs: [0, 1]), Route(vehicle: 0, jobs: [2])]
    let plan = try RunningPlan(problem, routes: routes)
    let before = plan.cost
    let end = Self.now + .minutes(15)
    // At the right end until a quarter of an hour, which is too soon for the one that is at the left end first.
    let asked = FitRequest.visit(
      NewStop(Job(id: "asked", place: 10, delivery: [1], window: RandomProblems.window(0, 600))))
    let more = FitRequest.visit(NewStop(Job(id: "more", place: 0, delivery: [1], window: RandomProblems.window(0, 600))))
    guard case .held = try plan.hold(asked, as: "asked", until: end, at: Self.now) else {
      Issue.record("the second van has time before it goes left")
      return
    }
    let result = try plan.hold(more, as: "more", until: end, at: Self.now, improving: SearchLimit(iterations: 300))
    switch result {
    case .held(let place): #expect(plan.cost >= before + place.extraCost - 10_000)
    case .heldByImproving(let extra): #expect(extra < 4_000)
    case .alreadyHeld, .nameTaken, .refused: Issue.record("\(result)")
    }
    let (now, standing) = plan.routingProblem()
    let verdict = now.check(standing)
    #expect(verdict.isFeasible && now.jobs.count == 5, "all that was promised is kept")
    #expect(verdict.cost == plan.cost)
  }

  @Test(arguments: 0..<24)
  func `whatever is moved for a hold, all that was promised is kept`(seed: Int) throws {
    var fit: RandomFit
    do {
      fit = try RandomFit(seed: 3 * seed + 1)
    } catch is InvalidInput {
      // A begun route that cannot be gone on with: another instead.
      fit = try RandomFit(seed: 3 * seed + 40_001)
    }
    for step in 0..<4 {
      let request = try fit.request()
      let window = fit.window()
      let (before, cost) = (fit.plan.routingProblem(), fit.plan.cost)
      let served = Set(before.routes.flatMap(\.jobs).map { before.problem.jobs[$0].id })
      let limit = SearchLimit(iterations: 60)
      let result = try fit.plan.hold(
        request, as: ID("\(step)"), in: window, until: Self.now + .hours(1), at: Self.now, improving: limit)
      let (problem, routes) = fit.plan.routingProblem()
      let verdict = problem.check(routes)
      #expect(verdict.violations.allSatisfy { $0.kind == .missing }, "\(verdict.violations)")
      #expect(Set(routes.flatMap(\.jobs).map { problem.jobs[$0].id }).isSuperset(of: served))
      switch result {
      case .held(let place): #expect(fit.plan.cost == cost + place.extraCost)
      case .heldByImproving(let extra): #expect(fit.plan.cost == cost + extra)
      case .refused: #expect(fit.plan.cost == cost)
      case .alreadyHeld, .nameTaken: Issue.record("a name that was never given")
      }
      let saved = try fit.plan.improve(SearchLimit(iterations: 30))
      #expect(saved >= 0)
    }
  }

  /// How many tasks ask at once.
  private static let tasks = ProcessInfo.processInfo.environment["LASTMILE_FUZZ"] == nil ? 40 : 1_000

  @Test func `two askers never get the last room`() async throws {
    let plan = try Self.plan(vans: 2, capacity: 5)
    let end = Self.now + .minutes(15)
    let tasks = Self.tasks
    let held = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<tasks {
        group.addTask {
          let request = Self.parcel("\(task)", at: 1 + task % 9)
          _ = try plan.offer(for: request)
          guard case .held = try plan.hold(request, as: ID("\(task)"), until: end, at: Self.now) else { return 0 }
          return 1
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(held == 10)
    let (problem, routes) = plan.routingProblem()
    #expect(problem.check(routes).isFeasible && problem.jobs.count == 10)
  }

  @Test func `holds that come and go in many tasks leave a plan that keeps every rule`() async throws {
    let plan = try Self.plan(vans: 3, capacity: 4)
    let tasks = Self.tasks
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<tasks {
        group.addTask {
          var random = RandomProblems.Generator(state: UInt64(task))
          for step in 0..<10 {
            let name = "\(task) \(step)"
            let now = Self.now + .seconds(step)
            let end = now + .seconds(Int.random(in: 1...5, using: &random))
            let request = Self.parcel(name, at: Int.random(in: 1...9, using: &random))
            guard case .held = try plan.hold(request, as: ID(name), until: end, at: now) else { continue }
            switch Int.random(in: 0...2, using: &random) {
            case 0: _ = plan.release(ID(name), at: now)
            case 1 where step < 2: _ = plan.confirm(ID(name), at: now)
            default: break
            }
            let (problem, routes) = plan.routingProblem()
            #expect(problem.check(routes).isFeasible)
          }
        }
      }
      try await group.waitForAll()
    }
    let confirmed = plan.liveHolds(at: Self.now + .hours(1))
    #expect(confirmed.allSatisfy { $0.state == .confirmed } && confirmed.count <= 12)
    let (problem, routes) = plan.routingProblem()
    #expect(problem.check(routes).isFeasible && problem.jobs.count == confirmed.count)
    for hold in confirmed { _ = plan.release(hold.id, at: Self.now + .hours(1)) }
    #expect(plan.cost == 0 && plan.routingProblem().routes.isEmpty)
  }
}
