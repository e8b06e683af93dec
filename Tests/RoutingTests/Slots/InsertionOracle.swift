import Logistics
import Routing
import Travel

/// Tries every place for a stop in a tentative plan by driving the whole route with the checker: slow, and without a line in
/// common with what answers at the checkout.
struct InsertionOracle {
  private let problem: RoutingProblem
  private let checker: RouteChecker
  private let routes: [Route]
  private let plan: TentativePlan

  /// - Parameter addresses: Where the stops of the plan are, by name.
  init(_ plan: TentativePlan, _ addresses: [String: Coordinate], _ request: SlotRequest, _ window: TimeWindow) throws {
    let (planned, routes) = plan.routingProblem()
    let places = planned.jobs.map { job -> Coordinate in
      var name = job.id.text
      while name.hasSuffix(" (given up)") { name.removeLast(" (given up)".count) }
      return addresses[name]!
    }
    let travel = TravelMatrix(between: plan.depots + places + [request.place], streets: plan.streets)
    let candidate = Job(
      id: "the candidate", place: travel.count - 1, delivery: request.delivery, pickup: request.pickup, service: request.service,
      window: window, release: request.release, skills: request.skills)
    problem = try RoutingProblem(travel: travel, jobs: planned.jobs + [candidate], vehicles: plan.vehicles)
    checker = RouteChecker(problem)
    (self.routes, self.plan) = (routes, plan)
  }

  /// The rule of a violation, or `nil` if it is none of a route by itself.
  static func rule(_ violation: Violation) -> SlotObstacle {
    switch violation.kind {
    case .skills: .skills
    case .maximumStops: .stops
    case .capacity: .load
    case .timeWindow, .shift: .time
    case .maximumDistance: .distance
    default: .duration
    }
  }

  /// What a route costs, or the first rule that it breaks.
  private func judge(_ route: Route) -> (cost: Int, broken: SlotObstacle?) {
    let (drive, violations) = checker.judge(route)
    return (drive.cost, violations.map(Self.rule).min())
  }

  /// The least extra cost of any place, or what is in the way everywhere.
  func best() -> (cost: Int?, obstacle: SlotObstacle) {
    var least: Int?
    var furthest = SlotObstacle.skills
    func take(_ route: Route, instead cost: Int) {
      let (price, broken) = judge(route)
      if let broken {
        furthest = max(furthest, broken)
      } else {
        least = min(least ?? .max, price - cost)
      }
    }
    for route in routes {
      let cost = judge(route).cost
      for position in 0...route.jobs.count {
        var longer = route
        longer.jobs.insert(problem.jobs.count - 1, at: position)
        take(longer, instead: cost)
      }
    }
    for type in plan.vehicles.indices where plan.vehicles[type].count > plan.vehiclesOut(ofType: type) {
      take(Route(vehicle: type, jobs: [problem.jobs.count - 1]), instead: 0)
    }
    return (least, furthest)
  }

  /// What a trip there and back costs at the least, without fixed cost and service.
  func loneCost() -> Int? {
    plan.vehicles.enumerated().filter { $0.element.count > 0 }.compactMap { type, vehicle in
      let (cost, broken) = judge(Route(vehicle: type, jobs: [problem.jobs.count - 1]))
      let service = problem.jobs[problem.jobs.count - 1].service.seconds
      return broken == nil ? cost - vehicle.fixedCost - service * vehicle.costPerSecond : nil
    }.min()
  }

  /// The route with the stop at the place that was found, and what it was before; `nil` if no route costs so much more there.
  func route(_ place: SlotPlace) -> (with: Route, without: Route?)? {
    let job = problem.jobs.count - 1
    guard !place.opensVehicle else { return (Route(vehicle: place.vehicle, jobs: [job]), nil) }
    for route in routes where route.vehicle == place.vehicle && route.jobs.count >= place.position {
      let after = place.position == 0 ? nil : problem.jobs[route.jobs[place.position - 1]].id
      var longer = route
      longer.jobs.insert(job, at: place.position)
      guard after == place.after, judge(longer).broken == nil else { continue }
      if judge(longer).cost - judge(route).cost == place.extraCost { return (longer, route) }
    }
    return nil
  }

  func drive(_ route: Route) -> (drive: ScheduledRoute, broken: SlotObstacle?) {
    (checker.judge(route).route, judge(route).broken)
  }
}
