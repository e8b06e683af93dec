import CGLPK

/// One program on its way through GLPK: the flat arrays that C reads and those that it fills.
struct SolverCall: ~Copyable {
  private var arena = Arena()
  private var program = CGLPKProgram()
  private var options = CGLPKOptions()
  private var result = CGLPKResult()
  private let columnCount: Int
  private let rowCount: Int
  private let sense: Sense
  private static let messageCapacity = 640

  /// - Parameters:
  ///   - integral: For each column whether it must be a whole number, or `nil` when none must.
  ///   - objectiveLimit: Where only better objectives are asked for: the dual method then ends as infeasible, without proof, once it has
  ///     passed this.
  /// - Precondition: Program and options have no fault.
  init(_ source: FlatProgram, integral: [Bool]?, _ settings: SolveOptions, objectiveLimit: Double? = nil) {
    columnCount = source.columnCount
    rowCount = source.rowCount
    sense = source.sense
    load(source)
    if let integral { program.integral = arena.copy(integral) }
    load(settings)
    options.has_objective_limit = objectiveLimit != nil
    options.objective_limit = objectiveLimit ?? 0
    makeRoom()
  }

  private mutating func load(_ source: FlatProgram) {
    program.rows = Int32(clamping: rowCount)
    program.columns = Int32(clamping: columnCount)
    program.column_starts = arena.copy(source.matrix.starts)
    program.entry_rows = arena.copy(source.matrix.rows)
    program.entry_values = arena.copy(source.matrix.values)
    program.row_lower = arena.copy(source.rowBounds.lazy.map(\.lower))
    program.row_upper = arena.copy(source.rowBounds.lazy.map(\.upper))
    program.column_lower = arena.copy(source.columnBounds.lazy.map(\.lower))
    program.column_upper = arena.copy(source.columnBounds.lazy.map(\.upper))
    program.costs = arena.copy(source.costs)
    program.constant = source.constant
    program.maximize = sense == .maximize
  }

  private mutating func load(_ settings: SolveOptions) {
    options.method =
      switch settings.method {
      case .automatic, .sifting: .automatic
      case .primal: .primal
      case .dual: .dual
      }
    options.time_limit = settings.milliseconds
    options.iteration_limit = settings.iterationLimit.map { Int64($0) } ?? -1
    options.memory_limit = settings.memoryLimit.map { Int64($0) } ?? -1
    options.relative_gap = settings.relativeGap
    options.cuts = settings.cuts
    if let start = settings.start?.extended(columns: columnCount, rows: rowCount) {
      options.row_statuses = arena.copy(start.rows.lazy.map(\.rawValue))
      options.column_statuses = arena.copy(start.columns.lazy.map(\.rawValue))
    }
  }

  private mutating func makeRoom() {
    result.column_values = arena.room(for: columnCount, filledWith: 0).baseAddress
    result.reduced_costs = arena.room(for: columnCount, filledWith: 0).baseAddress
    result.column_statuses = arena.room(for: columnCount, filledWith: 0).baseAddress
    result.row_duals = arena.room(for: rowCount, filledWith: 0).baseAddress
    result.row_statuses = arena.room(for: rowCount, filledWith: 0).baseAddress
    result.proof = arena.room(for: max(rowCount, columnCount), filledWith: 0).baseAddress
    result.message = arena.room(for: Self.messageCapacity, filledWith: 0).baseAddress
    result.message_capacity = Int64(Self.messageCapacity)
  }

  /// Solves on this thread.
  consuming func run(flag: UnsafeMutablePointer<Int32>?) -> Solution {
    options.flag = UnsafePointer(flag)
    cglpk_solve(&program, &options, &result)
    return solution
  }

  private var solution: Solution {
    var solution = Solution(termination, sense: sense)
    solution.iterations = Int(result.iterations)
    solution.startWasUsed = options.row_statuses != nil && result.has_basis && !result.basis_refused
    if result.has_point {
      solution.objective = result.objective
      solution.values = Vector(Self.array(result.column_values, columnCount))
    }
    if result.has_duals {
      solution.prices = Vector(Self.array(result.row_duals, rowCount))
      solution.reducedCosts = Vector(Self.array(result.reduced_costs, columnCount))
      solution.bound = result.objective
    }
    if result.has_bound { solution.bound = result.bound }
    if result.has_basis {
      solution.basis = Basis(
        columns: Self.array(result.column_statuses, columnCount).map { Basis.Status(rawValue: $0) ?? .atLower },
        rows: Self.array(result.row_statuses, rowCount).map { Basis.Status(rawValue: $0) ?? .basic })
    }
    return solution
  }

  private var termination: Termination {
    switch result.status {
    case .optimal: .optimal
    case .objectiveLimit: .infeasible(nil)
    case .infeasible:
      .infeasible(result.has_proof ? InfeasibilityProof(multipliers: Vector(Self.array(result.proof, rowCount))) : nil)
    case .unbounded: .unbounded(result.has_proof ? Ray(direction: Vector(Self.array(result.proof, columnCount))) : nil)
    case .timeLimit: .timeLimit
    case .iterationLimit: .iterationLimit
    case .memoryLimit: .memoryLimit
    case .cancelled: .cancelled
    case .numericalTrouble, .invalid, .fault: .numericalTrouble(String(cString: result.message))
    @unknown default: .numericalTrouble(String(cString: result.message))
    }
  }

  private static func array<Value>(_ values: UnsafeMutablePointer<Value>, _ count: Int) -> [Value] {
    Array(UnsafeBufferPointer(start: values, count: count))
  }
}
