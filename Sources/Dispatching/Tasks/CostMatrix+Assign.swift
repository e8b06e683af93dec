import LinearProgramming

extension CostMatrix {
  /// Gives each task one vehicle and each vehicle at most one task, at the least total cost.
  ///
  /// ```swift
  /// switch try CostMatrix([[4, nil, 3], [2, 0, 5]]).assign(confirming: true) {
  /// case .optimal(let best): print(best.vehicles, best.cost)
  /// case .infeasible(let shortage): print(shortage)
  /// default: print("no answer")
  /// }
  /// ```
  ///
  /// Shortest augmenting paths (Jonker and Volgenant 1987; see `PathSearch`), then the greatest prices, then a check of every pair by
  /// separate code: what fails it is not handed out. Costs of few decimals are reckoned with as whole numbers, exactly. The same matrix gives
  /// the same answer on every machine.
  ///
  /// - Parameters:
  ///   - confirming: Whether GLPK is asked too, with a basis made of the answer and the pairs that matter.
  ///   - time: How long to work, by the clock; `nil` for as long as it takes.
  ///   - isCancelled: Asked every few hundred microseconds.
  /// - Complexity: O(tasks² · vehicles) at worst; in practice some thirty looks at each row. Memory beside the matrix: some
  ///   hundred bytes a task and vehicle.
  public func assign(
    confirming: Bool = false, within time: Duration? = nil, isCancelled: () -> Bool = { false }
  ) -> AssignmentOutcome {
    if taskCount > vehicleCount, let shortage = VehicleShortage(of: Array(0..<taskCount), in: self) {
      return .infeasible(shortage)
    }
    let deadline = time.map { ContinuousClock.now + $0 }
    func isStopped() -> Bool { isCancelled() || deadline.map { ContinuousClock.now >= $0 } ?? false }
    var outcome: AssignmentOutcome?
    if let exact = CostArithmetic(wholeNumbersOf: self) {
      outcome = assign(exact, confirming, isStopped)
      // Where whole numbers outgrow doubles the proof fails, and doubles do what they can.
      if case .unproved = outcome { outcome = nil }
    }
    let found = outcome ?? assign(CostArithmetic(floatingPointUpTo: greatestMagnitude), confirming, isStopped)
    if case .timeLimit = found, isCancelled() { return .cancelled }
    return found
  }

  private func assign(_ arithmetic: CostArithmetic, _ confirming: Bool, _ isStopped: () -> Bool) -> AssignmentOutcome {
    costs.withUnsafeBufferPointer { buffer in
      // Without a pair there is nothing to read, but a pointer all the same.
      let empty = UnsafeMutablePointer<Double>.allocate(capacity: 1)
      defer { empty.deallocate() }
      let pointer = buffer.baseAddress ?? UnsafePointer(empty)
      var search = PathSearch(pointer, rows: taskCount, columns: vehicleCount, arithmetic)
      switch search.run(isStopped: isStopped) {
      case .stopped: return .timeLimit
      case .short(let tasks):
        guard let shortage = VehicleShortage(of: tasks, in: self) else { return .unproved("no path, yet vehicles enough") }
        return .infeasible(shortage)
      case .matched: break
      }
      let prices = GreatestPrices(search)
      let vehicles = (0..<taskCount).map { Int(search.columnOf[$0]) }
      if let fault = AssignmentCertificate.fault(
        self, arithmetic, vehicles: vehicles, taskPrices: prices.ofRows, vehiclePrices: prices.ofColumns)
      {
        return .unproved(fault)
      }
      var answer = TaskAssignment(
        vehicles: vehicles, cost: cost(of: vehicles, arithmetic), taskPrices: prices.ofRows.map(arithmetic.amount),
        vehiclePrices: prices.ofColumns.map(arithmetic.amount), exactDecimals: arithmetic.decimals,
        tolerance: arithmetic.amount(arithmetic.tolerance), confirmation: nil, arithmetic: arithmetic,
        successors: prices.successors)
      if confirming {
        answer.confirmation = AssignmentProgram(search, prices, vehicles).confirmation
      }
      return .optimal(answer)
    }
  }

  /// The sum of the costs chosen, rounded once where whole numbers allow it, else with what rounding loses carried along
  /// (A. Neumaier, 1974).
  func cost(of vehicles: [Int], _ arithmetic: CostArithmetic) -> Double {
    var sum = 0.0
    var lost = 0.0
    var magnitude = 0.0
    for (task, vehicle) in vehicles.enumerated() {
      let term = arithmetic.scaled(costs[task * vehicleCount + vehicle])
      let next = sum + term
      lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
      sum = next
      magnitude += abs(term)
    }
    return arithmetic.amount(sum + lost)
  }
}
