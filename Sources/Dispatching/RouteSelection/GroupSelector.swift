import LinearProgramming
import Routing

/// Chooses routes for one group: the linear program first, by sifting, then whole numbers by dives.
struct GroupSelector {
  /// What is left of the limits, handed from group to group.
  struct Budget {
    var steps: Int
    let deadline: ContinuousClock.Instant?
    let isCancelled: () -> Bool
    var programs = 0
    var termination = RouteSelection.Termination.optimalAmongCandidates
  }

  let program: SelectionProgram
  private let candidates: [Candidates.Candidate]
  private let leavingOut: [Int]

  /// The candidates of the best set so far.
  private(set) var best: Set<Int>
  private(set) var bestCost = 0
  /// The linear program as it was solved, or `nil` if it was not.
  private(set) var root: Solution?
  private var proven: Double?

  /// - Parameter incumbent: Those of the group's candidates that make a plan.
  init(_ program: SelectionProgram, _ candidates: [Candidates.Candidate], incumbent: Set<Int>, leavingOut: [Int]) {
    self.program = program
    self.candidates = candidates
    self.leavingOut = leavingOut
    best = incumbent
    bestCost = cost(of: incumbent)
  }

  /// What no set of the group's candidates costs less than; `nil` if the program was not solved.
  var bound: Int? {
    root.map { root in min(max(Self.wholeBound(root.objective), proven.map(Self.wholeBound) ?? 0), bestCost) }
  }

  /// The objective of the linear program, rounded up; `nil` if it was not solved.
  var relaxation: Int? { root.map { Self.wholeBound($0.objective) } }

  /// - Parameter start: Where the linear program begins.
  mutating func run(from start: Basis?, _ budget: inout Budget) {
    guard let root = relax(from: start, &budget) else { return }
    self.root = root
    guard Self.wholeBound(root.objective) < bestCost else { return }
    var options = SolveOptions()
    options.search = .dive
    options.incumbent = program.point(of: best, candidates)
    options.iterationLimit = max(0, budget.steps)
    let solution = solve(program.program, options, root, &budget)
    budget.steps -= solution.iterations
    note(solution.termination, &budget)
    proven = solution.bound
    guard !solution.values.isEmpty else { return }
    let chosen = program.chosen(at: solution.values)
    let cost = cost(of: chosen)
    if cost < bestCost { (best, bestCost) = (chosen, cost) }
  }

  /// The linear program, which is finished whatever the steps: it gives bound and prices.
  private func relax(from start: Basis?, _ budget: inout Budget) -> Solution? {
    var options = SolveOptions()
    options.method = .sifting
    options.start = start
    options.incumbent = program.point(of: best, candidates)
    let solution = solve(program.program.relaxed, options, nil, &budget)
    note(solution.termination, &budget)
    return solution.termination.isOptimal ? solution : nil
  }

  private func solve(_ program: LinearProgram, _ options: SolveOptions, _ root: Solution?, _ budget: inout Budget) -> Solution {
    var options = options
    options.timeLimit = budget.deadline.map { $0 - ContinuousClock.now }
    let solution: Solution
    do {
      solution = try program.solve(options, relaxation: root, isCancelled: budget.isCancelled)
    } catch {
      preconditionFailure("a program of valid costs is refused: \(error)")
    }
    budget.programs += solution.programs
    return solution
  }

  /// Keeps the first reason why the selection is not the best of all.
  private func note(_ termination: Termination, _ budget: inout Budget) {
    guard budget.termination == .optimalAmongCandidates else { return }
    switch termination {
    case .optimal: break
    case .cancelled: budget.termination = .cancelled
    case .timeLimit, .iterationLimit: budget.termination = .limit
    default: budget.termination = .numericalTrouble("\(termination)")
    }
  }

  /// What a set of candidates costs with everything of the group that it leaves out, as the program counts it.
  private func cost(of chosen: Set<Int>) -> Int {
    var left = Set(program.group.jobs)
    var cost = 0
    for member in chosen {
      cost = cost.addingClamped(candidates[member].cost)
      left.subtract(candidates[member].needs)
    }
    return left.reduce(cost) { $0.addingClamped(leavingOut[$1]) }
  }

  /// The least whole number that a set of an objective of at least `value` can have, what the solver's numbers may be off aside.
  private static func wholeBound(_ value: Double) -> Int {
    Int(clamping: (value - max(1e-4, 1e-8 * abs(value))).rounded(.up))
  }
}
