import LinearProgramming
import Logistics

extension GroupBound {
  /// What a search found under prices.
  struct Found {
    /// Walks of negative reduced cost, as the labels count it; those that exist.
    var walks: [(walk: Walk, reducedCost: Int)] = []
    /// What an exact search proves, in scaled units.
    var bound: Int
    /// The least reduced cost of a walk, whether it exists or not.
    var least = 0
    /// Whether labels were made one.
    var isRelaxed = false
  }

  /// Searches walks for the linear program, and keeps what an exact search proves.
  mutating func price(
    _ prices: Vector<Row>, _ effort: PricingEffort, until deadline: ContinuousClock.Instant?
  ) -> PricedColumns<Walk> {
    let jobPrices = scaled(prices.elements.prefix(group.jobs.count))
    let penalties = scaled(prices.elements.dropFirst(group.jobs.count + counts.count)).map { max(0, -$0) }
    guard effort == .exact else {
      var quick = WalkSearch.Effort(width: 12, labels: 2, isLoose: true, walks: 150, deadline: deadline)
      var found = search(jobPrices, penalties, quick)
      if found?.walks.isEmpty ?? false {
        quick.width = .max
        quick.labels = 8
        found = search(jobPrices, penalties, quick)
      }
      return PricedColumns(found?.walks.map { column($0.walk) } ?? [])
    }
    // What rounding of prices alone makes of a walk that is worth nothing, and less than what the master takes for an
    // improvement.
    let worthless = Int(tolerance(value) * Double(scale)) + 4 * group.jobs.count
    while true {
      let begin = ContinuousClock.now
      let effort = WalkSearch.Effort(labels: labels, walks: 60, deadline: deadline, mostLabels: thoroughness.searched)
      guard let found = search(jobPrices, penalties, effort) else {
        isCutShort = true
        return PricedColumns()
      }
      exactSearches += 1
      searchTime = (ContinuousClock.now - begin) / .seconds(1)
      keep(found.bound, jobPrices, penalties)
      let isLost =
        !isBoxed && found.isRelaxed && found.least < 0
        && found.walks.allSatisfy { reducedCost(of: $0.walk, jobPrices, penalties) >= -worthless }
      // Labels that stand for several make walks that do not exist: more of them have to be kept apart.
      if isLost && labels < thoroughness.mostLabels {
        labels *= 4
        continue
      }
      return PricedColumns(
        found.walks.map { column($0.walk) },
        bound: found.bound <= 0 ? Double(found.bound) / Double(scale) : Double((found.bound - 1) / scale + 1))
    }
  }

  /// Searches walks under prices in scaled units.
  ///
  /// - Returns: `nil` if a limit came first.
  func search(_ prices: [Int], _ penalties: [Int], _ effort: WalkSearch.Effort) -> Found? {
    var bound = zip(prices, dropCosts).reduce(0) { $0 + min($1.0, $1.1.map { $0 * scale } ?? .max) }
    bound -= penalties.reduce(0, +)
    var found = Found(bound: 0)
    for (index, search) in searches.enumerated() {
      let local = places[index].jobs.map { prices[$0] }
      guard let finds = search.search(prices: local, priced(cuts, penalties, index), effort) else { return nil }
      found.isRelaxed = found.isRelaxed || finds.isRelaxed
      for (type, walks) in finds.walks.enumerated() {
        let least = min(0, walks.first?.reducedCost ?? 0)
        bound += counts[places[index].types[type]] * least
        found.least = min(found.least, least)
        found.walks += walks.lazy.filter { !finds.isRelaxed || search.exists($0.jobs, type: type) }.map { find in
          (walk(type: search.network.types[type], jobs: find.jobs.map { search.network.jobs[$0] }), find.reducedCost)
        }
      }
    }
    found.bound = bound
    return found
  }

  /// The cuts as one network's walks meet them. Those that cost nothing are left away.
  func priced(_ cuts: [SubsetRow], _ penalties: [Int], _ index: Int) -> PricedCuts {
    let jobs = places[index].jobs
    var priced = PricedCuts(jobs: jobs.count)
    for (cut, penalty) in zip(cuts, penalties) where penalty > 0 {
      let place = priced.penalties.count
      priced.penalties.append(penalty)
      for (local, job) in jobs.enumerated() where cut.memory[job] {
        priced.memories[local].insert(place)
        if cut.jobs.contains(job) { priced.members[local].insert(place) }
      }
    }
    return priced
  }

  /// The reduced cost of a walk in scaled units.
  func reducedCost(of walk: Walk, _ prices: [Int], _ penalties: [Int]) -> Int {
    let jobs = walk.jobs.compactMap { jobPlaces[$0] }
    var cost = jobs.reduce(walk.cost * scale) { $0 - prices[$1] }
    for (cut, penalty) in zip(cuts, penalties) where penalty > 0 { cost += penalty * cut.coefficient(of: jobs) }
    return cost
  }

  /// A bound that is short of the optimum by less than this costs rounds and proves nothing more.
  func tolerance(_ cost: Int) -> Double { max(1e-6, 1e-6 * Double(cost)) }

  /// Prices in scaled units, held to what leaves room for every sum.
  private func scaled(_ prices: some Sequence<Double>) -> [Int] {
    prices.map { price in
      let whole = Int(clamping: (price * Double(scale)).rounded())
      return max(-largestPrice * scale, min(largestPrice * scale, whole))
    }
  }
}
