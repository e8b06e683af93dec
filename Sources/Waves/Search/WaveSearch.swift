import Sourcing

/// The whole search for a wave's plan: prices, then plans under them, then proof.
struct WaveSearch {
  private let model: WaveModel
  private let limit: WaveLimit
  private let isOver: () -> Bool
  private let tell: (WaveSearch) -> Void
  private(set) var prices: PriceSearch
  private(set) var plans: PlanSearch
  private(set) var tries = 0
  /// What no plan costs less than: scaled, with the orders' offsets.
  private(set) var bound: Int

  init(
    _ model: WaveModel, _ limit: WaveLimit, threads: Int, seed: UInt64, isOver: @escaping () -> Bool,
    tell: @escaping (WaveSearch) -> Void
  ) {
    self.model = model
    self.limit = limit
    self.isOver = isOver
    self.tell = tell
    prices = PriceSearch(model, threads: threads)
    plans = PlanSearch(model, seed: seed)
    bound = .min
  }

  /// Whether it is proved that not everything that must ship can: more than any plan costs in which it does.
  var isInfeasible: Bool { bound > model.mostCost }

  /// Whether no plan costs less: all costs are whole minor units.
  var isProved: Bool { bound > plans.state.cost - model.scale }

  /// Whether what could be gained is too little to go on.
  private var isGood: Bool {
    isProved || isInfeasible
      || plans.state.missing == 0 && Double(plans.state.cost - bound) <= limit.gap * Double(plans.state.cost - model.offset)
  }

  mutating func run() {
    prices.begin()
    bound = prices.bound
    plans.rebuild(under: prices.best, choices: prices.choices)
    tell(self)
    findPrices()
    findPlans()
    settleClusters()
    prove()
    tell(self)
  }

  /// Prices first: everything else goes by them. They rise towards the best plan known, which better prices improve in turn.
  private mutating func findPrices() {
    let most = 400
    while !prices.isSettled, prices.rounds < most, !isGood, !isOver() {
      prices.advance(target: plans.state.missing == 0 ? plans.state.cost : prices.bound + max(1, abs(prices.bound) / 20))
      bound = prices.bound
      if prices.rounds % 20 == 0 {
        plans.rebuild(under: prices.best, choices: prices.choices)
        tell(self)
      }
    }
    plans.rebuild(under: prices.best, choices: prices.choices)
  }

  /// A few orders at a time, until that has not helped for long.
  private mutating func findPlans() {
    let patience = 2_000 + 20 * model.contending.count
    var idle = 0
    while !model.contending.isEmpty, tries < limit.tries, idle < patience, !isGood, !isOver() {
      idle = plans.improve(tries: 200) > 0 ? 0 : idle + 200
      tries += 200
      if tries % 2_000 == 0 { tell(self) }
    }
  }

  /// Dozens of orders at a time, each time at their least cost together.
  private mutating func settleClusters() {
    let patience = 20 + model.contending.count / 5
    var idle = 0
    while model.contending.count > 1, tries < limit.tries, idle < patience, !isGood, !isOver() {
      idle = plans.reoptimise(size: 24, isOver: isOver) ? 0 : idle + 1
      tries += 50
      if tries % 500 == 0 { tell(self) }
    }
  }

  /// Part by part, the small ones first.
  private mutating func prove() {
    let parts = WavePart.all(of: model).filter { $0.orders.count <= Self.largestPart }
    for part in parts.sorted(by: { ($0.orders.count, $0.orders[0]) < ($1.orders.count, $1.orders[0]) }) {
      if isGood || isOver() { return }
      let cost = part.orders.reduce(0) { $0 + plans.state.plans[$1]!.cost }
      let proved = part.bound(prices.choices, prices.best, model)
      if proved > cost - model.scale { continue }
      let bound = plans.settle(part, bound: proved, nodes: max(1, limit.tries / 100), isOver: isOver)
      // What was proved of the whole is the sum of its parts.
      self.bound += bound - proved
      tell(self)
    }
  }

  /// Of more orders a linear program takes too long to solve again and again.
  private static let largestPart = 1_500
}
