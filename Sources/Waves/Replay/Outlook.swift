public import Inventory
public import Logistics
public import Sourcing

/// What is still to come in a day of orders: which, roughly, and how many. It says what units are worth where they lie.
///
/// So many orders as are still expected are drawn from those that may come, some times over. Each draw is a wave on what is left of the
/// stock, and the prices under which it proves most are what its orders would pay for one unit more; their mean over the draws is the
/// opportunity cost of a unit (K. Talluri and G. van Ryzin, "A randomized linear programming method for computing network bid
/// prices", Transportation Science 33, 1999). An order that is sourced under them leaves a unit to others where those would pay more for
/// it (J. Acimovic and S. Graves, "Making better fulfillment decisions on the fly in an online retail environment", Manufacturing
/// & Service Operations Management 17, 2015). As stock is sold the prices are worked out anew.
public struct Outlook: Sendable {
  /// Orders as they may come, each as likely as another: those of the past, or made from a forecast.
  public let orders: [SourcingOrder]
  /// How many orders are expected in all.
  public let expected: Int
  /// How often the future is drawn.
  public var samples = 4
  /// After how many orders prices are worked out anew.
  public var every = 200
  /// Whether an order that is there may be left without a unit for one that may come and would lose more without it. If not, what a
  /// unit is worth at every node that has one counts for nothing: only where it ships from is weighed.
  public var mayRefuse = false
  /// How many rounds of prices each draw gets.
  public var rounds = 150
  /// Another seed, other draws.
  public var seed: UInt64 = 1

  /// An outlook.
  ///
  /// - Throws: `InvalidInput` if there are no orders to draw from or fewer than none are expected. The orders themselves are checked
  ///   where prices are worked out.
  public init(_ orders: [SourcingOrder], expected: Int) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(!orders.isEmpty, at: "$.orders", found: "no order", expected: "at least one")
    faults.check((0...1_000_000).contains(expected), at: "$.expected", found: "\(expected) orders", expected: "0 to 10^6")
    try faults.throwIfAny("outlook")
    self.orders = orders
    self.expected = expected
  }

  /// What units of a stock are worth when so many orders have come.
  ///
  /// - Complexity: `samples` × `rounds` searches of every order that is still expected.
  /// - Throws: `InvalidInput` with the faults of an order that may come.
  public func prices(
    on stock: StockSnapshot, parcelsLeft: [ID<Node>: Int] = [:], after come: Int = 0, threads: Int = 2
  ) throws(InvalidInput) -> StockPrices {
    var prices = StockPrices(for: stock)
    guard expected > come, samples > 0 else { return prices }
    var random = SmallRandom(seed: seed &+ UInt64(truncatingIfNeeded: come) &* 0x9E37_79B9_7F4A_7C15)
    var sums = [Double](repeating: 0, count: stock.nodes.count * stock.skus.count)
    for _ in 0..<samples {
      let drawn = (0..<expected - come).map { _ in orders[random.below(orders.count)] }
      let wave = try WaveProblem(drawn, stock: stock, parcelsLeft: parcelsLeft)
      wave.addPrices(rounds: rounds, threads: threads) { row, column, price in sums[row * stock.skus.count + column] += price }
    }
    for column in stock.skus.indices {
      let rows = stock.nodes.indices.filter { stock[node: $0, sku: column] > 0 }
      let least = mayRefuse ? 0 : rows.map { sums[$0 * stock.skus.count + column] }.min() ?? 0
      for row in rows {
        let mean = (sums[row * stock.skus.count + column] - least) / Double(samples)
        if mean > 0 { prices[node: row, sku: column] = MinorUnits(Int(mean.rounded())) }
      }
    }
    return prices
  }
}

extension WaveProblem {
  /// Tells the prices of stock under which the most is proved of the wave after some rounds, by row and column of its stock.
  fileprivate func addPrices(rounds: Int, threads: Int, _ tell: (_ row: Int, _ column: Int, _ price: Double) -> Void) {
    var search = PriceSearch(model, threads: threads)
    var plans = PlanSearch(model, seed: 1)
    search.begin()
    var next = 1
    while search.rounds < rounds, !search.isSettled {
      // Prices rise towards what a plan costs, which better prices improve in turn.
      if search.rounds >= next {
        plans.rebuild(under: search.best, choices: search.choices)
        next *= 3
      }
      search.advance(
        target: plans.state.missing == 0 ? plans.state.cost : search.bound + max(1, abs(search.bound) / 20))
    }
    for cell in model.contestedCells where search.best.cells[cell] > 0 {
      guard let column = stock.column(of: columnNames[cell / stock.nodes.count]) else { continue }
      tell(cell % stock.nodes.count, column, Double(search.best.cells[cell]) / Double(model.scale))
    }
  }
}
