import Logistics
import Travel

/// Looks through every place in every route for the cheapest in each of several windows at once.
///
/// A place is tested in O(1), and what no window changes is tested once. O(places in routes × windows that are open then).
struct SlotSearch {
  private let plan: TentativePlan
  private let probe: SlotProbe
  private(set) var windows: [WindowSearch]
  /// How far the places got that broke a rule in every window.
  private var obstacle = SlotObstacle.skills

  init(_ plan: TentativePlan, _ probe: SlotProbe, _ windows: [WindowSearch]) {
    (self.plan, self.probe, self.windows) = (plan, probe, windows)
  }

  /// Looks everywhere, first in the routes and then for a vehicle that is not out yet.
  mutating func run() {
    for index in plan.routes.indices where probe.isSkilled[plan.routes[index].type] { look(in: index) }
    for type in plan.rules.indices where probe.isSkilled[type] { lookAlone(type) }
    for index in windows.indices { windows[index].fail(at: obstacle) }
  }

  private mutating func failEverywhere(at rule: SlotObstacle) {
    if obstacle < rule { obstacle = rule }
  }

  // MARK: In a route

  private mutating func look(in index: Int) {
    let type = plan.routes[index].type
    guard plan.routes[index].count < plan.rules[type].maximumStops else { return failEverywhere(at: .stops) }
    let fit = fit(in: plan.routes[index])
    guard fit != .nowhere else { return failEverywhere(at: .load) }
    scan(index, checksLoads: fit == .somewhere)
  }

  private enum Fit { case everywhere, somewhere, nowhere }

  /// What can be said of loads for a route as a whole.
  private func fit(in route: SlotRoute) -> Fit {
    let dimensions = probe.delivery.count
    var fit = Fit.everywhere
    for dimension in 0..<dimensions {
      let capacity = plan.capacity[route.type * dimensions + dimension]
      let (out, back) = (probe.delivery[dimension], probe.pickup[dimension])
      if route.delivered[dimension] + out > capacity || route.pickedUp[dimension] + back > capacity { return .nowhere }
      // The most on board anywhere.
      if route.peakAfter[dimension] + max(out, back) > capacity { fit = .somewhere }
    }
    return fit
  }

  /// For each position of a route whether what is brought and taken back fits in if the stop comes behind it.
  private func fits(_ route: SlotRoute) -> [Bool] {
    let dimensions = probe.delivery.count
    return (0...route.count).map { position in
      (0..<dimensions).allSatisfy { dimension in
        let capacity = plan.capacity[route.type * dimensions + dimension]
        let at = position * dimensions + dimension
        return route.peakBefore[at] + probe.delivery[dimension] <= capacity
          && route.peakAfter[at] + probe.pickup[dimension] <= capacity
      }
    }
  }

  private mutating func scan(_ index: Int, checksLoads: Bool) {
    let rules = plan.rules[plan.routes[index].type]
    let route = plan.routes[index].departing(from: probe.release, rules, plan.table)
    let (service, count) = (probe.service, route.count)
    let duration = route.duration
    let timeCost = rules.timeCost(plan.routes[index].duration)
    let fits = checksLoads ? fits(route) : nil
    // Departing later, what is promised must still be in time.
    guard route.positions[0].depart <= route.positions[0].latest else {
      return failEverywhere(at: fits?.contains(true) ?? true ? .time : .load)
    }
    let ways = probe.ways
    var isLate = false
    windows.withUnsafeMutableBufferPointer { windows in
      ways.withUnsafeBufferPointer { ways in
        route.positions.withUnsafeBufferPointer { positions in
          for position in 0...count {
            if let fits, !fits[position] { continue }
            let (here, next) = (positions[position], positions[position + 1])
            let (to, from) = (ways[Int(here.place)], ways[Int(next.place)])
            let arrival = here.depart + Int(to.seconds)
            let last = next.latest - Int(from.seconds) - service
            isLate = true
            if arrival > last { continue }
            let metres = Int(to.metres) + Int(from.metres) - Int(here.metres)
            let isTooFar = route.metres + metres > rules.maximumMetres
            // The least that it costs: at best the route stops waiting.
            var least = metres * rules.costPerMetre
            if rules.hasDuration {
              let busy = Int(to.seconds) + Int(from.seconds) - Int(here.seconds) + service
              least += rules.timeCost(duration + busy - route.waiting) - timeCost
            }
            for window in windows.indices {
              let (opens, closes) = (windows[window].opens, windows[window].closes)
              if max(arrival, opens) > min(last, closes) || least >= windows[window].cost { continue }
              if isTooFar {
                windows[window].fail(at: .distance)
                continue
              }
              var cost = metres * rules.costPerMetre
              if rules.hasDuration {
                let longer = route.before[position]
                  .joined(Int(to.seconds), Stretch(duration: service, earliest: opens, latest: closes))
                  .joined(Int(from.seconds), route.after[position + 1]).duration
                if longer > rules.maximumDuration {
                  windows[window].fail(at: .duration)
                  continue
                }
                cost += rules.timeCost(longer) - timeCost
                if cost >= windows[window].cost { continue }
              }
              windows[window].cost = cost
              windows[window].route = index
              windows[window].type = route.type
              windows[window].position = position
            }
          }
        }
      }
    }
    failEverywhere(at: isLate ? .time : .load)
  }

  // MARK: Alone

  /// A route of its own, taken if a vehicle of the type is left.
  private mutating func lookAlone(_ type: Int) {
    let rules = plan.rules[type]
    let isFree = plan.freeVehicles[type] > 0
    guard rules.maximumStops > 0 else { return failEverywhere(at: isFree ? .stops : .skills) }
    let dimensions = probe.delivery.count
    let fits = (0..<dimensions).allSatisfy {
      max(probe.delivery[$0], probe.pickup[$0]) <= plan.capacity[type * dimensions + $0]
    }
    guard fits else { return failEverywhere(at: isFree ? .load : .skills) }
    let (to, from) = (probe.ways[rules.start], probe.ways[rules.end])
    let metres = Int(to.metres) + Int(from.metres)
    let departing = rules.departing(from: probe.release)
    let arrival = departing.earliest + Int(to.seconds)
    let last = rules.closes - Int(from.seconds) - probe.service
    for index in windows.indices {
      let (opens, closes) = (windows[index].opens, windows[index].closes)
      var broken: SlotObstacle?
      let alone =
        departing
        .joined(Int(to.seconds), Stretch(duration: probe.service, earliest: opens, latest: closes))
        .joined(Int(from.seconds), rules.returning)
      if max(arrival, opens) > min(last, closes) {
        broken = .time
      } else if metres > rules.maximumMetres {
        broken = .distance
      } else if alone.duration > rules.maximumDuration {
        broken = .duration
      }
      if let broken {
        if isFree { windows[index].fail(at: broken) }
        continue
      }
      let cost = metres * rules.costPerMetre + rules.timeCost(alone.duration)
      windows[index].loneCost = min(windows[index].loneCost, cost - probe.service * rules.costPerSecond)
      if isFree && cost + rules.fixedCost < windows[index].cost {
        windows[index].cost = cost + rules.fixedCost
        windows[index].route = WindowSearch.newRoute
        windows[index].type = type
        windows[index].position = 0
      }
    }
  }
}
