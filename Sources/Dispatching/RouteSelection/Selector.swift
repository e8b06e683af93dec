import LinearProgramming
import Routing

/// Chooses routes: the linear program first, then whole numbers by reduced-cost fixing and a dive.
///
/// The dive is depth first: the open column of the greatest value is chosen, later forbidden (R. Sadykov, F. Vanderbeck, A. Pessoa,
/// I. Tahiri, E. Uchoa: "Primal heuristics for branch and price", 2019). It runs over all alternatives until the limit, so
/// that one that ends by itself has proved the optimum among the candidates. A node costs few dual steps from its parent's basis.
struct Selector {
  private let problem: RoutingProblem
  private let candidates: Candidates
  private let leavingOut: [Int]
  private let missingPrice: Int
  private let limit: SelectionLimit
  private let deadline: ContinuousClock.Instant?
  private let isCancelled: () -> Bool

  private var best: Set<Int> = []
  private var bestCost: Int
  private var programs = 0
  private var termination = RouteSelection.Termination.optimalAmongCandidates

  init(
    _ problem: RoutingProblem, _ candidates: Candidates, incumbent: [Int], limit: SelectionLimit,
    isCancelled: @escaping () -> Bool
  ) {
    self.problem = problem
    self.candidates = candidates
    self.limit = limit
    self.isCancelled = isCancelled
    deadline = limit.time.map { ContinuousClock.now + $0 }
    let price = candidates.priceAboveAll(of: problem)
    missingPrice = price
    leavingOut = problem.jobs.map { $0.dropCost ?? price }
    bestCost = 0
    best = Set(incumbent)
    bestCost = cost(of: best)
  }

  /// What a set of candidates costs with everything it leaves out, as the program counts it.
  private func cost(of chosen: Set<Int>) -> Int {
    var left = Set(problem.jobs.indices)
    var cost = 0
    for member in chosen {
      cost = cost.addingClamped(candidates.all[member].cost)
      left.subtract(candidates.all[member].route.jobs)
    }
    return left.reduce(cost) { $0.addingClamped(leavingOut[$1]) }
  }

  mutating func run() -> RouteSelection {
    let everything = SelectionProgram(problem, candidates.all, members: Array(candidates.all.indices), leavingOut: leavingOut)
    guard let root = solve(everything.program, from: everything.basis(of: best, candidates.all)) else { return selection(nil) }
    let bound = wholeBound(root.objective)
    if bound < bestCost {
      // A column whose reduced cost alone lifts the bound to the plan's cost is in no better set.
      let room = Double(bestCost) - 1 - root.objective + tolerance(root.objective)
      let reduced = root.reducedCosts
      let survivors = everything.members.filter { reduced[everything.column($0)] <= room }
      var narrowed = SelectionProgram(problem, candidates.all, members: survivors, leavingOut: leavingOut)
      dive(&narrowed, from: root.basis.map { restrict($0, to: survivors) })
    }
    return selection(root)
  }

  /// The root's basis on the columns that are left; a column that is not there is never basic, having a positive reduced cost.
  private func restrict(_ basis: Basis, to survivors: [Int]) -> Basis {
    let jobs = problem.jobs.count
    return Basis(columns: Array(basis.columns[..<jobs]) + survivors.map { basis.columns[jobs + $0] }, rows: basis.rows)
  }

  private mutating func dive(_ node: inout SelectionProgram, from start: Basis?) {
    guard let solution = solve(node.program, from: start), wholeBound(solution.objective) < bestCost else { return }
    let values = node.members.indices.map { solution.values[node.column($0)] }
    let isOpen = { (value: Double) in value > 1e-6 && value < 1 - 1e-6 }
    guard let pick = values.indices.filter({ isOpen(values[$0]) }).max(by: { (values[$0], -$0) < (values[$1], -$1) }) else {
      adopt(Set(values.indices.filter { values[$0] > 0.5 }.map { node.members[$0] }))
      return
    }
    for chosen in [true, false] where termination == .optimalAmongCandidates {
      node.fix(pick, chosen)
      dive(&node, from: solution.basis)
    }
    node.fix(pick, nil)
  }

  private mutating func adopt(_ chosen: Set<Int>) {
    let cost = cost(of: chosen)
    if cost < bestCost { (best, bestCost) = (chosen, cost) }
  }

  /// Solves a program, or notes why not.
  private mutating func solve(_ program: LinearProgram, from start: Basis?) -> Solution? {
    guard programs < limit.programs else {
      termination = .limit
      return nil
    }
    guard !isCancelled() else {
      termination = .cancelled
      return nil
    }
    programs += 1
    var options = SolveOptions()
    options.start = start
    options.timeLimit = deadline.map { $0 - ContinuousClock.now }
    do {
      let solution = try program.solve(options)
      if solution.termination.isOptimal { return solution }
      termination = solution.termination == .timeLimit ? .limit : .numericalTrouble("\(solution.termination)")
    } catch {
      preconditionFailure("a program of valid costs is refused: \(error)")
    }
    return nil
  }

  /// What the solver's numbers may be off.
  private func tolerance(_ value: Double) -> Double { max(1e-4, 1e-8 * abs(value)) }

  /// The least whole number that a set of an objective of at least `value` can have.
  private func wholeBound(_ value: Double) -> Int { Int(clamping: (value - tolerance(value)).rounded(.up)) }

  private func selection(_ root: Solution?) -> RouteSelection {
    let routes = best.sorted().map { candidates.all[$0].route }
    func rounded(_ value: Double) -> Int { Int(clamping: value.rounded()) }
    let prices = root?.prices
    return RouteSelection(
      verdict: problem.check(routes), termination: termination,
      boundAmongCandidates: root.map { min(wholeBound($0.objective), bestCost) },
      jobPrices: prices.map { prices in problem.jobs.indices.map { rounded(prices[Row($0)]) } } ?? [],
      vehiclePrices: prices.map { prices in
        problem.vehicles.indices.map { max(0, rounded(-prices[Row(problem.jobs.count + $0)])) }
      } ?? [],
      missingPrice: missingPrice, candidates: candidates.all.count, programs: programs)
  }
}
