/// How to solve a `LinearProgram`. The plain value decides everything by itself and knows no limit.
///
/// ```swift
/// var options = SolveOptions()
/// options.timeLimit = .seconds(2)
/// options.start = lastSolution.basis
/// let solution = try program.solve(options)
/// ```
public struct SolveOptions: Sendable {
  /// Which simplex method begins.
  public enum Method: Hashable, Sendable {
    /// Dual when the starting basis is dual feasible and not primal feasible, otherwise primal.
    case automatic
    /// Primal: keeps the bounds and improves the objective.
    case primal
    /// Dual: keeps the prices right and repairs the bounds.
    case dual
    /// Sifting: solves programs of few columns, prices all others, takes in those that would improve the objective, until none does.
    /// For many more columns than rows, say ten times as many; with fewer than three times as many it is `automatic`.
    case sifting
  }

  /// How whole numbers are looked for.
  public enum Search: Hashable, Sendable {
    /// GLPK's branch and bound: for some hundreds of columns, above all with general integers and `cuts`.
    case branchAndBound
    /// Dives and branch and bound over linear programs that reduced-cost fixing keeps small: for thousands of columns, above all of
    /// set partitioning, covering and packing. Knows `incumbent`, reports `Solution.relaxation`, adds no cuts.
    case dive
  }

  /// Which simplex method begins. The other follows where it cannot finish.
  public var method: Method = .automatic

  /// How whole numbers are looked for in a mixed-integer program; of no account in others.
  public var search: Search = .branchAndBound

  /// A point to begin a search by `Search.dive` with, a value for each column: the answer is never worse, and what cannot be better is
  /// not looked at. One that breaks a bound or is not whole where it must be is passed over. Sifting begins with its columns.
  public var incumbent: Vector<Column>?

  /// How long to work, by the wall clock; nil for as long as it takes. None at all for zero or less.
  public var timeLimit: Duration?

  /// How many simplex iterations to do, over all of a mixed-integer search; nil for as many as it takes.
  public var iterationLimit: Int?

  /// How many megabytes GLPK may hold, at least 1; nil for as many as there are. Looked at every few milliseconds: in between it may
  /// be exceeded, at most by as much again and 64 megabytes.
  public var memoryLimit: Int?

  /// A mixed-integer search ends once |objective − bound| is at most this part of |objective|. 0 asks for the optimum.
  public var relativeGap: Double = 0

  /// Whether a mixed-integer search adds cutting planes (Gomory, mixed-integer rounding, cover, clique). They help where the
  /// relaxation is weak and few columns are whole numbers; on set partitioning GLPK's cost far more than they save, so they are
  /// off unless asked for.
  public var cuts = false

  /// Where to begin: the basis of an earlier solution of this program or of one that it grew from. Columns added since
  /// begin at a bound, rows added since are basic. A basis that cannot be used is passed over, see `Solution.startWasUsed`.
  public var start: Basis?

  /// No limits, no start.
  public init() {}
}

extension SolveOptions {
  /// What is wrong with the options for a program.
  func faults(for program: LinearProgram) -> [InvalidProgram.Fault] {
    var faults: [InvalidProgram.Fault] = []
    if !(relativeGap >= 0) {
      faults.append(.init(place: "relativeGap", found: "\(relativeGap)", expected: "zero or more"))
    }
    if let iterationLimit, iterationLimit < 0 {
      faults.append(.init(place: "iterationLimit", found: "\(iterationLimit)", expected: "zero or more"))
    }
    if let memoryLimit, memoryLimit < 1 {
      faults.append(.init(place: "memoryLimit", found: "\(memoryLimit) megabytes", expected: "at least one"))
    }
    if let incumbent, incumbent.count != program.columnCount || !incumbent.elements.allSatisfy(\.isFinite) {
      faults.append(
        .init(
          place: "incumbent", found: "\(incumbent.elements.count { $0.isFinite }) finite values of \(incumbent.count)",
          expected: "one for each of the \(program.columnCount) columns"))
    }
    if let start, start.columns.count > program.columnCount || start.rows.count > program.rowCount {
      faults.append(
        .init(
          place: "start", found: "a basis of \(start.columns.count) columns and \(start.rows.count) rows",
          expected: "no more than the \(program.columnCount) columns and \(program.rowCount) rows of the program"))
    }
    return faults
  }

  /// The time limit in whole milliseconds, rounded up so that a short time is not none; negative without a limit.
  var milliseconds: Int64 {
    guard let timeLimit else { return -1 }
    if timeLimit <= .zero { return 0 }
    let (seconds, attoseconds) = timeLimit.components
    guard seconds < Int64(Int32.max) else { return -1 }
    return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  }
}
