/// Why a solve ended.
///
/// ```swift
/// switch try program.solve(options).termination {
/// case .optimal: ship()
/// case .infeasible(let proof): explain(proof)
/// default: fallBack()
/// }
/// ```
public enum Termination: Hashable, Sendable {
  /// Proved optimal; for a mixed-integer program within `SolveOptions.relativeGap`.
  case optimal
  /// No point satisfies all bounds. The proof is there only if it was checked before it was handed out; a program whose
  /// relaxation is feasible, but which no whole numbers satisfy, has none.
  case infeasible(InfeasibilityProof?)
  /// The objective, for a mixed-integer program that of its relaxation, improves without end along the ray. The ray is there only
  /// if it was checked before it was handed out.
  case unbounded(Ray?)
  /// `SolveOptions.timeLimit` came first.
  case timeLimit
  /// `SolveOptions.iterationLimit` came first.
  case iterationLimit
  /// More memory was needed than `SolveOptions.memoryLimit` allows or than there is.
  case memoryLimit
  /// The `Cancellation` or the task was cancelled.
  case cancelled
  /// The solver could not finish, with its own words.
  case numericalTrouble(String)

  /// Whether the solution is proved optimal.
  public var isOptimal: Bool { self == .optimal }
}
