/// When a search has its routes combined anew, and what it hands over then.
struct Recombination {
  /// After which parts of the search. Earlier, at higher temperatures, the search leaves what it is given before it is any better for it.
  static let points = [0.95]
  /// The most of a search's time that one round may take.
  static let share = 0.05

  private var recombiner: any RouteRecombiner
  private let problem: RoutingProblem
  private let limit: SearchLimit
  private var done = 0
  private var handed: Set<Route> = []
  private var waiting: [Route] = []

  init(_ recombiner: any RouteRecombiner, _ problem: RoutingProblem, _ limit: SearchLimit) {
    self.recombiner = recombiner
    self.problem = problem
    self.limit = limit
  }

  /// Notes routes of a plan.
  mutating func add(_ routes: [Route]) {
    for route in routes where handed.insert(route).inserted { waiting.append(route) }
  }

  /// A better plan, if it is time to look for one and there is one. Whether it is time depends on the fraction of the search alone, and
  /// so, where iterations end the search, not on the clock.
  mutating func run(
    _ fraction: Double, _ elapsed: Swift.Duration, _ best: Incumbent, _ team: any SearchTeam, _ isCancelled: () -> Bool
  ) -> Incumbent? {
    let due = Self.points.count { $0 <= fraction }
    guard due > done, best.missing < .max else { return nil }
    done = due
    let time = limit.time.map { min($0 * Self.share, $0 - elapsed) }
    if let time, time <= .zero { return nil }
    let round = RecombinationRound(routes: waiting, incumbent: best.routes, time: time)
    waiting = []
    guard let routes = recombiner.recombine(round, isCancelled: isCancelled) else { return nil }
    let verdict = problem.check(routes)
    guard verdict.violations.allSatisfy({ $0.kind == .missing || $0.kind == .begun }) else { return nil }
    let penalty = team.penalty(of: routes)
    let found = Incumbent(
      missing: penalty.missing, cost: verdict.cost + penalty.price, routes: routes.filter { !$0.jobs.isEmpty })
    return found.isBetter(than: best) ? found : nil
  }
}
