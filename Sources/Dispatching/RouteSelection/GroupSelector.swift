import LinearProgramming
import Routing

/// Chooses routes for one group: the linear program first, then whole numbers by reduced-cost fixing and a dive.
///
/// The dive is depth first: the open column of the greatest value is chosen, later forbidden (R. Sadykov, F. Vanderbeck, A. Pessoa,
/// I. Tahiri, E. Uchoa: "Primal heuristics for branch and price", 2019). A node costs few dual steps from its parent's basis. While too many
/// columns are left for all alternatives, a dive over those of the least reduced cost looks for a better plan, which
/// leaves fewer; one over all that are left, once it ends by itself, has proved the optimum among the candidates.
struct GroupSelector {
  /// What is left of the limits, handed from group to group.
  struct Budget {
    var steps: Int
    let deadline: ContinuousClock.Instant?
    let isCancelled: () -> Bool
    var programs = 0
    var termination = RouteSelection.Termination.optimalAmongCandidates
  }

  private let problem: RoutingProblem
  private let group: Group
  private let candidates: [Candidates.Candidate]
  private let leavingOut: [Int]
  private let whole: SelectionProgram

  /// The candidates of the best set so far.
  private(set) var best: Set<Int>
  private(set) var bestCost = 0
  /// The program of all members as it was solved, or `nil` if it was not.
  private(set) var root: Solution?

  /// - Parameters:
  ///   - members: The candidates of the group.
  ///   - incumbent: Those of them that make a plan.
  init(
    _ problem: RoutingProblem, _ group: Group, _ candidates: [Candidates.Candidate], members: [Int], incumbent: Set<Int>,
    leavingOut: [Int]
  ) {
    self.problem = problem
    self.group = group
    self.candidates = candidates
    self.leavingOut = leavingOut
    best = incumbent
    whole = SelectionProgram(problem, group, candidates, members: members, leavingOut: leavingOut)
    bestCost = cost(of: incumbent)
  }

  /// What no set of the group's candidates costs less than; `nil` if the program was not solved.
  var bound: Int? { root.map { min(Self.wholeBound($0.objective), bestCost) } }

  mutating func run(_ budget: inout Budget) {
    root = solve(whole.program, from: nil, &budget, isRoot: true)
    guard let root, let basis = root.basis else { return }
    let reduced = root.reducedCosts
    let order = whole.members.indices.sorted { (reduced[whole.column($0)], $0) < (reduced[whole.column($1)], $1) }
    var few = 2 * group.jobs.count + 100
    while Self.wholeBound(root.objective) < bestCost, budget.termination == .optimalAmongCandidates {
      // A column whose reduced cost alone lifts the bound to the plan's cost is in no better set.
      let room = Double(bestCost) - 1 - root.objective + Self.tolerance(root.objective)
      let survivors = order.prefix { reduced[whole.column($0)] <= room }
      var node = SelectionProgram(
        problem, group, candidates, members: survivors.prefix(few).sorted().map { whole.members[$0] }, leavingOut: leavingOut)
      let before = bestCost
      let provesAll = survivors.count <= few
      dive(&node, from: node.basis(basis, of: whole), stopsAtFirst: !provesAll, &budget)
      if provesAll { break }
      if bestCost == before { few *= 2 }
    }
  }

  /// - Returns: Whether a better set was found.
  @discardableResult
  private mutating func dive(
    _ node: inout SelectionProgram, from start: Basis?, stopsAtFirst: Bool, _ budget: inout Budget
  ) -> Bool {
    guard let solution = solve(node.program, from: start, &budget), Self.wholeBound(solution.objective) < bestCost else {
      return false
    }
    let values = node.members.indices.map { solution.values[node.column($0)] }
    let open = values.indices.filter { values[$0] > 1e-6 && values[$0] < 1 - 1e-6 }
    guard let pick = open.max(by: { (values[$0], -$0) < (values[$1], -$1) }) else {
      return adopt(Set(values.indices.filter { values[$0] > 0.5 }.map { node.members[$0] }))
    }
    defer { node.fix(pick, nil) }
    var found = false
    for chosen in [true, false] where budget.termination == .optimalAmongCandidates && !(found && stopsAtFirst) {
      node.fix(pick, chosen)
      if dive(&node, from: solution.basis, stopsAtFirst: stopsAtFirst, &budget) { found = true }
    }
    return found
  }

  private mutating func adopt(_ chosen: Set<Int>) -> Bool {
    let cost = cost(of: chosen)
    guard cost < bestCost else { return false }
    (best, bestCost) = (chosen, cost)
    return true
  }

  /// What a set of candidates costs with everything of the group that it leaves out, as the program counts it.
  private func cost(of chosen: Set<Int>) -> Int {
    var left = Set(group.jobs)
    var cost = 0
    for member in chosen {
      cost = cost.addingClamped(candidates[member].cost)
      left.subtract(candidates[member].route.jobs)
    }
    return left.reduce(cost) { $0.addingClamped(leavingOut[$1]) }
  }

  /// Solves a program, or notes why not. Without a start by the dual method, which from the columns' zeros is several times
  /// faster than the primal one from the plan: 0.4 s against 2.5 s at 3,300 candidates for 646 jobs.
  private func solve(_ program: LinearProgram, from start: Basis?, _ budget: inout Budget, isRoot: Bool = false) -> Solution? {
    if budget.isCancelled() { budget.termination = .cancelled }
    if !isRoot && budget.steps <= 0 { budget.termination = .limit }
    guard isRoot ? budget.termination != .cancelled : budget.termination == .optimalAmongCandidates else { return nil }
    var options = SolveOptions()
    options.start = start
    options.method = start == nil ? .dual : .automatic
    options.timeLimit = budget.deadline.map { $0 - ContinuousClock.now }
    if !isRoot { options.iterationLimit = budget.steps }
    let solution: Solution
    do { solution = try program.solve(options) } catch { preconditionFailure("a program of valid costs is refused: \(error)") }
    budget.programs += 1
    if !isRoot { budget.steps -= solution.iterations }
    switch solution.termination {
    case .optimal: return solution
    case .timeLimit, .iterationLimit: budget.termination = .limit
    default: budget.termination = .numericalTrouble("\(solution.termination)")
    }
    return nil
  }

  /// What the solver's numbers may be off.
  private static func tolerance(_ value: Double) -> Double { max(1e-4, 1e-8 * abs(value)) }

  /// The least whole number that a set of an objective of at least `value` can have.
  private static func wholeBound(_ value: Double) -> Int { Int(clamping: (value - tolerance(value)).rounded(.up)) }
}
