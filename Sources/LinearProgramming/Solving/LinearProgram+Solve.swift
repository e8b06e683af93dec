extension LinearProgram {
  /// Solves the program on the calling thread.
  ///
  /// ```swift
  /// var program = LinearProgram(.maximize)
  /// let x = program.addColumn("x", cost: 2, in: 0...3)
  /// let y = program.addColumn("y", cost: 1)
  /// program.addRow("sum", .atMost(4), [x: 1, y: 1])
  /// let solution = try program.solve()
  /// print(solution.termination, solution.objective)  // optimal 7.0
  /// ```
  ///
  /// Linear programs go to the simplex methods of GLPK, mixed-integer ones from there to its branch and bound, which is meant for
  /// some hundreds of columns, or to dives, see `SolveOptions.search`. Any number of threads may solve at a time. The same program and options give the same bytes,
  /// unless a time limit or a cancellation ends the work.
  ///
  /// - Parameters:
  ///   - options: Method, limits, starting basis.
  ///   - cancellation: A flag to watch, polled every few milliseconds.
  /// - Returns: The solution. That there is none, or that a limit came first, is said by `Solution.termination`.
  /// - Throws: `InvalidProgram` with everything that is wrong; nothing is solved then.
  /// - Complexity: O(entries + rows + columns) for checking and copying, on top of the solving.
  public func solve(
    _ options: SolveOptions = SolveOptions(), cancellation: Cancellation? = nil
  ) throws(InvalidProgram) -> Solution {
    try solve(options, cancellation: cancellation, isCancelled: { false })
  }

  /// The same, also asking between linear programs whether to stop.
  ///
  /// - Parameter relaxation: The optimal solution of `relaxed`, if it is there already: a dive begins with it.
  package func solve(
    _ options: SolveOptions, relaxation: Solution? = nil, cancellation: Cancellation? = nil, isCancelled: () -> Bool
  ) throws(InvalidProgram) -> Solution {
    var faults = shapeFaults + options.faults(for: self)
    guard faults.isEmpty else { throw InvalidProgram(faults: faults) }
    let matrix = SparseMatrix(self)
    faults = sumFaults(of: matrix)
    guard faults.isEmpty else { throw InvalidProgram(faults: faults) }
    let flat = FlatProgram(self, matrix)
    var solution = withoutActuallyEscaping(isCancelled) { isCancelled in
      withExtendedLifetime(cancellation) {
        var effort = Effort(options, flag: cancellation?.flag, isCancelled: isCancelled)
        var solution = solve(flat, options, relaxation, &effort)
        solution.iterations = effort.iterations
        solution.programs = effort.programs
        return solution
      }
    }
    if !solution.values.isEmpty {
      solution.activities = Vector(matrix.activities(of: solution.values.elements, rowCount: rowCount))
    }
    return solution
  }

  /// Sends a program without faults on the way that the options name.
  private func solve(_ flat: FlatProgram, _ options: SolveOptions, _ relaxation: Solution?, _ effort: inout Effort) -> Solution {
    guard isMixedInteger else { return flat.solveRelaxation(options, &effort) }
    if options.search == .dive {
      let root = relaxation ?? flat.solveRelaxation(options, &effort)
      return IntegerSearch.solve(flat, integral: isIntegral, options, root, &effort)
    }
    guard options.method == .sifting else { return effort.solve(flat, integral: isIntegral, from: options.start, options.method) }
    let root = flat.solveRelaxation(options, &effort)
    guard root.termination.isOptimal else { return root.withoutPoint }
    return effort.solve(flat, integral: isIntegral, from: root.basis, .automatic)
  }

  /// Solves the program on a thread of its own, so that the tasks of the program go on meanwhile; cancelling the task ends it
  /// with `Termination.cancelled`. Otherwise as the synchronous `solve`.
  ///
  /// ```swift
  /// async let north = northProgram.solve()
  /// async let south = southProgram.solve()
  /// let cost = try await north.objective + south.objective
  /// ```
  ///
  /// - Throws: `InvalidProgram` with everything that is wrong; nothing is solved then.
  public func solve(_ options: SolveOptions = SolveOptions()) async throws(InvalidProgram) -> Solution {
    let cancellation = Cancellation()
    return try await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        onOwnThread {
          continuation.resume(returning: Result { () throws(InvalidProgram) in try solve(options, cancellation: cancellation) })
        }
      }
    } onCancel: {
      cancellation.cancel()
    }.get()
  }
}
