import Logistics

/// Searches one part after another; what it says of routes is in the numbers of the whole.
final class PartWorker: SearchEngine, @unchecked Sendable {
  /// A part to be searched, and from where.
  struct Task {
    let part: ProblemPart
    /// Feasible routes, in the part's numbers.
    let start: [Route]
    let seed: UInt64
    /// Whether the penalised descent searches it, not the ruin and recreate.
    let descends: Bool
    /// What an edge of the whole costs: the scale of the temperature.
    let edgeCost: Double
    let verifies: Bool
  }

  private var task: Task?
  private var engine: (any SearchEngine)?
  private var flat: FlatProblem?
  private(set) var iterations = 0
  /// The penalties that the last descent came to: a guess for the next part.
  private var governor: PenaltyGovernor?
  /// How many iterations it makes for each that it is given, so that no worker waits for the other.
  var pace = 1.0

  /// Takes a part on. Its tables are made with the first stretch, on the thread that runs it.
  func begin(_ task: Task?) {
    self.task = task
    engine = nil
    flat = nil
  }

  func run(iterations count: Int, temperature: Double) {
    iterations += count
    guard let task, count > 0 else { return }
    let engine = self.engine ?? made(task)
    self.engine = engine
    engine.run(iterations: max(1, Int(Double(count) * pace)), temperature: temperature)
  }

  private func made(_ task: Task) -> any SearchEngine {
    let flat = FlatProblem(task.part.problem)
    self.flat = flat
    let searcher = Searcher(
      flat, seed: task.seed, stream: 0, start: task.start, edgeCost: task.edgeCost,
      verifying: task.verifies ? task.part.problem : nil)
    guard task.descends else { return searcher }
    return IteratedDescent(
      LocalProblem(task.part.problem, flat), seed: task.seed, stream: 1, start: searcher.best, edgeCost: task.edgeCost,
      governor: governor, verifying: task.verifies)
  }

  /// The routes to go on from where this part is done, each feasible.
  func leave() -> [Route] {
    guard let task else { return [] }
    guard let descent = engine as? IteratedDescent else { return currentRoutes }
    let routes = descent.mendedRoutes()
    governor = descent.governor
    return routes.map(task.part.outward)
  }

  /// The best of the part, its price on what is missing left out, or `nil` if it has not begun.
  var partBest: Incumbent? {
    guard let task, let engine, let flat else { return nil }
    var best = engine.best
    if best.missing > 0 { best.cost -= flat.penalty(of: best.routes).price }
    best.routes = best.routes.map(task.part.outward)
    return best
  }

  /// What `partBest` costs, without its routes.
  var partCost: (missing: Int, cost: Int)? {
    guard let engine, let flat else { return nil }
    let best = engine.best
    return (best.missing, best.missing > 0 ? best.cost - flat.penalty(of: best.routes).price : best.cost)
  }

  var best: Incumbent { partBest ?? Incumbent() }

  var currentRoutes: [Route] {
    guard let task else { return [] }
    return (engine?.currentRoutes ?? task.start).map(task.part.outward)
  }

  /// A part has a plan of its own; those of the whole are handed to whoever divides it.
  func adopt(_ incumbent: Incumbent) {}
}
