public import Logistics
public import Routing
import Sourcing

extension Planner {
  /// Plans the rest of a day anew after something has happened to a vehicle, an order or the streets.
  ///
  /// What is driven, and what vehicles are on their way to, stays; goods on board stay on their vehicle; a minute by which a customer is visited
  /// sooner or later, and another driver, have the price of driving (see `RunningDay` and `StabilityPrices`). Nothing that was promised is
  /// changed by it: what cannot be brought today is named, and ``report(_:)`` or whoever decides makes a new promise.
  ///
  /// - Parameters:
  ///   - plan: The plan by which the vehicles drive; its times are what customers were told.
  ///   - now: When it is.
  ///   - events: What has happened.
  ///   - leeway: What the day may take beyond hours and shifts.
  ///   - limit: When to stop; with a number of iterations the answer is the same on every machine.
  ///   - seed: Another seed, another plan.
  ///   - threads: At most so many threads work; more than two are not used.
  ///   - isCancelled: Asked between stretches of some milliseconds; the best plan so far is returned once it says yes.
  /// - Throws: `InvalidInput` if a vehicle has no route in the plan, an order no visit in it, a visit that is cancelled has begun, or numbers
  ///   are out of their range; `SearchError` if search and checker disagree.
  public func replan(
    _ plan: DayPlan, at now: Instant, events: [RoadEvent], leeway: Leeway = Leeway(),
    limit: SearchLimit = SearchLimit(time: .milliseconds(800)), seed: UInt64 = 1, threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> DayReplan {
    // Who drives by the plan drives, whatever was reported since.
    let out = vehiclesOut(on: plan.date).subtracting(plan.routes.map(\.vehicle.id))
    let day = try DayProblem(network: network, date: plan.date, stops: plan.stops, without: out)
    let routes = plan.routes.map { route in
      Routing.Route(
        vehicle: day.fleet.firstIndex { $0.contains(route.vehicle) } ?? -1, jobs: route.visits.map(\.stop))
    }
    let replan = try day.problem.replanned(
      from: routes, at: now, events: plan.dayEvents(events), prices: .usual(for: day.problem), leeway: leeway, limit: limit,
      seed: seed, threads: threads, isCancelled: isCancelled)
    return day.replan(replan, of: plan)
  }
}

extension DayPlan {
  /// The events in the numbers of the day's problem.
  ///
  /// - Throws: `InvalidInput` with every vehicle without a route and every order without a visit.
  fileprivate func dayEvents(_ events: [RoadEvent]) throws(InvalidInput) -> [DayEvent] {
    var faults = FaultList()
    func route(of vehicle: ID<FleetVehicle>, _ index: Int) -> Int? {
      let route = routes.firstIndex { $0.vehicle.id == vehicle }
      if route == nil { faults.add(at: "$.events[\(index)]", found: "\(vehicle)", expected: "a vehicle that drives by the plan") }
      return route
    }
    var known: [DayEvent] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .vehicleDown(let vehicle, let goods):
        if let route = route(of: vehicle, index) { known.append(.vehicleDown(route: route, goods: goods)) }
      case .behind(let vehicle, let delay):
        if let route = route(of: vehicle, index) { known.append(.behind(route: route, by: delay)) }
      case .cancelled(let order):
        let visits = stops.indices.filter { stops[$0].order == order }
        if visits.isEmpty {
          faults.add(at: "$.events[\(index)]", found: "\(order)", expected: "an order with a visit in the plan")
        }
        known += visits.map { .cancelled(job: $0) }
      case .slower(let percent, let until): known.append(.slower(percent: percent, from: nil, until: until))
      }
    }
    try faults.throwIfAny("day")
    return known
  }
}

extension DayProblem {
  /// A new plan for the rest of a day in the words of the day.
  func replan(_ replan: Replan, of plan: DayPlan) -> DayReplan {
    let names = vehicles(of: replan, plan)
    func visit(_ visit: Replan.Visit, _ vehicle: FleetVehicle?) -> DayReplan.Visit? {
      vehicle.map { DayReplan.Visit(vehicle: $0.id, arrival: visit.arrival, begin: visit.begin) }
    }
    let changes = replan.stops.compactMap { change in
      change.oldIndex.map { stop in
        DayReplan.Change(
          stop: stop, order: stops[stop].order, returns: stops[stop].returns, outcome: change.outcome,
          before: change.before.flatMap { visit($0, plan.routes[$0.route].vehicle) },
          after: change.after.flatMap { visit($0, names[$0.route]) })
      }
    }
    let numbers = Dictionary(
      replan.stops.compactMap { change in change.newIndex.flatMap { new in change.oldIndex.map { (new, $0) } } },
      uniquingKeysWith: { first, _ in first })
    func task(_ job: Int) -> DayReplan.Task {
      switch replan.day.errands[job] {
      case let errand? where errand.kind == .fetch: .fetch(for: numbers[errand.job] ?? 0)
      case let errand?: .collect(at: numbers[errand.job] ?? 0)
      case nil: .stop(numbers[job] ?? 0)
      }
    }
    let routes = replan.vehicles.compactMap { change -> DayReplan.Route? in
      guard let new = change.newRoute, let vehicle = names[new] else { return nil }
      let route = replan.verdict.routes[new]
      return DayReplan.Route(
        vehicle: vehicle, isDown: change.isDown, frozen: change.frozenStops, isChanged: change.isChanged,
        calls: route.stops.map {
          DayReplan.Call(task: task($0.job), arrival: $0.arrival, begin: $0.begin, departure: $0.departure)
        }, arrival: route.arrival)
    }
    return DayReplan(
      stops: changes, routes: routes, cost: Self.money(replan.costWithoutPrices),
      stabilityPrice: Self.money(replan.stabilityPrice),
      violations: replan.verdict.violations)
  }

  /// The vehicle of each new route: the one that drives it already, or one that was not to drive.
  private func vehicles(of replan: Replan, _ plan: DayPlan) -> [Int: FleetVehicle] {
    var names: [Int: FleetVehicle] = [:]
    var free = fleet.map { vehicles in vehicles.filter { vehicle in !plan.routes.contains { $0.vehicle == vehicle } }[...] }
    for change in replan.vehicles {
      guard let new = change.newRoute else { continue }
      if let old = change.oldRoute {
        names[new] = plan.routes[old].vehicle
      } else if let type = problem.vehicles.firstIndex(where: { $0.id == change.vehicle }) {
        names[new] = free[type].popFirst()
      }
    }
    return names
  }
}
