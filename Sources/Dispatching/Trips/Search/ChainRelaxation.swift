import LinearProgramming

/// The linear program over all chains of a group under some rules, solved by column generation: each trip on one chain or left out, of
/// each class no more chains than units.
///
/// **The bound.** For any price π of each trip, with λ(c) = cost − Σ π of chain c, ρ(k) the least λ of class k and its units
/// between l(k) and n(k), the rows of the trips being equations:
///
///     cost = Σ π + Σ λ(c) x(c) + Σ (d − π) y  ≥  Σ min(π, d) + Σ (ρ(k) < 0 ? n(k) : l(k)) ρ(k).
///
/// The prices are rounded to whole numbers of a finer unit and everything after that is integer arithmetic, so the bound holds whatever
/// the floating-point prices of GLPK are worth.
struct ChainRelaxation {
  private let group: ChainGroup
  private var searches: [ChainSearch]
  private var generation: ColumnGeneration<Chain>
  /// For each class what the current branch has decided.
  private(set) var rules: [ChainRules]
  /// For each trip what leaving it out costs in the current branch: one that must be served costs as much as one that is missing.
  private var leavingOut: [Int]

  /// The best bound under the current rules and the prices that prove it, in scaled units.
  private(set) var scaledBound = Int.min
  private(set) var scaledPrices: [Int]
  /// For each class what one more unit would save under those prices, in scaled units.
  private(set) var scaledUnitPrices: [Int]

  init(_ group: ChainGroup) {
    self.group = group
    searches = group.classes.map { ChainSearch($0) }
    rules = group.classes.map { ChainRules($0) }
    leavingOut = group.leavingOut
    scaledPrices = [Int](repeating: 0, count: group.trips.count)
    scaledUnitPrices = [Int](repeating: 0, count: group.classes.count)
    var master = LinearProgram(.minimize)
    for _ in group.trips { master.addRow("", .equal(1), [:]) }
    for chainClass in group.classes { master.addRow("", .atMost(Double(chainClass.count)), [:]) }
    for (trip, cost) in group.leavingOut.enumerated() { master.addColumn(cost: Double(cost), [(Row(trip), 1)]) }
    // Units that a branch demands and that have no chain yet.
    for place in group.classes.indices {
      master.addColumn(cost: Double(group.missingPrice), [(Row(group.trips.count + place), 1)])
    }
    generation = ColumnGeneration(master)
  }

  // MARK: Branching

  /// Begins again under other rules, with all columns that keep them.
  ///
  /// - Parameter served: Which trips may not be left out.
  mutating func follow(_ rules: [ChainRules], served: Set<Int>) {
    self.rules = rules
    leavingOut = group.leavingOut
    for trip in served { leavingOut[trip] = group.missingPrice }
    let tripCount = group.trips.count
    let meanings = generation.meanings
    generation.change { master in
      for trip in 0..<tripCount { master[costOf: Column(trip)] = Double(leavingOut[trip]) }
      for place in rules.indices {
        let units = rules[place].units
        master[boundsOf: Row(tripCount + place)] = .between(Double(units.lowerBound), Double(units.upperBound))
      }
      for (index, chain) in meanings.enumerated() {
        let column = Column(tripCount + rules.count + index)
        master[boundsOf: column] = rules[chain.place].allow(chain.positions) ? .nonnegative : .equal(0)
      }
    }
    scaledBound = .min
  }

  // MARK: Solving

  /// Finds prices to begin with, and the chains that go with them.
  mutating func begin(_ budget: ChainTree.Budget) {
    var market = ChainMarket(group)
    market.run(budget)
    add(market.chains)
    let scale = Double(group.scale)
    let prices = Vector<Row>(market.prices.map { Double($0) / scale } + group.classes.map { _ in 0 })
    generation.begin(at: prices, bound: price(prices).bound)
  }

  /// Takes in chains that are known, before any branch.
  mutating func add(_ chains: [Chain]) {
    for chain in chains { generation.add(column(chain)) }
  }

  /// Generates chains until the bound cannot rise, reaches a cost, or a limit comes.
  ///
  /// - Parameter target: The cost of the best plan, in units of the objective: a bound that leaves room for no better one is
  ///   enough. `nil` to go on to the best prices there are.
  mutating func solve(
    target: Int?, until deadline: ContinuousClock.Instant?, isCancelled: () -> Bool
  ) -> ColumnGeneration<Chain>.End {
    var limit = ColumnGenerationLimit()
    limit.deadline = deadline
    limit.target = target.map { Double($0 - group.unit) + 1 / Double(group.scale) }
    limit.tolerance = 1e-6
    limit.settlesPrices = target == nil
    limit.mostColumns = 20 * group.trips.count + 2000
    var generation = self.generation
    var work = self
    let end: ColumnGeneration<Chain>.End
    do {
      end = try withoutActuallyEscaping(isCancelled) { isCancelled in
        try generation.run(limit, afterRound: { _ in !isCancelled() }) { prices, _ in work.price(prices) }
      }
    } catch {
      preconditionFailure("a program of valid costs is refused: \(error)")
    }
    work.generation = generation
    self = work
    return end
  }

  private func column(_ chain: Chain) -> GeneratedColumn<Chain> {
    let rows = chain.trips + [group.trips.count + chain.place]
    return GeneratedColumn(cost: Double(group.cost(of: chain)), rows.map { (Row($0), 1) }, meaning: chain)
  }

  /// Searches all classes under prices of the trips.
  private mutating func price(_ prices: Vector<Row>) -> PricedColumns<Chain> {
    let tripCount = group.trips.count
    let scaled = (0..<tripCount).map { trip -> Int in
      let most = group.missingPrice * group.scale
      return max(-most, min(most, Int(clamping: (prices.elements[trip] * Double(group.scale)).rounded())))
    }
    var bound = 0
    for trip in 0..<tripCount { bound += min(scaled[trip], leavingOut[trip] * group.scale) }
    var columns: [GeneratedColumn<Chain>] = []
    var savings = [Int](repeating: 0, count: group.classes.count)
    for place in group.classes.indices {
      let units = rules[place].units
      var gains = gains(place, scaled)
      var taken = 0
      // The best chain, then the best without its trips, and so on: together they are what the class would drive.
      while taken < max(1, units.upperBound), let find = searches[place].best(gains, rules[place]) {
        let reduced = group.classes[place].fixedCost * group.scale - find.value
        if taken == 0 {
          // Far from the best prices this may be more than a number holds, and proves nothing.
          bound = bound.addingClamped((reduced < 0 ? units.upperBound : units.lowerBound).multipliedClamped(by: reduced))
          savings[place] = max(0, -reduced)
        }
        // Under smoothed prices a chain that just fails may still improve the master; one that earns nothing does not, unless a
        // branch demands units.
        guard find.value > 0 || units.lowerBound > 0 else { break }
        columns.append(column(group.chain(place, find.chain)))
        for position in find.chain { gains[position] = .min }
        taken += 1
        if reduced >= 0 { break }
      }
      if taken == 0, units.lowerBound > 0, searches[place].best(gains, rules[place]) == nil {
        // No chain, but some are demanded: the artificial column pays for them.
        bound = bound.addingClamped(units.lowerBound * group.missingPrice * group.scale)
      }
    }
    if bound > scaledBound {
      scaledBound = bound
      scaledPrices = scaled
      scaledUnitPrices = savings
    }
    return PricedColumns(columns, bound: Double(bound) / Double(group.scale))
  }

  /// For each position of a class what driving the trip earns under prices, in scaled units.
  func gains(_ place: Int, _ scaled: [Int]) -> [Int] {
    let chainClass = group.classes[place]
    return chainClass.trips.indices.map { position in
      rules[place].isForbidden[position] ? .min : scaled[chainClass.trips[position]] - chainClass.costs[position] * group.scale
    }
  }

  /// One more unit of a class.
  mutating func addUnit(_ place: Int) {
    rules[place].units = rules[place].units.lowerBound...(rules[place].units.upperBound + 1)
    let row = Row(group.trips.count + place), most = Double(rules[place].units.upperBound)
    generation.change { $0[boundsOf: row] = .between(0, most) }
    scaledBound = .min
  }

  // MARK: Reading

  /// The cost of the last solution of the linear program, in units of the objective; `nil` before the first.
  var objective: Double? { generation.solution?.objective }

  /// The last solution's own price of each trip, in units of the objective.
  var ownPrices: [Double] { Array(generation.solution?.prices.elements.prefix(group.trips.count) ?? []) }

  /// What no plan that keeps the rules can cost less than.
  var bound: Int { group.wholeBound(scaledBound) }

  /// The chains of the last solution with how much of each.
  var weights: [(chain: Chain, weight: Double)] {
    guard let values = generation.solution?.values.elements, !values.isEmpty else { return [] }
    let first = generation.staticCount
    return generation.meanings.enumerated().compactMap { index, chain in
      // A column that came after the last solve has no value yet.
      first + index < values.count && values[first + index] > 1e-9 ? (chain, values[first + index]) : nil
    }
  }

  var rounds: Int { generation.rounds }
}
