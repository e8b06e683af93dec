/// What came out of a solve: why it ended, and what is known.
///
/// ```swift
/// let solution = try program.solve()
/// guard solution.termination.isOptimal else { return }
/// print(solution.objective, solution.values[x], solution.prices[wood])
/// ```
public struct Solution: Hashable, Sendable {
  /// Why the solve ended.
  public internal(set) var termination: Termination

  /// The objective at `values`; NaN when there are none.
  public internal(set) var objective: Double = .nan

  /// The value of each column; empty when no feasible point is known. Besides `optimal`, a limit may leave a point: the best
  /// whole-numbered one, or the current one of the primal method.
  public internal(set) var values = Vector<Column>()

  /// The value of each row's sum at `values`; empty when those are.
  public internal(set) var activities = Vector<Row>()

  /// What each row is worth: the change of the objective per unit by which its binding bound grows, whichever the sense. Empty
  /// unless a linear program was solved to optimality; a mixed-integer program has none. Where the optimum is degenerate, the
  /// change may hold in one direction only.
  public internal(set) var prices = Vector<Row>()

  /// For each column its cost less what it uses at `prices`: the change of the objective per unit by which it leaves its bound.
  /// Empty when `prices` is.
  public internal(set) var reducedCosts = Vector<Column>()

  /// What no feasible point can beat: the objective itself for a linear program that is solved, the bound of the search tree
  /// for a mixed-integer one (rounding of 10⁻⁷ relative to the objective aside), nil when nothing is known.
  public internal(set) var bound: Double?

  /// Where the simplex method ended; of a mixed-integer program that of its relaxation. Nil when it did not begin.
  public internal(set) var basis: Basis?

  /// Whether the starting basis of the options was there and could be used.
  public internal(set) var startWasUsed = false

  /// Simplex iterations done, over all of a mixed-integer search.
  public internal(set) var iterations = 0

  /// How many linear programs were handed to GLPK: rounds of sifting, nodes of a dive; 1 for everything that GLPK does by itself.
  public internal(set) var programs = 0

  /// What the linear program without the demand for whole numbers said; of a search by `SolveOptions.Search.dive` alone.
  public internal(set) var relaxation: Relaxation?

  /// Which way the objective was to go.
  public let sense: Sense

  /// A solution of which only its end is known.
  init(_ termination: Termination, sense: Sense) {
    self.termination = termination
    self.sense = sense
  }

  /// How far the objective may be from the best possible one, relative to itself (to 1 if it is smaller); nil without a point
  /// or a bound.
  public var relativeGap: Double? {
    guard !objective.isNaN, let bound else { return nil }
    return abs(objective - bound) / max(abs(objective), 1)
  }

  /// Forgets all but some columns, in the order given.
  mutating func restrict(to columns: [Int]) {
    func kept(_ vector: Vector<Column>) -> Vector<Column> {
      vector.isEmpty ? vector : Vector(columns.map { vector.elements[$0] })
    }
    values = kept(values)
    reducedCosts = kept(reducedCosts)
    basis = basis.map { basis in Basis(columns: columns.map { basis.columns[$0] }, rows: basis.rows) }
  }
}

extension Solution {
  /// How the relaxation of a mixed-integer program ended, without what is only the relaxation's.
  var withoutPoint: Solution {
    var solution = Solution(termination, sense: sense)
    solution.basis = basis
    solution.startWasUsed = startWasUsed
    return solution
  }
}
