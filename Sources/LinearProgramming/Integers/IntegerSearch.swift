/// Looks for the best whole-numbered point by dives and branch and bound over linear programs of few columns.
///
/// The linear program of all columns comes first. A column whose reduced cost alone lifts its bound to that of the best point known is
/// fixed, and so with every better point more of them (H. Crowder, E. L. Johnson, M. Padberg: "Solving large-scale zero-one linear
/// programming problems", Operations Research 31, 1983). While too many are left for all alternatives, dives over those of the least
/// reduced cost look for better points, which leave fewer (R. Sadykov, F. Vanderbeck, A. Pessoa, I. Tahiri, E. Uchoa: "Primal
/// heuristics for branch and price: the assets of diving methods", INFORMS Journal on Computing 31, 2019); a tree over all that are
/// left, once it is empty, has proved the optimum.
///
/// Inside, everything is minimised: objectives are times `sign`.
struct IntegerSearch {
  /// How many columns the first dives are over beside those of every part, for each row and in any case.
  private static let fewPerRow = 2, fewAtLeast = 100
  /// How many programs a tree over some of the columns may solve without a better point.
  private static let patience = 150

  let program: FlatProgram
  let integral: [Bool]
  let sign: Double
  let granularity: Granularity
  private let options: SolveOptions
  let root: Solution
  let rootBound: Double

  /// The best point so far and its objective times `sign`.
  private(set) var best: [Double]?
  private(set) var bestObjective = Double.infinity
  /// Why the search has to stop, if it has to.
  var stopped: Termination?
  /// The least that is left in a tree that was not searched to its end.
  var openBound = Double.infinity

  /// Solves a mixed-integer program whose relaxation is solved.
  static func solve(
    _ program: FlatProgram, integral: [Bool], _ options: SolveOptions, _ root: Solution, _ effort: inout Effort
  ) -> Solution {
    var search = IntegerSearch(program, integral, options, root)
    search.run(&effort)
    return search.solution
  }

  private init(_ program: FlatProgram, _ integral: [Bool], _ options: SolveOptions, _ root: Solution) {
    self.program = program
    self.integral = integral
    self.options = options
    self.root = root
    sign = program.sense == .minimize ? 1 : -1
    granularity = Granularity(costs: program.costs, integral: integral, offset: sign * program.constant)
    rootBound = root.termination.isOptimal ? granularity.lifted(sign * root.objective) : -.infinity
    if let given = options.incumbent?.elements, let point = IntegerPoint(rounding: given, program, integral) { adopt(point) }
  }

  /// What an objective may at most be to be worth looking for.
  var target: Double {
    best == nil ? .infinity : granularity.target(below: bestObjective, relativeGap: options.relativeGap)
  }

  /// Keeps a point if it is better than the best so far.
  @discardableResult
  mutating func adopt(_ point: IntegerPoint) -> Bool {
    let objective = sign * point.objective
    guard best == nil || objective <= granularity.target(below: bestObjective, relativeGap: 0) else { return false }
    best = point.values
    bestObjective = objective
    return true
  }

  private mutating func run(_ effort: inout Effort) {
    guard root.termination.isOptimal, let basis = root.basis else { return }
    if let point = IntegerPoint(rounding: root.values.elements, program, integral) { adopt(point) }
    var fixing = ReducedCostFixing(program, integral, root, basis)
    var few = fixing.firstCount + Self.fewPerRow * program.rowCount + Self.fewAtLeast
    while stopped == nil && rootBound <= target {
      fixing.tighten(to: target)
      let left = fixing.open
      let before = bestObjective
      var tree = DiveTree(self, fixing, columns: Array(left.prefix(few)), basis)
      if left.count <= few {
        tree.search(&self, &effort)
        return
      }
      tree.search(&self, &effort, patience: Self.patience)
      openBound = .infinity  // that of a part says nothing of the whole
      if bestObjective == before { few *= 2 }
    }
    if stopped != nil { openBound = -.infinity }
  }

  /// What is known at the end.
  private var solution: Solution {
    var solution = Solution(termination, sense: program.sense)
    solution.basis = root.basis
    solution.startWasUsed = root.startWasUsed
    if let best {
      solution.values = Vector(best)
      solution.objective = sign * bestObjective
    }
    if root.termination.isOptimal {
      solution.relaxation = Relaxation(objective: root.objective, prices: root.prices, reducedCosts: root.reducedCosts)
      // What was not looked at lies above what was worth looking for.
      let settled = options.relativeGap > 0 && best != nil ? target : bestObjective
      let bound = min(max(rootBound, min(openBound, settled)), bestObjective)
      if bound.isFinite { solution.bound = sign * bound }
    }
    return solution
  }

  private var termination: Termination {
    guard root.termination.isOptimal else { return root.termination }
    if let stopped { return stopped }
    if openBound < .infinity && openBound <= target {
      return .numericalTrouble("a linear program of the search could not be solved")
    }
    return best == nil ? .infeasible(nil) : .optimal
  }
}
