import Logistics

/// Searches the whole of a large problem as long as jobs are missing, and part by part from then on.
///
/// Where vehicles are short, which jobs are left out is decided by counting how often each was, over all routes; parts would each guard
/// their own vehicles. Beyond two parts the whole is too large for that, and parts are searched from the beginning.
final class StagedSearch: SearchTeam {
  private let divided: DividedSearch
  private var whole: PairedSearch?
  private var iterationsBefore = 0

  init(_ problem: RoutingProblem, seed: UInt64, first: FirstRoutes, _ shape: SearchShape, verifies: Bool) {
    divided = DividedSearch(problem, seed: seed, start: first.routes, begun: first.begun, shape, verifies: verifies)
    if divided.best.missing > 0, problem.jobs.count <= 2 * shape.mostInPart {
      whole = PairedSearch(problem, seed: seed, start: divided.best.routes, breeds: false, verifies: verifies)
    }
  }

  private var team: any SearchTeam { whole ?? divided }

  var members: [any SearchEngine] { team.members }
  var best: Incumbent { team.best }
  var iterations: Int { iterationsBefore + members.reduce(0) { $0 + $1.iterations } }

  func gather() { team.gather() }

  func exchange() {
    team.exchange()
    guard let whole, whole.best.missing == 0 else { return }
    iterationsBefore = iterations
    divided.adopt(whole.best)
    self.whole = nil
  }

  func adopt(_ incumbent: Incumbent) { team.adopt(incumbent) }

  func keepPace(_ ratio: Double) { team.keepPace(ratio) }

  func penalty(of routes: [Route]) -> (missing: Int, price: Int) { team.penalty(of: routes) }
}
