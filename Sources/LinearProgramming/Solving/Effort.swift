/// What is left of the limits of one solve, and the one way by which its linear programs go to GLPK.
struct Effort {
  /// Simplex iterations done so far.
  private(set) var iterations = 0
  /// Linear programs solved so far.
  private(set) var programs = 0
  private let options: SolveOptions
  private let deadline: ContinuousClock.Instant?
  private let flag: UnsafeMutablePointer<Int32>?
  private let isCancelled: () -> Bool

  /// - Parameters:
  ///   - flag: Polled by GLPK while it works; must outlive this value.
  ///   - isCancelled: Asked between linear programs.
  init(_ options: SolveOptions, flag: UnsafeMutablePointer<Int32>?, isCancelled: @escaping () -> Bool) {
    self.options = options
    self.flag = flag
    self.isCancelled = isCancelled
    deadline = options.timeLimit.map { limit in
      // Beyond all clocks is no limit.
      ContinuousClock.now + min(max(limit, .zero), .seconds(Int64(Int32.max)))
    }
  }

  /// Solves a program within what is left of the limits; without a start from the standard basis.
  mutating func solve(
    _ program: FlatProgram, integral: [Bool]? = nil, from start: Basis?, _ method: SolveOptions.Method,
    objectiveLimit: Double? = nil
  ) -> Solution {
    if isCancelled() { return Solution(.cancelled, sense: program.sense) }
    var settings = options
    settings.method = method
    settings.start = start
    settings.timeLimit = deadline.map { $0 - ContinuousClock.now }
    settings.iterationLimit = options.iterationLimit.map { max(0, $0 - iterations) }
    let solution = SolverCall(program, integral: integral, settings, objectiveLimit: objectiveLimit).run(flag: flag)
    iterations += solution.iterations
    programs += 1
    return solution
  }
}
