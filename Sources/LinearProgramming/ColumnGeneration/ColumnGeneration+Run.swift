extension ColumnGeneration {
  /// Generates columns until none improves the master, the target is proved, or a limit comes.
  ///
  /// - Parameters:
  ///   - limit: When to stop, and how to go.
  ///   - afterRound: Told after each round; says whether to go on.
  ///   - search: Looks for columns under prices, one for each row.
  /// - Returns: Why it ended.
  /// - Throws: `InvalidProgram` if the master or a column of the search makes no sense.
  /// - Complexity: A linear program and one search or a few for each round.
  @discardableResult
  public mutating func run(
    _ limit: ColumnGenerationLimit = ColumnGenerationLimit(), afterRound: (Self) -> Bool = { _ in true },
    search: (_ prices: Vector<Row>, _ effort: PricingEffort) -> PricedColumns<Meaning>
  ) throws(InvalidProgram) -> End {
    var quickRounds = 0
    precondition((0..<1).contains(limit.smoothing), "a smoothing of \(limit.smoothing)")
    let last = limit.rounds.map { $0 < .max - rounds ? rounds + $0 : .max } ?? .max
    while rounds < last {
      if let deadline = limit.deadline, ContinuousClock.now >= deadline { return .limit }
      let solution = try solveMaster(until: limit.deadline)
      switch solution.termination {
      case .optimal: break
      case .timeLimit: return .limit
      default: return .unsolved(solution.termination)
      }
      rounds += 1
      forgetIdle(limit)
      var end: End?
      if quickRounds < limit.quickRounds, quickRound(solution.prices, limit, search) {
        quickRounds += 1
      } else {
        quickRounds = 0
        end = exactRound(solution, limit, search)
      }
      let goesOn = afterRound(self)
      if let end { return end }
      if !goesOn { return .stopped }
    }
    return .limit
  }

  private mutating func solveMaster(until deadline: ContinuousClock.Instant?) throws(InvalidProgram) -> Solution {
    var options = SolveOptions()
    options.start = solution?.basis
    // From zeros the dual method is the fast one. New columns leave the last point feasible for the primal one; changed bounds do
    // not, and then the choice is the solver's.
    options.method = options.start == nil ? .dual : .automatic
    options.timeLimit = deadline.map { $0 - ContinuousClock.now }
    let solution = try master.solve(options)
    if solution.termination.isOptimal { self.solution = solution }
    return solution
  }

  /// Searches quickly under smoothed prices, then under the master's own; whether there is a new column.
  private mutating func quickRound(
    _ own: Vector<Row>, _ limit: ColumnGenerationLimit, _ search: (Vector<Row>, PricingEffort) -> PricedColumns<Meaning>
  ) -> Bool {
    let weights = boundPrices.isEmpty || limit.smoothing == 0 ? [0] : [limit.smoothing, 0]
    return weights.contains { weight in
      take(search(mixed(own, weight), .quick).columns, own, limit) > 0
    }
  }

  /// Searches exactly under smoothed prices, closer and closer to the master's own until there is a new column.
  private mutating func exactRound(
    _ solution: Solution, _ limit: ColumnGenerationLimit,
    _ search: (Vector<Row>, PricingEffort) -> PricedColumns<Meaning>
  ) -> End? {
    var weight = boundPrices.isEmpty ? 0 : limit.smoothing
    while true {
      let prices = mixed(solution.prices, weight)
      let found = search(prices, .exact)
      keep(found.bound, prices)
      if let target = limit.target, let bound, isProved(target, by: bound) { return .reachedTarget }
      // What is left between the bound and the master's own optimum is less than the tolerance.
      if !limit.settlesPrices, let bound, isProved(solution.objective, by: bound, within: limit.tolerance) { return .converged }
      if take(found.columns, solution.prices, limit) > 0 { return nil }
      if weight == 0 { return .converged }
      weight = 2 * weight - 1
      if weight < 0.2 { weight = 0 }
    }
  }

  /// Prices between the master's own and those of the best bound.
  ///
  /// A price that points to a bound which its row does not have, as round-off makes of nothing, is taken for nothing: it would prove
  /// nothing at all.
  private func mixed(_ own: Vector<Row>, _ weight: Double) -> Vector<Row> {
    let sign = master.sense == .minimize ? 1.0 : -1.0
    return Vector(
      own.elements.indices.map { row in
        let price = weight > 0 ? own.elements[row] + weight * (boundPrices.elements[row] - own.elements[row]) : own.elements[row]
        return master.rowBounds[row].least(times: sign * price).isFinite ? price : 0
      })
  }

  private mutating func keep(_ proved: Double?, _ prices: Vector<Row>) {
    guard let proved, !proved.isNaN, bound.map({ !isProved(proved, by: $0) }) ?? true else { return }
    bound = proved
    boundPrices = prices
  }

  /// Whether no point can beat `value`, as `bound` says.
  private func isProved(_ value: Double, by bound: Double, within tolerance: Double = 0) -> Bool {
    master.sense == .minimize ? bound >= value - tolerance : bound <= value + tolerance
  }

  /// Adds the columns that improve the master under its own prices.
  private mutating func take(_ columns: [GeneratedColumn<Meaning>], _ own: Vector<Row>, _ limit: ColumnGenerationLimit) -> Int {
    var taken = 0
    for column in columns {
      let reduced = column.coefficients.reduce(column.cost) { $0 - own[$1.0] * $1.1 }
      let gain = master.sense == .minimize ? -reduced : reduced
      if gain > limit.tolerance && add(column) { taken += 1 }
    }
    return taken
  }

  /// Drops columns of great reduced cost once there are too many: what a step costs grows with all of them, and the search finds
  /// again what is missed.
  private mutating func forgetIdle(_ limit: ColumnGenerationLimit) {
    guard let most = limit.mostColumns, meanings.count > most, let solution, let basis = solution.basis else { return }
    let reduced = solution.reducedCosts.elements
    let sign = master.sense == .minimize ? 1.0 : -1.0
    let order = meanings.indices.sorted {
      (sign * reduced[staticCount + $0], $0) < (sign * reduced[staticCount + $1], $1)
    }
    let near = Set(order.prefix(most / 2))
    let kept = meanings.indices.filter { near.contains($0) || basis.columns[staticCount + $0] == .basic }
    let columns = Array(0..<staticCount) + kept.map { staticCount + $0 }
    master = master.keeping(columns)
    meanings = kept.map { meanings[$0] }
    known = Set(meanings)
    self.solution?.restrict(to: columns)
  }
}
