import Logistics
import Routing
import RoutingTestSupport
import Testing
import Travel

/// Whatever a problem accepts and whatever routes say, the checker answers.
@Suite struct CheckerExtremeTests {
  private static let century = 100 * 366 * 86_400

  @Test(arguments: [true, false]) func `the largest numbers do not overflow`(hasShift: Bool) throws {
    let century = Self.century
    let longest = Int32(TravelMatrix.longest)
    let windows = [RandomProblems.window(-century, -century), RandomProblems.window(century, century)]
    let jobs = (0..<20).map { index in
      Job(
        id: ID("j\(index)"), place: index % 2, delivery: [Weight.limit], pickup: [Weight.limit], service: .seconds(century),
        setup: .seconds(century), windows: windows,
        lateness: Lateness(costPerSecond: RoutingProblem.largestRate, most: index > 9 ? .seconds(century) : nil),
        release: RandomProblems.instant(century), dropCost: RoutingProblem.largestCost)
    }
    let vehicle = VehicleType(
      id: "v", count: 1_000_000, start: 0, end: 1, capacity: [Weight.limit],
      shift: hasShift ? RandomProblems.window(-century, century) : nil, fixedCost: RoutingProblem.largestCost,
      costPerMetre: RoutingProblem.largestRate, costPerSecond: RoutingProblem.largestRate, maximumDistance: .zero,
      maximumDuration: .zero, overtime: Overtime(most: .seconds(century), costPerSecond: RoutingProblem.largestRate),
      breaks: [Break(duration: .seconds(century)), Break(windows: windows, duration: .seconds(century), isPaid: false)],
      reload: Reload(places: [0, 1], duration: .seconds(century)))
    for percent in [1, 10_000] {
      let problem = try RoutingProblem(
        travel: TravelMatrix(count: 2, metres: [longest, longest, longest, longest]), jobs: jobs, vehicles: [vehicle],
        traffic: Traffic([
          .init(at: RandomProblems.instant(-century), percent: percent), .init(at: RandomProblems.instant(century), percent: 1),
        ]))
      let all = Route(vehicle: 0, jobs: Array(jobs.indices), reloads: (0...20).map { ReloadStop(beforeJob: $0, at: 1) })
      let verdict = problem.check([all, all])
      #expect(!verdict.isFeasible)
      #expect(verdict.cost == .max)
    }
  }

  @Test(arguments: 0..<200)
  func `whatever routes say is judged`(seed: Int) throws {
    let world = try TinyWorld(seed: UInt64(seed), breaks: 2, isLatenessAllowed: true)
    var random = RandomProblems.Generator(state: UInt64(seed))
    let numbers = [Int.min, -1, 0, 0, 1, 1, 2, 3, 4, 99, Int.max]
    func number() -> Int { numbers.randomElement(using: &random)! }
    let routes = (0..<4).map { _ in
      Route(
        vehicle: Bool.random(using: &random) ? 0 : number(),
        jobs: (0..<Int.random(in: 0...4, using: &random)).map { _ in Bool.random(using: &random) ? 0 : number() },
        reloads: (0..<Int.random(in: 0...3, using: &random)).map { _ in ReloadStop(beforeJob: number(), at: number()) })
    }
    let verdict = world.problem.check(routes)
    #expect(verdict.routes.count <= 4)
    #expect(verdict.violations.allSatisfy { $0.amount > 0 || $0.kind == .unknown })
  }
}
