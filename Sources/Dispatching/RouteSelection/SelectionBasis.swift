import LinearProgramming
import Routing

/// Where the linear program of a selection ended, kept by candidate, job and vehicle type, so that the next one begins there whatever
/// candidates and groups came since: groups only ever grow together, and the bases of two make one of both.
struct SelectionBasis: Sendable {
  private var candidates: [Basis.Status] = []
  private var leavingOut: [Basis.Status]
  private var jobs: [Basis.Status]
  private var types: [Basis.Status]
  /// The reduced cost of each candidate at the last solve, the least for those that were not in it: they are to be tried.
  private(set) var reducedCosts: [Double] = []
  private(set) var isEmpty = true

  /// That of a program nobody solved.
  init(of problem: RoutingProblem) {
    leavingOut = Array(repeating: .atLower, count: problem.jobs.count)
    jobs = Array(repeating: .basic, count: problem.jobs.count)
    types = Array(repeating: .basic, count: problem.vehicles.count)
  }

  /// Where the program of a group may begin.
  func basis(of program: SelectionProgram) -> Basis? {
    if isEmpty { return nil }
    let group = program.group
    return Basis(
      columns: group.jobs.map { leavingOut[$0] } + program.members.map { $0 < candidates.count ? candidates[$0] : .atLower },
      rows: group.jobs.map { jobs[$0] } + group.types.map { types[$0] })
  }

  /// Keeps where the program of a group ended.
  ///
  /// - Parameter count: How many candidates there are.
  mutating func keep(_ solution: Solution, of program: SelectionProgram, candidates count: Int) {
    guard let basis = solution.basis, !solution.reducedCosts.isEmpty else { return }
    isEmpty = false
    while candidates.count < count {
      candidates.append(.atLower)
      reducedCosts.append(-.infinity)
    }
    let group = program.group
    for (place, job) in group.jobs.enumerated() {
      leavingOut[job] = basis.columns[place]
      jobs[job] = basis.rows[place]
    }
    for (place, type) in group.types.enumerated() { types[type] = basis.rows[group.jobs.count + place] }
    for (place, member) in program.members.enumerated() {
      candidates[member] = basis.columns[group.jobs.count + place]
      reducedCosts[member] = solution.reducedCosts.elements[group.jobs.count + place]
    }
  }

  /// Whether a candidate carries the last solution.
  func isBasic(_ candidate: Int) -> Bool { candidate < candidates.count && candidates[candidate] == .basic }

  /// Follows the candidates when some are forgotten, none of them basic.
  mutating func keep(_ kept: [Int]) {
    let known = kept.prefix { $0 < candidates.count }
    candidates = known.map { candidates[$0] }
    reducedCosts = known.map { reducedCosts[$0] }
  }
}
