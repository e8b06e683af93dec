/// Judges the places of a demand among routes, by the rules of one problem.
struct PlaceJudge {
  let problem: RoutingProblem
  private let checker: RouteChecker
  private let routes: [Route]
  /// For each route the begun route that it goes on with.
  private let begun: [Int: Route]
  /// For each job that belongs on a route with others the routes that these are on.
  private let together: [Int: Set<Int>]
  /// The routes that break a rule of this problem as they are.
  private let broken: Set<Int>

  /// - Parameter recheck: The vehicle type whose routes may break a rule of this problem as they are; those of others keep all of them.
  init(_ problem: RoutingProblem, _ routes: [Route], recheck: Int? = nil) {
    self.problem = problem
    self.routes = routes
    let checker = RouteChecker(problem)
    self.checker = checker
    begun = routes.enumerated().reduce(into: [:]) { known, route in
      known[route.offset] = problem.begun.first { route.element.begins(with: $0) }
    }
    var owner: [Int: Int] = [:]
    for (index, route) in routes.enumerated() { for job in route.jobs { owner[job] = index } }
    together = problem.relations.sameRoute.reduce(into: [:]) { known, members in
      let on = Set(members.compactMap { owner[$0] })
      for job in members { known[job] = on }
    }
    broken =
      recheck == nil
      ? []
      : Set(routes.indices.filter { routes[$0].vehicle == recheck && !checker.judge(routes[$0]).violations.isEmpty })
  }

  /// The rules that a place breaks.
  func violations(at place: Place) -> [Violation] {
    var violations = checker.judge(place.changed).violations
    let others = place.jobs.reduce(into: Set<Int>()) { $0.formUnion(together[$1] ?? []) }.subtracting([place.route ?? -1])
    if !others.isEmpty { violations.append(Violation(.sameRoute, job: place.jobs.first, amount: others.count)) }
    if let route = place.route, let first = begun[route], !place.changed.begins(with: first) {
      violations.append(Violation(.begun, job: first.jobs.first, amount: 1))
    }
    return violations
  }

  /// Whether the plan with the demand there keeps every rule that the plan as it is keeps.
  func isFeasible(_ place: Place) -> Bool {
    broken.subtracting([place.route ?? -1]).isEmpty && violations(at: place).isEmpty
  }

  /// What the route costs with the demand there.
  func cost(at place: Place) -> Int { checker.judge(place.changed).route.cost }

  /// The plan with the demand there.
  func plan(with place: Place) -> [Route] {
    guard let route = place.route else { return routes + [place.changed] }
    var changed = routes
    changed[route] = place.changed
    return changed
  }
}
