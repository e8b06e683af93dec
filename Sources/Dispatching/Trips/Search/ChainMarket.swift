/// Prices of trips to begin with, found as on a market: each class takes the chains that earn most, and a trip that several want
/// becomes dearer, one that nobody wants cheaper.
///
/// It is the subgradient method (M. Held, P. Wolfe, H. Crowder, "Validation of subgradient optimization", 1974), with chains that share
/// no trip in place of the exact answer of the relaxation, which would be one chain many times over and say nothing about the
/// others. The prices prove nothing by themselves; column generation from them takes a fraction of the rounds.
struct ChainMarket {
  private let group: ChainGroup
  private var searches: [ChainSearch]
  private let rules: [ChainRules]

  /// For each trip a price in scaled units.
  private(set) var prices: [Int]
  /// The chains of the last rounds: what the linear program begins with.
  private(set) var chains: [Chain] = []

  private static let rounds = 150
  /// How many of the last rounds' chains are kept.
  private static let kept = 10

  init(_ group: ChainGroup) {
    self.group = group
    searches = group.classes.map { ChainSearch($0) }
    rules = group.classes.map { ChainRules($0) }
    // What a trip costs where it is cheapest, with a unit for every second trip.
    prices = group.trips.indices.map { trip in
      let costs = group.classes.compactMap { chainClass -> Int? in
        let position = chainClass.positions[trip]
        return position < 0 ? nil : chainClass.costs[position] + chainClass.fixedCost / 2
      }
      return min(costs.min() ?? 0, group.leavingOut[trip]) * group.scale
    }
  }

  /// Trades for some rounds.
  ///
  /// - Complexity: O(rounds · units · trips).
  mutating func run(_ budget: ChainTree.Budget) {
    let spread = group.trips.isEmpty ? 0 : prices.reduce(0) { $0 + abs($1) / group.trips.count }
    var step = Double(spread) / 2
    var sums = [Double](repeating: 0, count: prices.count)
    for round in 0..<Self.rounds {
      if budget.isCancelled() || budget.deadline.map({ ContinuousClock.now >= $0 }) ?? false { break }
      let isLast = round >= Self.rounds - Self.kept
      let wanted = trade(keeps: isLast)
      for trip in prices.indices {
        let dropPrice = group.leavingOut[trip] * group.scale
        let excess = wanted[trip] + (prices[trip] >= dropPrice ? 1 : 0) - 1
        // Nobody drives a trip for more than leaving it out costs.
        let price = prices[trip].addingClamped(-Int(clamping: (step * Double(excess)).rounded()))
        prices[trip] = max(-group.missingPrice * group.scale, min(price, dropPrice))
        if isLast { sums[trip] += Double(prices[trip]) / Double(Self.kept) }
      }
      step *= 0.97
    }
    if sums.contains(where: { $0 != 0 }) { prices = sums.map { Int($0.rounded()) } }
  }

  /// How many classes want each trip at the prices.
  private mutating func trade(keeps: Bool) -> [Int] {
    var wanted = [Int](repeating: 0, count: prices.count)
    for (place, chainClass) in group.classes.enumerated() {
      var gains = chainClass.trips.indices.map { prices[chainClass.trips[$0]] - chainClass.costs[$0] * group.scale }
      for _ in 0..<chainClass.count {
        guard let find = searches[place].best(gains, rules[place]), find.value > chainClass.fixedCost * group.scale else { break }
        for position in find.chain {
          gains[position] = .min
          wanted[chainClass.trips[position]] += 1
        }
        if keeps { chains.append(group.chain(place, find.chain)) }
      }
    }
    return wanted
  }
}
