import Routing

/// The routes that a selection may choose from: each keeps every rule, no two are of one vehicle type and serve the same jobs.
struct Candidates: Sendable {
  /// One route with its cost as the checker has it.
  struct Candidate: Sendable {
    let route: Route
    let cost: Int
    /// What it serves: its jobs, the first of them for each of alternatives. A selection asks for each need once.
    let needs: [Int]
  }

  /// A vehicle type and the jobs, ascending.
  private struct Key: Hashable {
    let vehicle: Int
    let jobs: [Int]
  }

  private(set) var all: [Candidate] = []
  private var places: [Key: Int] = [:]
  /// Every route that was judged, sound or not, so that none is judged twice.
  private var judged: Set<Route> = []
  /// For each need the most that it has to carry of a route's cost, rounded up, or its drop cost.
  private var dearest: [Int]
  private let checker: RouteChecker
  /// For each job the need that it serves: itself or, of alternatives, the first.
  private var needs: [Int]
  /// For each need what leaving it out costs, or `nil` if it must be served.
  let dropCosts: [Int?]
  /// For each job of a route that has begun that route.
  private var begun: [Int: Route] = [:]

  /// No candidates yet.
  init(of problem: RoutingProblem) {
    checker = RouteChecker(problem)
    needs = Array(problem.jobs.indices)
    var dropCosts = problem.jobs.map(\.dropCost)
    for choice in problem.relations.alternatives {
      // Nobody asks for the others.
      for job in choice.jobs { (needs[job], dropCosts[job]) = (choice.jobs[0], 0) }
      dropCosts[choice.jobs[0]] = choice.dropCost
    }
    for route in problem.begun {
      for job in route.jobs {
        begun[job] = route
        dropCosts[needs[job]] = nil
      }
    }
    self.dropCosts = dropCosts
    dearest = dropCosts.map { $0 ?? 0 }
  }

  /// Has the checker judge the routes that are new, and takes in those that keep every rule: O(stops), not routes times jobs.
  mutating func add(_ routes: [Route], of problem: RoutingProblem) {
    for route in routes where judged.insert(route).inserted {
      guard let cost = costOfSound(route, of: problem) else { continue }
      let candidate = Candidate(route: route, cost: cost, needs: route.jobs.map { needs[$0] })
      let key = Self.key(route)
      if let place = places[key] {
        // In place, so that whoever numbers the candidates may go on doing so.
        if cost < all[place].cost { all[place] = candidate }
      } else {
        places[key] = all.count
        all.append(candidate)
      }
      let share = cost / route.jobs.count + 1
      for need in candidate.needs { dearest[need] = max(dearest[need], share) }
    }
  }

  /// Forgets all but some.
  mutating func keep(_ kept: [Int]) {
    all = kept.map { all[$0] }
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { (Self.key($0.element.route), $0.offset) })
    // A route that was forgotten may come again.
    judged = Set(all.map(\.route))
  }

  private static func key(_ route: Route) -> Key { Key(vehicle: route.vehicle, jobs: route.jobs.sorted()) }

  /// The candidate that serves the jobs of a route with its vehicle type at no more than its cost.
  func place(of route: Route) -> Int? { places[Self.key(route)] }

  /// More than any set of candidates that serves each need once can cost, drop costs included: each carries its share of the dearest
  /// route (rounded up) or its drop cost. Half of `Int.max` at most.
  var priceAboveAll: Int {
    let room = Int.max / 2 / (dearest.count + 1) - 1
    return dearest.reduce(1) { min($0 + min($1, room), Int.max / 2) }
  }

  /// What a route costs by the checker, or `nil` if it serves nothing, breaks a rule by itself, takes jobs of a route that has begun
  /// elsewhere, or names what the problem does not have.
  private func costOfSound(_ route: Route, of problem: RoutingProblem) -> Int? {
    guard problem.vehicles.indices.contains(route.vehicle), problem.vehicles[route.vehicle].count > 0, !route.jobs.isEmpty,
      route.jobs.allSatisfy(problem.jobs.indices.contains), Set(route.jobs).count == route.jobs.count,
      route.jobs.allSatisfy({ job in begun[job].map { route.begins(with: $0) } ?? true })
    else { return nil }
    let trip = checker.judge(route)
    return trip.violations.isEmpty ? trip.route.cost : nil
  }
}
