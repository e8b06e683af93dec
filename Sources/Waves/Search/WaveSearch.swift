import Sourcing

/// The whole search for a wave's plan: prices, then plans under them, then proof.
struct WaveSearch {
  private let model: WaveModel
  private let limit: WaveLimit
  /// Whether a part of the time has passed.
  private let isOver: (_ part: Double) -> Bool
  /// The same of all the time, for any thread to ask.
  private let isLate: @Sendable () -> Bool
  private var districts: Districts?
  private let tell: (WaveSearch) -> Void
  private(set) var prices: PriceSearch
  private(set) var plans: PlanSearch
  private(set) var tries = 0
  /// What no plan costs less than: scaled, with the orders' offsets.
  private(set) var bound: Int
  /// What was proved of parts, by their first order.
  private var partBounds: [Int: Int] = [:]

  init(
    _ model: WaveModel, _ limit: WaveLimit, threads: Int, seed: UInt64, isOver: @escaping (_ part: Double) -> Bool,
    isLate: @escaping @Sendable () -> Bool,
    tell: @escaping (WaveSearch) -> Void
  ) {
    self.model = model
    self.limit = limit
    self.isOver = isOver
    self.isLate = isLate
    districts = Districts(model, threads: threads, seed: seed)
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
    prove(nodes: 300, until: 0.5)
    findPlans()
    prove(nodes: max(1, limit.tries / 100), until: 1)
    tell(self)
  }

  /// Prices first: everything else goes by them. They rise towards the best plan known, which better prices improve in turn.
  private mutating func findPrices() {
    let most = 400
    // A plan takes as long as some rounds of prices, and better ones for the target matter less and less.
    var next = 20
    while !prices.isSettled, prices.rounds < most, !isGood, !isOver(0.45) {
      prices.advance(target: plans.state.missing == 0 ? plans.state.cost : prices.bound + max(1, abs(prices.bound) / 20))
      bound = prices.bound
      if prices.rounds >= next {
        next = districts == nil ? next + 20 : next * 2
        plans.rebuild(under: prices.best, choices: prices.choices)
        tell(self)
      } else if prices.rounds % 20 == 0 {
        tell(self)
      }
    }
    plans.rebuild(under: prices.best, choices: prices.choices)
  }

  /// A few orders at a time one after the other, or dozens at their least cost together: whichever has gained more for the work of
  /// late, until neither has helped for long.
  private mutating func findPlans() {
    guard model.contending.count > 1 else { return }
    // What a cluster costs in single tries, roughly; counted rather than measured, so that the same is done on every machine.
    let clusterTries = districts == nil ? 400 : 2_000
    let turn = districts == nil ? 2_000 : 4 * model.contending.count
    let patience = 100_000 + 200 * model.contending.count
    var gains = (few: Double.infinity, dozens: Double.infinity)
    var idle = 0
    while tries < limit.tries, idle < patience, !isGood, !isOver(1) {
      let before = plans.state.cost
      let isFew = tries % (20 * turn) < turn || gains.few >= gains.dozens && tries % (20 * turn) > 2 * turn
      if districts != nil {
        let (isLate, share) = (isLate, Double(turn) / Double(model.contending.count))
        districts!.run(&plans) { district, orders in
          let tries = Int(share * Double(orders)) + 1
          if isFew { return district.improve(tries: tries, isOver: isLate) }
          for _ in 0..<max(1, tries / clusterTries) where !isLate() {
            district.reoptimise(size: Self.clusterSize, isOver: isLate)
          }
        }
      } else if isFew {
        plans.improve(tries: turn)
      } else {
        for _ in 0..<turn / clusterTries where !isOver(1) {
          plans.reoptimise(size: Self.clusterSize, isOver: { [isOver] in isOver(1) })
        }
      }
      tries += turn
      let gain = Double(before - plans.state.cost)
      idle = gain > 0 ? 0 : idle + turn
      if isFew {
        gains.few = (min(gains.few, 2 * gain) + gain) / 2
      } else {
        gains.dozens = (min(gains.dozens, 2 * gain) + gain) / 2
      }
      if turn > 2_000 || tries % 10_000 == 0 { tell(self) }
    }
  }

  /// Part by part, the small ones first.
  private mutating func prove(nodes: Int, until time: Double) {
    let parts = WavePart.all(of: model).filter { $0.orders.count <= (time < 1 ? Self.smallPart : Self.largestPart) }
    for part in parts.sorted(by: { ($0.orders.count, $0.orders[0]) < ($1.orders.count, $1.orders[0]) }) {
      if isGood || isOver(time) { return }
      let cost = part.orders.reduce(0) { $0 + plans.state.plans[$1]!.cost }
      let proved = partBounds[part.orders[0]] ?? part.bound(prices.choices, prices.best, model)
      if proved > cost - model.scale { continue }
      let bound = plans.settle(part, bound: proved, nodes: nodes, isOver: { [isOver] in isOver(time) })
      // What was proved of the whole is the sum of its parts.
      self.bound += bound - proved
      partBounds[part.orders[0]] = bound
      tell(self)
    }
  }

  /// How many orders are planned anew together at most.
  private static let clusterSize = 60
  /// Of so few orders the optimum is mostly proved before any search for better plans would end.
  private static let smallPart = 80
  /// Of more orders a linear program takes too long to solve again and again.
  private static let largestPart = 1_500
}
