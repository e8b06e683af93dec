/// One of the searches that run side by side and hand each other their best plans.
protocol SearchEngine: AnyObject, Sendable {
  /// The best plan so far, feasible but for jobs that are missing.
  var best: Incumbent { get }
  /// How many iterations it has been given.
  var iterations: Int { get }
  /// The routes it is at now, which need not be its best; each feasible by itself.
  var currentRoutes: [Route] { get }

  /// Works as long as so many iterations of the ruin and recreate take, at a temperature in units of its mean edge cost.
  func run(iterations count: Int, temperature: Double)

  /// Goes on from, or with, another engine's best plan.
  func adopt(_ incumbent: Incumbent)

  /// Told how much longer than the first engine's the last stretches were, where no limit of iterations asks for the same answer everywhere.
  func keepPace(_ ratio: Double)
}

extension SearchEngine {
  func keepPace(_ ratio: Double) {}
}

extension Searcher: SearchEngine {}
