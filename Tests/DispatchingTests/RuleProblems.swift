import Logistics
import Routing
import RoutingTestSupport
import Travel

/// Random problems of three or four jobs with all rules that a problem can have, and all their plans.
enum RuleProblems {
  static func make(seed: UInt64) throws -> RoutingProblem {
    var random = RandomProblems.Generator(state: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    let count = number(3...4)
    func matrix() -> [[Int]] { (0..<6).map { from in (0..<6).map { to in from == to ? 0 : number(1...60) } } }
    let hasShipment = chance(35), hasAlternatives = chance(35), hasLateness = chance(50)
    let goods = Load([number(1...9)])
    let jobs = (0..<count).map { index -> Job in
      let isTaken = hasShipment && index == 0, isHandedOver = hasShipment && index == 1
      let opens = number(0...120)
      let first = RandomProblems.window(opens, opens + number(0...60))
      let second = RandomProblems.window(opens + 70, opens + 70 + number(0...60))
      let windows = chance(60) ? (chance(40) ? [first, second] : [first]) : []
      return Job(
        id: ID("j\(index)"), place: number(0...5), delivery: isHandedOver ? goods : isTaken ? [0] : [number(0...9)],
        pickup: isTaken ? goods : isHandedOver ? [0] : [number(0...9)], service: .seconds(number(0...9)),
        setup: .seconds(number(0...5)), windows: windows,
        lateness: hasLateness && !windows.isEmpty && chance(60)
          ? Lateness(costPerSecond: number(0...3), most: chance(50) ? .seconds(number(0...90)) : nil) : nil,
        release: chance(25) ? RandomProblems.instant(number(0...100)) : nil,
        dropCost: index > 1 && chance(40) ? number(0...300) : nil)
    }
    let vehicles = (0..<2).map { index in
      VehicleType(
        id: ID("v\(index)"), count: number(1...2), start: number(0...1), end: number(0...1), capacity: [number(9...20)],
        shift: chance(50) ? RandomProblems.window(0, number(250...500)) : nil, fixedCost: number(0...100),
        costPerMetre: number(0...3), costPerSecond: number(0...3), maximumDuration: .seconds(number(100...300)),
        overtime: chance(50) ? Overtime(most: .seconds(200), costPerSecond: number(0...2)) : nil, maximumStops: number(2...4),
        breaks: chance(40) ? [Break(duration: .seconds(number(0...40)), isPaid: chance(30))] : [],
        reload: chance(50) ? Reload(places: [number(0...5)], most: chance(50) ? 1 : nil, duration: .seconds(number(0...9))) : nil,
        profile: index)
    }
    let traffic = Traffic([
      .init(at: RandomProblems.instant(50), percent: number(50...250)),
      .init(at: RandomProblems.instant(150), percent: number(50...250)),
    ])
    return try RoutingProblem(
      profiles: [TravelMatrix(metres: matrix(), seconds: matrix()), TravelMatrix(metres: matrix())], jobs: jobs,
      vehicles: vehicles,
      relations: Relations(
        shipments: hasShipment ? [Shipment(pickup: 0, delivery: 1)] : [],
        alternatives: hasAlternatives
          ? [Alternatives(jobs: [2, count - 1].uniqued, dropCost: chance(30) ? number(0...200) : nil)] : [],
        deliveriesFirst: chance(20)),
      traffic: chance(50) ? traffic : nil,
      preferences: Preferences(
        balance: chance(30) ? .time(usual: .seconds(number(50...300)), costPerSecond: number(0...4)) : nil,
        costPerMetreOfSpread: chance(30) ? number(0...4) : 0))
  }

  /// All routes: every order of every set of jobs on every type, with no reload or one anywhere.
  static func routes(_ problem: RoutingProblem) -> [Route] {
    var orders: [[Int]] = [[]]
    var longer = orders
    while !longer.isEmpty {
      longer = longer.flatMap { order in problem.jobs.indices.filter { !order.contains($0) }.map { order + [$0] } }
      orders += longer
    }
    return orders.dropFirst().flatMap { jobs in
      problem.vehicles.indices.flatMap { type -> [Route] in
        let places = problem.vehicles[type].reload?.places ?? []
        return [Route(vehicle: type, jobs: jobs)]
          + places.flatMap { place in
            (0...jobs.count).map { Route(vehicle: type, jobs: jobs, reloads: [ReloadStop(beforeJob: $0, at: place)]) }
          }
      }
    }
  }

  /// The least cost of the plans of at most two of these routes that keep every rule; `nil` if there are none.
  static func leastCost(_ problem: RoutingProblem, _ routes: [Route]) -> Int? {
    // A route that breaks a rule by itself is in no sound plan.
    let sound = routes.filter { route in
      problem.check([route]).violations.allSatisfy { [.missing, .begun, .sameRoute].contains($0.kind) }
    }
    var least = [problem.check([])] + sound.map { problem.check([$0]) }
    for (index, first) in sound.enumerated() {
      for second in sound[index...] where Set(first.jobs).isDisjoint(with: second.jobs) {
        least.append(problem.check([first, second]))
      }
    }
    return least.filter(\.isFeasible).map(\.cost).min()
  }
}

extension [Int] {
  fileprivate var uniqued: [Int] { Set(self).sorted() }
}
