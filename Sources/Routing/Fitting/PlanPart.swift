import Logistics
import Travel

/// Some jobs of a running plan, those included that are only asked about, as a problem of its own, for the checker and for the
/// search.
struct PlanPart {
  let problem: RoutingProblem
  /// The slot of each job of the part, and the row of each place.
  private let slots: [Int]
  private let rows: [Int]
  private let indexOfSlot: [Int: Int]
  private let indexOfRow: [Int: Int]

  /// - Parameters:
  ///   - types: The types of vehicles that it has, all their vehicles.
  ///   - asked: Jobs to put in the place of those of the plan, by slot.
  ///   - whole: Whether what binds several routes holds: begun routes, lists of one route. All their jobs are among the slots
  ///     then.
  /// - Complexity: O(k²) for its k places.
  init(of plan: PlanState, _ slots: [Int], types: [Int], _ asked: [Int: Job], whole: Bool) {
    var indexOfRow: [Int: Int] = [:]
    var rows: [Int] = []
    func local(_ row: Int) -> Int {
      if let known = indexOfRow[row] { return known }
      indexOfRow[row] = rows.count
      rows.append(row)
      return rows.count - 1
    }
    let flat = plan.tables.flat
    let jobs = slots.compactMap { slot in
      (asked[slot] ?? plan.jobs[slot])?.with(place: local(Int(flat.place[slot])), isRequired: true)
    }
    var profiles: [Int] = []
    let vehicles = types.map { type -> VehicleType in
      let vehicle = plan.problem.vehicles[type]
      if !profiles.contains(vehicle.profile) { profiles.append(vehicle.profile) }
      return vehicle.at(local, profile: profiles.firstIndex(of: vehicle.profile)!)
    }
    let count = plan.tables.rowCount
    func table(_ ways: UnsafePointer<Int32>) -> [Int32] { rows.flatMap { from in rows.map { ways[from * count + $0] } } }
    let matrices = profiles.map { profile in
      let ways = flat.types[types.first { plan.problem.vehicles[$0].profile == profile }!].ways
      return TravelMatrix(count: rows.count, metres: table(ways.metresFrom), seconds: table(ways.secondsFrom))
    }
    let indexOfSlot = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($0.element, $0.offset) })
    let whole = whole ? plan.problem : nil
    let begun = whole?.begun.map { begun in
      Route(
        vehicle: types.firstIndex(of: begun.vehicle)!, jobs: begun.jobs.map { indexOfSlot[$0]! },
        reloads: begun.reloads.map { ReloadStop(beforeJob: $0.beforeJob, at: indexOfRow[$0.place]!) })
    }
    let relations = Relations(
      shipments: slots.enumerated().compactMap { index, slot in
        guard plan.partner(of: slot) >= 0, !flat.isDropOff[slot], let delivery = indexOfSlot[plan.partner(of: slot)] else {
          return nil
        }
        let most = flat.mostOnBoard[slot]
        return Shipment(
          pickup: index, delivery: delivery, mostTimeOnBoard: most < 4 * FlatProblem.forever ? TimeSpan(most) : nil)
      },
      sameRoute: whole?.relations.sameRoute.map { $0.compactMap { indexOfSlot[$0] } }.filter { !$0.isEmpty } ?? [],
      precedences: Set(slots.flatMap { plan.orders[$0] ?? [] }).sorted().compactMap { number in
        let order = plan.problem.relations.precedences[number]
        guard let first = indexOfSlot[order.first], let second = indexOfSlot[order.second] else { return nil }
        return Precedence(first, before: second)
      }, deliveriesFirst: flat.deliveriesFirst)
    self.slots = slots
    self.rows = rows
    self.indexOfSlot = indexOfSlot
    self.indexOfRow = indexOfRow
    problem = RoutingProblem(
      known: matrices, jobs: jobs, vehicles: vehicles, relations: relations, traffic: plan.problem.traffic, begun: begun ?? [],
      preferences: plan.problem.preferences)
  }

  /// A route of the plan in the part's numbers.
  ///
  /// - Parameter type: The type in the part's numbers.
  func inward(_ codes: [Int32], type: Int) -> Route {
    var route = RouteCode.route(codes, type: type)
    route.jobs = route.jobs.map { indexOfSlot[$0]! }
    for index in route.reloads.indices { route.reloads[index].place = indexOfRow[route.reloads[index].place]! }
    return route
  }

  /// A route of the part in the plan's codes.
  func outward(_ route: Route) -> [Int32] {
    var route = route
    route.jobs = route.jobs.map { slots[$0] }
    for index in route.reloads.indices { route.reloads[index].place = rows[route.reloads[index].place] }
    return RouteCode.codes(of: route)
  }
}

extension VehicleType {
  /// The same at other rows, by another profile.
  fileprivate func at(_ row: (Int) -> Int, profile: Int) -> VehicleType {
    VehicleType(
      id: id, count: count, start: row(start), end: row(end), capacity: capacity, shift: shift, skills: skills,
      fixedCost: fixedCost, costPerMetre: costPerMetre, costPerSecond: costPerSecond, maximumDistance: maximumDistance,
      maximumDuration: maximumDuration, overtime: overtime, maximumStops: maximumStops, breaks: breaks,
      reload: reload.map { Reload(places: $0.places.map(row), most: $0.most, duration: $0.duration) }, profile: profile)
  }
}

extension PlanState {
  /// Has the checker drive a route.
  ///
  /// - Throws: `SearchError` if it breaks a rule, or costs something else than claimed.
  func judge(
    _ codes: [Int32], type: Int, _ asked: [Int: Job] = [:], claiming cost: Int
  ) throws(SearchError) -> ScheduledRoute {
    let part = PlanPart(of: self, codes.filter { $0 >= 0 }.map(Int.init), types: [type], asked, whole: false)
    let (drive, violations) = RouteChecker(part.problem).judge(part.inward(codes, type: 0))
    guard violations.isEmpty, drive.cost == cost else {
      let verdict = Verdict(routes: [drive], unassigned: [], cost: drive.cost, violations: violations)
      throw SearchError(claimedCost: cost, verdict: verdict)
    }
    return drive
  }
}
