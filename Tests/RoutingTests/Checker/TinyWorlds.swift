import Logistics
import Routing
import RoutingTestSupport
import Travel

/// Random problems of some seconds that use every rule about time, each with a route to judge.
struct TinyWorld {
  let problem: RoutingProblem
  let route: Route

  /// - Parameters:
  ///   - breaks: The most breaks.
  ///   - isLatenessAllowed: Whether some jobs may be late.
  init(seed: UInt64, breaks most: Int, isLatenessAllowed: Bool) throws {
    var random = RandomProblems.Generator(state: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    func windows(_ most: Int, within last: Int) -> [TimeWindow] {
      var windows: [TimeWindow] = []
      var opens = number(0...last)
      for _ in 0..<number(1...most) {
        let closes = opens + number(0...12)
        windows.append(RandomProblems.window(opens, closes))
        opens = closes + number(1...10)
      }
      return windows
    }
    let hasTraffic = chance(50), hasShift = chance(75), hasReleases = chance(40)
    let count = number(1...(most > 0 ? 3 : 4))
    let seconds = (0..<4).map { from in (0..<4).map { to in from == to ? 0 : number(1...7) } }
    let jobs = (0..<count).map { index -> Job in
      let hours = chance(55) ? windows(3, within: 35) : []
      let lateness =
        isLatenessAllowed && !hours.isEmpty && chance(60)
        ? Lateness(costPerSecond: number(0...4), most: chance(40) ? .seconds(number(0...9)) : nil) : nil
      return Job(
        id: ID("j\(index)"), place: number(0...3), delivery: [1], service: .seconds(number(0...3)),
        setup: .seconds(number(0...2)), windows: hours, lateness: lateness,
        release: hasReleases && chance(50) ? RandomProblems.instant(number(0...40)) : nil)
    }
    let pauses = (0..<number(0...most)).map { _ in
      Break(windows: chance(70) ? windows(2, within: 40) : [], duration: .seconds(number(0...6)), isPaid: chance(50))
    }
    let reload = Reload(places: [0, 1], duration: .seconds(number(0...4)))
    let overtime = chance(50) ? Overtime(most: .seconds(number(0...60)), costPerSecond: number(0...3)) : nil
    let vehicle = VehicleType(
      id: "v", count: 1, start: number(0...1), end: number(0...1), capacity: [9],
      shift: hasShift ? RandomProblems.window(number(0...10), number(45...90)) : nil, fixedCost: number(0...9),
      costPerMetre: number(0...2), costPerSecond: number(0...3), maximumDuration: overtime.map { _ in .seconds(number(0...60)) },
      overtime: overtime, breaks: pauses, reload: reload)
    var changes: [Traffic.Change] = []
    var moment = number(-5...20)
    for _ in 0..<number(1...5) {
      changes.append(.init(at: RandomProblems.instant(moment), percent: [50, 70, 100, 150, 300].randomElement(using: &random)!))
      moment += number(1...15)
    }
    let cuts = chance(40) ? (0..<number(1...(most > 0 ? 1 : 2))).map { _ in number(0...count) }.sorted() : []
    problem = try RoutingProblem(
      travel: TravelMatrix(metres: seconds), jobs: jobs, vehicles: [vehicle], traffic: hasTraffic ? Traffic(changes) : nil)
    route = Route(
      vehicle: 0, jobs: Array(0..<count).shuffled(using: &random),
      reloads: cuts.map { ReloadStop(beforeJob: $0, at: number(0...1)) })
  }
}
