import Foundation
import Logistics
import Routing
import RoutingTestSupport
import Testing

/// What a day costs its customers and the house after something has happened, planned anew in two ways.
struct Disturbance {
  /// The customers who were told a time and are not served yet, and of them those whose time changes by more than five minutes, those whose
  /// vehicle changes, and those to whom nobody comes.
  var open = 0
  var changed = 0
  var otherVehicle = 0
  var dropped = 0
  /// The seconds, sooner or later, of all of them.
  var seconds = 0
  /// What the plan costs without the prices of what was told, and without lateness.
  var cost = 0
  var driving = 0

  init() {}

  init(_ replan: Replan) {
    for change in replan.stops where change.before != nil && change.outcome != .done && change.outcome != .cancelled {
      open += 1
      guard let shift = change.shift else {
        dropped += 1
        continue
      }
      seconds += abs(shift.seconds)
      if abs(shift.seconds) > 300 { changed += 1 }
      if change.changesVehicle { otherVehicle += 1 }
    }
    cost = replan.costWithoutPrices
    driving = cost - replan.verdict.routes.reduce(0) { $0 + $1.latenessCost }
  }

  static func += (sum: inout Disturbance, one: Disturbance) {
    sum.open += one.open
    sum.changed += one.changed
    sum.otherVehicle += one.otherVehicle
    sum.dropped += one.dropped
    sum.seconds += one.seconds
    sum.cost += one.cost
    sum.driving += one.driving
  }

  var line: String {
    let mean = Double(seconds) / 60 / Double(max(1, open))
    return "open \(open), changed \(changed), mean \((mean * 100).rounded() / 100) min, other vehicle \(otherVehicle), "
      + "dropped \(dropped), cost \(cost), driving \(driving)"
  }
}

/// One day that goes wrong, planned anew with prices and from scratch.
struct DisturbedDay {
  let plan: Verdict
  let now: Instant
  let events: [DayEvent]
  let kept: Replan
  let scratch: Replan
  /// The plan that ran, gone on with as it is; what has no place any more is put where it costs least.
  let asIs: Replan
  /// How long the replanning took.
  let time: Swift.Duration

  init(seed: Int, stops: Int, planning: Int, iterations: Int, prices: (RoutingProblem) -> StabilityPrices = { .usual(for: $0) })
    throws
  {
    let problem = try RandomDays.make(seed: UInt64(seed), stops: stops)
    plan = try problem.solve(SearchLimit(iterations: planning)).verdict
    try #require(plan.isFeasible, "day \(seed)")
    (now, events) = RandomDays.disruption(seed: UInt64(seed), problem, plan)
    let leeway = Leeway(costPerLateSecond: 10, overrun: .hours(2))
    let routes = plan.routes.map(\.route)
    let started = ContinuousClock.now
    kept = try problem.replanned(
      from: routes, at: now, events: events, prices: prices(problem), leeway: leeway, limit: SearchLimit(iterations: iterations))
    time = ContinuousClock.now - started
    let free = try RunningDay(of: problem, plan: routes, at: now, events: events, prices: .none, leeway: leeway)
    scratch = Replan(free, try free.problem.solve(SearchLimit(iterations: iterations)))
    asIs = Replan(kept.day, try kept.problem.solve(SearchLimit(iterations: 0), start: kept.day.start))
  }

  /// The stops that had begun, or had been left for, and are not where they were or not when they were.
  var moved: [String] {
    var moved: [String] = []
    for replan in [kept, scratch] {
      for vehicle in replan.vehicles {
        guard let old = vehicle.oldRoute, vehicle.frozenStops > 0 else { continue }
        let names = plan.routes[old].stops.prefix(vehicle.frozenStops).map { replan.day.jobs[$0.job] }
        guard let new = vehicle.newRoute else {
          moved.append("\(vehicle.vehicle) is gone")
          continue
        }
        let stops = replan.verdict.routes[new].stops
        for (index, stop) in plan.routes[old].stops.prefix(vehicle.frozenStops).enumerated() {
          let isLast = index == vehicle.frozenStops - 1
          if index >= stops.count || stops[index].job != names[index] {
            moved.append("\(vehicle.vehicle), stop \(index)")
          } else if stops[index].begin != stop.begin, !isLast || stop.begin <= now && !isBehind(old) {
            moved.append("\(vehicle.vehicle), stop \(index), from \(stop.begin) to \(stops[index].begin)")
          }
        }
      }
    }
    return moved
  }

  private func isBehind(_ route: Int) -> Bool {
    events.contains { if case .behind(route, _) = $0 { true } else { false } }
  }
}

@Suite struct ReplanningMeasurement {
  private static let days = ProcessInfo.processInfo.environment["LASTMILE_REPLANNED_DAYS"].flatMap(Int.init)
  private static let names = ["vehicle down", "cancelled", "added", "slower", "behind"]

  @Test(.enabled(if: days != nil, "set LASTMILE_REPLANNED_DAYS=100 to measure; minutes in a release build"))
  func `random days that go wrong are planned anew with few changes at little cost`() throws {
    let factor = ProcessInfo.processInfo.environment["LASTMILE_PRICE_PERCENT"].flatMap(Int.init) ?? 100
    var kept = [Disturbance](repeating: Disturbance(), count: 5), scratch = kept, asIs = kept
    var slowest = Swift.Duration.zero
    for seed in 0..<(Self.days ?? 0) {
      let day = try DisturbedDay(seed: seed, stops: 60 + 20 * (seed / 5 % 8), planning: 5_000, iterations: 1_200) { problem in
        var prices = StabilityPrices.usual(for: problem)
        prices.perSecond = prices.perSecond * factor / 100
        prices.perVehicle = prices.perVehicle * factor / 100
        return prices
      }
      #expect(day.moved.isEmpty)
      kept[seed % 5] += Disturbance(day.kept)
      scratch[seed % 5] += Disturbance(day.scratch)
      asIs[seed % 5] += Disturbance(day.asIs)
      slowest = max(slowest, day.time)
    }
    for kind in 0..<5 {
      for (way, sums) in [("prices", kept), ("from scratch", scratch), ("as it is", asIs)] {
        print("\(Self.names[kind]), \(way): \(sums[kind].line)")
      }
    }
    let (all, free) = (kept.reduce(into: Disturbance(), +=), scratch.reduce(into: Disturbance(), +=))
    print("all: prices:  \(all.line)\nall: scratch: \(free.line)\nslowest \(slowest)")
    #expect(Double(all.changed) <= 0.4 * Double(free.changed))
    #expect(Double(all.seconds) <= 0.4 * Double(free.seconds))
    #expect(Double(all.driving) <= 1.02 * Double(free.driving))
  }
}
