import Logistics

/// Two engines that each search the whole problem and take over each other's best plan.
final class PairedSearch: SearchTeam {
  private let flat: FlatProblem
  let members: [any SearchEngine]
  private(set) var best = Incumbent()

  /// - Parameters:
  ///   - breeds: Whether the engine of the penalised descent is a population, else one solution.
  ///   - verifies: Whether the searches compare every step with the checker: slow, for tests.
  init(_ problem: RoutingProblem, seed: UInt64, start: [Route], breeds: Bool, verifies: Bool) {
    flat = FlatProblem(problem)
    let original = verifies ? problem : nil
    let first = Searcher(flat, seed: seed, stream: 0, start: start, verifying: original)
    let second =
      Self.intensifier(problem, flat, seed: seed, first, breeds: breeds, verifying: verifies)
      ?? Searcher(flat, seed: seed, stream: 1, start: start, verifying: original)
    members = [first, second]
    gather()
  }

  /// The engine beside the ruin and recreate, or `nil` where the penalised search does not know a rule: another ruin and recreate then.
  private static func intensifier(
    _ problem: RoutingProblem, _ flat: FlatProblem, seed: UInt64, _ first: Searcher, breeds: Bool, verifying: Bool
  ) -> (any SearchEngine)? {
    guard !problem.jobs.isEmpty, LocalProblem.canSearch(problem) else { return nil }
    guard breeds else {
      return IteratedDescent(
        LocalProblem(problem, flat), seed: seed, stream: 1, start: first.best, edgeCost: first.edgeCost, verifying: verifying)
    }
    // Free exchanges pay where no clock has to be priced with each (`docs/decisions/0014-two-engines.md`).
    return GeneticSearch(
      LocalProblem(problem, flat), seed: seed, stream: 1, start: first.best, verifying: verifying, swapsFreely: !flat.hasTime)
  }

  func gather() {
    for member in members where member.best.isBetter(than: best) { best = member.best }
  }

  func exchange() {
    for member in members where best.isBetter(than: member.best) { member.adopt(best) }
  }

  func adopt(_ incumbent: Incumbent) {
    if incumbent.isBetter(than: best) { best = incumbent }
    exchange()
  }

  func keepPace(_ ratio: Double) { members[1].keepPace(ratio) }

  func penalty(of routes: [Route]) -> (missing: Int, price: Int) { flat.penalty(of: routes) }
}
