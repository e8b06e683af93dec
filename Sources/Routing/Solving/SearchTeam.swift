/// Two searches that work at the same time, stretch by stretch, and what they make of each other's findings.
protocol SearchTeam: AnyObject {
  /// The same number whatever the threads, so that the answer does not depend on them.
  var members: [any SearchEngine] { get }
  /// The best plan of all so far.
  var best: Incumbent { get }

  /// How many iterations its members have been given.
  var iterations: Int { get }

  /// Brings `best` up to date, after each stretch.
  func gather()

  /// Called between stretches, now and then: the members look at each other's findings.
  func exchange()

  /// Goes on from a plan that was found elsewhere.
  func adopt(_ incumbent: Incumbent)

  /// Told how much longer the second member took for its last stretches than the first.
  func keepPace(_ ratio: Double)

  /// What is missing in some routes, and the team's own price for that, which its incumbents' costs contain.
  func penalty(of routes: [Route]) -> (missing: Int, price: Int)
}

extension SearchTeam {
  var iterations: Int { members.reduce(0) { $0 + $1.iterations } }
}
